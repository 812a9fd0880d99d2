"""Our own flows are taken, and refused with any of the defects that somebody may make in them."""

import json
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from aicc_local.connect.flow_problems import problems
from aicc_local.connect.flow_refusals import NOT_REFUSED, PROBLEM_TEXTS
from connect_flows import FlowType
from tests.flows.mutations.kinds import KINDS, Document, Kind
from tests.unit.local.flows.account import Account
from tests.unit.local.flows.contents import FILES, document_of, filled_in, kind_of

PATH = r"[^\s,]+"
FORMS = [
    re.compile(form)
    for form in (
        r"Invalid Action type\. Type: .*, Path: Actions\[\d+\]\.Type",
        rf"Invalid Action property (name|value)\. Path: {PATH}.*",
        rf"Action is missing required property\. Path: Actions\[\d+\]\.{PATH}",
        r"(Action is missing required|Invalid Action) error\. Error: \w+, Path: Actions\[\d+\]",
        r"Action does not support (transitions|conditions)",
        r"Only one of these properties may be defined\. Properties: \[\w+(, \w+)+\]",
        r"At least one of \[\w+(, \w+)*\] must be set",
        r"Invalid branch\. Path: \d+\.Evaluate",
        r"Empty value in Parameters\.Attributes|More than 6 tags in Parameters\.Tags",
        r"Invalid contact flow format|Invalid request",
        r"JSON field is missing or null for field name: [a-z]\w+",
        r"Failed to convert id: .+",
    )
]
REFUSED = [kind for kind in KINDS if kind.rule.startswith("E") and kind.rule in PROBLEM_TEXTS]


def judged(account: Account, document: Document, kind: str) -> list[str]:
    content = filled_in(json.dumps(document, ensure_ascii=False), account)
    flow_type: Any = kind if kind == "MODULE" else FlowType(kind)
    return [each["message"] for each in problems(account.aws, account.instance_arn, content, flow_type)]


def mutants(kind: Kind) -> Iterator[tuple[Document, str]]:
    """Mutants with what they are published as: the first and every fifth, or under the quick profile every sixtieth."""
    everything = (
        (mutant.document, _deployed_as(kind, document, mutant.document))
        for document in map(document_of, FILES)
        for mutant in kind.make({**document, "Metadata": {**document["Metadata"], "ActionMetadata": {}}})
    )
    return islice(everything, 0, None, 60 if settings.get_current_profile_name() == "quick" else 5)


def _deployed_as(kind: Kind, original: Document, mutant: Document) -> str:
    """A flow whose type was changed is deployed as what it says then."""
    try:
        return kind_of(original if kind.as_deployed else mutant)
    except (KeyError, TypeError):
        return kind_of(original)


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.stem))
def test_takes_each_flow_of_the_repository(account: Account, file: Path) -> None:
    document = document_of(file)

    assert judged(account, document, kind_of(document)) == []


@pytest.mark.parametrize("kind", REFUSED, ids=lambda kind: kind.name)
def test_refuses_each_defect_in_words_of_connect(account: Account, kind: Kind) -> None:
    for document, deployed_as in mutants(kind):
        texts = judged(account, document, deployed_as)

        assert texts
        assert [text for text in texts if not any(form.fullmatch(text) for form in FORMS)] == []


def test_most_kinds_of_defects_are_refused() -> None:
    errors = [kind for kind in KINDS if kind.rule.startswith("E")]

    assert {kind.rule for kind in errors} - {kind.rule for kind in REFUSED} <= NOT_REFUSED.keys()
    assert len(REFUSED) > 70
