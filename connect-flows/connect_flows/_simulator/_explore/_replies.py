"""What functions and bots may answer, and what customers may enter: every value that makes a difference later."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from connect_flows._simulator._explore._liveness import Asked, Liveness, by_reference
from connect_flows._simulator._explore._state import State
from connect_flows._simulator._explore._uses import Parts
from connect_flows._simulator._explore._values import OTHER, combined, values_of
from connect_flows._simulator._program import Block, Program, name_of
from connect_flows._simulator._surroundings import BotRequest, BotResult, FunctionRequest, FunctionResult

MOST_ANSWERS = 600
"""Answers that are tried at one block; where there are more, each value is tried once."""

Reply = tuple[str, FunctionResult | BotResult]
_KEYPAD = frozenset("0123456789")


class Replies:
    """What may be answered. `shortened`: blocks at which not every combination of values is tried."""

    def __init__(self, programs: Mapping[str, Program], live: Liveness) -> None:
        self._programs = programs
        self._flows = sorted(resource for resource, program in programs.items() if not program.is_module)
        self._live = live
        self._known: dict[tuple[str, str], list[Reply]] = {}
        self.shortened: set[tuple[str, str]] = set()

    def to(self, state: State) -> list[Reply]:
        """What the function or bot may answer that is asked in a state."""
        frame, asked = state.frame, state.asked
        assert frame is not None
        assert isinstance(asked, BotRequest | FunctionRequest)
        program = self._programs[frame.flow]
        block = program.blocks[frame.block]
        name = name_of(asked.bot if isinstance(asked, BotRequest) else asked.function)
        if state.silent:
            return [(f"bot {name} gives up", BotResult(intent=OTHER))]
        key = (program.name, block.identifier)
        if key not in self._known:
            answers = self._of_bot if isinstance(asked, BotRequest) else self._of_function
            self._known[key] = list(answers(program, block, name))
        return self._known[key]

    def entries(self, program: Program, block: Block) -> Iterator[str]:
        """What a customer may enter where an entry is stored, with the keys that end it."""
        configuration: Any = block.plain.get("DTMFConfiguration") or {}
        end = configuration.get("InputTerminationSequence") or "#"
        values = [value for asked in self._after(program, block, "StoredCustomerInput") for value in self._of(asked)]
        # No keypad has a plus: a telephone number is entered without.
        digits = [value.removeprefix("+") for value in values if value]
        typed = [value for value in digits if value and _KEYPAD.issuperset(value)]
        other = next(digit for digit in "7890123456" if digit not in typed)
        yield from (f"{value}{end}" for value in (*typed, other))

    def _of_function(self, program: Program, block: Block, name: str) -> Iterator[Reply]:
        flat = (block.plain.get("ResponseValidation") or {}).get("ResponseType", "STRING_MAP") == "STRING_MAP"
        values: dict[Parts, Sequence[str | None]] = {}
        for asked in self._after(program, block, "External", "LambdaInvocation"):
            key = asked.parts[1:] if asked.parts[0] == "External" else asked.parts[2:]
            if len(key) == 1 or (key and not flat):
                values[key] = tuple(dict.fromkeys((*values.get(key, ()), *self._of(asked))))
        for answer in self._combined(program, block, values):
            yield f"function {name} answers{_told(answer)}", FunctionResult(payload=_nested(answer))
        yield f"function {name} fails", FunctionResult(error="fails", final=True)

    def _of_bot(self, program: Program, block: Block, name: str) -> Iterator[Reply]:
        values = {asked.parts: self._of(asked) for asked in self._after(program, block, "Lex") if len(asked.parts) > 1}
        intents = dict.fromkeys((*block.choices, *values.get(_INTENT, ()), OTHER))
        values[_INTENT] = tuple(intent for intent in intents if intent is not None)
        for answer in self._combined(program, block, values):
            yield f"bot {name} understands{_told(answer)}", _bot_result(answer)
        yield f"bot {name} fails", BotResult(error="fails")

    def _combined(
        self, program: Program, block: Block, values: Mapping[Parts, Sequence[str | None]]
    ) -> tuple[Mapping[Parts, str | None], ...]:
        found = combined(values, MOST_ANSWERS)
        if not found.all:
            self.shortened.add((program.name, block.identifier))
        return found.answers

    def _after(self, program: Program, block: Block, *roots: str) -> tuple[Asked, ...]:
        """What is asked of these roots wherever the block leads when it has not failed."""
        return by_reference(test for test in self._live.after(program, block) if test.parts[0] in roots)

    def _of(self, asked: Asked) -> tuple[str | None, ...]:
        return values_of(asked.tests, self._flows)


_INTENT = ("Lex", "IntentName")


def _told(answer: Mapping[Parts, str | None]) -> str:
    named = [f"{parts[-1]}={value}" for parts, value in answer.items() if value not in (None, OTHER)]
    return " " + ", ".join(named) if named else " nothing that is asked for"


def _nested(answer: Mapping[Parts, str | None]) -> dict[str, Any]:
    payload: dict[str, Any] = {}
    for parts, value in answer.items():
        if value is not None:
            inner = payload
            for part in parts[:-1]:
                inner = inner.setdefault(part, {})
            inner[parts[-1]] = value
    return payload


def _bot_result(answer: Mapping[Parts, str | None]) -> BotResult:
    def under(root: str) -> dict[str, str]:
        return {parts[2]: value for parts, value in answer.items() if parts[1] == root and len(parts) > 2 and value}

    score = under("IntentConfidence").get("Score", "")
    return BotResult(
        intent=answer.get(_INTENT) or "",
        attributes=under("SessionAttributes"),
        slots=under("Slots"),
        confidence=float(score) if score.replace(".", "", 1).isdecimal() else None,
    )
