"""The last step of a deploy: numbers to their flows, quick connects to their queues."""

from collections.abc import Mapping

from constructs import Construct

from aicc_constructs import ConnectWiring, ContactFlow
from connect_flows import FlowType
from stacks.data_keys import DataKeys
from stacks.flow_choice import chosen_flow
from stacks.functions import Functions
from stacks.log_retention import log_retention
from stacks.removal import removal_policy
from stacks.routing import Routing
from stacks.settings import Settings
from stacks.telephony import Telephony


class Wiring(Construct):
    """The ties of one environment; no function where there is nothing to tie."""

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        settings: Settings,
        keys: DataKeys,
        telephony: Telephony,
        routing: Routing,
        flows: Mapping[str, ContactFlow],
        functions: Functions,
    ) -> None:
        super().__init__(scope, construct_id)
        offers = {key: queue.quick_connects for key, queue in settings.queues.items() if queue.quick_connects}
        if not offers and not settings.phone_numbers:
            return
        wiring = ConnectWiring(
            self,
            "Ties",
            instance=telephony.instance,
            code=functions.code,
            layer=functions.layer,
            log_key=keys.logs,
            log_retention=log_retention(settings),
            log_removal_policy=removal_policy(settings),
        )
        for key, number in settings.phone_numbers.items():
            flow = chosen_flow(flows, settings, f"phone_numbers.{key}.flow", number.flow, FlowType.CONTACT_FLOW)
            wiring.tie_number(f"Number-{key}", telephony.numbers[key], flow)
        for key, names in offers.items():
            wiring.offer_quick_connects(
                f"Queue-{key}", routing.queues[key], [routing.quick_connects[name] for name in names]
            )
