"""A whole day of a contact centre, simulated: what 100,000 contacts would meet in these flows, queues and shifts.

>>> from connect_flows.day import read_day, simulate
>>> report = simulate(read_day("config/days/typical.toml"), "flows", seed=1)  # doctest: +SKIP
>>> f"{report.service_level:.0%}"  # doctest: +SKIP
'80%'
"""

from connect_flows._day._description import Day
from connect_flows._day._errors import InvalidDay
from connect_flows._day._reader import parse_day, read_day
from connect_flows._day._report import Outcome, Report
from connect_flows._day._simulate import simulate

__all__ = ["Day", "InvalidDay", "Outcome", "Report", "parse_day", "read_day", "simulate"]
