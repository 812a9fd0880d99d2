"""The branches of a block, each with a key that stays the same and a label that people read."""

from dataclasses import dataclass
from enum import StrEnum

from connect_flows._blocks._condition_labels import condition_labels
from connect_flows._blocks._wording import Wording
from connect_flows._model import Action, ConditionBranch

_SUCCESS = Wording("성공", "Success")
_DEFAULT = Wording("그 외", "Default")
_NO_MATCH = Wording("그 외", "No match")
_TIMEOUT = Wording("시간 초과", "Timeout")
_NOT_FOUND = Wording("찾지 못함", "None found")
_SEVERAL_FOUND = Wording("여러 건 찾음", "Multiple found")
_ERRORS = {
    "CallFailed": Wording("통화 실패", "Call failed"),
    "CallbackNumberNotDialable": Wording("걸 수 없는 번호", "Not dialable"),
    "ChannelMismatch": Wording("채널 불일치", "Channel mismatch"),
    "ConnectionTimeLimitExceeded": Wording("연결 시간 초과", "Timeout"),
    "ContactNotLinked": Wording("고객 응대 연결 실패", "Contact not linked"),
    "InFlightRedactionConfigurationFailed": Wording("개인정보 가림 설정 실패", "In-flight redaction failed"),
    "InputTimeLimitExceeded": _TIMEOUT,
    "InvalidCallbackNumber": Wording("잘못된 번호", "Invalid number"),
    "InvalidPhoneNumber": Wording("잘못된 번호", "Invalid number"),
    "MultipleFound": _SEVERAL_FOUND,
    "MultipleFoundError": _SEVERAL_FOUND,
    "NoMatchingCondition": _NO_MATCH,
    "NoMatchingError": Wording("오류", "Error"),
    "NoneFound": _NOT_FOUND,
    "NoneFoundError": _NOT_FOUND,
    "ParticipantNotFound": Wording("참가자 없음", "Participant not found"),
    "QueueAtCapacity": Wording("대기열 정원 초과", "At capacity"),
    "TemplateRenderingError": Wording("템플릿 오류", "Rendering error"),
    "TimeLimitExceeded": _TIMEOUT,
}
_LAST_ERRORS = ("NoMatchingCondition", "NoMatchingError")
# The console shows no success branch for these: Amazon Connect wants a NextAction and never takes it.
_WITHOUT_SUCCESS = frozenset(
    {
        "CheckHoursOfOperation",
        "CheckMetricData",
        "CheckOutboundCallStatus",
        "CheckVoiceId",
        "Compare",
        "DequeueContactAndTransferToQueue",
        "DistributeByPercentage",
        "Loop",
        "TransferContactToQueue",
        "TransferToFlow",
        "Wait",
    }
)


class Branching(StrEnum):
    """What makes a call take a branch."""

    SUCCESS = "success"
    CONDITION = "condition"
    ERROR = "error"


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """One way on from a block. `key` names it within its block; `shadow` is true for a NextAction that is only a copy
    of another branch."""

    key: str
    branching: Branching
    target: str
    label: Wording
    shadow: bool = False


def branches_of(action: Action) -> tuple[Branch, ...]:
    """All branches of an action: success, conditions and errors, in this order.

    >>> from connect_flows import ErrorBranch
    >>> action = Action(identifier="greet", type="MessageParticipant", parameters={}, path="Actions[0]",
    ...     next_action="menu", errors=(ErrorBranch(error_type="NoMatchingError", next_action="bye"),))
    >>> [(branch.key, branch.target) for branch in branches_of(action)]
    [('success', 'menu'), ('error:NoMatchingError', 'bye')]
    """
    labels = condition_labels(action)
    conditions = [
        Branch(key=condition_key(branch), branching=Branching.CONDITION, target=branch.next_action, label=label)
        for branch, label in zip(action.conditions, labels, strict=True)
    ]
    errors = [
        Branch(
            key=f"error:{error.error_type}",
            branching=Branching.ERROR,
            target=error.next_action,
            label=_error_label(action, error.error_type),
        )
        for error in sorted(action.errors, key=lambda error: error_order(error.error_type))
    ]
    if action.next_action is None:
        return (*conditions, *errors)
    others = {branch.target for branch in (*conditions, *errors)}
    success = Branch(
        key="success",
        branching=Branching.SUCCESS,
        target=action.next_action,
        label=_SUCCESS,
        shadow=action.next_action in others and (action.type in _WITHOUT_SUCCESS or bool(conditions)),
    )
    return (success, *conditions, *errors)


def condition_key(branch: ConditionBranch) -> str:
    """What names a condition within its block."""
    return ":".join(("condition", branch.operator, *branch.operands))


def error_order(error_type: str) -> tuple[int, str]:
    """By this errors are sorted: by name, but those that catch the rest come last. Their order has no meaning."""
    return (_LAST_ERRORS.index(error_type) + 1 if error_type in _LAST_ERRORS else 0, error_type)


def _error_label(action: Action, error_type: str) -> Wording:
    if error_type == "NoMatchingCondition" and action.type in ("GetParticipantInput", "ConnectParticipantWithLexBot"):
        return _DEFAULT
    return _ERRORS.get(error_type, Wording(error_type, error_type))
