from collections.abc import Callable

import pytest
from aws_cdk import Stack

from aicc_constructs import ExistingInstance, HoursOfOperation, Prompt, Queue, Weekly
from aicc_constructs.placeholder_values import placeholder_values

Refusal = Callable[[Callable[[], object]], str]

QUEUE = Queue.from_arn("arn:aws:connect:ap-northeast-2:111122223333:instance/1a2b3c4d/queue/5e6f", "General")


def test_each_construct_stands_for_its_arn(stack: Stack, instance: ExistingInstance) -> None:
    hours = HoursOfOperation(stack, "Hours", instance=instance, name="Main", week=Weekly.always())
    music = Prompt(stack, "Music", instance=instance, name="Music", s3_uri="s3://hanbit/hold.wav")

    values = placeholder_values({"queue.general": QUEUE, "hours.main": hours, "prompt.music": music})

    assert values == {
        "queue.general": QUEUE.queue_arn,
        "hours.main": hours.hours_of_operation_arn,
        "prompt.music": music.prompt_arn,
    }


def test_a_text_stands_for_itself() -> None:
    assert placeholder_values({"text.company_name": "한빛", "bot.main": "arn:lex"}) == {
        "text.company_name": "한빛",
        "bot.main": "arn:lex",
    }


@pytest.mark.parametrize("key", ["hours.general", "general"])
def test_a_construct_under_another_kind_is_refused(key: str, refusal: Refusal) -> None:
    assert refusal(lambda: placeholder_values({key: QUEUE})) == (
        f"placeholder {key!r}: names a queue; call it queue.<name>"
    )
