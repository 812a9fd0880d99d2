"""The instance with its storage, its sign-in and its numbers."""

from aws_cdk import RemovalPolicy
from constructs import Construct

from aicc_constructs import ConnectInstance, ExistingInstance, InstanceStorage, PhoneNumber, SamlAccess
from aicc_constructs.phone_number import IPhoneNumber
from stacks.data_keys import DataKeys
from stacks.data_stores import DataStores
from stacks.log_retention import log_retention
from stacks.settings import Settings
from stacks.settings.phone_numbers import PhoneNumber as PhoneNumberSettings

IN_BUCKET = (
    "CALL_RECORDINGS",
    "CHAT_TRANSCRIPTS",
    "SCHEDULED_REPORTS",
    "ATTACHMENTS",
    "CONTACT_EVALUATIONS",
    "SCREEN_RECORDINGS",
)
IDENTITIES = {"saml": "SAML", "connect_managed": "CONNECT_MANAGED"}


class Telephony(Construct):
    """The Connect instance of one environment.

    Attributes:
        instance: Made from the alias, or the existing one that the settings name.
        address: Where agents sign in; None for an existing instance, whose alias is not known here.
        saml: Provider and role that people sign in through; None where Connect knows them itself.
        numbers: By their keys in the settings.
    """

    def __init__(
        self, scope: Construct, construct_id: str, *, settings: Settings, keys: DataKeys, stores: DataStores
    ) -> None:
        super().__init__(scope, construct_id)
        self.address = (
            f"https://{settings.instance.alias}.my.connect.aws" if settings.instance.alias is not None else None
        )
        self.instance = self._instance(settings, keys)
        if settings.instance.alias is not None:
            self._keep_data(settings, keys, stores)
        self.saml: SamlAccess | None = None
        if settings.identity.metadata is not None:
            self.saml = SamlAccess(self, "Saml", instance=self.instance, metadata=settings.identity.metadata)
        self.numbers = {key: self._number(key, number) for key, number in settings.phone_numbers.items()}

    def _instance(self, settings: Settings, keys: DataKeys) -> ExistingInstance:
        if settings.instance.arn is not None:
            instance = ConnectInstance.from_arn(self, "Instance", settings.instance.arn)
            instance.approve_origins(settings.approved_origins)
            return instance
        return ConnectInstance(
            self,
            "Instance",
            alias=settings.instance.alias or "",
            identity=IDENTITIES[settings.identity.kind],
            contact_lens=settings.instance.contact_lens,
            multi_party_conference=settings.instance.multi_party_conference,
            log_key=keys.logs,
            log_retention=log_retention(settings),
            approved_origins=settings.approved_origins,
            removal_policy=RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE
            if settings.removal.retain
            else RemovalPolicy.DESTROY,
        )

    def _keep_data(self, settings: Settings, keys: DataKeys, stores: DataStores) -> None:
        storage = InstanceStorage(self, "Storage", instance=self.instance)
        for kind in IN_BUCKET:
            storage.keep(kind, bucket=stores.conversations, key=keys.recordings)
        if settings.storage.contact_records != "none" or settings.storage.agent_events != "none":
            # Few ask for streams, and every synth would wait for their modules.
            from stacks.record_streams import RecordStreams

            RecordStreams(self, "Records", settings=settings, keys=keys, stores=stores, storage=storage)

    def _number(self, key: str, number: PhoneNumberSettings) -> IPhoneNumber:
        if number.arn is not None:
            return PhoneNumber.from_arn(number.arn)
        return PhoneNumber(
            self,
            f"Number-{key}",
            instance=self.instance,
            country_code=number.country_code,
            number_type=number.type,
            description=number.description,
        )
