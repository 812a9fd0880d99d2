"""An instance with whatever contents of flows name, put into the store as it is: no type checks it here."""

from typing import Any
from uuid import NAMESPACE_URL, uuid5

from aicc_local.connect.flow_references import FLOW, MODULE
from aicc_local.store import Record
from tests.unit.local.fakes import FakeAws

INSTANCE = "AWS::Connect::Instance"
QUEUE = "AWS::Connect::Queue"
HOURS = "AWS::Connect::HoursOfOperation"
PROMPT = "AWS::Connect::Prompt"
USER = "AWS::Connect::User"
NUMBER = "AWS::Connect::PhoneNumber"
ASSOCIATION = "AWS::Connect::IntegrationAssociation"
BOT_ALIAS = "AWS::Lex::BotAlias"

_PARTS = {
    QUEUE: "queue",
    HOURS: "operating-hours",
    PROMPT: "prompt",
    USER: "agent",
    FLOW: "contact-flow",
    MODULE: "flow-module",
    ASSOCIATION: "integration-association",
}
NOTHING = '{"Version":"2019-10-30","StartAction":"a","Actions":[{"Identifier":"a","Type":"%s"}]%s}'


class Account:
    """An account with one instance."""

    def __init__(self, aws: FakeAws) -> None:
        self.aws = aws
        self.instance_arn = self.add_instance("main")

    def add_instance(self, name: str) -> str:
        """Another instance."""
        return self._keep(INSTANCE, self.aws.arn("connect", f"instance/{_id(name)}"), "", InstanceAlias=name)

    def add(self, kind: str, name: str, *, instance_arn: str = "", **properties: Any) -> str:
        """Something of an instance; answers its ARN."""
        owner = instance_arn or self.instance_arn
        return self._keep(kind, f"{owner}/{_PARTS[kind]}/{_id(kind + name)}", owner, Name=name, **properties)

    def add_flow(self, name: str, flow_type: str = "CONTACT_FLOW", *, instance_arn: str = "") -> str:
        """A flow that ends at once."""
        content = NOTHING % ("DisconnectParticipant", "")
        return self.add(FLOW, name, instance_arn=instance_arn, Type=flow_type, Content=content)

    def add_module(self, name: str, **properties: Any) -> str:
        """A module that ends at once."""
        settings = ',"Settings":{"InputParameters":[],"OutputParameters":[],"Transitions":[]}'
        return self.add(MODULE, name, **{"Content": NOTHING % ("EndFlowModuleExecution", settings), **properties})

    def add_number(self, number: str) -> str:
        """A claimed telephone number."""
        arn = self.aws.arn("connect", f"phone-number/{_id(number)}")
        self._keep(NUMBER, arn, self.instance_arn, TargetArn=self.instance_arn)
        self.aws.store.find(NUMBER, arn).links["address"] = number
        return arn

    def add_bot(self, name: str, *, associated: bool = True) -> str:
        """The alias of a bot."""
        bot = self.aws.arn("lex", f"bot/{name.upper()}")
        arn = self.aws.arn("lex", f"bot-alias/{name.upper()}/ALIAS")
        self._keep(BOT_ALIAS, arn, bot, BotAliasName=name)
        if associated:
            self.add(ASSOCIATION, name, IntegrationArn=arn, IntegrationType="LEX_BOT")
        return arn

    def _keep(self, kind: str, arn: str, owner: str, **properties: Any) -> str:
        record = Record(
            kind=kind, id=arn.rpartition("/")[2], arn=arn, owner=owner, properties=properties, made=0.0, changed=0.0
        )
        return self.aws.store.add(record).arn


def _id(name: str) -> str:
    return str(uuid5(NAMESPACE_URL, name))
