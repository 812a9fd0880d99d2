import pytest


def test_a_type_that_exists_is_well(flow_of, bye, found) -> None:
    assert found(flow_of(bye)) == []
