"""Measured expressions: places, laps, times, gaps, dates, sessions, counts, start numbers."""

from .find import find_measures

__all__ = ["find_measures"]
