"""Checks of where: countries, municipalities, addresses, points of the compass."""
