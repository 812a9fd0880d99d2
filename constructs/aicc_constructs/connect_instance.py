"""An Amazon Connect instance: made, or one that exists, with what may be associated to it.

Source: AWS::Connect::Instance; Amazon Connect administrator guide. Identity and alias replace the instance, and a
replaced instance loses every contact record: both are chosen once.
"""

import re
from collections.abc import Sequence

from aws_cdk import Fn, RemovalPolicy
from aws_cdk.aws_connect import CfnInstance
from aws_cdk.aws_kms import IKey
from aws_cdk.aws_logs import ILogGroup, LogGroup, RetentionDays
from constructs import Construct

from aicc_constructs.checks import check_choice, check_length, is_token
from aicc_constructs.errors import InvalidInput
from aicc_constructs.existing_instance import ExistingInstance

IDENTITIES = frozenset({"CONNECT_MANAGED", "SAML"})
_ALIAS = re.compile(r"(?!d-)[0-9a-zA-Z]+(-+[0-9a-zA-Z]+)*")
_ARN = re.compile(r"arn:aws[-a-z0-9]*:connect:[-a-z0-9]+:[0-9]{12}:instance/[-a-zA-Z0-9]+")


class ConnectInstance(ExistingInstance):
    """An Amazon Connect instance with its log group.

    Args:
        scope: Parent construct.
        construct_id: Name below the parent; changing it replaces the instance.
        alias: Name in the instance's address, unique in the world: 1 to 45 letters, digits and hyphens, not "d-...".
            Changing it replaces the instance.
        identity: Who knows the users: "CONNECT_MANAGED" (default) or "SAML". Changing it replaces the instance.
        contact_lens: Analysis of conversations may be switched on in flows: yes.
        multi_party_conference: Up to six people in one call: yes.
        log_group: Group for flow logs: one named /aws/connect/<alias>, the only name that Connect writes to.
        log_key: KMS key of that log group: CloudWatch's own encryption. Its policy must let CloudWatch Logs use it.
        log_retention: How long flow logs are kept: three months.
        approved_origins: Web pages that may embed the agent's screen: none. See `approve_origins`.
        removal_policy: RETAIN_ON_UPDATE_OR_DELETE: kept, except where its first creation fails, because an orphan takes
            one of the two instances that an account may have per Region.

    Raises:
        InvalidInput: Alias, identity or an origin that Connect would refuse.

    Source: AWS::Connect::Instance.

    Example:
        >>> from aws_cdk import Stack
        >>> stack = Stack()
        >>> instance = ConnectInstance(stack, "Instance", alias="hanbit-support")
        >>> other = ConnectInstance.from_arn(
        ...     stack, "Other", "arn:aws:connect:ap-northeast-2:111122223333:instance/1a2b3c4d"
        ... )
    """

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        alias: str,
        identity: str = "CONNECT_MANAGED",
        contact_lens: bool = True,
        multi_party_conference: bool = True,
        log_group: ILogGroup | None = None,
        log_key: IKey | None = None,
        log_retention: RetentionDays = RetentionDays.THREE_MONTHS,
        approved_origins: Sequence[str] = (),
        removal_policy: RemovalPolicy = RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    ) -> None:
        place = f"{scope.node.path}/{construct_id}"
        _check_alias(f"{place}: alias", alias)
        check_choice(f"{place}: identity", identity, IDENTITIES)
        if log_group is not None and log_key is not None:
            raise InvalidInput(f"{place}: log_key", "has no use beside log_group", "give the key to the log group")
        super().__init__(scope, construct_id, instance_arn="", instance_id="")
        self.alias = alias
        self.log_group = log_group or LogGroup(
            self,
            "FlowLogs",
            log_group_name=f"/aws/connect/{alias}",
            encryption_key=log_key,
            retention=log_retention,
            # Its name is fixed, so what a failed first deploy left behind would block the next try.
            removal_policy=removal_policy,
        )
        self._resource = CfnInstance(
            self,
            "Resource",
            instance_alias=alias,
            identity_management_type=identity,
            attributes=CfnInstance.AttributesProperty(
                inbound_calls=True,
                outbound_calls=True,
                contactflow_logs=True,
                contact_lens=contact_lens,
                auto_resolve_best_voices=True,
                multi_party_conference=multi_party_conference,
            ),
        )
        self._resource.apply_removal_policy(removal_policy)
        # Before the first call: a log group that Connect made itself has no key, keeps everything and blocks ours.
        self._resource.node.add_dependency(self.log_group)
        self.instance_arn = self._resource.attr_arn
        self.instance_id = self._resource.attr_id
        self.chain.append(self._resource)
        self.approve_origins(approved_origins)

    @staticmethod
    def from_arn(scope: Construct, construct_id: str, instance_arn: str) -> ExistingInstance:
        """An instance that exists.

        Args:
            scope: Parent construct.
            construct_id: Name below the parent.
            instance_arn: `arn:aws:connect:REGION:ACCOUNT:instance/ID`.

        Raises:
            InvalidInput: That is not an instance's ARN.
        """
        if not is_token(instance_arn) and not _ARN.fullmatch(instance_arn):
            raise InvalidInput(
                f"{scope.node.path}/{construct_id}: instance_arn",
                f"{instance_arn!r} is not the ARN of an instance",
                "copy it from the instance's overview: arn:aws:connect:REGION:ACCOUNT:instance/ID",
            )
        instance_id = Fn.select(1, Fn.split("/", instance_arn))
        return ExistingInstance(scope, construct_id, instance_arn=instance_arn, instance_id=instance_id)


def _check_alias(place: str, alias: str) -> None:
    check_length(place, alias, 45)
    if not is_token(alias) and not _ALIAS.fullmatch(alias):
        raise InvalidInput(
            place, f"{alias!r} is not an alias", "use letters, digits and hyphens, not beginning with d-"
        )
