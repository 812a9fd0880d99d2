"""Which parameters of a block say something to a designer. Of types that are not listed, all do."""

from collections.abc import Mapping

SPOKEN = ("Text", "SSML", "PromptId", "Media")

_QUEUE = {"QueueId": "대기열: {}", "AgentId": "상담사 대기열: {}"}
FACTS: Mapping[str, Mapping[str, str]] = {
    "CheckHoursOfOperation": {"HoursOfOperationId": "운영 시간: {}"},
    "CheckMetricData": {"MetricType": "지표: {}", **_QUEUE},
    "CheckVoiceId": {"CheckVoiceIdOption": "{}"},
    "Compare": {"ComparisonValue": "{}"},
    "ConnectParticipantWithLexBot": {
        "LexV2Bot.AliasArn": "봇: {}",
        "LexBot.Name": "봇: {}",
        "LexTimeoutSeconds": "제한 시간: {}",
        "LexSessionAttributes": "{}",
    },
    "CreateCallbackContact": {
        **_QUEUE,
        "InitialCallDelaySeconds": "{}초 뒤 전화",
        "MaximumConnectionAttempts": "최대 {}회 시도",
        "RetryDelaySeconds": "{}초 간격",
    },
    "CreateTask": {"Name": "{}", "Description": "{}", "ContactFlowId": "흐름: {}", "TaskTemplateId": "템플릿: {}"},
    "DequeueContactAndTransferToQueue": _QUEUE,
    "GetMetricData": {**_QUEUE, "QueueChannel": "채널: {}"},
    "GetParticipantInput": {
        "InputTimeLimitSeconds": "{}초 기다림",
        "InputValidation.CustomValidation.MaximumLength": "최대 {}자리",
        "InputEncryption.EncryptionKeyId": "암호화 키: {}",
    },
    "InvokeFlowModule": {"FlowModuleId": "모듈: {}", "Input": "{}"},
    "InvokeLambdaFunction": {
        "LambdaFunctionARN": "함수: {}",
        "LambdaInvocationAttributes": "{}",
        "InvocationType": "호출 방식: {}",
        "InvocationTimeLimitSeconds": "제한 시간: {}초",
    },
    "Loop": {"LoopCount": "{}회"},
    "MessageParticipant": {},
    "MessageParticipantIteratively": {
        "Messages": "{}",
        "InterruptFrequencySeconds": "{}초마다 중단",
    },
    "TransferParticipantToThirdParty": {
        "ThirdPartyPhoneNumber": "전화번호: {}",
        "CallerId.Number": "발신 번호: {}",
        "ThirdPartyConnectionTimeLimitSeconds": "연결 제한: {}초",
    },
    "TransferToFlow": {"ContactFlowId": "흐름: {}"},
    "UpdateContactAttributes": {"Attributes": "{}"},
    "UpdateContactCallbackNumber": {"CallbackNumber": "번호: {}"},
    "UpdateContactData": {
        "Name": "이름: {}",
        "Description": "설명: {}",
        "LanguageCode": "언어: {}",
        "CustomerId": "고객 번호: {}",
        "WisdomSessionArn": "AI 에이전트 세션: {}",
    },
    "UpdateContactEventHooks": {"EventHooks": "{}"},
    "UpdateContactRoutingBehavior": {
        "QueuePriority": "우선순위: {}",
        "QueueTimeAdjustmentSeconds": "경과 시간 조정: {}초",
        "RoutingProficiencies": "{}",
    },
    "UpdateContactTargetQueue": _QUEUE,
    "UpdateContactTextToSpeechVoice": {
        "TextToSpeechVoice": "음성: {}",
        "TextToSpeechEngine": "엔진: {}",
        "TextToSpeechStyle": "말투: {}",
    },
    "UpdateFlowAttributes": {"FlowAttributes": "{}"},
    "UpdateFlowLoggingBehavior": {"FlowLoggingBehavior": "로깅: {}"},
    "Wait": {"TimeLimitSeconds": "{}초", "Events": "{}"},
}
