"""What a block of each type is called in the console, and what kind of thing it does."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import NamedTuple

from connect_flows._blocks._wording import Wording
from connect_flows._model import Action


class Category(StrEnum):
    """What a block does, coarsely: the colour of its header."""

    SPEAK = "speak"
    SET = "set"
    CHECK = "check"
    TRANSFER = "transfer"
    END = "end"
    INTEGRATE = "integrate"
    UNKNOWN = "unknown"


class BlockName(NamedTuple):
    """The name of a block and its category."""

    wording: Wording
    category: Category


_TYPES: Mapping[Category, Mapping[str, tuple[str, str]]] = {
    Category.SPEAK: {
        "AuthenticateParticipant": ("고객 인증", "Authenticate customer"),
        "ConnectParticipantWithLexBot": ("고객 입력 가져오기 (봇)", "Get customer input (Lex)"),
        "GetParticipantInput": ("고객 입력 가져오기", "Get customer input"),
        "MessageParticipant": ("안내 재생", "Play prompt"),
        "MessageParticipantIteratively": ("안내 반복 재생", "Loop prompts"),
        "ShowView": ("화면 보기 표시", "Show view"),
    },
    Category.SET: {
        "CreatePersistentContactAssociation": ("지속 채팅 연결 생성", "Create persistent contact association"),
        "ResumeContact": ("고객 응대 재개", "Resume contact"),
        "TagContact": ("고객 응대 태그 지정", "Contact tags"),
        "UntagContact": ("고객 응대 태그 해제", "Contact tags (untag)"),
        "UpdateContactAttributes": ("고객 응대 속성 설정", "Set contact attributes"),
        "UpdateContactCallbackNumber": ("콜백 번호 설정", "Set callback number"),
        "UpdateContactData": ("고객 응대 정보 설정", "Set contact data"),
        "UpdateContactEventHooks": ("이벤트 흐름 설정", "Set event flow"),
        "UpdateContactMediaProcessing": ("채팅 메시지 처리 설정", "Set chat message processing"),
        "UpdateContactMediaStreamingBehavior": ("미디어 스트리밍 설정", "Set media streaming"),
        "UpdateContactRecordingAndAnalyticsBehavior": (
            "녹음 및 분석 동작 설정",
            "Set recording, analytics and processing behavior",
        ),
        "UpdateContactRecordingBehavior": ("녹음 및 분석 동작 설정", "Set recording and analytics behavior"),
        "UpdateContactRoutingBehavior": ("라우팅 우선순위/경과 시간 변경", "Change routing priority / age"),
        "UpdateContactRoutingCriteria": ("라우팅 기준 설정", "Set routing criteria"),
        "UpdateContactTargetQueue": ("작업 대기열 설정", "Set working queue"),
        "UpdateContactTextToSpeechVoice": ("음성 설정", "Set voice"),
        "UpdateFlowAttributes": ("흐름 속성 설정", "Set flow attributes"),
        "UpdateFlowLoggingBehavior": ("로깅 동작 설정", "Set logging behavior"),
        "UpdatePreviousContactParticipantState": ("고객 또는 상담사 보류", "Hold customer or agent"),
    },
    Category.CHECK: {
        "CheckHoursOfOperation": ("운영 시간 확인", "Check hours of operation"),
        "CheckMetricData": ("대기열 상태 확인", "Check queue status"),
        "CheckOutboundCallStatus": ("발신 통화 상태 확인", "Check call progress"),
        "CheckSegmentMembership": ("고객 세그먼트 확인", "Check segment membership"),
        "CheckVoiceId": ("Voice ID 확인", "Check Voice ID"),
        "Compare": ("고객 응대 속성 확인", "Check contact attributes"),
        "DistributeByPercentage": ("비율별 분배", "Distribute by percentage"),
        "Loop": ("반복", "Loop"),
        "Wait": ("대기", "Wait"),
    },
    Category.TRANSFER: {
        "CompleteOutboundCall": ("발신 통화 연결", "Complete outbound call"),
        "CreateCallbackContact": ("대기열로 전송 (콜백)", "Transfer to queue (callback)"),
        "DequeueContactAndTransferToQueue": ("다른 대기열로 전송", "Transfer to queue (from a queue)"),
        "RouteContactToAgent": ("상담사에게 라우팅", "Route contact to agent"),
        "TransferContactToAgent": ("상담사에게 전송", "Transfer to agent"),
        "TransferContactToQueue": ("대기열로 전송", "Transfer to queue"),
        "TransferParticipantToThirdParty": ("전화번호로 전송", "Transfer to phone number"),
        "TransferToFlow": ("흐름으로 전송", "Transfer to flow"),
    },
    Category.END: {
        "DisconnectParticipant": ("연결 해제 / 끊기", "Disconnect / hang up"),
        "EndFlowExecution": ("흐름 종료 / 재개", "End flow / Resume"),
        "EndFlowModuleExecution": ("모듈에서 돌아가기", "Return"),
    },
    Category.INTEGRATE: {
        "AssociateContactToCustomerProfile": ("고객 프로필에 고객 응대 연결", "Customer profiles: associate contact"),
        "CreateCase": ("사례 생성", "Cases: create case"),
        "CreateContact": ("고객 응대 생성", "Create contact"),
        "CreateCustomerProfile": ("고객 프로필 생성", "Customer profiles: create profile"),
        "CreateTask": ("작업 생성", "Create task"),
        "CreateWisdomSession": ("AI 에이전트 연결", "Connect assistant"),
        "EvaluateDataTableValues": ("데이터 표 값 평가", "Data table: evaluate values"),
        "GetCalculatedAttributesForCustomerProfile": (
            "고객 프로필 계산 속성 가져오기",
            "Customer profiles: get calculated attributes",
        ),
        "GetCase": ("사례 가져오기", "Cases: get case"),
        "GetCustomerProfile": ("고객 프로필 가져오기", "Customer profiles: get profile"),
        "GetCustomerProfileObject": ("고객 프로필 객체 가져오기", "Customer profiles: get profile object"),
        "GetMetricData": ("지표 가져오기", "Get metrics"),
        "InvokeFlowModule": ("모듈 호출", "Invoke module"),
        "InvokeLambdaFunction": ("AWS Lambda 함수 호출", "Invoke AWS Lambda function"),
        "ListDataTableValues": ("데이터 표 값 나열", "Data table: list values"),
        "LoadContactContent": ("저장된 콘텐츠 가져오기", "Get stored content"),
        "RenderMessageTemplate": ("메시지 템플릿 만들기", "Render message template"),
        "StartOutboundChatContact": ("메시지 전송 (SMS)", "Send message (SMS)"),
        "StartOutboundEmailContact": ("메시지 전송 (이메일)", "Send message (email)"),
        "StartVoiceIdStream": ("Voice ID 스트림 시작", "Set Voice ID"),
        "UpdateCase": ("사례 업데이트", "Cases: update case"),
        "UpdateCustomerProfile": ("고객 프로필 업데이트", "Customer profiles: update profile"),
        "UpsertDataTableValues": ("데이터 표 값 저장", "Data table: upsert values"),
    },
}
_BY_TYPE: Mapping[str, BlockName] = {
    action_type: BlockName(Wording(*names), category)
    for category, types in _TYPES.items()
    for action_type, names in types.items()
}

NAMED_TYPES = frozenset(_BY_TYPE)


def name_of(action: Action) -> BlockName:
    """What the block is called. Where the console has several blocks for one type, the parameters tell which.

    >>> from connect_flows import Action
    >>> name_of(Action(identifier="greet", type="MessageParticipant", parameters={}, path="Actions[0]")).wording
    Wording(korean='안내 재생', english='Play prompt')
    """
    named = _BY_TYPE.get(action.type)
    if named is None:
        return BlockName(Wording("알 수 없는 블록", action.type), Category.UNKNOWN)
    special = _SPECIAL.get(action.type)
    wording = special(action.parameters) if special else None
    return named if wording is None else BlockName(wording, named.category)


def _input(parameters: Mapping[str, object]) -> Wording | None:
    stores = str(parameters.get("StoreInput")).lower() == "true"
    return Wording("고객 입력 저장", "Store customer input") if stores else None


_HOOKS = {
    "AgentHold": Wording("보류 흐름 설정 (상담사)", "Set hold flow (agent)"),
    "AgentWhisper": Wording("귓속말 흐름 설정 (상담사)", "Set whisper flow (agent)"),
    "CustomerHold": Wording("보류 흐름 설정 (고객)", "Set hold flow (customer)"),
    "CustomerQueue": Wording("고객 대기열 흐름 설정", "Set customer queue flow"),
    "CustomerRemaining": Wording("연결 해제 흐름 설정", "Set disconnect flow"),
    "CustomerWhisper": Wording("귓속말 흐름 설정 (고객)", "Set whisper flow (customer)"),
    "DefaultAgentUI": Wording("상담사 화면 흐름 설정", "Set event flow (agent UI)"),
    "DisconnectAgentUI": Wording("상담사 화면 종료 흐름 설정", "Set event flow (agent UI, disconnect)"),
}


def _event_hook(parameters: Mapping[str, object]) -> Wording | None:
    hooks = parameters.get("EventHooks")
    return _HOOKS.get(next(iter(hooks))) if isinstance(hooks, Mapping) and len(hooks) == 1 else None


def _metric(parameters: Mapping[str, object]) -> Wording | None:
    staffing = str(parameters.get("MetricType")).startswith("NumberOfAgents")
    return Wording("인력 확인", "Check staffing") if staffing else None


def _media_streaming(parameters: Mapping[str, object]) -> Wording | None:
    states = {
        "Enabled": Wording("미디어 스트리밍 시작", "Start media streaming"),
        "Disabled": Wording("미디어 스트리밍 중지", "Stop media streaming"),
    }
    return states.get(str(parameters.get("MediaStreamingState")))


_SPECIAL: Mapping[str, Callable[[Mapping[str, object]], Wording | None]] = {
    "CheckMetricData": _metric,
    "GetParticipantInput": _input,
    "UpdateContactEventHooks": _event_hook,
    "UpdateContactMediaStreamingBehavior": _media_streaming,
}
