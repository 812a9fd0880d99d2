"""Each rule is broken by documents that break nothing else, and nothing is found where nothing is wrong."""

import json
import re

import pytest

from connect_flows import Finding, Flow, FunctionContract, Severity
from connect_flows._test_cases._rules import RULES
from connect_flows._test_cases._rules._rule import Rule
from connect_flows.test_cases import InvalidTestCase, check_test_case, parse_test_case
from tests.unit.connect_flows.test_cases import documents
from tests.unit.connect_flows.test_cases.breakages import BREAKAGES, WITH_FLOWS, Breakage
from tests.unit.connect_flows.test_cases.documents import Document, observation
from tests.unit.connect_flows.test_cases.small_flows import inbound

FUNCTIONS = {"read_line_status": FunctionContract(answers=frozenset({"line_status", "announcement"}))}


def found(document: Document, flows: list[Flow] | None = None) -> list[Finding]:
    try:
        case = parse_test_case(json.dumps(document), source="case.json")
    except InvalidTestCase as error:
        return list(error.findings)
    return list(check_test_case(case, flows, FUNCTIONS if flows else None))


def names(breakages: tuple[Breakage, ...]) -> list[str]:
    return [f"{breakage.rule} {number}" for number, breakage in enumerate(breakages)]


def test_nothing_is_wrong_with_a_case_that_keeps_all_rules() -> None:
    assert found(documents.whole(), [inbound()]) == []


@pytest.mark.parametrize("breakage", BREAKAGES, ids=names(BREAKAGES))
def test_finds_what_breaks_a_rule_and_where(breakage: Breakage) -> None:
    findings = found(breakage.document)

    assert {finding.rule for finding in findings} == {breakage.rule, *breakage.also}
    assert breakage.path in {finding.path for finding in findings if finding.rule == breakage.rule}


@pytest.mark.parametrize("breakage", WITH_FLOWS, ids=names(WITH_FLOWS))
def test_finds_what_no_flow_knows(breakage: Breakage) -> None:
    findings = found(breakage.document, [inbound()])

    assert {finding.rule for finding in findings} == {breakage.rule, *breakage.also}
    assert breakage.path in {finding.path for finding in findings if finding.rule == breakage.rule}


@pytest.mark.parametrize("breakage", WITH_FLOWS, ids=names(WITH_FLOWS))
def test_says_nothing_of_flows_that_nobody_gave(breakage: Breakage) -> None:
    assert breakage.rule not in {finding.rule for finding in found(breakage.document)}


def test_every_rule_has_a_document_that_breaks_it() -> None:
    broken = {breakage.rule for breakage in (*BREAKAGES, *WITH_FLOWS)}

    assert broken == {"E701", *(rule.id for rule in RULES)}


def test_no_two_rules_share_an_id() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: str(rule.id))
def test_a_rule_says_what_it_wants_in_one_line_and_who_says_so(rule: Rule) -> None:
    assert re.fullmatch("E7[0-4][0-9]|W7[5-9][0-9]", rule.id)
    assert rule.text.isprintable()
    assert rule.text.endswith(".")
    assert len(rule.text) <= 120
    assert rule.source.isprintable()
    assert rule.source


def test_a_finding_names_file_observation_place_value_and_cure_in_one_line() -> None:
    document = documents.whole()
    document["Observations"][2]["Event"]["Properties"]["MatchingCriteria"] = {"Type": "Exact"}

    (finding,) = found(document)

    assert str(finding) == (
        "case.json: observation 'menu' (Observations[2]): Event.Properties.MatchingCriteria.Type is 'Exact'; "
        "use Similarity or Inclusion [E716]"
    )
    assert finding.severity is Severity.ERROR


def test_whoever_hangs_up_reaches_nobody() -> None:
    hello = observation("hello", documents.says("hello"), documents.sends("off", "Disconnect"))

    assert found(documents.case(hello)) == []


def test_a_transfer_may_go_on_to_a_queue_of_its_own() -> None:
    spare = documents.overrides(
        "spare", "TransferContactToQueue", documents.QUEUE, documents.substitute("${queue.tests}")
    )
    begin = observation("start", documents.begins(), spare, then=("queue",))
    queue = observation("queue", documents.starts("TransferContactToQueue", documents.QUEUE))

    assert found(documents.case(begin, queue)) == []


def test_what_was_completed_long_before_can_be_compared() -> None:
    completed = observation("line", documents.completes("InvokeLambdaFunction", documents.FUNCTION), then=("hello",))
    hello = observation(
        "hello", documents.says("hello"), documents.sends("one", "DtmfInput", Value="1"), then=("menu",)
    )
    compared = documents.asserts("same", "$.External.line_status", "open")
    menu = observation("menu", documents.says("press"), compared, documents.ends("end"))

    assert found(documents.case(completed, hello, menu)) == []


def test_a_chat_may_read_korean_with_numerals() -> None:
    hello = observation("hello", documents.says("9시에 오세요."), documents.ends("end"))

    assert found(documents.case(hello, entry=documents.chat())) == []


def test_two_prompts_in_a_row_may_be_one_text() -> None:
    document = documents.whole()
    document["Observations"][2]["Event"]["Properties"]["Text"] = "hello press one"

    assert found(document, [inbound()]) == []


def test_the_entry_point_of_the_request_counts_not_that_of_the_document() -> None:
    text = json.dumps({"Version": "2019-10-30", "Observations": documents.whole()["Observations"]})

    case = parse_test_case(text, source="request", name="asked", entry_point=documents.voice())

    assert list(check_test_case(case)) == []
    assert case.name == "asked"
    assert [str(each) for each in case.placeholders][-1] == "${flow.inbound}"


def test_an_entry_point_of_the_request_that_is_none_is_refused() -> None:
    with pytest.raises(InvalidTestCase, match=r"EntryPoint.Type: is missing; add it, a string \[E701\]"):
        parse_test_case('{"Version": "2019-10-30", "Observations": []}', source="request", entry_point={})
