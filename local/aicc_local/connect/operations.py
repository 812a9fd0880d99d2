"""Every operation of Connect that there is here: name to function."""

from aicc_local.connect.api.reading import Operation
from aicc_local.connect.api.test_case_executions import TEST_CASE_EXECUTIONS
from aicc_local.connect.contact_operations import CONTACT_OPERATIONS
from aicc_local.connect.flow_operations import FLOW_OPERATIONS
from aicc_local.connect.resource_operations import RESOURCE_OPERATIONS

CONNECT_OPERATIONS: dict[str, Operation] = {
    **RESOURCE_OPERATIONS,
    **FLOW_OPERATIONS,
    **CONTACT_OPERATIONS,
    **TEST_CASE_EXECUTIONS,
}
