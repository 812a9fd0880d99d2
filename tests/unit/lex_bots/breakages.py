"""For each rule, changes that make the sound bot one that this rule alone finds something in, and what it says."""

from typing import NamedTuple

from tests.unit.lex_bots.bots import FLORIST, FLOWER, ORDER, PHONE, Change, Document, ask, put, remove, say

_ADDED = "intents.order_flowers.utterances[10]"
_ASKED = "intents.order_flowers.slots.Flower.prompt.messages[0]"
_VALUE = "slot_types.Flower.values[1]"


class Breakage(NamedTuple):
    """A change, and what is said of it after the rule's id."""

    rule: str
    change: Change
    said: str


def _silent_intent(document: Document) -> None:
    document["intents"]["florist"]["fulfillment_code_hook"] = False


def _declined_in_silence(document: Document) -> None:
    document["intents"]["order_flowers"]["dialog_code_hook"] = False
    del document["intents"]["order_flowers"]["confirmation"]["declined"]


def _never_filled(document: Document) -> None:
    document["intents"]["order_flowers"]["slots"]["Card"] = {"type": "AMAZON.Number", "required": False}


def _without_a_prompt(document: Document) -> None:
    document["intents"]["order_flowers"]["slots"]["Card"] = {"type": "AMAZON.Number"}


def _renamed(name: str) -> Change:
    def change(document: Document) -> None:
        document["intents"][name] = document["intents"].pop("florist")

    return change


def _slots(number: int) -> Change:
    def change(document: Document) -> None:
        document["intents"]["florist"]["slots"] = {
            f"Slot{index}": {"type": "AMAZON.Date", "prompt": {"messages": ["언제인가요?"]}} for index in range(number)
        }

    return change


BREAKAGES: tuple[Breakage, ...] = (
    Breakage("B101", put("ko-KR", "locale"), "locale: 'ko-KR' is not Korean as Lex spells it; write ko_KR"),
    Breakage("B102", put("Joanna", "voice", "id"), "voice.id: 'Joanna' is no Korean voice; use Seoyeon or Jihye"),
    Breakage(
        "B102",
        put({"id": "Jihye", "engine": "standard"}, "voice"),
        "voice.engine: 'standard' is no engine of Jihye; use neural",
    ),
    Breakage(
        "B103",
        put(1.1, "nlu_confidence_threshold"),
        "nlu_confidence_threshold: 1.1 is not between 0 and 1; write 0.4, as the console does",
    ),
    Breakage(
        "B104",
        put(59, "idle_session_ttl_seconds"),
        "idle_session_ttl_seconds: 59 s is not between 60 and 86400; write 300, as the console does",
    ),
    Breakage(
        "B104",
        put(86_401, "idle_session_ttl_seconds"),
        "idle_session_ttl_seconds: 86401 s is not between 60 and 86400; write 300, as the console does",
    ),
    Breakage("B105", put("꽃집", "name"), "name: '꽃집' is not Latin; write it in Latin letters"),
    Breakage("B105", put("", "name"), "name: the name of the bot is empty; write one of Latin letters"),
    Breakage(
        "B105",
        put("a" * 101, "name"),
        f"name: '{'a' * 60}...' has 101 characters; use at most 100",
    ),
    Breakage(
        "B105",
        _renamed("사람"),
        "intents['사람']: '사람' is not Latin; write it in Latin letters, and this into display_name",
    ),
    Breakage(
        "B105",
        _renamed("talk__to"),
        "intents.talk__to: 'talk__to' does not consist of letters and digits with single _ or - after them; "
        "spell it so",
    ),
    Breakage(
        "B106",
        _renamed("Helpintent"),
        "intents.Helpintent: 'Helpintent' is the built-in AMAZON.HelpIntent; give it another name",
    ),
    Breakage(
        "B106",
        _renamed("FallbackIntent"),
        "intents.FallbackIntent: 'FallbackIntent' is the built-in AMAZON.FallbackIntent; write it as `fallback:`",
    ),
    Breakage(
        "B107",
        put("꽃" * 101, *FLORIST, "display_name"),
        "intents.florist.display_name: has 101 characters; use at most 100",
    ),
    Breakage(
        "B107",
        put("💐" * 1001, *FLOWER, "description"),
        "intents.order_flowers.slots.Flower.description: has 2002 characters; use at most 2000",
    ),
    Breakage("B108", _slots(101), "intents.florist.slots: there are 101 slots; keep at most 100"),
    Breakage(
        "B110",
        remove("fallback"),
        "document: there is no AMAZON.FallbackIntent; add `fallback: {fulfillment_code_hook: true}`",
    ),
    Breakage(
        "B201",
        put([], *FLORIST, "utterances"),
        "intents.florist.utterances: there is none; write what callers say, 10 or more",
    ),
    Breakage("B202", say(" "), f"{_ADDED}: is empty; write what callers say, or remove it"),
    Breakage("B202", say("꽃" * 501), f"{_ADDED}: '{'꽃' * 60}...' has 501 characters; use at most 500"),
    Breakage("B203", say("꽃"), f"{_ADDED}: '꽃' says one character at most; write a word, such as 상담원"),
    Breakage(
        "B204",
        say("꽃 있어요?"),
        f"{_ADDED}: '꽃 있어요?' holds '?'; remove it: callers do not say marks, and Lex may refuse them",
    ),
    Breakage(
        "B204",
        say("꽃 예뻐요 💐!"),
        f"{_ADDED}: '꽃 예뻐요 💐!' holds '💐!'; remove it: callers do not say marks, and Lex may refuse them",
    ),
    Breakage("B204", say("꽃　세 송이"), f"{_ADDED}: '꽃\\u3000세 송이' holds '\\u3000'; write ' '"),
    Breakage("B204", say("꽃 ３ 송이"), f"{_ADDED}: '꽃 ３ 송이' holds '３'; write '3'"),
    Breakage(
        "B204",
        say("花 주세요"),
        f"{_ADDED}: '花 주세요' holds '花'; write it in Hangul, Latin letters or digits, as it is said",
    ),
    Breakage(
        "B204",
        say("\u1101\u1169\u11be 주세요"),
        f"{_ADDED}: '\u1101\u1169\u11be 주세요' holds '\u1101\u1169\u11be'; "
        "save it composed (Unicode NFC): these look the same and match nothing",
    ),
    Breakage(
        "B205",
        say("{Flower 주세요"),
        f"{_ADDED}: '{{Flower 주세요' has a brace without its other; write {{Slot}}, or remove it",
    ),
    Breakage(
        "B205",
        say("예쁜 {꽃 이름} 주세요"),
        f"{_ADDED}: '예쁜 {{꽃 이름}} 주세요' has '{{꽃 이름}}', which names no slot; "
        "write the name of a slot and nothing else between braces",
    ),
    Breakage(
        "B206",
        say("{Flower}를 주세요"),
        f"{_ADDED}: '{{Flower}}를 주세요' has a slot that touches other text; write '{{Flower}} 를 주세요'",
    ),
    Breakage(
        "B206",
        say("예쁜{Flower} 주세요"),
        f"{_ADDED}: '예쁜{{Flower}} 주세요' has a slot that touches other text; write '예쁜 {{Flower}} 주세요'",
    ),
    Breakage(
        "B207",
        say("{flower} 주세요"),
        f"{_ADDED}: '{{flower}} 주세요' names the slot 'flower', which order_flowers does not have; "
        "did you mean Flower?",
    ),
    Breakage(
        "B208",
        put("꽃다발주문할게요", *FLORIST, "utterances", 9),
        "intents.florist.utterances[9]: '꽃다발주문할게요' is also intents.order_flowers.utterances[0], "
        "as '꽃다발 주문할게요'; keep one",
    ),
    Breakage(
        "B208",
        say("꽃다발 주문할게요"),
        f"{_ADDED}: '꽃다발 주문할게요' is also intents.order_flowers.utterances[0]; keep one",
    ),
    Breakage(
        "B209",
        say("{Phone} 으로 전화 주세요"),
        f"{_ADDED}: '{{Phone}} 으로 전화 주세요' holds {{Phone}}, which is AMAZON.FreeFormInput; "
        "remove it: the code hook takes the words from the transcript",
    ),
    Breakage(
        "B301",
        put("Flowers", *PHONE, "type"),
        "intents.order_flowers.slots.Phone.type: 'Flowers' is not in slot_types; did you mean Flower?",
    ),
    Breakage(
        "B301",
        put("AMAZON.PHONE_NUMBER", *PHONE, "type"),
        "intents.order_flowers.slots.Phone.type: 'AMAZON.PHONE_NUMBER' is no built-in slot type; "
        "did you mean AMAZON.PhoneNumber?",
    ),
    Breakage(
        "B302",
        put("AMAZON.AlphaNumeric", *PHONE, "type"),
        "intents.order_flowers.slots.Phone.type: AMAZON.AlphaNumeric was announced for Korean in March 2025, "
        "yet the table of languages says except Korean; "
        "use AMAZON.FreeFormInput, and take the words apart in the code hook",
    ),
    Breakage(
        "B302",
        put("AMAZON.UKPostalCode", *PHONE, "type"),
        "intents.order_flowers.slots.Phone.type: AMAZON.UKPostalCode is there in en_GB only; "
        "use AMAZON.FreeFormInput, and take the words apart in the code hook",
    ),
    Breakage(
        "B303",
        _without_a_prompt,
        "intents.order_flowers.slots.Card: is required and has no prompt; add a prompt, or write `required: false`",
    ),
    Breakage(
        "B304",
        put([], "slot_types", "Flower", "values"),
        "slot_types.Flower.values: there is none; add `- {value: ...}`",
    ),
    Breakage(
        "B305",
        put("로즈", "slot_types", "Flower", "values", 1, "value"),
        f"{_VALUE}.value: '로즈' is also slot_types.Flower.values[0].synonyms[0]; keep one",
    ),
    Breakage(
        "B305",
        put(["빨간장미"], "slot_types", "Flower", "values", 1, "synonyms"),
        f"{_VALUE}.synonyms[0]: '빨간장미' is also slot_types.Flower.values[0].synonyms[1], as '빨간 장미'; keep one",
    ),
    Breakage(
        "B306",
        put("", "slot_types", "Flower", "values", 1, "value"),
        f"{_VALUE}.value: is empty; write a word, or remove it",
    ),
    Breakage(
        "B306",
        put(["꽃" * 141], "slot_types", "Flower", "values", 1, "synonyms"),
        f"{_VALUE}.synonyms[0]: '{'꽃' * 60}...' has 141 characters; use at most 140",
    ),
    Breakage("B401", ask(""), f"{_ASKED}: '' says nothing; write what callers are to hear, or remove it"),
    Breakage(
        "B401",
        ask("<speak><break/></speak>"),
        f"{_ASKED}: '<speak><break/></speak>' says nothing; write what callers are to hear, or remove it",
    ),
    Breakage("B401", ask("꽃" * 1001), f"{_ASKED}: '{'꽃' * 60}...' has 1001 characters; use at most 1000"),
    Breakage(
        "B402",
        ask(),
        "intents.order_flowers.slots.Flower.prompt.messages: there is none; write what callers are to be asked",
    ),
    Breakage(
        "B402",
        put(["네."] * 4, "fallback", "closing"),
        "fallback.closing: there are 4 messages; keep a message and two variations of it",
    ),
    Breakage(
        "B403",
        put(6, *FLOWER, "prompt", "retries"),
        "intents.order_flowers.slots.Flower.prompt.retries: 6 is not between 0 and 5; write 1 or 2",
    ),
    Breakage(
        "B403",
        put(-1, *ORDER, "confirmation", "prompt", "retries"),
        "intents.order_flowers.confirmation.prompt.retries: -1 is not between 0 and 5; write 1 or 2",
    ),
    Breakage(
        "B404",
        ask("<speak>장미 & 튤립</speak>"),
        f"{_ASKED}: '<speak>장미 & 튤립</speak>' is no well-formed SSML (not well-formed (invalid token)); "
        "close every tag, write &amp; for & and &lt; for <",
    ),
    Breakage(
        "B404",
        ask("<speaker>네</speaker>"),
        f"{_ASKED}: '<speaker>네</speaker>' begins with <speaker>; begin with <speak>",
    ),
    Breakage(
        "B404",
        ask("<speak><!DOCTYPE x>네</speak>"),
        f"{_ASKED}: '<speak><!DOCTYPE x>네</speak>' is no well-formed SSML (it declares something); "
        "close every tag, write &amp; for & and &lt; for <",
    ),
    Breakage(
        "B404",
        ask("네. <break/> 어떤 꽃이요?"),
        f"{_ASKED}: '네. <break/> 어떤 꽃이요?' holds tags outside <speak>; "
        "write <speak>...</speak> around the whole, or remove them",
    ),
    Breakage(
        "B405",
        ask("<speak>네 <break time='11s'/></speak>"),
        f"{_ASKED}: <break> takes 11s; take 10s at most",
    ),
    Breakage(
        "B405",
        ask("<speak>네 <break time='1'/></speak>"),
        f'{_ASKED}: <break> has the time \'1\'; write it like "300ms" or "2s"',
    ),
    Breakage(
        "B405",
        ask("<speak>네 <break strength='long'/></speak>"),
        f"{_ASKED}: <break> has the strength 'long'; use one of none, x-weak, weak, medium, strong, x-strong",
    ),
    Breakage(
        "B406",
        ask("{Flowers} 몇 송이 드릴까요?"),
        f"{_ASKED}: '{{Flowers}} 몇 송이 드릴까요?' names '{{Flowers}}', which would be read out as it stands; "
        "did you mean Flower?",
    ),
    Breakage(
        "B406",
        put(["{Flower} 말씀이세요?"], "fallback", "closing"),
        "fallback.closing[0]: '{Flower} 말씀이세요?' names '{Flower}', which would be read out as it stands; "
        "remove it; there are none",
    ),
    Breakage(
        "B407",
        put(1025, *PHONE, "prompt", "dtmf", "max_length"),
        "intents.order_flowers.slots.Phone.prompt.dtmf.max_length: 1025 is not between 1 and 1024; "
        "write how many keys the answer has",
    ),
    Breakage(
        "B407",
        put(0, *PHONE, "prompt", "dtmf", "end_timeout_ms"),
        "intents.order_flowers.slots.Phone.prompt.dtmf.end_timeout_ms: 0 ms is no time; write 5000",
    ),
    Breakage(
        "B407",
        put("##", *PHONE, "prompt", "dtmf", "end_character"),
        "intents.order_flowers.slots.Phone.prompt.dtmf.end_character: '##' is no key; "
        'use "#", "*", a digit or A to D, in quotes',
    ),
    Breakage(
        "B407",
        put("#", *PHONE, "prompt", "dtmf", "deletion_character"),
        "intents.order_flowers.slots.Phone.prompt.dtmf.deletion_character: '#' both ends and deletes; "
        'end with "#", delete with "*"',
    ),
    Breakage(
        "B408",
        put(15_001, *PHONE, "prompt", "audio", "max_length_ms"),
        "intents.order_flowers.slots.Phone.prompt.audio.max_length_ms: 15001 ms is more than Connect takes; "
        "use at most 15000",
    ),
    Breakage(
        "B408",
        put(0, *PHONE, "prompt", "audio", "start_timeout_ms"),
        "intents.order_flowers.slots.Phone.prompt.audio.start_timeout_ms: 0 ms is no time; write 4000",
    ),
    Breakage(
        "B409",
        _silent_intent,
        "intents.florist: has neither a code hook nor a closing, so it says nothing; "
        "switch a code hook on, or write what to say into `closing:`",
    ),
    Breakage(
        "B409",
        _declined_in_silence,
        "intents.order_flowers.confirmation: says nothing after a no; write what to say into `declined:`",
    ),
    Breakage(
        "B409",
        put({"fulfillment_code_hook": False}, "fallback"),
        "fallback: says nothing to a caller who was not understood; "
        "write `fulfillment_code_hook: true`, or what to say into `closing:`",
    ),
    Breakage(
        "B501",
        put(["꽃집 직원 연결", "사장님 계세요"], *FLORIST, "utterances"),
        "intents.florist.utterances: there are 2; write 8 more, as varied as callers are",
    ),
    Breakage(
        "B502",
        _never_filled,
        "intents.order_flowers.slots.Card: is never filled; use {Card} in an utterance, or remove it",
    ),
    Breakage(
        "B503",
        put({"values": [{"value": "대"}]}, "slot_types", "Size"),
        "slot_types.Size: is the type of no slot; remove it, or use it",
    ),
    Breakage("B504", say("네, 꽃이요."), f"{_ADDED}: '네, 꽃이요.' holds '.,'; remove it: it is not heard"),
    Breakage(
        "B505",
        say("꽃다발주문할게요"),
        f"{_ADDED}: '꽃다발주문할게요' differs from intents.order_flowers.utterances[0] in its spaces only; "
        "say it in other words, unspaced or not: two that differ teach more",
    ),
    Breakage("B506", say("{Flower}"), f"{_ADDED}: '{{Flower}}' is slots only; add a word, such as a verb"),
    Breakage("B507", ask("<speak>네 <audio/></speak>"), f"{_ASKED}: <audio> is ignored; remove it"),
    Breakage(
        "B507",
        ask("<speak><prosody pitch='high'>네</prosody></speak>"),
        f"{_ASKED}: the engine neural has no <prosody pitch>; remove it",
    ),
    Breakage(
        "B507",
        ask("<speak><amazon:effect name='whispered'>네</amazon:effect></speak>"),
        f"{_ASKED}: the engine neural has no <amazon:effect>; remove it",
    ),
    Breakage(
        "B508",
        put("generative", "voice", "engine"),
        "voice.engine: 'generative' is not in every Region; "
        "ask `aws polly describe-voices --language-code ko-KR --engine generative` first, or use neural",
    ),
)
