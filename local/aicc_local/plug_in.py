"""Puts Connect and Lex into ministack."""

import os
from collections.abc import Callable, Mapping
from typing import Any

from aicc_local.connect.contacts.control_routes import contact_routes
from aicc_local.connect.operations import CONNECT_OPERATIONS
from aicc_local.connect.types import CONNECT_TYPES
from aicc_local.control_routes import control_routes
from aicc_local.emulator import (
    adapters,
    cloudformation,
    control_endpoint,
    corrections,
    cut_connection,
    faults,
    raw_path,
    services,
    transport,
)
from aicc_local.emulator.connect_resources import connect_resources
from aicc_local.emulator.lex_resources import lex_resources
from aicc_local.emulator.passing_time import let_pass
from aicc_local.emulator.request_context import tags_in
from aicc_local.errors import ServiceError
from aicc_local.faults import Faults
from aicc_local.faulty_functions import FaultyFunctions
from aicc_local.lex.operations import LEX_OPERATIONS, LEX_RUNTIME_OPERATIONS
from aicc_local.lex.types import LEX_TYPES
from aicc_local.local_aws import LocalAws
from aicc_local.rest_json import Call, RestJson

Operation = Callable[[LocalAws, Mapping[str, Any]], Mapping[str, Any]]


def plug_in() -> LocalAws:
    """Register everything; before the server starts."""
    switches = Faults()
    aws = LocalAws(
        account=os.environ["MINISTACK_ACCOUNT_ID"],
        region=os.environ["MINISTACK_REGION"],
        functions=FaultyFunctions(adapters.LocalFunctions(), switches),
        policies=adapters.LocalPolicies(),
        events=adapters.LocalEvents(),
        logs=adapters.LocalLogs(),
        metrics=adapters.LocalMetrics(),
        resources=adapters.LocalResources(),
    )
    transport.trust_loopback()
    cloudformation.register(aws, [*CONNECT_TYPES, *LEX_TYPES])
    connect = services.Service(
        RestJson("connect"),
        performer(aws, CONNECT_OPERATIONS),
        prefix="connect",
        resources=connect_resources,
        tags_of=tags_in(aws.store),
        kept=aws.store,
    )
    lex = services.Service(
        RestJson("lexv2-models", "lexv2-runtime"),
        performer(aws, LEX_OPERATIONS, LEX_RUNTIME_OPERATIONS),
        prefix="lex",
        resources=lex_resources,
        tags_of=tags_in(aws.store),
    )
    services.register("connect", connect, credential_scope="connect")
    services.register("lex", lex, credential_scope="lex")
    corrections.register()
    faults.register(switches)
    raw_path.register()
    cut_connection.register()
    routes = {**control_routes(aws, switches, let_pass), **contact_routes(aws)}
    control_endpoint.register(routes, account=aws.account, region=aws.region)
    return aws


def performer(
    aws: LocalAws, operations: Mapping[str, Operation], unlocked: Mapping[str, Operation] | None = None
) -> Callable[[Call], Mapping[str, Any]]:
    """What carries out a call: one of `operations` while the store is locked, or one of `unlocked`."""

    def perform(call: Call) -> Mapping[str, Any]:
        if unlocked and call.operation in unlocked:
            return unlocked[call.operation](aws, call.parameters)
        if call.operation not in operations:
            raise ServiceError(
                "UnknownOperationException", f"The local {call.service} does not have {call.operation}", status=501
            )
        with aws.lock:
            return operations[call.operation](aws, call.parameters)

    return perform
