"""Tests of flows in Connect itself: a nested stack, because what Connect refuses of them is no fault of the centre.

Only where the settings ask for them: a test that has never run in a real account must not roll back an environment.
"""

from collections.abc import Iterator, Mapping

from aws_cdk import Annotations, NestedStack
from constructs import Construct

from aicc_constructs import ContactFlowTest, HoursOfOperation, OpenTime, Weekly
from aicc_constructs.assets import asset
from aicc_constructs.existing_instance import IInstance
from aicc_constructs.placeholder_values import Placeable
from connect_flows import Flow, load
from connect_flows.test_cases import TestCase, load_test_case
from stacks.base_flows import BASE_FLOWS
from stacks.flows import FLOWS, MODULES
from stacks.settings import Settings
from stacks.settings.flow_tests import TEST_HOURS

# Connect documents no hours that are never open, so they are for a minute of the week.
_WEEKS = {"always_open": Weekly.always(), "always_closed": (OpenTime(day="SUNDAY", start="03:00", end="03:01"),)}
_DESCRIPTIONS = {"always_open": "흐름 테스트용: 언제나 열림", "always_closed": "흐름 테스트용: 언제나 닫힘"}


class FlowTests(NestedStack):
    """The test cases of one environment, with the hours that they put in the place of others.

    A test that names what the environment has not is left out, and a note on the stack says so.

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
        for key, name in TEST_HOURS.items():
            known[f"hours.{key}"] = HoursOfOperation(
                self,
                f"Hours-{key}",
                instance=instance,
                name=settings.resource_name(name),
                description=_DESCRIPTIONS[key],
                week=_WEEKS[key],
            )
        flows = list(_flows())
        self.tests: dict[str, ContactFlowTest] = {}
        for name, case in _cases():
            missing = sorted({str(each) for each in case.placeholders if each.key not in known})
            if missing:
                reason = f"{case.source} is left out: {settings.environment} has no {', '.join(missing)}"
                Annotations.of(self).add_info_v2(f"flow-tests:{name}", reason)
                continue
            self.tests[name] = ContactFlowTest(
                self,
                name,
                instance=instance,
                test=case,
                values=known,
                flows=flows,
                name_prefix=settings.resource_name(""),
                status=settings.flow_tests.upper(),
            )


def _cases() -> Iterator[tuple[str, TestCase]]:
    for file in sorted(asset("flows/tests").glob("*.json")):
        yield file.stem, load_test_case(file)


def _flows() -> Iterator[Flow]:
    for name in (*BASE_FLOWS, *FLOWS):
        yield load(asset(f"flows/{name}.json"))
    for name in MODULES:
        yield load(asset(f"flows/modules/{name}.json"))
