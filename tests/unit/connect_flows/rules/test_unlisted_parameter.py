from typing import Any


def test_finds_a_parameter_that_nobody_has_seen(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    load = block("load", "LoadContactContent", {"ContentType": "EmailMessage", "Size": "9"}, next="bye")

    assert found(flow_of(load, bye)) == [
        "load: Parameters.Size was not seen on LoadContactContent before; "
        "make sure that it is spelt as the console exports it"
    ]


def test_finds_an_error_that_nobody_has_seen(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    errors = {"NoMatchingError": "bye", "TooLarge": "bye"}
    load = block("load", "LoadContactContent", {"ContentType": "EmailMessage"}, next="bye", errors=errors)

    assert found(flow_of(load, bye)) == [
        "load: Transitions.Errors[1].ErrorType 'TooLarge' was not seen on LoadContactContent before; "
        "make sure that it is spelt as the console exports it"
    ]


def test_what_was_seen_is_well(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    errors = {"NoMatchingError": "bye"}
    load = block("load", "LoadContactContent", {"ContentType": "EmailMessage"}, next="bye", errors=errors)

    assert found(flow_of(load, bye)) == []


def test_what_aws_describes_is_judged_by_other_rules(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    say = block("say", "MessageParticipant", {"Text": "네", "Volume": "9"}, next="bye", errors={"TooLoud": "bye"})

    assert found(flow_of(say, bye)) == []
