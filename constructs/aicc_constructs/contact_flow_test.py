"""A test of contact flows that Amazon Connect runs itself, read from a JSON file of the repository.

Source: AWS::Connect::TestCase; Connect developer guide, "Amazon Connect testing language". Its registry schema refuses
every telephone number: the pattern wants backslashes, `^\\\\+[1-9]`, and so CloudFormation would fail a whole deploy.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from aws_cdk import Annotations
from aws_cdk.aws_connect import CfnTestCase
from constructs import Construct

from aicc_constructs.checks import check_choice, check_description, check_length
from aicc_constructs.errors import InvalidInput
from aicc_constructs.existing_instance import IInstance
from aicc_constructs.placeholder_values import Placeable, placeholder_values
from connect_flows import Finding, Flow, Severity
from connect_flows.test_cases import InvalidTestCase, TestCase, check_test_case, load_test_case, render_test_case

STATUSES = ("PUBLISHED", "SAVED")
# Lengths in the registry schema.
NAME_LENGTH = 127
DESCRIPTION_LENGTH = 500


class ContactFlowTest(Construct):
    """A test case of an instance: a call or a chat that Connect makes up, what it says, and what must come of it.

    The test is judged by the rules of `connect_flows.test_cases`. What Amazon Connect would refuse stops the synth.
    What it takes and a careful engineer would not is a warning of the CDK, which `acknowledge` accepts by its rule,
    such as "connect-flows:W701".

    Args:
        scope: Parent construct.
        construct_id: Name below the parent.
        instance: The instance it belongs to.
        test: The JSON file, or what `connect_flows.test_cases.load_test_case` made of it. Name, description, entry
            point and initialization data are in its Metadata.
        values: What its `${kind.name}` placeholders stand for: nothing.
        flows: The flows it may run through, so that texts and keys which none of them has are found: not looked for.
        name_prefix: Put before the test's name: none.
        status: "SAVED" keeps what Connect has not judged and cannot start. "PUBLISHED" can be started, and where
            Connect refuses it the deploy fails. SAVED.

    Attributes:
        name: With its prefix.
        test_case_arn: What `StartTestCaseExecution` takes, by its last part.
        warnings: What a careful engineer would say against it.

    Raises:
        InvalidTestCase: The file is no test case, or one that Amazon Connect would refuse; one line per finding.
        UnknownPlaceholder: A placeholder has no value; the message lists what there is.
        InvalidInput: The test does not begin in a flow, says from which number (see above), or has a name or a
            description that it cannot have.

    Source: AWS::Connect::TestCase; Amazon Connect testing language 2019-10-30.

    Example:
        >>> from aws_cdk import Stack
        >>> from aicc_constructs import ConnectInstance, ContactFlow
        >>> from aicc_constructs.assets import asset
        >>> from connect_flows.test_cases import parse_test_case
        >>> stack = Stack()
        >>> instance = ConnectInstance(stack, "Instance", alias="hanbit")
        >>> flow = ContactFlow(stack, "Hold", instance=instance, flow=asset("flows/customer_hold.json"))
        >>> heard = parse_test_case('''{"Version": "2019-10-30", "Metadata": {"entryPoint": {"Type": "CHAT",
        ...     "ChatEntryPointParameters": {"FlowId": "${flow.hold}"}}}, "Observations": [{"Identifier": "end",
        ...     "Event": {"Identifier": "end-event", "Type": "TestCompleted", "Actor": "System", "Properties": {}},
        ...     "Actions": [], "Transitions": {"NextObservations": []}}]}''', source="tests/hold.json")
        >>> test = ContactFlowTest(
        ...     stack, "Test", instance=instance, test=heard, values={"flow.hold": flow}, name_prefix="aicc-"
        ... )
        >>> test.name
        'aicc-hold'
    """

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        instance: IInstance,
        test: Path | TestCase,
        values: Mapping[str, Placeable | str] | None = None,
        flows: Sequence[Flow] | None = None,
        name_prefix: str = "",
        status: str = "SAVED",
    ) -> None:
        case = test if isinstance(test, TestCase) else load_test_case(test)
        check_choice(f"{case.source}: status", status, STATUSES)
        self.warnings = _judged(case, flows)
        self.name = f"{name_prefix}{case.name}"
        description = case.description or None
        _check_texts(case.source, self.name, description)
        content = render_test_case(case, placeholder_values(values or {}))
        entry_point = _entry_point(case, content)
        super().__init__(scope, construct_id)
        for finding in self.warnings:
            Annotations.of(self).add_warning_v2(f"connect-flows:{finding.rule}", str(finding))
        self._resource = CfnTestCase(
            self,
            "Resource",
            instance_arn=instance.instance_arn,
            name=self.name,
            description=description,
            content=content,
            entry_point=entry_point,
            initialization_data=_metadata(content).get("initializationData"),
            status=status,
        )
        self.test_case_arn = self._resource.attr_test_case_arn
        instance.chain.append(self._resource)


def _judged(case: TestCase, flows: Sequence[Flow] | None) -> tuple[Finding, ...]:
    findings = tuple(check_test_case(case, flows))
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    if errors:
        raise InvalidTestCase(errors)
    return findings


def _check_texts(source: str, name: str, description: str | None) -> None:
    if not name.isascii():
        raise InvalidInput(f"{source}: name", f"{name!r} is not ASCII", "put Korean into Metadata.description")
    check_length(f"{source}: name", name, NAME_LENGTH)
    check_description(source, description, DESCRIPTION_LENGTH)


def _entry_point(case: TestCase, content: str) -> CfnTestCase.EntryPointProperty:
    given, place = case.entry_point, f"{case.source}: entry point"
    if given is None or not given.flow_id:
        raise InvalidInput(place, "names no flow", "write its FlowId, such as ${flow.inbound}, into Metadata")
    if given.source_phone_number:
        raise InvalidInput(
            place,
            "has a SourcePhoneNumber, and CloudFormation refuses every number",
            "leave it out, or make the test by CreateTestCase",
        )
    kind = "VoiceCallEntryPointParameters" if given.is_voice else "ChatEntryPointParameters"
    flow_id = _metadata(content)["entryPoint"][kind]["FlowId"]
    voice = CfnTestCase.VoiceCallEntryPointParametersProperty(flow_id=flow_id) if given.is_voice else None
    chat = None if given.is_voice else CfnTestCase.ChatEntryPointParametersProperty(flow_id=flow_id)
    return CfnTestCase.EntryPointProperty(
        type=given.type, voice_call_entry_point_parameters=voice, chat_entry_point_parameters=chat
    )


def _metadata(content: str) -> dict[str, Any]:
    # Tokens of the CDK are plain text here.
    metadata: dict[str, Any] = json.loads(content).get("Metadata", {})
    return metadata
