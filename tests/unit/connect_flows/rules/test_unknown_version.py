from typing import Any

import pytest


def test_there_is_one_version(bye: Any, flow_of: Any, found: Any) -> None:
    assert found(flow_of(bye, Version="2019-10-30")) == []


def test_refuses_every_other_version(bye: Any, flow_of: Any, found: Any) -> None:
    assert found(flow_of(bye, Version="2017-01-01")) == [
        "Version: is '2017-01-01'; make it '2019-10-30', the only one there is"
    ]


@pytest.mark.parametrize("version", ["", "2019-10-30 ", "2019-10-3", "latest"])
def test_takes_no_spelling_but_the_one(bye: Any, flow_of: Any, found: Any, version: str) -> None:
    assert len(found(flow_of(bye, Version=version))) == 1
