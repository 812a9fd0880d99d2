"""Whatever is done wrong in our own flows is found, and what is in them now is not found wrong.

Only one thing is wrong at a time, and the finding must be of the rule that is meant and name the place. What the
console draws is left out of the mutants: it is half of the text, and nothing looks at it.
"""

import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import settings

from connect_flows import Finding, Flow, InvalidFlow, check, check_set, parse, read_functions
from tests.flows.conftest import FILES
from tests.flows.mutations.kinds import KINDS, Document, Kind, Mutant

pytestmark = pytest.mark.thorough

FOLDER = Path(__file__).parents[2] / "flows"
DOCUMENTS: dict[str, Document] = {file.stem: json.loads(file.read_text(encoding="utf-8")) for file in FILES}


def without_drawing(document: Document) -> Document:
    metadata = {key: value for key, value in document["Metadata"].items() if key != "ActionMetadata"}
    return {**document, "Metadata": metadata}


def mutants(kind: Kind) -> Iterator[tuple[Document, Mutant]]:
    """Every mutant with what it was made of."""
    for whole in DOCUMENTS.values():
        document = without_drawing(whole)
        for mutant in kind.make(document):
            yield document, mutant


def some(kind: Kind) -> Iterator[tuple[Document, Mutant]]:
    """All of them, or under the quick profile the first and every sixteenth."""
    return islice(mutants(kind), 0, None, 16 if settings.get_current_profile_name() == "quick" else 1)


def written(document: Document) -> str:
    return json.dumps(document, ensure_ascii=False)


def findings(kind: Kind, original: Document, mutant: Mutant) -> tuple[Finding, ...]:
    try:
        flow = parse(written(mutant.document), source="a.json")
    except InvalidFlow as error:
        return error.findings
    if kind.as_deployed:
        was = parse(written(original), source="a.json")
        return check(flow, flow_type="MODULE" if was.is_module else was.type)
    return check(flow)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: str(kind.name))
def test_finds_the_defect_and_names_its_place(kind: Kind) -> None:
    for original, mutant in some(kind):
        found = findings(kind, original, mutant)

        assert any(one.rule == kind.rule and one.path.startswith(mutant.path) for one in found), (
            mutant.path,
            [str(one) for one in found],
        )


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: str(kind.name))
def test_there_is_a_place_for_every_kind_of_defect(kind: Kind) -> None:
    assert next(mutants(kind), None) is not None


def test_finds_nothing_wrong_with_the_flows_as_they_are(flow: Flow) -> None:
    assert check(flow) == ()


def test_finds_nothing_wrong_with_all_flows_together(flows: dict[str, Flow]) -> None:
    contracts = read_functions(FOLDER / "functions.toml")

    assert check_set(list(flows.values()), functions=contracts) == ()


def test_there_are_many_kinds_of_defects_for_most_of_the_rules() -> None:
    assert len(KINDS) == len({kind.name for kind in KINDS}) >= 100
    assert len({kind.rule for kind in KINDS}) >= 50
