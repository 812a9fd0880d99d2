"""Deletes a bot's versions that are too many, at each deploy that makes one: Lex keeps a hundred.

CloudFormation retains old versions, because a bot is rolled back by pointing its alias to one, and forgets them then.
"""

from aws_cdk import CustomResource, Duration, RemovalPolicy
from aws_cdk.aws_iam import Policy, PolicyStatement
from aws_cdk.aws_kms import IKey
from aws_cdk.aws_lambda import Code, ILayerVersion
from aws_cdk.aws_lex import CfnBot
from aws_cdk.aws_logs import RetentionDays
from constructs import Construct

from aicc_constructs.python_handler import PythonHandler


class LexVersionPruning(Construct):
    """The function that prunes, and the request that runs it.

    Args:
        scope: Parent construct.
        construct_id: Name below the parent.
        bot: The bot.
        content: Changes with each version that is made, so that a deploy of a version prunes.
        keep: How many of the newest versions stay; those that aliases point to do anyway.
        live_version: The version that the alias is about to point to, which stays too; None for the newest.
        code: The handlers: those that come with this package.
        layer: Their libraries: a layer of its own.
        log_key: KMS key of its log group: CloudWatch's own encryption.
        log_retention: How long its log is kept.
        log_removal_policy: What becomes of the log.

    Attributes:
        request: The custom resource. The new version and the alias wait for it: what the alias has pointed to until
            then is in use and stays, and so does everything that a failed deploy rolls back to.

    Example:
        >>> from aws_cdk import Stack
        >>> stack = Stack()
        >>> bot = CfnBot(
        ...     stack,
        ...     "Bot",
        ...     name="bot",
        ...     role_arn="arn:aws:iam::111122223333:role/bot",
        ...     data_privacy={"ChildDirected": False},
        ...     idle_session_ttl_in_seconds=300,
        ... )
        >>> pruning = LexVersionPruning(stack, "Pruning", bot=bot, content="1a2b", keep=20, live_version=None)
    """

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        bot: CfnBot,
        content: str,
        keep: int,
        live_version: str | None,
        code: Code | None = None,
        layer: ILayerVersion | None = None,
        log_key: IKey | None = None,
        log_retention: RetentionDays = RetentionDays.THREE_MONTHS,
        log_removal_policy: RemovalPolicy = RemovalPolicy.RETAIN,
    ) -> None:
        super().__init__(scope, construct_id)
        handler = PythonHandler(
            self,
            "Handler",
            handler="prune_bot_versions.handler.handler",
            description="Deletes old versions of a bot during a deploy",
            code=code,
            layer=layer,
            timeout=Duration.minutes(2),
            asynchronous=True,
            log_key=log_key,
            log_retention=log_retention,
            log_removal_policy=log_removal_policy,
        )
        policy = Policy(
            self,
            "Policy",
            roles=[handler.role],
            statements=[
                PolicyStatement(
                    actions=["lex:DeleteBotVersion", "lex:ListBotAliases", "lex:ListBotVersions"],
                    resources=[bot.attr_arn],
                )
            ],
        )
        self.request = CustomResource(
            self,
            "Resource",
            resource_type="Custom::BotVersions",
            service_token=handler.function_arn,
            service_timeout=Duration.minutes(3),
            properties={
                "BotId": bot.attr_id,
                "KeepVersions": keep,
                "Content": content,
                **({"LiveVersion": live_version} if live_version else {}),
            },
        )
        # What the role allows must be there before the function runs.
        self.request.node.add_dependency(handler.role, policy)
