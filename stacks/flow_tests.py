"""Tests of flows in Connect itself: a nested stack, because what Connect refuses of them is no fault of the centre.

Only where the settings ask for them: a test that has never run in a real account must not roll back an environment.
"""

from collections.abc import Iterator, Mapping

from aws_cdk import Annotations, NestedStack
from constructs import Construct

from aicc_constructs import ContactFlowTest, HoursOfOperation, OpenTime, Queue, Weekly, acknowledge
from aicc_constructs.assets import asset
from aicc_constructs.existing_instance import IInstance
from aicc_constructs.placeholder_values import Placeable
from connect_flows import Flow, load
from connect_flows.test_cases import TestCase, load_test_case
from stacks.settings import Settings
from stacks.settings.flow_tests import ALWAYS_OPEN, TEST_HOURS, TEST_QUEUE, TEST_QUEUE_NAME

# What is against some tests, which is why the settings leave tests off where nobody has seen them run.
_ACCEPTED = {
    "W754": "Nobody has shown that Korean is transcribed in a test's call: a live run has to, before it is relied on.",
    "W758": "The shape of a bot's mocked answer is not published: a live run has to show it, before it is relied on.",
    "W761": "The bot says it, and its words are in no flow: a run against the deployed bot shows that they are right.",
    "W762": "Only the last words of the call tell what the caller is promised, though a live run may lose them.",
}
# Connect documents no hours that are never open, so they are for a minute of the week.
_WEEKS = {"always_open": Weekly.always(), "always_closed": (OpenTime(day="SUNDAY", start="03:00", end="03:01"),)}
_DESCRIPTIONS = {"always_open": "흐름 테스트용: 언제나 열림", "always_closed": "흐름 테스트용: 언제나 닫힘"}


class FlowTests(NestedStack):
    """The test cases of one environment, with the hours and the queue that they put in the place of others.

    Nobody serves that queue, so that no test reaches a person.

    A test is left out, and a note on the stack says so, where it names what the environment has not, or where a value
    is another than its Metadata requires, such as `{"text.callback_offer": "offered"}`.

    Args:
        scope: The environment's stack.
        construct_id: Name below it.
        settings: Whether tests are saved or published, and the prefix of names.
        instance: The instance they belong to.
        values: What placeholders stand for: queues, hours, functions, the bot, flows and texts.

    Attributes:
        tests: By the names of their files.
    """

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        settings: Settings,
        instance: IInstance,
        values: Mapping[str, Placeable | str],
    ) -> None:
        super().__init__(scope, construct_id, description="Tests of contact flows")
        known = dict(values)
        hours: dict[str, HoursOfOperation] = {}
        for key, name in TEST_HOURS.items():
            known[f"hours.{key}"] = hours[key] = HoursOfOperation(
                self,
                f"Hours-{key}",
                instance=instance,
                name=settings.resource_name(name),
                description=_DESCRIPTIONS[key],
                week=_WEEKS[key],
            )
        known[f"queue.{TEST_QUEUE}"] = Queue(
            self,
            "Queue",
            instance=instance,
            name=settings.resource_name(TEST_QUEUE_NAME),
            description="흐름 테스트용: 상담사가 없는 대기열",
            hours=hours[ALWAYS_OPEN],
        )
        flows = list(_flows())
        self.tests: dict[str, ContactFlowTest] = {}
        for name, case in _cases():
            missing = list(_missing(case, known))
            if missing:
                reason = f"{case.source} is left out: {settings.environment} has {' and '.join(missing)}"
                Annotations.of(self).add_info_v2(f"flow-tests:{name}", reason)
                continue
            test = self.tests[name] = ContactFlowTest(
                self,
                name,
                instance=instance,
                test=case,
                values=known,
                flows=flows,
                name_prefix=settings.resource_name(""),
                status=settings.flow_tests.upper(),
            )
            rules = sorted({finding.rule for finding in test.warnings} & set(_ACCEPTED))
            acknowledge(test, {f"connect-flows:{rule}": _ACCEPTED[rule] for rule in rules})


def _cases() -> Iterator[tuple[str, TestCase]]:
    for file in sorted(asset("flows/tests").glob("*.json")):
        yield file.stem, load_test_case(file)


def _missing(case: TestCase, known: Mapping[str, Placeable | str]) -> Iterator[str]:
    """What the test needs and the environment has not, in words."""
    if case.entry_point is not None and case.entry_point.source_phone_number:
        yield "no template that could say who calls (aicc test --publish makes it)"
    yield from sorted({f"no {each}" for each in case.placeholders if each.key not in known})
    for key, value in case.requires.items():
        if known.get(key) != value:
            yield f"no {value!r} for ${{{key}}}"


def _flows() -> Iterator[Flow]:
    for file in (*asset("flows").glob("*.json"), *asset("flows/modules").glob("*.json")):
        yield load(file)
