"""The Amazon Connect flow language in pure Python: read -> model -> check -> render, each step apart."""

from connect_flows._check import check
from connect_flows._errors import FlowError, InvalidFlow, UnknownPlaceholder
from connect_flows._finding import Finding, Severity
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
    "InvalidFlow",
    "Placeholder",
    "Severity",
    "UnknownPlaceholder",
    "check",
    "check_name",
    "load",
    "parse",
    "render",
]
