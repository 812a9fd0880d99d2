"""Hours, queues, routing profiles, quick connects and agent statuses, as the settings list them."""

from constructs import Construct

from aicc_constructs import (
    AgentStatus,
    HoursOfOperation,
    OpenTime,
    Override,
    Queue,
    QuickConnect,
    RoutedQueue,
    RoutingProfile,
)
from aicc_constructs.placeholder_values import Placeable
from connect_flows import FlowType
from stacks.base_flows import BaseFlows
from stacks.flow_choice import chosen_flow
from stacks.settings import Settings
from stacks.settings.hours import OpenRange
from stacks.telephony import Telephony


class Routing(Construct):
    """Who gets which contact, and when.

    Attributes:
        hours: By their keys in the settings; `queues`, `profiles` and `quick_connects` likewise.
        values: What `${hours.<key>}` and `${queue.<key>}` stand for in flows.
    """

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        settings: Settings,
        telephony: Telephony,
        base_flows: BaseFlows,
    ) -> None:
        super().__init__(scope, construct_id)
        instance = telephony.instance
        self.hours = {key: self._hours(key, settings, telephony) for key in settings.hours}
        self.queues = {
            key: Queue(
                self,
                f"Queue-{key}",
                instance=instance,
                name=settings.resource_name(queue.name),
                description=queue.description,
                hours=self.hours[queue.hours],
                max_contacts=queue.max_contacts,
                outbound_number=telephony.numbers.get(queue.outbound_number or ""),
                outbound_caller_name=queue.outbound_caller_name,
                outbound_flow=base_flows.flows["outbound"],
            )
            for key, queue in settings.queues.items()
        }
        self.profiles = {key: self._profile(key, settings, telephony) for key in settings.routing_profiles}
        self.quick_connects = {
            key: QuickConnect(
                self,
                f"QuickConnect-{key}",
                instance=instance,
                name=settings.resource_name(quick_connect.name),
                description=quick_connect.description,
                queue=self.queues[quick_connect.queue],
                flow=chosen_flow(
                    base_flows.flows,
                    settings,
                    f"quick_connects.{key}.flow",
                    quick_connect.flow,
                    FlowType.QUEUE_TRANSFER,
                ),
            )
            for key, quick_connect in settings.quick_connects.items()
        }
        for key, status in settings.agent_statuses.items():
            AgentStatus(
                self,
                f"AgentStatus-{key}",
                instance=instance,
                name=status.name,
                description=status.description,
                enabled=status.state == "ENABLED",
                display_order=status.display_order,
            )
        self.values: dict[str, Placeable] = {
            **{f"hours.{key}": hours for key, hours in self.hours.items()},
            **{f"queue.{key}": queue for key, queue in self.queues.items()},
        }

    def _hours(self, key: str, settings: Settings, telephony: Telephony) -> HoursOfOperation:
        hours = settings.hours[key]
        return HoursOfOperation(
            self,
            f"Hours-{key}",
            instance=telephony.instance,
            name=settings.resource_name(hours.name),
            description=hours.description,
            time_zone=hours.time_zone,
            week=times_of(hours.ranges),
            overrides=[
                Override(
                    name=override.name,
                    description=override.description,
                    first=override.first,
                    last=override.last,
                    times=times_of(override.ranges),
                )
                for override in settings.overrides(key)
            ],
        )

    def _profile(self, key: str, settings: Settings, telephony: Telephony) -> RoutingProfile:
        profile = settings.routing_profiles[key]
        return RoutingProfile(
            self,
            f"RoutingProfile-{key}",
            instance=telephony.instance,
            name=settings.resource_name(profile.name),
            description=profile.description,
            capacity={channel: most for channel, most in profile.channels.capacity.items()},
            default_outbound_queue=self.queues[profile.default_outbound_queue],
            queues=[
                RoutedQueue(
                    queue=self.queues[served.queue],
                    channel=channel,
                    priority=served.priority,
                    delay=served.delay_seconds,
                )
                for served in profile.queues
                for channel in served.channels
            ],
        )


def times_of(ranges: tuple[OpenRange, ...]) -> list[OpenTime]:
    """The rows of the settings as the constructs take them."""
    return [OpenTime(day=each.day, start=each.start_time, end=each.end_time) for each in ranges]
