"""A whole day of a contact centre, simulated: what 100,000 contacts would meet in these flows, queues and shifts.

day = read_day("config/days/typical.toml").with_agents(calls=520)
report = simulate(day, "flows", seed=1)
print(as_text(tables([report], "en")))
"""

from connect_flows._day._description import Day
from connect_flows._day._endings import CallbackOutcome, Outcome
from connect_flows._day._errors import InvalidDay
from connect_flows._day._json import as_json
from connect_flows._day._picture import picture
from connect_flows._day._reader import parse_day, read_day
from connect_flows._day._replicate import Estimate, estimates, replicate
from connect_flows._day._report import Report
from connect_flows._day._simulate import simulate
from connect_flows._day._tables import tables
from connect_flows._day._text_table import TextTable, as_text
from connect_flows._day._words import LANGUAGES

__all__ = [
    "LANGUAGES",
    "CallbackOutcome",
    "Day",
    "Estimate",
    "InvalidDay",
    "Outcome",
    "Report",
    "TextTable",
    "as_json",
    "as_text",
    "estimates",
    "parse_day",
    "picture",
    "read_day",
    "replicate",
    "simulate",
    "tables",
]
