"""The API operations on Connect's resources: name to function."""

from aicc_local.connect.api.hours import HOURS_OF_OPERATION
from aicc_local.connect.api.instances import INSTANCES
from aicc_local.connect.api.integrations import INTEGRATIONS
from aicc_local.connect.api.people import PEOPLE
from aicc_local.connect.api.phone_numbers import PHONE_NUMBERS
from aicc_local.connect.api.prompts import PROMPTS
from aicc_local.connect.api.queues import QUEUES
from aicc_local.connect.api.quick_connects import QUICK_CONNECTS
from aicc_local.connect.api.reading import Operation
from aicc_local.connect.api.routing_profiles import ROUTING_PROFILES
from aicc_local.connect.api.tags import TAGS
from aicc_local.connect.api.test_cases import TEST_CASES

RESOURCE_OPERATIONS: dict[str, Operation] = {
    **HOURS_OF_OPERATION,
    **INSTANCES,
    **INTEGRATIONS,
    **PEOPLE,
    **PHONE_NUMBERS,
    **PROMPTS,
    **QUEUES,
    **QUICK_CONNECTS,
    **ROUTING_PROFILES,
    **TAGS,
    **TEST_CASES,
}
