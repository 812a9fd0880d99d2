"""The limits of a locale, an intent and a slot type, each one above what Lex takes."""

from dataclasses import replace
from typing import Any

import pytest

from lex_bots import Bot, Intent, Prompt, Slot, SlotType, SlotValue
from lex_bots._place import path_of
from lex_bots._rules.quotas import Quotas
from tests.unit.lex_bots.bots import bot_of


def slots(number: int) -> tuple[Slot, ...]:
    prompt = Prompt(messages=("언제인가요?",))
    return tuple(Slot(name=f"Slot{index}", type="AMAZON.Date", prompt=prompt) for index in range(number))


def intents(number: int, utterances: tuple[str, ...] = (), each: int = 0) -> tuple[Intent, ...]:
    return tuple(Intent(name=f"i{index}", utterances=utterances, slots=slots(each)) for index in range(number))


def slot_types(number: int, values: int) -> tuple[SlotType, ...]:
    held = tuple(SlotValue(value=f"값 {index}") for index in range(values))
    return tuple(SlotType(name=f"Type{index}", values=held) for index in range(number))


ABOVE: dict[str, dict[str, Any]] = {
    "intents: there are 251 intents with the fallback; keep at most 250": {"intents": intents(250)},
    "intents: there are 2,001 slots; keep at most 2,000": {
        "intents": (*intents(20, each=100), Intent(name="last", utterances=(), slots=slots(1)))
    },
    "intents: there are 200,001 characters in all utterances; keep at most 200,000": {
        "intents": (*intents(1, ("꽃" * 500,) * 400), Intent(name="last", utterances=("꽃",)))
    },
    "intents.i0.utterances: there are 1,501 utterances; keep at most 1,500": {"intents": intents(1, ("꽃",) * 1501)},
    "slot_types: there are 101 slot types; keep at most 100": {"slot_types": slot_types(101, 1)},
    ": there are 50,001 values and synonyms in all slot types; keep at most 50,000": {
        "slot_types": (*slot_types(5, 10_000), SlotType(name="Last", values=(SlotValue(value="꽃"),)))
    },
    "slot_types.Type0: there are 10,001 values and synonyms; keep at most 10,000": {
        "slot_types": (
            SlotType(name="Type0", values=(SlotValue(value="꽃", synonyms=tuple(map(str, range(10_000)))),)),
        )
    },
}


def found(bot: Bot) -> list[str]:
    return [f"{path_of(fault.place)}: {fault.problem}; {fault.cure}" for fault in Quotas().check(bot)]


@pytest.mark.parametrize(("told", "parts"), ABOVE.items(), ids=ABOVE)
def test_finds_what_is_above_a_limit(told: str, parts: dict[str, Any]) -> None:
    assert found(replace(bot_of(), **parts)) == [told]


def test_takes_what_is_at_the_limits() -> None:
    bot = bot_of()

    at_limits = replace(
        bot,
        intents=(*intents(20, ("꽃" * 500,) * 20, each=100), *intents(229)),
        slot_types=slot_types(5, 10_000),
    )

    assert found(at_limits) == []
