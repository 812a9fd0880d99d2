"""What a deploy may not replace: logical ids of what holds data, and the properties that replace it.

frozen/<environment>.json is written by hand or by `python -m tests.infra.environments.frozen`, and only when losing or
moving the data of every running environment is meant.
"""

import json

from tests.infra.environments.frozen import FOLDER, PRECIOUS, create_only, held
from tests.infra.environments.synthesized import Synthesized

CURE = "it would replace what holds data: undo it, or see the head of this file"


def test_nothing_that_holds_data_would_be_replaced(environment: Synthesized) -> None:
    file = FOLDER / f"{environment.settings.environment}.json"
    frozen = json.loads(file.read_text(encoding="utf-8"))

    assert held(environment.resources) == frozen, CURE


def test_every_precious_kind_has_properties_that_replace_it_or_an_id() -> None:
    assert create_only("AWS::Connect::Instance") == {"DirectoryId", "IdentityManagementType", "InstanceAlias"}
    assert create_only("AWS::Connect::PhoneNumber") >= {"CountryCode", "Description", "Type"}
    assert create_only("AWS::DynamoDB::GlobalTable") >= {"KeySchema"}
    assert create_only("AWS::Logs::LogGroup") == {"LogGroupName"}
    assert set(PRECIOUS) >= {"AWS::S3::Bucket", "AWS::KMS::Key", "Custom::PhoneNumberContactFlow"}


def test_a_changed_alias_would_be_found(environment: Synthesized) -> None:
    resources = json.loads(json.dumps(environment.resources))
    [instance] = [item for item in resources.values() if item["Type"] == "AWS::Connect::Instance"]
    before = held(resources)

    instance["Properties"]["InstanceAlias"] = "another"

    assert held(resources) != before


def test_a_moved_table_would_be_found(environment: Synthesized) -> None:
    resources = json.loads(json.dumps(environment.resources))
    [name, *_] = [key for key, item in resources.items() if item["Type"] == "AWS::DynamoDB::GlobalTable"]
    before = held(resources)

    resources["Moved"] = resources.pop(name)

    assert held(resources) != before
