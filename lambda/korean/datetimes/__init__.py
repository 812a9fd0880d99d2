"""Moments in time as callers say and type them.

What callers leave out is filled in so:
- an hour without a part of the day is in the afternoon from one to six, in the forenoon from nine to eleven, and noon
  at twelve. Seven and eight are open (None), and so is what may belong to either of two days (밤 한 시, 오전 열두 시);
- midnight (자정, 밤 열두 시) is the one at the end of the day that was named, 0시 the one at its beginning;
- without a day it is today if the time is still ahead, else tomorrow; 이따가 is today. A day that was named stays: a
  time of it that has passed is None, as is a day without an hour, "now" and "at once";
- weeks run from Monday to Sunday. A weekday alone is its next occurrence; that of today is open until its time is over;
- a date without a year, and a day without a month, are the next ones. A date of the last two weeks is None: it was
  mistaken;
- a range and 이후 give their beginning; 전에, 까지 and 안에 have none;
- 세 시 십 분 전 is ten to three; with 전에, more than a quarter may as well mean "before", and is None;
- 내일 이 시간 is tomorrow at this time of day;
- what was corrected (아니, 말고, 안 되고) is replaced; the rest of it stays.

Spaces do not matter, except between digits, and in the few places where a particle and a number read alike
(고객이 십 분): there a missing space makes it None.
"""

from korean.datetimes.parsing import parse_datetime

__all__ = ["parse_datetime"]
