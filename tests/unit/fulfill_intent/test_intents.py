"""What the function knows of the bot, and the bot of the function."""

from pathlib import Path
from typing import Any

from fulfill_intent import messages
from fulfill_intent.intents import cancel, faq
from fulfill_intent.open_wish import OpenWish, open_wish
from fulfill_intent.other_wish import NAMED
from fulfill_intent.table import FALLBACK, INTENTS
from tests.unit.fulfill_intent.caller import Caller

FLOWS = Path(__file__).parents[3] / "flows"


def test_serves_every_intent_of_the_bot(bot: Any) -> None:
    declared = {name: tuple(intent.get("slots", ())) for name, intent in bot["intents"].items()}

    served = {name: intent.slots for name, intent in INTENTS.items() if name != FALLBACK}

    assert served == declared
    assert set(messages.SUMMARY_NAMES) == set(INTENTS)


def test_a_person_is_called_as_the_flows_call_one() -> None:
    files = (*FLOWS.glob("*.json"), *FLOWS.glob("modules/*.json"))
    flows = "".join(path.read_text(encoding="utf-8") for path in files)
    said = Path(messages.__file__).read_text(encoding="utf-8") + "".join(faq.ANSWERS.values())

    assert "상담사" in flows
    assert "상담원" not in flows + said


def test_each_other_wish_is_an_intent() -> None:
    assert set(NAMED) <= set(INTENTS)


def test_tells_wishes_about_a_booked_callback_from_wishes_for_a_new_one(bot: Any) -> None:
    utterances = bot["intents"]["callback"]["utterances"]

    about_one = {utterance: open_wish(utterance) for utterance in utterances if open_wish(utterance)}

    assert set(about_one.values()) == set(OpenWish)
    assert not [said for said in about_one if said.endswith(("전화 주세요", "연락 주세요", "예약해 주세요"))]
    assert {"전화 주세요", "내일 오후 세 시에 전화해 주세요", "언제 전화 주실 수 있나요"}.isdisjoint(about_one)


def test_knows_every_value_of_the_slot_types(bot: Any) -> None:
    values = {name: {each["value"] for each in kind["values"]} for name, kind in bot["slot_types"].items()}

    assert values == {"FaqTopic": set(faq.ANSWERS), "CancelTarget": set(cancel.QUEUES)}


def test_hears_every_synonym_without_the_slot_as_lex_does_with_it(bot: Any) -> None:
    wrong = []
    for slot_type, intent in (("FaqTopic", "faq"), ("CancelTarget", "cancel")):
        for value in bot["slot_types"][slot_type]["values"]:
            for synonym in [value["value"], *value.get("synonyms", ())]:
                heard = Caller(voice=False).say(f"{synonym} 문의요", intent)
                if value["value"] not in heard.attributes["bot_summary"]:
                    wrong.append((synonym, value["value"], heard.attributes["bot_summary"]))

    assert not wrong
