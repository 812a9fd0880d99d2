"""All rules about flows that are deployed together, in one visible table."""

from connect_flows._set_rules._set_rule import SetRule
from connect_flows._set_rules.data_of_module import DataOfModule
from connect_flows._set_rules.function_answer import FunctionAnswer
from connect_flows._set_rules.function_parameter import FunctionParameter
from connect_flows._set_rules.hook_type import HookType
from connect_flows._set_rules.missing_flow import MissingFlow
from connect_flows._set_rules.module_contract import ModuleContract
from connect_flows._set_rules.module_depth import ModuleDepth
from connect_flows._set_rules.name_twice import NameTwice
from connect_flows._set_rules.naming_cycle import NamingCycle
from connect_flows._set_rules.unreached_flow import UnreachedFlow

SET_RULES: tuple[SetRule, ...] = (
    MissingFlow(),
    NameTwice(),
    NamingCycle(),
    ModuleDepth(),
    HookType(),
    UnreachedFlow(),
    ModuleContract(),
    DataOfModule(),
    FunctionAnswer(),
    FunctionParameter(),
)
