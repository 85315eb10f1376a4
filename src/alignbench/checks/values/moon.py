"""Days of the moon: on which Western days a date of the old Japanese calendar can have fallen.

New moons and the sun's longitude follow J. Meeus, *Astronomical Algorithms*, 2nd ed., chapters 49
and 25, the largest terms only: good to less than an hour around the years 600–1900. The court's
own calendars differ from the true moon by a day at most, and leap months move a month by one.
"""

from math import radians, sin

_SYNODIC = 29.530588861
_FIRST_NEW_MOON = 2451550.09766
"""The new moon of 6 January 2000, as a Julian ephemeris day."""
_TOKYO = 9 / 24
_LATEST = 1.5
"""Days by which the first of a month may miss the new moon."""
_FIRST_MONTH = 300
"""The sun's longitude in degrees from which the new moon of the first month is counted."""


def day_number(year: int, month: int, day: int, gregorian: bool = True) -> int:
    """The Julian day number of a date of the Gregorian or the Julian calendar."""
    shift = (14 - month) // 12
    y, m = year + 4800 - shift, month + 12 * shift - 3
    days = day + (153 * m + 2) // 5 + 365 * y + y // 4
    return days - y // 100 + y // 400 - 32045 if gregorian else days - 32083


def new_moon(number: int) -> float:
    """The day of the new moon `number` months after that of January 2000, in Japanese time."""
    t = number / 1236.85
    sun = radians(2.5534 + 29.10535670 * number)
    moon = radians(201.5643 + 385.81693528 * number + 0.0107582 * t * t)
    node = radians(160.7108 + 390.67050284 * number)
    mean = _FIRST_NEW_MOON + _SYNODIC * number + 0.00015437 * t * t
    wave = -0.4072 * sin(moon) + 0.1724 * sin(sun) + 0.0161 * sin(2 * moon) + 0.0104 * sin(2 * node)
    return mean + wave + _TOKYO


def sun_longitude(day: float) -> float:
    """The sun's longitude in degrees on a Julian day."""
    since = day - 2451545.0
    anomaly = radians(357.529 + 0.98560028 * since)
    return (280.459 + 0.98564736 * since + 1.915 * sin(anomaly) + 0.02 * sin(2 * anomaly)) % 360


_BORDER = 8
"""Degrees round a month's limits within which its name is not sure."""


def falls_on(month: int, day: int, western: int) -> bool:
    """Whether day `day` of month `month` can have been the Julian day number `western`."""
    first = western - (day - 1)
    near = round((first - _FIRST_NEW_MOON) / _SYNODIC)
    moon = min((new_moon(n) for n in (near - 1, near, near + 1)), key=lambda m: abs(m - first))
    if abs(moon - first) > _LATEST:
        return False
    since = (sun_longitude(moon) - _FIRST_MONTH - 30 * (month - 1) + 180) % 360 - 180
    return -_BORDER <= since < 30 + _BORDER
