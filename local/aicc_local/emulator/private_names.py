"""What this package leans on of ministack, by its own source: every name, and the parameters of what it replaces.

ministack promises none of it. A test compares it with the version that is installed, so that a newer one is taken with
open eyes: its message names the file here and the name there that have to be looked at.
"""

import ast
import importlib
import inspect
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = "ministack"
MISSING = object()

# What is replaced by something of ours that is called in its place, so that its parameters count.
REPLACED = {
    "ministack.app._dispatch_service_request": ("method", "path", "headers", "body", "query_params", "request_id"),
    "ministack.app._handle_s3_vhost_request": ("host", "path", "method", "headers", "body", "query_params"),
    "ministack.app.app": ("scope", "receive", "send"),
    "ministack.app.pin_request_origin": ("source_ip", "secure_transport"),
    "ministack.core.iam_actions.extract_resource_arn": (
        "service",
        "method",
        "path",
        "headers",
        "body",
        "query_params",
        "region",
        "account_id",
    ),
    "ministack.core.iam_actions.request_tag_context": ("service", "iam_action", "body", "params"),
    "ministack.core.sigv4.request_time_failure": ("signature", "now"),
    "ministack.services.eventbridge._dispatch_event": ("event", "view"),
    "ministack.services.eventbridge._dispatch_to_sqs": ("spec", "payload", "sqs_parameters"),
    "ministack.services.eventbridge._invoke_target": ("target", "event", "rule", "view"),
    "ministack.services.lambda_svc._emit_lambda_logs": (
        "func",
        "request_id",
        "log_text",
        "error",
        "duration_ms",
        "log_source",
    ),
    "ministack.services.lambda_svc._execute_function_dispatch": ("func", "config", "event", "request_id", "started"),
    "ministack.services.lambda_svc._route_async_failure": ("target_arn", "func_name", "event", "result"),
    "ministack.services.lambda_svc._sqs_esm_concurrency": ("esm", "func_rec", "config", "queue"),
    "ministack.services.lambda_svc._xray_trace_id_for_invocation": ("config", "inbound_trace_header"),
    "ministack.services.sqs._collect_msgs": ("q", "max_n", "vis_timeout"),
    "ministack.services.sqs._dlq_sweep": ("q",),
    "ministack.services.sqs._expire_retained": ("q",),
    "ministack.services.sts._future": ("seconds",),
    "ministack.services.cloudformation.provisioners._ddb_global_table_create": ("logical_id", "props", "stack_name"),
    "ministack.services.cloudformation.provisioners._ddb_global_table_update": (
        "physical_id",
        "old_props",
        "new_props",
        "stack_name",
    ),
}


@dataclass(frozen=True, slots=True, order=True)
class Use:
    """A name of ministack's in a file of ours.

    Attributes:
        file: Ours.
        module: Theirs.
        name: In it; empty for the module itself.
    """

    file: str
    module: str
    name: str


def uses() -> list[Use]:
    """Every name of ministack that the package mentions."""
    folder = Path(__file__).parent
    return sorted({use for path in folder.glob("*.py") for use in _uses_in(path)})


def problems() -> Iterator[str]:
    """What the installed ministack does not have, or has with other parameters; one line each."""
    for use in uses():
        found = _found(use.module, use.name)
        if found is MISSING:
            yield f"{use.file}: ministack has no {use.module}.{use.name} any more"
    for place, expected in REPLACED.items():
        module, _, name = place.rpartition(".")
        parameters = _parameters(_found(module, name))
        if parameters != expected:
            yield f"{place} takes {parameters}, we give and take {expected}"


def _uses_in(path: Path) -> Iterator[Use]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    modules: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == ROOT:
            for alias in node.names:
                yield Use(path.name, str(node.module), alias.name)
                if _is_module(f"{node.module}.{alias.name}"):
                    modules[alias.asname or alias.name] = f"{node.module}.{alias.name}"
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in modules:
            yield Use(path.name, modules[node.value.id], node.attr)


def _is_module(name: str) -> bool:
    try:
        importlib.import_module(name)
    except ImportError:
        return False
    return True


def _found(module: str, name: str) -> Any:
    there = importlib.import_module(module)
    if hasattr(there, name):
        return getattr(there, name)
    return importlib.import_module(f"{module}.{name}") if _is_module(f"{module}.{name}") else MISSING


def _parameters(function: Any) -> tuple[str, ...] | None:
    return None if function is MISSING else tuple(inspect.signature(function).parameters)
