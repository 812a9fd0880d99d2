"""All rules about a single flow, in one visible table."""

from connect_flows._rules._rule import Rule
from connect_flows._rules.content_too_long import ContentTooLong
from connect_flows._rules.empty_value import EmptyValue
from connect_flows._rules.identifier_spelling import IdentifierSpelling
from connect_flows._rules.identifier_twice import IdentifierTwice
from connect_flows._rules.input_mode import InputMode
from connect_flows._rules.malformed_placeholder import MalformedPlaceholder
from connect_flows._rules.message_prompts import MessagePrompts
from connect_flows._rules.missing_condition import MissingCondition
from connect_flows._rules.missing_error import MissingError
from connect_flows._rules.missing_next import MissingNext
from connect_flows._rules.missing_parameter import MissingParameter
from connect_flows._rules.missing_target import MissingTarget
from connect_flows._rules.module_settings import ModuleSettings
from connect_flows._rules.no_type_fits import NoTypeFits
from connect_flows._rules.operand_count import OperandCount
from connect_flows._rules.operand_value import OperandValue
from connect_flows._rules.parameter_groups import ParameterGroups
from connect_flows._rules.percentages import Percentages
from connect_flows._rules.placeholder_kind import PlaceholderKind
from connect_flows._rules.refused_condition import RefusedCondition
from connect_flows._rules.refused_error import RefusedError
from connect_flows._rules.terminal_transitions import TerminalTransitions
from connect_flows._rules.third_party_outcome import ThirdPartyOutcome
from connect_flows._rules.too_many_actions import TooManyActions
from connect_flows._rules.type_not_allowed import TypeNotAllowed
from connect_flows._rules.unknown_member import UnknownMember
from connect_flows._rules.unknown_operator import UnknownOperator
from connect_flows._rules.unknown_parameter import UnknownParameter
from connect_flows._rules.unknown_type import UnknownType
from connect_flows._rules.unknown_version import UnknownVersion
from connect_flows._rules.value_choice import ValueChoice
from connect_flows._rules.value_kind import ValueKind
from connect_flows._rules.value_range import ValueRange
from connect_flows._rules.value_reference import ValueReference
from connect_flows._rules.value_size import ValueSize
from connect_flows._rules.waiting_mode import WaitingMode

RULES: tuple[Rule, ...] = (
    UnknownVersion(),
    UnknownMember(),
    TooManyActions(),
    ContentTooLong(),
    IdentifierSpelling(),
    IdentifierTwice(),
    MissingTarget(),
    ModuleSettings(),
    UnknownType(),
    UnknownParameter(),
    MissingParameter(),
    EmptyValue(),
    ValueKind(),
    ValueChoice(),
    ValueRange(),
    ValueSize(),
    ValueReference(),
    ParameterGroups(),
    MessagePrompts(),
    InputMode(),
    WaitingMode(),
    MalformedPlaceholder(),
    PlaceholderKind(),
    TerminalTransitions(),
    MissingNext(),
    MissingError(),
    RefusedError(),
    RefusedCondition(),
    UnknownOperator(),
    OperandCount(),
    OperandValue(),
    MissingCondition(),
    Percentages(),
    TypeNotAllowed(),
    NoTypeFits(),
    ThirdPartyOutcome(),
)
