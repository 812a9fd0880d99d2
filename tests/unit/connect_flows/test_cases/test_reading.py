import json
from pathlib import Path

import pytest

from connect_flows import FlowError, UnknownPlaceholder
from connect_flows.test_cases import (
    InvalidTestCase,
    load_test_case,
    parse_test_case,
    render_entry_point,
    render_test_case,
)
from tests.unit.connect_flows.test_cases import documents


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file with a test case whose metadata name nothing."""
    document = documents.whole()
    del document["Metadata"]["name"]
    file = tmp_path / "closed_on_holidays.json"
    file.write_text(json.dumps(document), encoding="utf-8")
    return file


def test_a_case_is_named_after_its_file_if_nothing_names_it(file: Path) -> None:
    assert load_test_case(file).name == "closed_on_holidays"


def test_reads_every_part(file: Path) -> None:
    case = load_test_case(file)

    assert [each.identifier for each in case.observations] == ["start", "line", "menu", "transfer"]
    assert [action.next_action for action in case.observations[3].actions] == ["note", "end", ""]
    assert case.observations[0].next_observations == ("line",)
    assert case.attributes == {"vip": "true"}
    assert case.entry_point is not None
    assert case.entry_point.source_phone_number == "+821012345678"
    assert {str(each) for each in case.placeholders} == {
        "${flow.inbound}",
        "${function.read_line_status}",
        "${hours.always_open}",
        "${hours.main}",
        "${queue.general}",
    }


def test_a_file_that_is_not_there_is_an_error_of_ours(tmp_path: Path) -> None:
    with pytest.raises(InvalidTestCase, match=r"missing\.json: document: cannot be read") as refused:
        load_test_case(tmp_path / "missing.json")

    assert isinstance(refused.value, FlowError)


def test_all_that_is_wrong_is_said_at_once() -> None:
    document = documents.whole()
    document["Version"] = 1
    del document["Observations"][0]["Event"]
    document["Observations"][3]["Actions"][1] = "note"

    with pytest.raises(InvalidTestCase) as refused:
        parse_test_case(json.dumps(document), source="case.json")

    assert str(refused.value).split("\n") == [
        "case.json: Version: is 1; make it a string [E701]",
        "case.json: observation 'start' (Observations[0]): Event is missing; add it, an object [E701]",
        "case.json: observation 'transfer' (Observations[3]): Actions[1] is 'note'; make it an object [E701]",
    ]


def test_a_key_that_is_there_twice_is_an_error() -> None:
    with pytest.raises(InvalidTestCase, match=r"Version: is there twice; keep one of them \[E001\]"):
        parse_test_case('{"Version": "1", "Version": "2019-10-30", "Observations": []}', source="case.json")


def test_values_take_the_place_of_placeholders(file: Path) -> None:
    case = load_test_case(file)
    values = {placeholder.key: f"arn-of-{placeholder.name}" for placeholder in case.placeholders}

    content = render_test_case(case, values)
    entry = render_entry_point(case, values)

    assert "${" not in content
    assert '"SubstituteArn":"arn-of-always_open"' in content
    assert entry == {
        "Type": "VOICE_CALL",
        "VoiceCallEntryPointParameters": {"FlowId": "arn-of-inbound", "SourcePhoneNumber": "+821012345678"},
    }


def test_says_what_an_environment_must_have_for_it() -> None:
    document = documents.whole()
    document["Metadata"]["requires"] = {"text.callback_offer": "offered"}

    assert parse_test_case(json.dumps(document), source="case.json").requires == {"text.callback_offer": "offered"}


def test_a_placeholder_without_a_value_is_an_error(file: Path) -> None:
    case = load_test_case(file)

    with pytest.raises(UnknownPlaceholder, match=r"\$\{queue\.general\} has no value"):
        render_test_case(
            case, {placeholder.key: "x" for placeholder in case.placeholders if placeholder.kind != "queue"}
        )
    with pytest.raises(UnknownPlaceholder, match=r"\$\{flow\.inbound\} has no value"):
        render_entry_point(case, {})
