"""What callers hear often, by what it is about; a part of it is enough to know it again."""

from tests.flows.company import TEXTS

GREETING = "고객센터입니다. 이 통화는 상담 품질 향상과"
CHAT_GREETING = "고객센터입니다. 대화 내용은 상담 품질 향상과"
QUESTION = "무엇을 도와드릴까요? 용건을 편하게 말씀해"
CHAT_QUESTION = "무엇을 도와드릴까요? 궁금하신 내용을"
SECOND_QUESTION = "문의하신 내용을 바로 안내해 드릴까요"
BOT = "봇의 대답입니다."
MENU = "주문과 배송 문의는 1번"
CLOSED = f"지금은 상담 시간이 아닙니다. 상담 시간은 {TEXTS['opening_hours']}입니다"
QUEUE_FULL = "지금은 문의가 많아 상담사를 연결해 드리기 어렵습니다. 불편을"
FAULT = "시스템 문제로 상담사를 연결해 드리지 못했습니다"

WAITS = ("상담사를 연결하고 있습니다. 잠시만 기다려 주십시오", "순서대로 연결해 드리고 있습니다")
SIZE = "현재 대기 고객은"
WAITING = ("상담사가 존중받을 수 있도록", SIZE, *WAITS)
CHAT_WAITING = "고객센터입니다. 상담사를 연결하고 있습니다"
LEAVE = "통화를 마치고 나중에 다시 문의하시려면 1번, 계속 기다리시려면 2번"
OFFER = "순서가 되면 지금 거신 번호로 전화를 받으시려면 2번"

CONNECTED = "상담사가 연결되었습니다"
CALLED = "원하지 않으시면 통화를 종료해 주시기 바랍니다. 상담사를 연결해 드리겠습니다"
UNPROVEN = "본인 확인이 필요한 고객님입니다"
HELD = ("상담사가 문의하신 내용을 확인하고 있습니다", "기다려 주셔서 감사합니다. 곧 다시 연결해")
OVER = "상담이 종료되었습니다. 가나 상점 고객센터를"

WHY_PROOF = "고객님의 개인정보를 보호하기 위하여"
CHOOSE_PROOF = "생년월일로 확인하시려면 1번"
BIRTH_DATE = "생년월일 여덟 자리를"
UNPROVEN_ANYWAY = "본인 확인 없이 상담사를 연결해 드리겠습니다. 필요한"
