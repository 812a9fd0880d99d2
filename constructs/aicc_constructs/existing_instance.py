"""An instance that exists, with what may be associated to it; the instance that is made here is one too."""

import re
from collections.abc import Sequence
from typing import Protocol

from aws_cdk import Aws, Duration
from aws_cdk.aws_cloudwatch import Metric
from aws_cdk.aws_connect import CfnApprovedOrigin, CfnIntegrationAssociation
from aws_cdk.aws_iam import Grant, IGrantable
from aws_cdk.aws_lambda import CfnPermission
from constructs import Construct

from aicc_constructs.checks import is_token
from aicc_constructs.creation_chain import CreationChain
from aicc_constructs.errors import InvalidInput

_ORIGIN = re.compile(r"https://[A-Za-z0-9][A-Za-z0-9.-]*(:[0-9]{1,5})?")


class IInstance(Protocol):
    """What other constructs need of an instance, made here or not."""

    instance_arn: str
    instance_id: str
    chain: CreationChain


class ICallable(Protocol):
    """A function that flows may invoke: the ARN of its alias, so that a deploy does not touch the flows."""

    @property
    def function_arn(self) -> str: ...


class ExistingInstance(Construct):
    """An instance that was made elsewhere; its log group, storage and attributes stay as they are.

    Example:
        >>> from aws_cdk import Stack
        >>> from aicc_constructs import ConnectInstance, PythonHandler
        >>> stack = Stack()
        >>> instance = ConnectInstance.from_arn(
        ...     stack, "Instance", "arn:aws:connect:ap-northeast-2:111122223333:instance/1a2b3c4d"
        ... )
        >>> instance.instance_id
        '1a2b3c4d'
        >>> instance.approve_origins(["https://crm.example.com"])
        >>> function = PythonHandler(stack, "Status", handler="status.handler", description="Tells the line's status")
        >>> association = instance.associate_function("Status", function)
        >>> bot = instance.associate_bot("Bot", "arn:aws:lex:ap-northeast-2:111122223333:bot-alias/ABCDEFGHIJ/KLMNOP")
        >>> grant = instance.grant_start_outbound_voice_contact(function)
        >>> grant = instance.grant_read_metrics(function)
        >>> grant = instance.grant_find_contacts(function)
        >>> grant = instance.grant_read_contact_attributes(function)
        >>> [
        ...     each.metric_name
        ...     for each in (
        ...         instance.metric_concurrent_calls_percentage(),
        ...         instance.metric_missed_calls(),
        ...         instance.metric_throttled_calls(),
        ...         instance.metric("CallRecordingUploadError", "CallRecordings"),
        ...     )
        ... ]
        ['ConcurrentCallsPercentage', 'MissedCalls', 'ThrottledCalls', 'CallRecordingUploadError']
    """

    def __init__(self, scope: Construct, construct_id: str, *, instance_arn: str, instance_id: str) -> None:
        super().__init__(scope, construct_id)
        self.instance_arn = instance_arn
        self.instance_id = instance_id
        self.chain = CreationChain()
        self._origins: set[str] = set()

    def approve_origins(self, origins: Sequence[str]) -> None:
        """Let web pages of these origins embed the agent's screen.

        Args:
            origins: Such as "https://crm.example.com": https only, no path, no wildcard.

        Raises:
            InvalidInput: An origin is not https, has a path or wildcard, or is named twice.
        """
        for origin in origins:
            place = f"{self.node.path}: approved origin"
            if not is_token(origin) and not _ORIGIN.fullmatch(origin):
                raise InvalidInput(place, f"{origin!r} is not an https origin", "write https://host without a path")
            if origin in self._origins:
                raise InvalidInput(place, f"{origin!r} is named twice", "name each once")
            self._origins.add(origin)
            self.chain.append(
                CfnApprovedOrigin(self, f"Origin{_identifier(origin)}", instance_id=self.instance_arn, origin=origin)
            )

    def associate_function(self, construct_id: str, function: ICallable) -> CfnIntegrationAssociation:
        """Let the flows of this instance, and of no other, invoke a function.

        The association makes it eligible in flows; the permission is written out as well, narrowed to this instance
        and account.
        """
        permission = CfnPermission(
            self,
            f"{construct_id}Permission",
            action="lambda:InvokeFunction",
            function_name=function.function_arn,
            principal="connect.amazonaws.com",
            source_arn=self.instance_arn,
            source_account=Aws.ACCOUNT_ID,
        )
        association = CfnIntegrationAssociation(
            self,
            construct_id,
            instance_id=self.instance_arn,
            integration_arn=function.function_arn,
            integration_type="LAMBDA_FUNCTION",
        )
        association.add_resource_dependency(permission)
        self.chain.append(association)
        return association

    def associate_bot(self, construct_id: str, bot_alias_arn: str) -> CfnIntegrationAssociation:
        """Let the flows of this instance talk to a Lex V2 bot alias.

        The association alone writes the alias's resource policy: a second owner of that policy would collide.

        Args:
            construct_id: Name of the association below this instance.
            bot_alias_arn: `arn:...:lex:...:bot-alias/BOT/ALIAS`; never the test alias, which takes two calls at a time.

        Raises:
            InvalidInput: The ARN is not one of a bot alias, or is the test alias.
        """
        place = f"{self.node.path}: bot {construct_id}"
        if not is_token(bot_alias_arn):
            if ":bot-alias/" not in bot_alias_arn:
                raise InvalidInput(place, f"{bot_alias_arn!r} is not the ARN of a bot alias", "pass the alias's ARN")
            if bot_alias_arn.endswith("/TSTALIASID"):
                raise InvalidInput(place, "TSTALIASID takes two conversations at a time", "make an alias of a version")
        association = CfnIntegrationAssociation(
            self,
            construct_id,
            instance_id=self.instance_arn,
            integration_arn=bot_alias_arn,
            integration_type="LEX_BOT",
        )
        self.chain.append(association)
        return association

    def grant_start_outbound_voice_contact(self, grantee: IGrantable) -> Grant:
        """Let someone start outbound calls in this instance."""
        return self._grant(grantee, ["connect:StartOutboundVoiceContact"], f"{self.instance_arn}/contact/*")

    def grant_find_contacts(self, grantee: IGrantable) -> Grant:
        """Let someone search the contacts of this instance, and look at each."""
        self._grant(grantee, ["connect:SearchContacts"], self.instance_arn)
        return self._grant(grantee, ["connect:DescribeContact"], f"{self.instance_arn}/contact/*")

    def grant_read_contact_attributes(self, grantee: IGrantable) -> Grant:
        """Let someone read the attributes that flows have left on contacts of this instance."""
        return self._grant(grantee, ["connect:GetContactAttributes"], f"{self.instance_arn}/contact/*")

    def grant_read_metrics(self, grantee: IGrantable) -> Grant:
        """Let someone read the current metrics of this instance's queues (agents free, contacts waiting)."""
        return self._grant(grantee, ["connect:GetCurrentMetricData"], f"{self.instance_arn}/queue/*")

    def metric(self, name: str, group: str, *, statistic: str = "Maximum", period: Duration | None = None) -> Metric:
        """A metric of the whole instance in AWS/Connect.

        Args:
            name: Such as "ThrottledCalls".
            group: The MetricGroup it is published under: "VoiceCalls", "Chats", "Tasks", "CallRecordings".
            statistic: CloudWatch statistic: Maximum.
            period: One minute, as Connect publishes it.
        """
        return Metric(
            namespace="AWS/Connect",
            metric_name=name,
            dimensions_map={"InstanceId": self.instance_id, "MetricGroup": group},
            statistic=statistic,
            period=period or Duration.minutes(1),
        )

    def metric_concurrent_calls_percentage(self) -> Metric:
        """Calls at the same time over the quota, as a fraction: 0.8 is 80 %."""
        return self.metric("ConcurrentCallsPercentage", "VoiceCalls")

    def metric_missed_calls(self) -> Metric:
        """Voice contacts that an agent let ring for 20 s, per minute."""
        return self.metric("MissedCalls", "VoiceCalls", statistic="Sum")

    def metric_throttled_calls(self) -> Metric:
        """Calls rejected because the rate of calls was over the quota, per minute."""
        return self.metric("ThrottledCalls", "VoiceCalls", statistic="Sum")

    def _grant(self, grantee: IGrantable, actions: list[str], resource: str) -> Grant:
        return Grant.add_to_principal(grantee=grantee, actions=actions, resource_arns=[resource])


def _identifier(text: str) -> str:
    # Dots stay: a.example.com and a-example.com are two origins.
    return re.sub(r"[^A-Za-z0-9.:]+", "-", text.removeprefix("https://"))
