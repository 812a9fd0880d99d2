"""The API operations on flows and modules: name to function."""

from aicc_local.connect.api.flow_module_versions import FLOW_MODULE_VERSIONS
from aicc_local.connect.api.flow_modules import FLOW_MODULES
from aicc_local.connect.api.flows import FLOWS
from aicc_local.connect.api.reading import Operation

FLOW_OPERATIONS: dict[str, Operation] = {**FLOWS, **FLOW_MODULES, **FLOW_MODULE_VERSIONS}
