"""The Amazon Connect flow language in pure Python: read, check, draw, compare, render, each step apart."""

from connect_flows._bindings import read_bindings
from connect_flows._change import Change, ChangeKind
from connect_flows._check import check
from connect_flows._check_set import check_set
from connect_flows._diff import diff
from connect_flows._draw import draw
from connect_flows._errors import FlowError, InvalidBindings, InvalidFlow, InvalidFunctions, UnknownPlaceholder
from connect_flows._finding import Finding, Severity
from connect_flows._format import format_flow
from connect_flows._functions import FunctionContract, read_functions
from connect_flows._model import Action, ConditionBranch, ErrorBranch, Flow, FlowType
from connect_flows._names import check_name
from connect_flows._placeholder import PLACEHOLDER_KINDS, Placeholder
from connect_flows._reader import load, parse
from connect_flows._render import render
from connect_flows._suggestions import suggest_bindings
from connect_flows._template import export_flow, import_flow

__all__ = [
    "PLACEHOLDER_KINDS",
    "Action",
    "Change",
    "ChangeKind",
    "ConditionBranch",
    "ErrorBranch",
    "Finding",
    "Flow",
    "FlowError",
    "FlowType",
    "FunctionContract",
    "InvalidBindings",
    "InvalidFlow",
    "InvalidFunctions",
    "Placeholder",
    "Severity",
    "UnknownPlaceholder",
    "check",
    "check_name",
    "check_set",
    "diff",
    "draw",
    "export_flow",
    "format_flow",
    "import_flow",
    "load",
    "parse",
    "read_bindings",
    "read_functions",
    "render",
    "suggest_bindings",
]
