import json
from pathlib import Path

import pytest

from connect_flows import Flow, draw, parse
from connect_flows._simulator._coverage_report import as_json, report_lines
from connect_flows.simulator import BranchCoverage, Center, LeftOut, SimulationError, read_left_out, watching


def flow_of_menu(name: str = "menu", fallback: str = "bye") -> Flow:
    """Its menu has a shadow: a NextAction that is only a copy of an error's."""
    document = {
        "Version": "2019-10-30",
        "StartAction": "menu",
        "Metadata": {"name": name},
        "Actions": [
            {
                "Identifier": "menu",
                "Type": "GetParticipantInput",
                "Parameters": {"Text": "1번을 눌러 주십시오.", "InputTimeLimitSeconds": "5", "StoreInput": "False"},
                "Transitions": {
                    "NextAction": fallback,
                    "Conditions": [{"NextAction": "thank", "Condition": {"Operator": "Equals", "Operands": ["1"]}}],
                    "Errors": [
                        {"ErrorType": "InputTimeLimitExceeded", "NextAction": fallback},
                        {"ErrorType": "NoMatchingCondition", "NextAction": fallback},
                        {"ErrorType": "NoMatchingError", "NextAction": fallback},
                    ],
                },
            },
            {
                "Identifier": "thank",
                "Type": "MessageParticipant",
                "Parameters": {"Text": "감사합니다."},
                "Transitions": {
                    "NextAction": "bye",
                    "Errors": [{"ErrorType": "NoMatchingError", "NextAction": "bye"}],
                },
            },
            {"Identifier": "bye", "Type": "DisconnectParticipant", "Parameters": {}, "Transitions": {}},
        ],
    }
    return parse(json.dumps(document), source="test")


PRESSED = "condition:Equals:1"
NOTHING = "error:InputTimeLimitExceeded"


def left_out(branch: str, *, flow: str = "menu", block: str = "menu") -> LeftOut:
    return LeftOut(flow=flow, block=block, branch=branch, reason="for a test")


def walked(*keys: str, left_out: tuple[LeftOut, ...] = (), flow: Flow | None = None) -> BranchCoverage:
    """What is measured of the menu when each of these keys is pressed in a call of its own."""
    coverage = BranchCoverage([flow_of_menu()], left_out)
    with watching(coverage):
        for key in keys:
            Center([flow or flow_of_menu()]).call("+821012345678", flow="menu").presses(key)
    return coverage


def test_counts_each_branch_once_and_copies_not_at_all() -> None:
    [menu] = walked("1", "1").flows

    assert [place.branch for place in menu.walked] == [PRESSED, "success"]
    assert [place.branch for place in menu.missed] == [
        NOTHING,
        "error:NoMatchingCondition",
        "error:NoMatchingError",
        "error:NoMatchingError",
    ]
    assert (menu.branches, menu.percent) == (6, 33.3)


def test_what_is_walked_where_a_branch_leads_elsewhere_does_not_count() -> None:
    coverage = walked("5", flow=flow_of_menu(fallback="thank"))

    [menu] = coverage.flows
    assert [str(place) for place in menu.walked] == ["menu: block thank: success -> bye"]


def test_what_is_walked_in_another_flow_does_not_count() -> None:
    coverage = BranchCoverage([flow_of_menu("other")])
    with watching(coverage):
        Center([flow_of_menu()]).call(flow="menu").presses("1")

    assert coverage.percent == 0.0


def test_what_was_walked_elsewhere_can_be_added() -> None:
    elsewhere = walked("1")

    here = walked("5")
    here.add(json.loads(json.dumps(sorted(elsewhere.taken))))

    assert len(here.flows[0].walked) == 3


def test_a_branch_that_is_left_out_is_not_missed() -> None:
    [menu] = walked("1", left_out=(left_out(NOTHING),)).flows

    assert (menu.branches, menu.percent) == (6, 40.0)
    assert {place.branch: reason for place, reason in menu.left_out.items()} == {NOTHING: "for a test"}


@pytest.mark.parametrize(
    ("wrong", "problem"),
    [
        (left_out(PRESSED), "menu: block menu: condition:Equals:1: is walked after all; leave it out no longer"),
        (left_out("error:X"), "menu: block menu: error:X: there is no such branch; leave out another, or none"),
        (left_out("success"), "menu: block menu: success: there is no such branch; leave out another, or none"),
        (left_out(PRESSED, flow="a"), "a: block menu: condition:Equals:1: there is no such branch; leave out"),
    ],
    ids=["walked", "unknown", "copy", "other flow"],
)
def test_a_list_of_what_is_left_out_that_is_wrong_is_a_problem(wrong: LeftOut, problem: str) -> None:
    [found] = walked("1", left_out=(wrong,)).problems

    assert found.startswith(problem)


def test_what_is_walked_counts_even_if_it_is_left_out() -> None:
    assert len(walked("1", left_out=(left_out(PRESSED),)).flows[0].walked) == 2


def test_the_report_has_a_line_for_each_flow_and_names_what_was_missed() -> None:
    lines = list(report_lines(walked("1", "5", left_out=(left_out(NOTHING), left_out("error:X")))))

    assert lines == [
        "flow  branches  walked  left out  percent",
        "menu         6       3         1     60.0",
        "all          6       3         1     60.0",
        "",
        "not walked:",
        "  menu: block menu: error:NoMatchingError -> bye",
        "  menu: block thank: error:NoMatchingError -> bye",
        "",
        "menu: block menu: error:X: there is no such branch; leave out another, or none",
    ]


def test_the_report_for_programs_says_the_same() -> None:
    told = json.loads(json.dumps(as_json(walked("1", left_out=(left_out(NOTHING),)))))

    assert (told["percent"], told["branches"], told["walked"], told["left_out"]) == (40.0, 6, 2, 1)
    [menu] = told["flows"]
    assert menu["walked"][0] == {"block": "menu", "branch": PRESSED, "target": "thank"}
    assert menu["left_out"] == [{"block": "menu", "branch": NOTHING, "target": "bye", "reason": "for a test"}]
    assert len(menu["missed"]) == 3


def test_a_drawing_shows_what_was_walked_missed_and_left_out() -> None:
    drawing = walked("1", left_out=(left_out(NOTHING),)).drawing("menu")

    for block, branch, mark in (
        ("menu", PRESSED, "condition walked"),
        ("menu", NOTHING, "error left-out"),
        ("menu", "error:NoMatchingCondition", "error missed"),
        ("thank", "success", "success walked"),
    ):
        [line] = [line for line in drawing.splitlines() if f'data-action="{block}" data-branch="{branch}"' in line]
        assert f'class="branch {mark}"' in line
    for words in ("검사함 2", "검사 안 됨 3", "검사 제외 1"):
        assert words in drawing


def test_a_line_of_several_branches_shows_what_was_walked_upon_what_was_missed_and_upon_copies() -> None:
    drawing = walked("5").drawing("menu")

    lines = [line for line in drawing.splitlines() if 'data-action="menu"' in line and 'class="branch error' in line]
    classes = [line.partition('class="')[2].partition('"')[0] for line in lines]
    assert classes == ["branch error", "branch error missed", "branch error missed", "branch error walked"]


def test_a_drawing_without_marks_has_no_trace_of_them() -> None:
    assert "검사" not in draw(flow_of_menu())


def test_there_is_no_drawing_of_a_flow_that_is_not_measured() -> None:
    with pytest.raises(KeyError):
        walked().drawing("other")


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("[[left_out]]\nflow = 1", ["left_out[0] has flow; give it flow, block, branch, reason"]),
        ("left_out = 1", ["left_out is no list; write [[left_out]] above each branch"]),
        ("excluded = 1", ["excluded is unknown; use only [[left_out]]"]),
        (
            '[[left_out]]\nflow = "a"\nblock = ""\nbranch = "c"\nreason = 1',
            ["left_out[0].block is ''; write a text", "left_out[0].reason is 1; write a text"],
        ),
        (
            '[[left_out]]\nflow = "a"\nblock = "b"\nbranch = "c"\nreason = "d"\n' * 2,
            ["left_out[1] repeats a: b: c; keep one of them"],
        ),
        ("[[left_out", ["cannot be read (Expected ']]'"]),
    ],
    ids=["keys", "no list", "unknown", "values", "twice", "no TOML"],
)
def test_a_file_of_what_is_left_out_that_is_wrong_is_refused(tmp_path: Path, text: str, faults: list[str]) -> None:
    file = tmp_path / "left_out.toml"
    file.write_text(text, encoding="utf-8")

    with pytest.raises(SimulationError) as error:
        read_left_out(file)

    found = str(error.value).splitlines()
    assert len(found) == len(faults)
    for line, fault in zip(found, faults, strict=True):
        assert line.startswith(f"{file}: {fault}")


def test_a_file_of_what_is_left_out_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SimulationError, match="cannot be read"):
        read_left_out(tmp_path / "left_out.toml")
