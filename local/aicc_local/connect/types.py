"""Every CloudFormation type of Connect that there is here."""

from aicc_local.connect.agent_status import AgentStatus
from aicc_local.connect.approved_origin import ApprovedOrigin
from aicc_local.connect.contact_flow import ContactFlow
from aicc_local.connect.flow_module import ContactFlowModule
from aicc_local.connect.flow_module_version import ContactFlowModuleAlias, ContactFlowModuleVersion
from aicc_local.connect.hours_of_operation import HoursOfOperation
from aicc_local.connect.instance import Instance
from aicc_local.connect.instance_storage_config import InstanceStorageConfig
from aicc_local.connect.integration_association import IntegrationAssociation
from aicc_local.connect.phone_number import PhoneNumber
from aicc_local.connect.prompt import Prompt
from aicc_local.connect.queue import Queue
from aicc_local.connect.quick_connect import QuickConnect
from aicc_local.connect.routing_profile import RoutingProfile
from aicc_local.connect.security_profile import SecurityProfile
from aicc_local.connect.test_case import TestCase
from aicc_local.connect.user import User
from aicc_local.resource_type import ResourceType

CONNECT_TYPES: tuple[ResourceType, ...] = (
    Instance(),
    HoursOfOperation(),
    Queue(),
    ContactFlow(),
    ContactFlowModule(),
    ContactFlowModuleVersion(),
    ContactFlowModuleAlias(),
    RoutingProfile(),
    SecurityProfile(),
    AgentStatus(),
    User(),
    QuickConnect(),
    Prompt(),
    PhoneNumber(),
    InstanceStorageConfig(),
    IntegrationAssociation(),
    ApprovedOrigin(),
    TestCase(),
)
