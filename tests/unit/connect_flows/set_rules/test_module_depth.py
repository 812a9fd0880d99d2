from typing import Any


def nested(module: Any, invoke: Any, depth: int) -> list[Any]:
    inner = [module(f"m{number}", invoke(f"m{number + 1}")) for number in range(1, depth)]
    return [*inner, module(f"m{depth}")]


def test_six_levels_of_modules_are_one_too_many(flow: Any, module: Any, invoke: Any, found: Any) -> None:
    (line,) = found(flow("inbound", invoke("m1")), *nested(module, invoke, 6))

    assert line.endswith("Parameters.FlowModuleId ${module.m1} nests modules 6 levels deep; nest at most 5")


def test_five_levels_are_well(flow: Any, module: Any, invoke: Any, found: Any) -> None:
    assert found(flow("inbound", invoke("m1")), *nested(module, invoke, 5)) == []


def test_a_circle_of_modules_is_not_followed_for_ever(flow: Any, module: Any, invoke: Any, found: Any) -> None:
    assert found(flow("inbound", invoke("a")), module("a", invoke("b")), module("b", invoke("a"))) == []
