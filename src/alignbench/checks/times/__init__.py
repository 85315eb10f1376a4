"""Checks of dates, clocks and times told from now or from then."""
