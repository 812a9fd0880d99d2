"""What reports say, in Korean for operators and in English."""

from collections.abc import Mapping

KOREAN, ENGLISH = "ko", "en"
LANGUAGES = (KOREAN, ENGLISH)
"""What reports are written in."""

_WORDS: Mapping[str, tuple[str, str]] = {
    # --- the whole day
    "headline": ("하루 요약", "The day"),
    "figure": ("항목", "Figure"),
    "value": ("값", "Value"),
    "interval": ("95 % 신뢰구간", "95 % interval"),
    "contacts": ("인입", "Contacts"),
    "service_level": ("서비스 수준 ({target:g}초 이내)", "Service level (within {target:g} s)"),
    "mean_wait": ("평균 대기(초)", "Mean wait (s)"),
    "p90_wait": ("대기 90 백분위(초)", "90th percentile of waits (s)"),
    "abandonment": ("대기 중 포기율", "Abandoned while waiting"),
    "containment": ("봇 처리율", "Contained by the bot"),
    "refused": ("대기열 초과로 거절", "Refused, queue full"),
    "queued_callbacks": ("순서 콜백", "Callbacks in turn"),
    "booked_callbacks": ("예약 전화", "Callbacks at a time"),
    "peak_calls": ("최대 동시 통화", "Most calls at a time"),
    "peak_chats": ("최대 동시 채팅", "Most chats at a time"),
    "occupancy": ("상담사 점유율 {name}", "Occupancy of {name}"),
    # --- how contacts end
    "outcomes": ("고객이 마친 방법", "How contacts ended"),
    "outcome": ("결과", "Outcome"),
    "VOICE": ("전화", "Calls"),
    "CHAT": ("채팅", "Chats"),
    "share": ("비율", "Share"),
    "served": ("상담사와 상담", "Talked to an agent"),
    "contained": ("봇이 처리", "The bot was enough"),
    "booked": ("봇이 전화 예약", "Booked a callback"),
    "callback": ("순서 콜백 신청", "Took a callback in turn"),
    "abandoned": ("대기 중 끊음", "Hung up while waiting"),
    "left": ("안내를 듣고 대기 취소", "Took the offer to leave"),
    "hung_up": ("안내 중 끊음", "Hung up before that"),
    "closed": ("상담 시간 아님", "Out of hours"),
    "told": ("안내 후 종료", "Ended by the flow"),
    "failed": ("흐름 오류", "Flow broke off"),
    "open": ("끝나지 않음", "Not over"),
    "unconfirmed": ("받았으나 연결을 원하지 않음", "Picked up, asked for nobody"),
    "unreached": ("받지 않음", "Never picked up"),
    "nobody_free": ("빈 상담사 없음", "No agent free in time"),
    "other_day": ("다른 날 예약", "For another day"),
    "no_slot": ("오늘 남은 자리 없음", "No slot left today"),
    # --- queues and agents
    "queues": ("대기열", "Queues"),
    "queue": ("대기열", "Queue"),
    "queued": ("대기", "Queued"),
    "column_queued": ("대기", "Queued"),
    "column_answered": ("응답", "Answered"),
    "column_abandoned": ("포기", "Hung up"),
    "column_left": ("취소", "Left"),
    "column_called_back": ("콜백", "Callback"),
    "column_refused": ("초과", "Full"),
    "column_level": ("서비스 수준", "In time"),
    "p90": ("90 백분위", "90th"),
    "longest_line": ("최대 대기", "Longest"),
    "staff": ("상담사", "Agents"),
    "name": ("조", "Staff"),
    "agents": ("인원", "Agents"),
    "present_hours": ("근무(시간)", "Present (h)"),
    "worked_hours": ("업무(시간)", "Worked (h)"),
    "busy": ("점유율", "Occupancy"),
    "handled": ("상담", "Contacts"),
    "intents": ("용건", "Intents"),
    "intent": ("용건", "Intent"),
    # --- callbacks
    "callbacks": ("콜백", "Callbacks"),
    "in_turn": ("순서 콜백", "In turn"),
    "at_a_time": ("예약 전화", "At a time"),
    "count": ("건수", "Callbacks"),
    "dials": ("발신 횟수", "Dials"),
    "full": ("대기열 초과로 접수 못 함", "Refused, queue full"),
    "callback_wait": ("평균 지연(초)", "Mean delay (s)"),
    # --- the course of the day
    "course": ("시간대별", "Half hours"),
    "start": ("시각", "From"),
    "arrivals": ("인입", "Arrivals"),
    "lines": ("평균 대기 수", "Waiting"),
    "seats": ("상담석", "Seats"),
    "working": ("업무 중", "Working"),
    # --- quotas
    "quotas": ("AWS 할당량", "Quotas of AWS"),
    "quota": ("할당량", "Quota"),
    "default": ("기본값", "Default"),
    "needed": ("필요", "Needed"),
    "request": ("요청할 값", "Ask for"),
    "throttled": ("거절될 요청", "Throttled"),
    "exceeded": ("부족", "too little"),
    "enough": ("충분", "enough"),
    "burst": ("순간 허용치 안", "within the burst"),
    "tight": ("80 % 초과", "over 80 %"),
    "verdict": ("판정", "Verdict"),
    "concurrent_calls": ("동시 통화 (인스턴스)", "Concurrent calls (instance)"),
    "concurrent_chats": ("동시 채팅 (인스턴스)", "Concurrent chats (instance)"),
    "users": ("사용자 수 (인스턴스)", "Users (instance)"),
    "lex_voice_conversations": ("Lex 동시 음성 대화", "Lex voice conversations at a time"),
    "lex_text_conversations": ("Lex 동시 텍스트 대화", "Lex text conversations at a time"),
    "lambda_concurrency": ("Lambda 동시 실행", "Lambda concurrency"),
    "start_chat_contact": ("StartChatContact 초당", "StartChatContact a second"),
    "create_participant_connection": ("CreateParticipantConnection 초당", "CreateParticipantConnection a second"),
    "send_message": ("SendMessage 초당", "SendMessage a second"),
    "start_outbound_voice_contact": ("StartOutboundVoiceContact 초당", "StartOutboundVoiceContact a second"),
    # --- the picture
    "picture": ("{day} {date}: 인입 {contacts:,}건", "{day} {date}: {contacts:,} contacts"),
    "picture_arrivals": ("30분당 인입", "Arrivals in half an hour"),
    "picture_lines": ("대기 고객과 상담석", "Waiting customers and seats"),
    "picture_level": ("서비스 수준", "Service level"),
    "others": ("그 밖", "Others"),
    "to_queue": ("상담사 대기", "Came to wait"),
    "mean_line": ("평균 대기 수", "Waiting, mean"),
    "most_line": ("최대 대기 수", "Waiting, most"),
}


def word(key: str, language: str, **values: object) -> str:
    """A word or a phrase; a name that has none stands for itself.

    >>> word("service_level", "en", target=20.0)
    'Service level (within 20 s)'
    >>> word("delivery", "ko")
    'delivery'
    """
    both = _WORDS.get(key)
    if both is None:
        return key
    text = both[LANGUAGES.index(language)]
    return text.format(**values) if values else text
