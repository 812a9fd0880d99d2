"""AWS CDK constructs for a Korean AI contact centre on Amazon Connect.

Names are loaded on first use: the CDK takes half a second, and whoever wants only the list of permissions need not
wait for it.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from aicc_constructs.acknowledgement import acknowledge as acknowledge
    from aicc_constructs.agent_status import AgentStatus as AgentStatus
    from aicc_constructs.callback_queue import CallbackQueue as CallbackQueue
    from aicc_constructs.callback_rules import CallbackRules as CallbackRules
    from aicc_constructs.connect_instance import ConnectInstance as ConnectInstance
    from aicc_constructs.connect_wiring import ConnectWiring as ConnectWiring
    from aicc_constructs.contact_flow import ContactFlow as ContactFlow
    from aicc_constructs.contact_flow_module import ContactFlowModule as ContactFlowModule
    from aicc_constructs.contact_flow_test import ContactFlowTest as ContactFlowTest
    from aicc_constructs.dependency_layer import DependencyLayer as DependencyLayer
    from aicc_constructs.errors import InvalidInput as InvalidInput
    from aicc_constructs.existing_instance import ExistingInstance as ExistingInstance
    from aicc_constructs.hours_of_operation import HoursOfOperation as HoursOfOperation
    from aicc_constructs.instance_storage import InstanceStorage as InstanceStorage
    from aicc_constructs.lex_korean_bot import LexKoreanBot as LexKoreanBot
    from aicc_constructs.opening_times import OpenTime as OpenTime
    from aicc_constructs.opening_times import Override as Override
    from aicc_constructs.opening_times import Weekly as Weekly
    from aicc_constructs.phone_number import PhoneNumber as PhoneNumber
    from aicc_constructs.private_bucket import AccessLogBucket as AccessLogBucket
    from aicc_constructs.private_bucket import PrivateBucket as PrivateBucket
    from aicc_constructs.prompt import Prompt as Prompt
    from aicc_constructs.python_handler import PythonHandler as PythonHandler
    from aicc_constructs.queue import Queue as Queue
    from aicc_constructs.quick_connect import QuickConnect as QuickConnect
    from aicc_constructs.record_delivery import RecordDelivery as RecordDelivery
    from aicc_constructs.routing_profile import RoutedQueue as RoutedQueue
    from aicc_constructs.routing_profile import RoutingProfile as RoutingProfile
    from aicc_constructs.saml_access import SamlAccess as SamlAccess
    from aicc_constructs.security_profile import SecurityProfile as SecurityProfile
    from aicc_constructs.user import User as User

_HOMES = {
    "AccessLogBucket": "private_bucket",
    "AgentStatus": "agent_status",
    "CallbackQueue": "callback_queue",
    "CallbackRules": "callback_rules",
    "ConnectInstance": "connect_instance",
    "ConnectWiring": "connect_wiring",
    "ContactFlow": "contact_flow",
    "ContactFlowModule": "contact_flow_module",
    "ContactFlowTest": "contact_flow_test",
    "DependencyLayer": "dependency_layer",
    "ExistingInstance": "existing_instance",
    "HoursOfOperation": "hours_of_operation",
    "InstanceStorage": "instance_storage",
    "InvalidInput": "errors",
    "LexKoreanBot": "lex_korean_bot",
    "OpenTime": "opening_times",
    "Override": "opening_times",
    "PhoneNumber": "phone_number",
    "PrivateBucket": "private_bucket",
    "Prompt": "prompt",
    "PythonHandler": "python_handler",
    "Queue": "queue",
    "QuickConnect": "quick_connect",
    "RecordDelivery": "record_delivery",
    "RoutedQueue": "routing_profile",
    "RoutingProfile": "routing_profile",
    "SamlAccess": "saml_access",
    "SecurityProfile": "security_profile",
    "User": "user",
    "Weekly": "opening_times",
    "acknowledge": "acknowledgement",
}

__all__ = sorted(_HOMES)


def __getattr__(name: str) -> object:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'aicc_constructs' has no attribute {name!r}")
    return getattr(import_module(f"aicc_constructs.{home}"), name)


def __dir__() -> list[str]:
    return __all__
