"""The Amazon Connect flow language in pure Python: read -> model -> check -> render, each step apart."""

from connect_flows._check import check
from connect_flows._check_set import check_set
from connect_flows._errors import FlowError, InvalidFlow, InvalidFunctions, UnknownPlaceholder
from connect_flows._finding import Finding, Severity
from connect_flows._functions import FunctionContract, read_functions
from connect_flows._model import Action, ConditionBranch, ErrorBranch, Flow, FlowType
from connect_flows._names import check_name
from connect_flows._placeholder import PLACEHOLDER_KINDS, Placeholder
from connect_flows._reader import load, parse
from connect_flows._render import render

__all__ = [
    "PLACEHOLDER_KINDS",
    "Action",
    "ConditionBranch",
    "ErrorBranch",
    "Finding",
    "Flow",
    "FlowError",
    "FlowType",
    "FunctionContract",
    "InvalidFlow",
    "InvalidFunctions",
    "Placeholder",
    "Severity",
    "UnknownPlaceholder",
    "check",
    "check_name",
    "check_set",
    "load",
    "parse",
    "read_functions",
    "render",
]
