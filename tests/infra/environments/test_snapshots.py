"""The templates that are reviewed like source; `make snapshots` accepts a change."""

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.json import JSONSnapshotExtension

from tests.infra.environments.normalise import normalise
from tests.infra.environments.synthesized import Synthesized


@pytest.fixture
def templates(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    return snapshot.use_extension(JSONSnapshotExtension)


def test_templates_are_as_reviewed(environment: Synthesized, templates: SnapshotAssertion) -> None:
    for name, template in environment.templates.items():
        kind = "nested" if ".nested." in name else "root"

        assert normalise(template) == templates(name=f"{environment.settings.environment}-{kind}")


def test_hashes_of_code_are_left_out() -> None:
    resource = {"Key": f"{'a' * 64}.zip", "Metadata": {"aws:cdk:path": "x"}, f"CurrentVersion0123ABCD{'b' * 32}": [1]}

    assert normalise(resource) == {"Key": "HASH.zip", "CurrentVersion0123ABCDHASH": [1]}


def test_the_content_of_a_bot_is_left_out() -> None:
    bot = {"BotLocales": [{"LocaleId": "ko_KR"}], f"BotVersion{'0a' * 8}0123ABCD": f"Content {'0a' * 8}"}

    assert normalise(bot) == {"BotVersionHASH": "Content HASH"}
