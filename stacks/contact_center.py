"""One environment, whole: the single top-level stack, so that a plain `cdk deploy` deploys it."""

from collections.abc import Mapping

from aws_cdk import CfnOutput, Environment, Stack
from constructs import Construct

from aicc_constructs.placeholder_values import Placeable
from stacks.base_flows import BaseFlows
from stacks.bot import Bot
from stacks.data_keys import DataKeys
from stacks.data_stores import DataStores
from stacks.flows import Flows
from stacks.functions import Functions
from stacks.nist import acknowledge_nist
from stacks.people import People
from stacks.routing import Routing
from stacks.settings import Settings
from stacks.telephony import Telephony
from stacks.wiring import Wiring


class ContactCenterStack(Stack):
    """The contact centre of one environment.

    Args:
        scope: The app.
        construct_id: "ContactCenter-<environment>".
        settings: Every difference between environments.
    """

    def __init__(self, scope: Construct, construct_id: str, *, settings: Settings) -> None:
        super().__init__(
            scope,
            construct_id,
            env=Environment(account=settings.account, region=settings.region),
            termination_protection=settings.removal.termination_protection,
            description=f"Korean AI contact centre on Amazon Connect ({settings.environment})",
            tags={"application": "aicc", "environment": settings.environment},
        )
        keys = DataKeys(self, "Keys", settings=settings)
        stores = DataStores(self, "Data", settings=settings, keys=keys)
        telephony = Telephony(self, "Telephony", settings=settings, keys=keys, stores=stores)
        base_flows = BaseFlows(self, "BaseFlows", settings=settings, instance=telephony.instance)
        routing = Routing(self, "Routing", settings=settings, telephony=telephony, base_flows=base_flows)
        People(self, "People", settings=settings, instance=telephony.instance, routing=routing)
        functions = Functions(
            self, "Functions", settings=settings, keys=keys, stores=stores, instance=telephony.instance
        )
        callback_values: Mapping[str, Placeable] = {}
        if settings.callbacks is not None:
            # Where there are none, no synth waits for their modules.
            from stacks.callbacks import Callbacks

            callbacks = Callbacks(
                self,
                "Callbacks",
                settings=settings,
                callbacks=settings.callbacks,
                keys=keys,
                telephony=telephony,
                base_flows=base_flows,
                routing=routing,
                functions=functions,
            )
            callbacks.write_outputs(self)
            callback_values = callbacks.values
        bot = Bot(self, "Bot", settings=settings, keys=keys, functions=functions, instance=telephony.instance)
        flows = Flows(
            self,
            "Flows",
            settings=settings,
            instance=telephony.instance,
            values={**base_flows.values, **routing.values, **functions.values, **bot.values},
        )
        if settings.flow_tests != "off":
            # Where there are none, no synth waits for their modules.
            from stacks.flow_tests import FlowTests

            FlowTests(
                self,
                "FlowTests",
                settings=settings,
                instance=telephony.instance,
                values={**flows.values, **callback_values},
            )
        Wiring(
            self,
            "Wiring",
            settings=settings,
            keys=keys,
            telephony=telephony,
            routing=routing,
            flows={**base_flows.flows, **flows.flows},
            functions=functions,
        )
        CfnOutput(self, "InstanceArn", value=telephony.instance.instance_arn, description="Amazon Connect instance")
        CfnOutput(self, "CustomersTable", value=stores.customers.table_name, description="Who may authenticate")
        CfnOutput(self, "OrdersTable", value=stores.orders.table_name, description="What the bot tells about orders")
        CfnOutput(self, "OperationsTable", value=stores.operations.table_name, description="What operators switch")
        CfnOutput(self, "BotVersion", value=bot.customer_service.version, description="Newest version of the bot")
        if telephony.address is not None:
            CfnOutput(self, "ConsoleAddress", value=telephony.address, description="Where agents sign in")
        if telephony.saml is not None:
            CfnOutput(self, "SamlRoleArn", value=telephony.saml.role.role_arn, description="For the identity provider")
            CfnOutput(self, "SamlProviderArn", value=telephony.saml.provider.saml_provider_arn, description="Likewise")
        if settings.checks.nist_800_53_r5:
            acknowledge_nist(self)
