"""Whether a day says everything that its flows ask, and nothing of what they do not have."""

from collections.abc import Iterator, Mapping

from connect_flows._day._description import Day
from connect_flows._day._errors import InvalidDay
from connect_flows._simulator._program import Program

ASKS_KEYS = "GetParticipantInput"
ASKS_BOT = "ConnectParticipantWithLexBot"
MAKES_CALLBACK = "CreateCallbackContact"
_TABLES = {"queue": "queues", "hours": "hours", "function": "functions", "bot": "bots"}


def check_fit(day: Day, programs: Mapping[str, Program]) -> None:
    """Refuse a day that does not fit the flows.

    Raises:
        InvalidDay: Something is missing or unknown.
    """
    run = {program.name: program for program in _run(day, programs)}
    described = {"queue": day.queues, "hours": day.hours, "function": day.functions, "bot": day.bots}
    for program in run.values():
        for placeholder in program.flow.placeholders:
            known = described.get(placeholder.kind)
            if known is not None and placeholder.name not in known:
                table = f"{_TABLES[placeholder.kind]}.{placeholder.name}"
                raise InvalidDay(f"{day.name}: {table}: is missing, and flow {program.name} uses it; add [{table}]")
    _check_menus(day, run)
    _check_work(day)
    _check_callbacks(day, run)


def _run(day: Day, programs: Mapping[str, Program]) -> Iterator[Program]:
    """The flows and modules that may run, from those on where contacts come in."""
    waiting = [channel.flow for channel in day.channels.values()] + ([day.booked.flow] if day.booked else [])
    for name in waiting:
        if f"${{flow.{name}}}" not in programs:
            there = ", ".join(sorted({program.name for program in programs.values() if not program.is_module}))
            raise InvalidDay(f"{day.name}: flow {name!r} is not there; name one of: {there}")
    resources, seen = [f"${{flow.{name}}}" for name in waiting], set()
    while resources:
        resource = resources.pop()
        program = programs.get(resource)
        if program is None or resource in seen:
            continue
        seen.add(resource)
        yield program
        resources += [f"${{{each.kind}.{each.name}}}" for each in program.flow.placeholders]


def _check_menus(day: Day, run: Mapping[str, Program]) -> None:
    menus = {
        f"{program.name}/{block.identifier}": block
        for program in run.values()
        for block in program.blocks.values()
        if block.type == ASKS_KEYS
    }
    for name in menus:
        if name not in day.menus:
            raise InvalidDay(f'{day.name}: menus."{name}": is missing, and the flow asks it; add [menus."{name}"]')
    for name, choice in day.menus.items():
        if name not in menus:
            raise InvalidDay(f'{day.name}: menus."{name}": is no menu; there are {", ".join(sorted(menus)) or "none"}')
        if menus[name].plain.get("StoreInput") == "True":
            continue
        allowed = menus[name].choices
        for keys in choice:
            if keys and keys not in allowed:
                known = ", ".join([*allowed, "silence"])
                raise InvalidDay(f'{day.name}: menus."{name}".{keys}: is no key of the menu; write one of: {known}')


def _check_callbacks(day: Day, run: Mapping[str, Program]) -> None:
    for program in run.values():
        for block in program.blocks.values():
            if block.type == MAKES_CALLBACK and day.queued is None:
                place = f"block {block.identifier} of flow {program.name}"
                raise InvalidDay(
                    f"{day.name}: queued_callbacks: is missing, and {place} makes them; add [queued_callbacks]"
                )


def _check_work(day: Day) -> None:
    for name, staff in day.staff.items():
        for queue in staff.queues:
            if queue not in day.queues:
                known = ", ".join(sorted(day.queues)) or "none"
                raise InvalidDay(f"{day.name}: staff.{name}.queues: {queue!r} is no queue; name one of: {known}")
    for name, room in day.queues.items():
        if room.hours and room.hours not in day.hours:
            known = ", ".join(sorted(day.hours)) or "none"
            raise InvalidDay(f"{day.name}: queues.{name}.hours: {room.hours!r} are no hours; name one of: {known}")
    if day.booked and (day.booked.queue not in day.queues or day.booked.hours not in day.hours):
        raise InvalidDay(f"{day.name}: booked_callbacks: queue or hours are not described; name those of the day")
