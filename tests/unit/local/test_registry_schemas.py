"""Schemas that are read past cfn-lint are those that cfn-lint has."""

from pathlib import Path

import cfnlint.schema.manager
import pytest

from aicc_local.connect.types import CONNECT_TYPES
from aicc_local.lex.types import LEX_TYPES
from aicc_local.registry_schemas import registry_schema

REGION = "ap-northeast-2"


def test_schemas_are_those_of_cfn_lint() -> None:
    data = Path(cfnlint.schema.manager.__file__).parents[1] / "data" / "schemas"
    theirs = cfnlint.schema.manager.ProviderSchemaManager(data / "providers", data / "resources")
    names = [each.type_name for each in (*CONNECT_TYPES, *LEX_TYPES)]

    assert {name: registry_schema(name).document for name in names} == {
        name: theirs.get_resource_schema(REGION, name).schema for name in names
    }


def test_a_type_that_is_not_there_is_refused() -> None:
    with pytest.raises(KeyError, match="AWS::Connect::Nothing: ap-northeast-2 has no such type"):
        registry_schema("AWS::Connect::Nothing")
