"""The templates that are reviewed like source; `make snapshots` accepts a change."""

import re

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.json import JSONSnapshotExtension

from tests.infra.environments.normalise import normalise
from tests.infra.environments.synthesized import Synthesized

_NESTED = re.compile(r"ContactCenter[a-z0-9]*(?P<stack>[A-Z][A-Za-z]*?)[0-9A-F]{8}\.nested\.")


@pytest.fixture
def templates(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    return snapshot.use_extension(JSONSnapshotExtension)


def test_templates_are_as_reviewed(environment: Synthesized, templates: SnapshotAssertion) -> None:
    for name, template in environment.templates.items():
        assert normalise(template) == templates(name=f"{environment.settings.environment}-{kind_of(name)}")


def kind_of(name: str) -> str:
    """What a template's snapshot is called; the flows were the first nested stack."""
    nested = _NESTED.match(name)
    if nested is None:
        return "root"
    return "nested" if nested["stack"] == "Flows" else f"nested-{nested['stack']}"


def test_each_template_has_a_snapshot_of_its_own() -> None:
    names = ("-dev.template.json", "devFlowsE9DF3B7A.nested.template.json", "devFlowTestsD55F476D.nested.template.json")

    assert [kind_of(f"ContactCenter{name}") for name in names] == ["root", "nested", "nested-FlowTests"]


def test_hashes_of_code_are_left_out() -> None:
    resource = {"Key": f"{'a' * 64}.zip", "Metadata": {"aws:cdk:path": "x"}, f"CurrentVersion0123ABCD{'b' * 32}": [1]}

    assert normalise(resource) == {"Key": "HASH.zip", "CurrentVersion0123ABCDHASH": [1]}


def test_the_content_of_a_test_is_left_out_and_that_of_a_flow_is_not() -> None:
    flow = {"Name": "inbound", "Content": "{}"}

    assert normalise([{"EntryPoint": {"Type": "CHAT"}, **flow}, flow]) == [
        {"EntryPoint": {"Type": "CHAT"}, "Name": "inbound"},
        flow,
    ]


def test_the_content_of_a_bot_is_left_out() -> None:
    bot = {"BotLocales": [{"LocaleId": "ko_KR"}], f"BotVersion{'0a' * 8}0123ABCD": f"Content {'0a' * 8}"}

    assert normalise(bot) == {"BotVersionHASH": "Content HASH"}
