"""The Amazon Connect flow language in pure Python: read, check, draw, compare, render, each step apart.

Names are loaded on first use: who only reads flows need not wait for what draws them.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from connect_flows._bindings import read_bindings as read_bindings
    from connect_flows._change import Change as Change
    from connect_flows._change import ChangeKind as ChangeKind
    from connect_flows._check import check as check
    from connect_flows._check_set import check_set as check_set
    from connect_flows._diff import diff as diff
    from connect_flows._draw import draw as draw
    from connect_flows._errors import FlowError as FlowError
    from connect_flows._errors import InvalidBindings as InvalidBindings
    from connect_flows._errors import InvalidFlow as InvalidFlow
    from connect_flows._errors import InvalidFunctions as InvalidFunctions
    from connect_flows._errors import UnknownPlaceholder as UnknownPlaceholder
    from connect_flows._finding import Finding as Finding
    from connect_flows._finding import Severity as Severity
    from connect_flows._format import format_flow as format_flow
    from connect_flows._functions import FunctionContract as FunctionContract
    from connect_flows._functions import read_functions as read_functions
    from connect_flows._model import Action as Action
    from connect_flows._model import ConditionBranch as ConditionBranch
    from connect_flows._model import ErrorBranch as ErrorBranch
    from connect_flows._model import Flow as Flow
    from connect_flows._model import FlowType as FlowType
    from connect_flows._names import check_name as check_name
    from connect_flows._placeholder import PLACEHOLDER_KINDS as PLACEHOLDER_KINDS
    from connect_flows._placeholder import Placeholder as Placeholder
    from connect_flows._reader import load as load
    from connect_flows._reader import parse as parse
    from connect_flows._render import render as render
    from connect_flows._suggestions import suggest_bindings as suggest_bindings
    from connect_flows._template import export_flow as export_flow
    from connect_flows._template import import_flow as import_flow

_HOMES = {
    "PLACEHOLDER_KINDS": "_placeholder",
    "Action": "_model",
    "Change": "_change",
    "ChangeKind": "_change",
    "ConditionBranch": "_model",
    "ErrorBranch": "_model",
    "Finding": "_finding",
    "Flow": "_model",
    "FlowError": "_errors",
    "FlowType": "_model",
    "FunctionContract": "_functions",
    "InvalidBindings": "_errors",
    "InvalidFlow": "_errors",
    "InvalidFunctions": "_errors",
    "Placeholder": "_placeholder",
    "Severity": "_finding",
    "UnknownPlaceholder": "_errors",
    "check": "_check",
    "check_name": "_names",
    "check_set": "_check_set",
    "diff": "_diff",
    "draw": "_draw",
    "export_flow": "_template",
    "format_flow": "_format",
    "import_flow": "_template",
    "load": "_reader",
    "parse": "_reader",
    "read_bindings": "_bindings",
    "read_functions": "_functions",
    "render": "_render",
    "suggest_bindings": "_suggestions",
}

__all__ = list(_HOMES)


def __getattr__(name: str) -> object:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'connect_flows' has no attribute {name!r}")
    return getattr(import_module(f"connect_flows.{home}"), name)


def __dir__() -> list[str]:
    return __all__
