"""A small sound bot as a document, and what is needed to change, read and judge it."""

import copy
from collections.abc import Callable
from typing import Any

import yaml

from lex_bots import Bot, Finding, check_bot, parse_bot

Document = dict[str, Any]
Change = Callable[[Document], object]

SOURCE = "shop.yaml"
SOUND: Document = {
    "name": "flower_shop",
    "description": "꽃집의 봇",
    "locale": "ko_KR",
    "voice": {"id": "Seoyeon", "engine": "neural"},
    "nlu_confidence_threshold": 0.4,
    "idle_session_ttl_seconds": 300,
    "slot_types": {
        "Flower": {
            "description": "꽃의 종류",
            "resolution": "top",
            "values": [{"value": "장미", "synonyms": ["로즈", "빨간 장미"]}, {"value": "튤립"}],
        }
    },
    "intents": {
        "order_flowers": {
            "display_name": "꽃 주문",
            "description": "꽃다발을 주문한다",
            "utterances": [
                "꽃다발 주문할게요",
                "{Flower} 한 다발 사고 싶어요",
                "꽃 좀 보내려고 하는데요",
                "꽃바구니 맞춰 주세요",
                "생일 꽃 예약하려고요",
                "축하 화환 보내야 해요",
                "꽃 배달 신청할게요",
                "부케 하나 부탁드려요",
                "화분도 살 수 있나요",
                "꽃집이죠 주문 좀 할게요",
            ],
            "slots": {
                "Flower": {
                    "type": "Flower",
                    "description": "어떤 꽃",
                    "required": True,
                    "obfuscated": False,
                    "prompt": {
                        "messages": ["어떤 꽃을 드릴까요?", "꽃 이름을 말씀해 주세요.", "장미와 튤립이 있습니다."],
                        "retries": 2,
                        "interruptible": False,
                    },
                },
                "Phone": {
                    "type": "AMAZON.FreeFormInput",
                    "required": True,
                    "prompt": {
                        "messages": ["<speak>연락처를 <break time='300ms'/>말씀해 주세요.</speak>"],
                        "retries": 1,
                        "audio": {"start_timeout_ms": 4001, "max_length_ms": 12002, "end_timeout_ms": 803},
                        "dtmf": {
                            "max_length": 11,
                            "end_timeout_ms": 5004,
                            "end_character": "#",
                            "deletion_character": "*",
                        },
                    },
                },
            },
            "confirmation": {
                "prompt": {"messages": ["{Flower} 맞으실까요?"], "retries": 3},
                "declined": ["알겠습니다.", "그럼 그만두겠습니다."],
            },
            "closing": ["주문을 받았습니다."],
        },
        "florist": {
            "utterances": [
                "사장님 바꿔 주세요",
                "직원이랑 얘기하고 싶어요",
                "사람 좀 연결해 줘요",
                "플로리스트 계세요",
                "직접 상담받고 싶습니다",
                "통화 가능한 분 있나요",
                "기계 말고 사람이요",
                "담당자분 부탁드립니다",
                "누구 없어요",
                "꽃집 직원 연결",
            ],
            "dialog_code_hook": False,
            "fulfillment_code_hook": True,
        },
    },
    "fallback": {"fulfillment_code_hook": False, "closing": ["다시 한번 말씀해 주시겠어요?"]},
}


def document(change: Change = lambda document: None) -> Document:
    """The sound document, changed."""
    changed = copy.deepcopy(SOUND)
    change(changed)
    return changed


def text_of(document: Document) -> str:
    """A document as YAML."""
    return yaml.safe_dump(document, allow_unicode=True, sort_keys=False, width=10_000)


def bot_of(change: Change = lambda document: None) -> Bot:
    """The sound bot, changed."""
    return parse_bot(text_of(document(change)), source=SOURCE)


def told(findings: list[Finding]) -> list[str]:
    """What is said about a bot, without the file and the line."""
    return [f"{finding.rule} {finding.path or 'document'}: {finding.problem}; {finding.cure}" for finding in findings]


def said_of(change: Change) -> list[str]:
    """What the rules say about the sound bot, changed."""
    return told(check_bot(bot_of(change)))


def keys_of(value: object) -> set[str]:
    """Every key of a document."""
    if isinstance(value, dict):
        return set(value).union(*map(keys_of, value.values()))
    return set().union(*map(keys_of, value)) if isinstance(value, list) else set()


def put(value: object, *place: str | int) -> Change:
    """Write something at a place."""

    def change(document: Any) -> None:
        for step in place[:-1]:
            document = document[step]
        document[place[-1]] = value

    return change


def remove(*place: str | int) -> Change:
    """Remove what is at a place."""

    def change(document: Any) -> None:
        for step in place[:-1]:
            document = document[step]
        del document[place[-1]]

    return change


def say(*utterances: str) -> Change:
    """Add utterances to the intent `order_flowers`, from number 10 on."""

    def change(document: Document) -> None:
        document["intents"]["order_flowers"]["utterances"] += utterances

    return change


def ask(*messages: str) -> Change:
    """Let the slot Flower be asked for with these messages."""
    return put(list(messages), *FLOWER, "prompt", "messages")


ORDER = ("intents", "order_flowers")
FLORIST = ("intents", "florist")
FLOWER = (*ORDER, "slots", "Flower")
PHONE = (*ORDER, "slots", "Phone")
