"""Test cases of flows in the testing language of Amazon Connect: read, check, render and run them.

The language: https://docs.aws.amazon.com/connect/latest/devguide/testing-language.html
"""

from connect_flows._test_cases._check import check_test_case
from connect_flows._test_cases._errors import InvalidTestCase
from connect_flows._test_cases._execution import TIME_LIMIT, Execution
from connect_flows._test_cases._instructions import EndContact, Instruction, Replace, Send
from connect_flows._test_cases._matching import same_resource
from connect_flows._test_cases._model import Action, EntryPoint, Event, Observation, TestCase
from connect_flows._test_cases._offline import run_test_case
from connect_flows._test_cases._progress import Completion, Progress
from connect_flows._test_cases._reader import load_test_case, parse_test_case
from connect_flows._test_cases._records import Record
from connect_flows._test_cases._references import of_contact
from connect_flows._test_cases._render import render_entry_point, render_test_case

__all__ = [
    "TIME_LIMIT",
    "Action",
    "Completion",
    "EndContact",
    "EntryPoint",
    "Event",
    "Execution",
    "Instruction",
    "InvalidTestCase",
    "Observation",
    "Progress",
    "Record",
    "Replace",
    "Send",
    "TestCase",
    "check_test_case",
    "load_test_case",
    "of_contact",
    "parse_test_case",
    "render_entry_point",
    "render_test_case",
    "run_test_case",
    "same_resource",
]
