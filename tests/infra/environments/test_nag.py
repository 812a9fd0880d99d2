"""Each acknowledgement of a cdk-nag finding is on its resource, has a reason, and is about a finding that is there."""

import json
from typing import NamedTuple

import aws_cdk as cdk
import pytest
from cdk_nag import AwsSolutionsChecks, ServerlessChecks
from constructs import Construct

from aicc_constructs import acknowledgement
from stacks.contact_center import ContactCenterStack
from stacks.settings import environments, load_settings
from tests.infra.environments.synthesized import REPOSITORY

PACKS = (AwsSolutionsChecks, ServerlessChecks)


class Acknowledged(NamedTuple):
    path: str
    rule: str
    reason: str


class Recorder:
    """Stands where `Validations` does, and writes down instead of acknowledging."""

    seen: list[Acknowledged]

    def __init__(self, construct: Construct) -> None:
        self._path = construct.node.path

    @classmethod
    def of(cls, construct: Construct) -> "Recorder":
        return cls(construct)

    def acknowledge(self, *acknowledgments: cdk.Acknowledgment) -> None:
        # The packs know nothing of flows; warnings about these are looked at elsewhere.
        ours = [each for each in acknowledgments if not each.id.startswith("connect-flows:")]
        self.seen.extend(Acknowledged(self._path, each.id, each.reason) for each in ours)


class Bare(NamedTuple):
    """A stack without its acknowledgements."""

    stack: ContactCenterStack
    acknowledged: list[Acknowledged]


def build(environment: str) -> ContactCenterStack:
    context = json.loads((REPOSITORY / "cdk.json").read_text(encoding="utf-8"))["context"]
    app = cdk.App(context=context)
    return ContactCenterStack(app, f"ContactCenter-{environment}", settings=load_settings(environment))


@pytest.fixture(scope="module", params=environments())
def bare(request: pytest.FixtureRequest) -> Bare:
    Recorder.seen = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(acknowledgement, "Validations", Recorder)
        return Bare(build(request.param), Recorder.seen)


def findings(stack: ContactCenterStack, packs: tuple[type, ...] = PACKS) -> set[tuple[str, str]]:
    return {
        (resource.construct_path, violation.rule_name)
        for pack in packs
        for violation in pack().validate_scope(stack).violations
        for resource in violation.violating_resources
    }


def test_every_finding_is_acknowledged_and_every_acknowledgement_is_about_one(bare: Bare) -> None:
    found = findings(bare.stack)
    covered = {
        (path, rule)
        for path, rule in found
        for each in bare.acknowledged
        if each.rule == rule and (path == each.path or path.startswith(f"{each.path}/"))
    }
    stale = [
        each
        for each in bare.acknowledged
        if not any(rule == each.rule and f"{path}/".startswith(f"{each.path}/") for path, rule in found)
    ]

    assert len(found) > 3, "without acknowledgements there must be findings, or the packs did not look"
    assert found == covered
    assert stale == []


def test_acknowledgements_stand_on_resources_with_full_sentences(bare: Bare) -> None:
    for each in bare.acknowledged:
        assert each.path.count("/") >= 2, f"{each.rule} is acknowledged as high as {each.path}"
        assert len(each.reason) >= acknowledgement.SENTENCE_LENGTH
        assert each.reason.endswith(".")


def test_each_finding_is_acknowledged_once(bare: Bare) -> None:
    named = [(each.path, each.rule) for each in bare.acknowledged]

    assert sorted(named) == sorted(set(named))


@pytest.mark.parametrize("name", environments())
def test_no_finding_is_open(name: str) -> None:
    assert findings(build(name)) == set()
