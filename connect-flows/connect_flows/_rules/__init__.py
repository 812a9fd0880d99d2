"""All rules about a single flow, in one visible table."""

from connect_flows._rules._rule import Rule
from connect_flows._rules.age_in_seconds import AgeInSeconds
from connect_flows._rules.arn_literal import ArnLiteral
from connect_flows._rules.attributes_too_large import AttributesTooLarge
from connect_flows._rules.callback_without_number import CallbackWithoutNumber
from connect_flows._rules.content_too_long import ContentTooLong
from connect_flows._rules.disputed_fact import DisputedFact
from connect_flows._rules.empty_value import EmptyValue
from connect_flows._rules.endless_cycle import EndlessCycle
from connect_flows._rules.foreign_arn import ForeignArn
from connect_flows._rules.foreign_voice import ForeignVoice
from connect_flows._rules.identifier_spelling import IdentifierSpelling
from connect_flows._rules.identifier_twice import IdentifierTwice
from connect_flows._rules.input_mode import InputMode
from connect_flows._rules.lambda_chain import LambdaChain
from connect_flows._rules.language_not_set import LanguageNotSet
from connect_flows._rules.logging_stored_input import LoggingStoredInput
from connect_flows._rules.long_prompt import LongPrompt
from connect_flows._rules.malformed_placeholder import MalformedPlaceholder
from connect_flows._rules.malformed_placeholder_in_text import MalformedPlaceholderInText
from connect_flows._rules.message_prompts import MessagePrompts
from connect_flows._rules.metric_name import MetricName
from connect_flows._rules.missing_condition import MissingCondition
from connect_flows._rules.missing_error import MissingError
from connect_flows._rules.missing_next import MissingNext
from connect_flows._rules.missing_parameter import MissingParameter
from connect_flows._rules.missing_target import MissingTarget
from connect_flows._rules.module_settings import ModuleSettings
from connect_flows._rules.never_ends import NeverEnds
from connect_flows._rules.no_type_fits import NoTypeFits
from connect_flows._rules.number_operand import NumberOperand
from connect_flows._rules.operand_count import OperandCount
from connect_flows._rules.operand_value import OperandValue
from connect_flows._rules.parameter_groups import ParameterGroups
from connect_flows._rules.percentages import Percentages
from connect_flows._rules.placeholder_kind import PlaceholderKind
from connect_flows._rules.queue_not_set import QueueNotSet
from connect_flows._rules.read_before_set import ReadBeforeSet
from connect_flows._rules.refused_condition import RefusedCondition
from connect_flows._rules.refused_error import RefusedError
from connect_flows._rules.resource_name import ResourceName
from connect_flows._rules.retired_service import RetiredService
from connect_flows._rules.second_branch_never_taken import SecondBranchNeverTaken
from connect_flows._rules.telephone_number import TelephoneNumber
from connect_flows._rules.terminal_transitions import TerminalTransitions
from connect_flows._rules.third_party_outcome import ThirdPartyOutcome
from connect_flows._rules.too_many_actions import TooManyActions
from connect_flows._rules.type_not_allowed import TypeNotAllowed
from connect_flows._rules.unknown_console_type import UnknownConsoleType
from connect_flows._rules.unknown_member import UnknownMember
from connect_flows._rules.unknown_operator import UnknownOperator
from connect_flows._rules.unknown_parameter import UnknownParameter
from connect_flows._rules.unknown_reference import UnknownReference
from connect_flows._rules.unknown_type import UnknownType
from connect_flows._rules.unknown_version import UnknownVersion
from connect_flows._rules.unlisted_parameter import UnlistedParameter
from connect_flows._rules.unreachable_action import UnreachableAction
from connect_flows._rules.untrusted_number import UntrustedNumber
from connect_flows._rules.unusual_value import UnusualValue
from connect_flows._rules.useless_error_branch import UselessErrorBranch
from connect_flows._rules.value_choice import ValueChoice
from connect_flows._rules.value_kind import ValueKind
from connect_flows._rules.value_range import ValueRange
from connect_flows._rules.value_reference import ValueReference
from connect_flows._rules.value_size import ValueSize
from connect_flows._rules.voice_not_set import VoiceNotSet
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
    ResourceName(),
    TelephoneNumber(),
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
    UnreachableAction(),
    EndlessCycle(),
    NeverEnds(),
    QueueNotSet(),
    UselessErrorBranch(),
    CallbackWithoutNumber(),
    LanguageNotSet(),
    VoiceNotSet(),
    ForeignVoice(),
    LongPrompt(),
    ReadBeforeSet(),
    LoggingStoredInput(),
    ArnLiteral(),
    ForeignArn(),
    LambdaChain(),
    UntrustedNumber(),
    SecondBranchNeverTaken(),
    UnknownReference(),
    RetiredService(),
    DisputedFact(),
    UnusualValue(),
    UnlistedParameter(),
    MalformedPlaceholderInText(),
    MetricName(),
    UnknownConsoleType(),
    NumberOperand(),
    AgeInSeconds(),
    AttributesTooLarge(),
)
