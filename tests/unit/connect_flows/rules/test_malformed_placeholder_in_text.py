from typing import Any

import pytest


def say(block: Any, text: str) -> Any:
    return block("say", "MessageParticipant", {"Text": text}, next="bye")


def test_finds_what_a_caller_would_hear(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    (finding,) = found(flow_of(say(block, "${company} 고객센터입니다."), bye))

    assert finding.startswith(
        "say: Parameters.Text '${company}' is no placeholder and stays as it is; write ${kind.name}"
    )


def test_tells_once_of_what_is_there_twice(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    assert len(found(flow_of(say(block, "${company}, ${company}, ${hours}"), bye))) == 2


@pytest.mark.parametrize("text", ["${text.company_name} 고객센터입니다.", "요금은 $5입니다.", "{company}"])
def test_what_is_one_or_does_not_try_to_be_is_well(block: Any, bye: Any, flow_of: Any, found: Any, text: str) -> None:
    assert found(flow_of(say(block, text), bye)) == []


def test_what_stands_for_a_resource_is_another_rules(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    say_prompt = block("say", "MessageParticipant", {"PromptId": "${prompts.hello}"}, next="bye")

    assert found(flow_of(say_prompt, bye)) == []


def test_what_another_tool_is_to_fill_in_is_found_there_too(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    say_prompt = block("say", "MessageParticipant", {"PromptId": "${GreetingPrompt.Arn}"}, next="bye")

    assert len(found(flow_of(say_prompt, bye))) == 1
