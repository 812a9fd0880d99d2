"""Moments in time as callers say and type them."""

from korean.datetimes.parsing import parse_datetime

__all__ = ["parse_datetime"]
