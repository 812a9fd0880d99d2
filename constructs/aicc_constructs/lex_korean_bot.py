"""A Lex V2 bot that speaks Korean, read from a YAML file of the repository, with an alias that flows talk to.

Source: AWS::Lex::Bot, BotVersion and BotAlias; Amazon Lex V2 developer guide. A version says nothing of its content, so
its logical id does; old versions stay in Lex to go back to (docs/decisions/0018).
"""

import re
from pathlib import Path
from typing import Any, ClassVar, cast

from aws_cdk import Aws, CfnResource, CfnTag, RemovalPolicy
from aws_cdk.aws_kms import IKey
from aws_cdk.aws_lambda import CfnPermission, Code, ILayerVersion
from aws_cdk.aws_lex import CfnBot, CfnBotAlias, CfnBotVersion
from aws_cdk.aws_logs import LogGroup, RetentionDays
from constructs import Construct

from aicc_constructs.assets import asset
from aicc_constructs.checks import check_range, is_token
from aicc_constructs.creation_chain import CreationChain
from aicc_constructs.errors import InvalidInput
from aicc_constructs.existing_instance import ExistingInstance, ICallable
from aicc_constructs.lex_bot_role import LexBotRole
from aicc_constructs.lex_definition import LexDefinition, lex_definition
from aicc_constructs.lex_version_pruning import LexVersionPruning
from lex_bots import Bot

ALIAS = "live"
# Lex keeps a hundred; what is left is for versions that other aliases point to and for deploys that fail.
MOST_VERSIONS = 80
_VERSION = re.compile(r"[1-9][0-9]{0,4}")
# Without it the console of Connect does not offer the bot's intents.
_TAG = CfnTag(key="AmazonConnectEnabled", value="True")


class LexKoreanBot(Construct):
    """A Korean bot, its versions, and the alias `live`.

    The definition is judged by the rules of `lex_bots`. What Lex would refuse stops the synth. What it takes and a
    careful engineer would not is a warning of the CDK, which `acknowledge` accepts by its rule:
    `acknowledge(bot, {"lex-bots:B501": "A sentence that says why."})`.

    Args:
        scope: Parent construct.
        construct_id: Name below the parent; changing it replaces the bot, versions and all.
        definition: The YAML file, or what `lex_bots.read_bot` made of it: the customer service that comes with this
            package.
        code_hook: The function behind the intents, by the ARN of its alias: none, if no intent asks for one.
        instance: Whose flows may talk to the bot: nobody's. See `ExistingInstance.associate_bot`.
        name_prefix: Put before the bot's name, which is unique in an account and Region: none.
        live_version: Number of the version to go back to: the newest version.
        keep_versions: How many of the newest versions stay to go back to, 2 to 80: 20.
        code: The handlers of which one prunes versions: those that come with this package.
        layer: Their libraries: a layer of its own.
        log_key: KMS key of the logs: CloudWatch's own encryption. Its policy must let CloudWatch Logs use it.
        log_retention: How long the pruning function's log is kept: three months.
        conversation_log_retention: How long conversations are kept: a month. Slots are obscured in them as the
            definition says; what callers say beside is not.
        log_removal_policy: What becomes of the logs: RETAIN.

    Attributes:
        bot_id: Of the bot.
        bot_alias_arn: What a flow talks to.
        version: Number of the version that this deploy makes, or made last.

    Raises:
        InvalidBot: The file is no bot, or one that Lex would refuse; one line per problem.
        InvalidInput: A code hook that is missing or has no use, or a name or version that Lex would refuse.

    Source: AWS::Lex::Bot, AWS::Lex::BotVersion, AWS::Lex::BotAlias.

    Example:
        >>> from aws_cdk import Stack
        >>> from aicc_constructs import ConnectInstance, PythonHandler
        >>> stack = Stack()
        >>> instance = ConnectInstance.from_arn(
        ...     stack, "Instance", "arn:aws:connect:ap-northeast-2:111122223333:instance/1a2b3c4d"
        ... )
        >>> function = PythonHandler(stack, "Answers", handler="answers.handler", description="Answers for the bot")
        >>> bot = LexKoreanBot(stack, "Bot", code_hook=function, instance=instance, name_prefix="hanbit-")
        >>> bot.name
        'hanbit-customer_service'
    """

    placeholder_kind: ClassVar[str] = "bot"

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        definition: Path | Bot | None = None,
        code_hook: ICallable | None = None,
        instance: ExistingInstance | None = None,
        name_prefix: str = "",
        live_version: str | None = None,
        keep_versions: int = 20,
        code: Code | None = None,
        layer: ILayerVersion | None = None,
        log_key: IKey | None = None,
        log_retention: RetentionDays = RetentionDays.THREE_MONTHS,
        conversation_log_retention: RetentionDays = RetentionDays.ONE_MONTH,
        log_removal_policy: RemovalPolicy = RemovalPolicy.RETAIN,
    ) -> None:
        bot = lex_definition(definition or asset("bots/customer_service.yaml"), name_prefix=name_prefix)
        _check_hook(bot, code_hook)
        _check_versions(bot.place, live_version, keep_versions)
        super().__init__(scope, construct_id)
        bot.annotate(self)
        self.name = bot.name
        chain = instance.chain if instance else CreationChain()
        self.log_group = LogGroup(
            self,
            "Conversations",
            encryption_key=log_key,
            retention=conversation_log_retention,
            removal_policy=log_removal_policy,
        )
        self.role = LexBotRole(self, "Role", conversations=self.log_group).role
        resource = self._bot(bot)
        pruning = LexVersionPruning(
            self,
            "Pruning",
            bot=resource,
            content=bot.content,
            keep=keep_versions,
            live_version=live_version,
            code=code,
            layer=layer,
            log_key=log_key,
            log_retention=log_retention,
            log_removal_policy=log_removal_policy,
        )
        version = self._version(bot, resource)
        version.node.add_dependency(pruning.request)
        alias = self._alias(bot, resource, live_version or version.attr_bot_version, code_hook)
        for each in (resource, cast(CfnResource, pruning.request.node.default_child), version, alias):
            chain.append(each)
        self.bot_id = resource.attr_id
        self.bot_alias_arn = alias.attr_arn
        self.version = version.attr_bot_version
        permission = self._permission(code_hook) if code_hook else None
        if instance is not None:
            association = instance.associate_bot(bot.name, self.bot_alias_arn)
            if permission is not None:
                # No caller before the function may be called.
                association.add_resource_dependency(permission)

    @property
    def placeholder_value(self) -> str:
        """What `${bot.<name>}` in a flow stands for: the alias, so that a new version does not touch the flow."""
        return self.bot_alias_arn

    def _bot(self, bot: LexDefinition) -> CfnBot:
        resource = CfnBot(
            self,
            "Resource",
            name=bot.name,
            description=bot.description,
            role_arn=self.role.role_arn,
            data_privacy={"ChildDirected": False},
            idle_session_ttl_in_seconds=bot.session_ttl,
            auto_build_bot_locales=True,
            bot_tags=[_TAG],
        )
        # As `lex_bots` writes it and as the template has it: no translation that could lose a key.
        resource.add_property_override("BotLocales", [bot.locale])
        # What the role allows must be there before the first caller speaks.
        resource.node.add_dependency(self.role.node.scope)
        return resource

    def _version(self, bot: LexDefinition, resource: CfnBot) -> CfnBotVersion:
        version = CfnBotVersion(
            self,
            # Other content is another resource, and so another version.
            f"Version{bot.content}",
            bot_id=resource.attr_id,
            description=f"Content {bot.content}",
            bot_version_locale_specification=[
                CfnBotVersion.BotVersionLocaleSpecificationProperty(
                    locale_id=bot.locale["LocaleId"],
                    bot_version_locale_details=CfnBotVersion.BotVersionLocaleDetailsProperty(
                        source_bot_version="DRAFT"
                    ),
                )
            ],
        )
        # What leaves the template stays in Lex, to go back to; what a failed deploy made does not.
        version.apply_removal_policy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE)
        return version

    def _alias(self, bot: LexDefinition, resource: CfnBot, version: str, code_hook: ICallable | None) -> CfnBotAlias:
        setting: dict[str, Any] = {"enabled": True}
        if code_hook is not None:
            hook = {"lambdaArn": code_hook.function_arn, "codeHookInterfaceVersion": "1.0"}
            setting["codeHookSpecification"] = {"lambdaCodeHook": hook}
        group = {"cloudWatchLogGroupArn": self.log_group.log_group_arn, "logPrefix": f"{bot.name}/"}
        return CfnBotAlias(
            self,
            "Alias",
            bot_id=resource.attr_id,
            bot_alias_name=ALIAS,
            bot_version=version,
            bot_alias_locale_settings=[{"localeId": bot.locale["LocaleId"], "botAliasLocaleSetting": setting}],
            conversation_log_settings={"textLogSettings": [{"enabled": True, "destination": {"cloudWatch": group}}]},
            sentiment_analysis_settings={"DetectSentiment": False},
            bot_alias_tags=[_TAG],
        )

    def _permission(self, code_hook: ICallable) -> CfnPermission:
        return CfnPermission(
            self,
            "Permission",
            action="lambda:InvokeFunction",
            function_name=code_hook.function_arn,
            principal="lexv2.amazonaws.com",
            source_arn=self.bot_alias_arn,
            source_account=Aws.ACCOUNT_ID,
        )


def _check_hook(definition: LexDefinition, code_hook: ICallable | None) -> None:
    if definition.asking and code_hook is None:
        raise InvalidInput(
            f"{definition.place}: code_hook",
            f"is missing, and {', '.join(definition.asking)} ask for it",
            "give a function, or switch dialog_code_hook and fulfillment_code_hook off",
        )
    if code_hook is not None and not definition.asking:
        raise InvalidInput(f"{definition.place}: code_hook", "has no use: no intent asks for it", "leave it out")


def _check_versions(place: str, live: str | None, keep: int) -> None:
    if live is not None and not is_token(live) and not _VERSION.fullmatch(live):
        raise InvalidInput(
            f"{place}: live_version", f"{live!r} is no version", "give a number from 1 to 99999, or None for the newest"
        )
    check_range(f"{place}: keep_versions", keep, 2, MOST_VERSIONS)
