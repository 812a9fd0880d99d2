"""What a condition says, in a few words."""

from collections.abc import Mapping, Sequence

from connect_flows._blocks._wording import Wording
from connect_flows._model import Action, ConditionBranch

_VALUES: Mapping[str, Mapping[str, Wording]] = {
    "AuthenticateParticipant": {"OptedOut": Wording("인증 거부", "Opted out")},
    "CheckHoursOfOperation": {"True": Wording("영업 중", "In hours"), "False": Wording("영업 외", "Out of hours")},
    "CheckOutboundCallStatus": {
        "CallAnswered": Wording("고객 응답", "Call answered"),
        "VoicemailBeep": Wording("음성 사서함 (신호음 있음)", "Voicemail (beep)"),
        "VoicemailNoBeep": Wording("음성 사서함 (신호음 없음)", "Voicemail (no beep)"),
        "NotDetected": Wording("감지 안 됨", "Not detected"),
    },
    "CheckVoiceId": {
        "Authenticated": Wording("인증됨", "Authenticated"),
        "Enrolled": Wording("등록됨", "Enrolled"),
        "HighRisk": Wording("위험 높음", "High risk"),
        "Inconclusive": Wording("판단 불가", "Inconclusive"),
        "LowRisk": Wording("위험 낮음", "Low risk"),
        "NotAuthenticated": Wording("인증 안 됨", "Not authenticated"),
        "NotEnrolled": Wording("등록 안 됨", "Not enrolled"),
        "OptedOut": Wording("거부함", "Opted out"),
    },
    "Loop": {"ContinueLooping": Wording("반복", "Looping"), "DoneLooping": Wording("완료", "Complete")},
    "MessageParticipantIteratively": {"MessagesInterrupted": Wording("중간 안내 시점", "Timeout")},
    "Wait": {
        "BotParticipantDisconnected": Wording("봇 연결 끊김", "Bot disconnected"),
        "Continue": Wording("계속", "Continue"),
        "CustomerReturned": Wording("고객이 돌아옴", "Customer returned"),
        "WaitCompleted": Wording("대기 시간 끝", "Time expired"),
    },
}
_SIGNS = {
    "Equals": "=",
    "NumberGreaterThan": ">",
    "NumberGreaterOrEqualTo": "≥",
    "NumberLessThan": "<",
    "NumberLessOrEqualTo": "≤",
}
_TEXT = {
    "TextStartsWith": ("‘{}’(으)로 시작", "starts with “{}”"),
    "TextEndsWith": ("‘{}’(으)로 끝남", "ends with “{}”"),
    "TextContains": ("‘{}’ 포함", "contains “{}”"),
    "KeyExists": ("‘{}’ 있음", "“{}” exists"),
}
_PLAIN = frozenset({"ConnectParticipantWithLexBot", "InvokeFlowModule", "ShowView"})
_MILLISECONDS = "OldestContactInQueueAgeSeconds"


def condition_labels(action: Action) -> tuple[Wording, ...]:
    """A label for each condition of an action."""
    if action.type == "DistributeByPercentage":
        return _shares(action.conditions)
    return tuple(_label(action, branch) for branch in action.conditions)


def _label(action: Action, branch: ConditionBranch) -> Wording:
    value = ", ".join(branch.operands)
    if branch.operator == "Equals":
        known = _VALUES.get(action.type, {}).get(value)
        if known is not None:
            return known
        if action.type == "GetParticipantInput":
            return Wording(f"{value}번" if value.isdigit() else value, f"Press {value}")
        if action.type in _PLAIN:
            return Wording(value, value)
    if branch.operator in _TEXT:
        korean, english = _TEXT[branch.operator]
        return Wording(korean.format(value), english.format(value))
    if action.parameters.get("MetricType") == _MILLISECONDS and value.isascii() and value.isdigit():
        seconds = f"{int(value[:15]) / 1000:g}"
        return Wording(f"{_sign(branch)} {seconds}초", f"{_sign(branch)} {seconds} s")
    return Wording(f"{_sign(branch)} {value}", f"{_sign(branch)} {value}")


def _sign(branch: ConditionBranch) -> str:
    return _SIGNS.get(branch.operator, branch.operator)


def _shares(conditions: Sequence[ConditionBranch]) -> tuple[Wording, ...]:
    """The operands add up, each one more than the share so far: < 31, < 71 are 30 % and 40 %."""
    labels: list[Wording] = []
    before = 1
    for branch in conditions:
        value = ", ".join(branch.operands)
        if value.isascii() and value.isdigit() and len(value) <= 3:
            labels.append(Wording(f"{int(value) - before}%", f"{int(value) - before}%"))
            before = int(value)
        else:
            labels.append(Wording(f"{_sign(branch)} {value}", f"{_sign(branch)} {value}"))
    return tuple(labels)
