"""Executes test cases in this process, in simulated time: no AWS, no server.

What only an environment knows has to be said: `texts.toml` beside the flows says what `${text.<key>}` stands for. A
case that has something to say to the bot itself is left to where there is one.
"""

from __future__ import annotations

import time
import tomllib
from typing import TYPE_CHECKING

from aicc_cli.callbacks_errors import CannotBeDone
from aicc_cli.testing_cases import unmet
from aicc_cli.testing_outcome import Outcome, Verdict, why

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from connect_flows.simulator import Center
    from connect_flows.test_cases import Action, TestCase

TEXTS = "texts.toml"
_TALKS_TO_BOT = "says something to the bot itself, and there is none offline; execute it with --target local"


def run_offline(cases: Iterable[TestCase], folder: Path) -> Iterator[Outcome]:
    """Execute cases one after the other.

    Args:
        cases: Of `find_cases`.
        folder: The flows, their modules in `modules`.

    Raises:
        CannotBeDone: The flows, or their texts, cannot be read.
    """
    from connect_flows import FlowError, load
    from connect_flows.simulator import Center, SimulationError

    files = [*sorted(folder.glob("*.json")), *sorted(folder.glob("modules/*.json"))]
    try:
        flows, texts = [load(file) for file in files], read_texts(folder / TEXTS)
        Center(flows, texts=texts)
    except FlowError as error:
        raise CannotBeDone(str(error)) from None
    except SimulationError as error:
        raise CannotBeDone(f"{error} in {folder / TEXTS}") from None
    for case in cases:
        left = unmet(case, {f"text.{key}": text for key, text in texts.items()})
        left = left or (_TALKS_TO_BOT if _talks_to_bot(case) else "")
        if left:
            yield Outcome(name=case.name, source=case.source, verdict=Verdict.SKIPPED, reason=left)
        else:
            yield _run(case, Center(flows, texts=texts))


def read_texts(file: Path) -> Mapping[str, str]:
    """Return what `${text.<key>}` stands for; nothing where there is no such file.

    Raises:
        CannotBeDone: The file holds something else than texts.
    """
    try:
        texts = tomllib.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    except (OSError, ValueError) as error:
        raise CannotBeDone(f'{file}: cannot be read ({error}); write key = "text" in each line') from None
    for key, text in texts.items():
        if not isinstance(text, str):
            raise CannotBeDone(f"{file}: {key} is {text!r}; make it a text")
    return texts


def _run(case: TestCase, center: Center) -> Outcome:
    from connect_flows.simulator import transcript
    from connect_flows.test_cases import InvalidTestCase, run_test_case

    began = time.perf_counter()
    try:
        execution = run_test_case(case, center)
    except InvalidTestCase as error:
        reason = f"Amazon Connect would refuse it: {error.findings[0]}" if error.findings else "has no entry point"
        return Outcome(name=case.name, source=case.source, verdict=Verdict.FAILED, reason=reason, detail=str(error))
    passed = execution.status == Verdict.PASSED
    return Outcome(
        name=case.name,
        source=case.source,
        verdict=Verdict.PASSED if passed else Verdict.FAILED,
        seconds=time.perf_counter() - began,
        reason="" if passed else why([record.record for record in execution.records]),
        detail="" if passed else "\n".join((*execution.failures, transcript(center.events))),
    )


def _talks_to_bot(case: TestCase) -> bool:
    actions = [action for observation in case.observations for action in observation.actions]
    return any(map(_says, actions)) and not any(map(_mocks_bot, actions))


def _says(action: Action) -> bool:
    return bool(action.parameters.get("Instruction", {}).get("Type") == "Utterance")


def _mocks_bot(action: Action) -> bool:
    behaviour = action.parameters.get("Behavior", {}).get("Properties", {})
    return bool(behaviour.get("ActionType") == "ConnectParticipantWithLexBot")
