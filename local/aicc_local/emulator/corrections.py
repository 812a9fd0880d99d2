"""What ministack lets pass or drops where AWS does not, put right in one go."""

from aicc_local.emulator import (
    clocks,
    composite_alarm,
    create_only,
    dead_letters,
    function_logs,
    further_permissions,
    key_conditions,
    message_moves,
    moved_queues,
    queue_locks,
    queue_polling,
    raised_errors,
    request_resources,
    rule_targets,
    schedules,
    services,
    table_keys,
    tables,
    traces,
    unpacked_code,
)
from aicc_local.rest_json import RestJson


def register() -> None:
    """Put it right; after CloudFormation knows our types."""
    create_only.register()
    tables.register()
    composite_alarm.register()
    function_logs.register()
    dead_letters.register()
    table_keys.register()
    queue_locks.register()
    message_moves.register()
    moved_queues.register()
    queue_polling.register()
    raised_errors.register()
    further_permissions.register()
    request_resources.register()
    key_conditions.register()
    schedules.register()
    rule_targets.register()
    clocks.register()
    unpacked_code.register()
    kept = traces.Traces()
    traces.register(kept)
    x_ray = services.Service(RestJson("xray"), kept.perform, prefix="xray", resources=traces.xray_resources)
    services.register("xray", x_ray, credential_scope="xray")
