"""Test cases of flows in the testing language of Amazon Connect.

The language: https://docs.aws.amazon.com/connect/latest/devguide/testing-language.html
"""

from connect_flows._test_cases._check import check_test_case
from connect_flows._test_cases._errors import InvalidTestCase
from connect_flows._test_cases._model import Action, EntryPoint, Event, Observation, TestCase
from connect_flows._test_cases._reader import load_test_case, parse_test_case
from connect_flows._test_cases._render import render_entry_point, render_test_case

__all__ = [
    "Action",
    "EntryPoint",
    "Event",
    "InvalidTestCase",
    "Observation",
    "TestCase",
    "check_test_case",
    "load_test_case",
    "parse_test_case",
    "render_entry_point",
    "render_test_case",
]
