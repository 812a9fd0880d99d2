import json

import pytest

from connect_flows import Finding, check
from tests.unit.connect_flows.building import block, document_of, flow_of, read


def test_names_the_action_and_the_place_in_it() -> None:
    (finding,) = check(flow_of(block("to\nqueue", "EndFlow")))

    assert str(finding).startswith(
        "a.json: action 'to\\nqueue' (Actions[0]): Type 'EndFlow' is no type of action; use "
    )
    assert (finding.action, finding.action_path, finding.path) == ("to\nqueue", "Actions[0]", "Actions[0].Type")


@pytest.mark.parametrize("name", ["a.b", "a b", "Actions[1].Type", "이름"])
def test_a_member_of_any_name_stays_in_its_action(name: str) -> None:
    (finding,) = check(flow_of({**block("bye", "DisconnectParticipant"), name: "x"}))

    assert (finding.action_path, finding.path) == ("Actions[0]", f"Actions[0][{name!r}]")
    assert finding.place == "action 'bye' (Actions[0])"
    assert finding.message == f"[{name!r}] is unknown"


def test_says_document_where_there_is_no_place() -> None:
    finding = Finding(rule="E104", source="a.json", problem="is too long", cure="shorten it")

    assert str(finding) == "a.json: document: is too long; shorten it [E104]"
    assert finding.action_path == ""


@pytest.mark.parametrize("odd", ["line\nbreak", "\x1b[31m", "\u2028", "가" * 10_000])
def test_is_one_printable_line_whatever_the_flow_holds(odd: str) -> None:
    wrong = block("bye", "DisconnectParticipant", {odd: odd}, next=odd, errors={odd: odd}, conditions=[(odd, odd, odd)])
    document = json.dumps(
        {**document_of(wrong, block("say", odd), block("if", "Compare", errors={odd: "if"})), odd: odd}
    )

    for finding in check(read(json.loads(document))):
        assert str(finding).isprintable()
        assert len(str(finding)) < 1_000
