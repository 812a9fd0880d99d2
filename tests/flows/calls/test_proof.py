"""Proving who one is: by date of birth or order number, three times at most, and nobody is sent away."""

import pytest

from connect_flows.simulator import Call, Center
from tests.flows.company import CUSTOMER, answers, bot_fails, fails, heard, proof

CHOOSE = "생년월일로 확인하시려면 1번, 주문번호로 확인하시려면 2번"
BIRTH_DATE = "생년월일 여덟 자리를"
ORDER_NUMBER = "주문번호 열 자리를"
DONE = "본인 확인이 완료되었습니다"
ANYWAY = "본인 확인 없이 상담사를 연결해 드리겠습니다"
FAULT = "시스템 문제로 본인 확인을 마치지 못했습니다"
WAYS = (("1", BIRTH_DATE, "19900102#", "birth_date"), ("2", ORDER_NUMBER, "2026112201#", "order_number"))


def asked_who(center: Center, number: str = CUSTOMER) -> Call:
    """A caller who is asked how to prove who they are."""
    bot_fails(center)
    return center.call(number).says("음").presses("1").hears("본인 확인을 하겠습니다", CHOOSE).is_asked()


def told(center: Center) -> list[object]:
    """What the function was told."""
    return [event["Details"]["Parameters"] for event in center.function("authenticate_customer").asked]


@pytest.mark.parametrize(("key", "question", "entry", "method"), WAYS)
def test_whoever_is_known_is_thanked(center: Center, key: str, question: str, entry: str, method: str) -> None:
    caller = asked_who(center).presses(key).hears(question).presses(entry).hears(DONE).is_queued("orders")

    caller.has(customer_authenticated="true", customer_id="C-1", customer_name="김*지")
    assert told(center) == [{"Method": method, "Answer": entry[:-1]}]


@pytest.mark.parametrize(("key", "entry"), [("1", "19900102"), ("2", "2026112201")])
def test_an_entry_of_the_right_length_needs_no_hash(center: Center, key: str, entry: str) -> None:
    asked_who(center).presses(key).presses(entry).hears(DONE).is_queued("orders")


def test_an_entry_may_be_taken_back(center: Center) -> None:
    asked_who(center).presses("1").presses("1989*19900102#").hears(DONE)

    assert told(center) == [{"Method": "birth_date", "Answer": "19900102"}]


def test_an_entry_may_be_pressed_key_by_key(center: Center) -> None:
    caller = asked_who(center).presses("1")
    for key in "1990":
        caller.presses(key)

    caller.waits(5).hears(DONE)

    assert told(center) == [{"Method": "birth_date", "Answer": "1990"}]


@pytest.mark.parametrize(("key", "question", "entry", "method"), WAYS)
@pytest.mark.parametrize(
    ("outcome", "says"),
    [("not_matched", "등록된 정보와 일치하지 않습니다"), ("malformed", "다시 한번 확인해 주시기 바랍니다")],
)
def test_whoever_is_wrong_may_try_again(
    center: Center, key: str, question: str, entry: str, method: str, outcome: str, says: str
) -> None:
    answers(center, "authenticate_customer", proof(outcome), proof("authenticated"))

    caller = asked_who(center).presses(key).hears(question).presses(entry).hears(says, CHOOSE).is_asked()
    caller.presses(key).presses(entry).hears(DONE).is_queued("orders").has(customer_authenticated="true")


@pytest.mark.parametrize(
    ("outcome", "says"),
    [("not_matched", "등록된 정보와 일치하지 않습니다"), ("malformed", "다시 한번 확인해 주시기 바랍니다")],
)
def test_whoever_is_wrong_three_times_gets_a_person(center: Center, outcome: str, says: str) -> None:
    answers(center, "authenticate_customer", proof(outcome))
    caller = asked_who(center)

    for _ in range(2):
        caller.presses("1").presses("19900102#").hears(says, CHOOSE)
    caller.presses("2").presses("2026112201#").hears(says, "입력 횟수를 초과하여", ANYWAY).is_queued("orders")

    caller.has(customer_authenticated="false")
    assert len(told(center)) == 3


@pytest.mark.parametrize(
    ("outcome", "says"),
    [("locked", "여러 번 실패하여"), ("no_phone", "발신 번호가 표시되지 않아"), ("odd", FAULT), ("", FAULT)],
)
@pytest.mark.parametrize(("key", "entry"), [("1", "19900102#"), ("2", "2026112201#")])
def test_whoever_cannot_prove_it_gets_a_person_at_once(
    center: Center, outcome: str, says: str, key: str, entry: str
) -> None:
    answers(center, "authenticate_customer", proof(outcome))

    caller = asked_who(center).presses(key).presses(entry).hears(says, ANYWAY).is_queued("orders")

    caller.has(customer_authenticated="false")
    assert len(told(center)) == 1
    assert sum(CHOOSE in text for text in heard(caller)) == 1


@pytest.mark.parametrize(("key", "entry"), [("1", "19900102#"), ("2", "2026112201#")])
def test_whoever_the_function_fails_gets_a_person(center: Center, key: str, entry: str) -> None:
    fails(center, "authenticate_customer")

    caller = asked_who(center).presses(key).presses(entry).hears(FAULT, ANYWAY).is_queued("orders")

    caller.has(customer_authenticated="false")


@pytest.mark.parametrize(("key", "entry"), [("1", "19900102#"), ("2", "2026112201#")])
def test_whoever_the_function_keeps_waiting_gets_a_person(center: Center, key: str, entry: str) -> None:
    del center.functions["authenticate_customer"]
    center.function("authenticate_customer").times_out()
    caller = asked_who(center)
    began = center.now()

    caller.presses(key).presses(entry).hears(FAULT, ANYWAY).is_queued("orders")

    assert center.now() - began == 8


@pytest.mark.parametrize("answer", [{"outcome": None}, {"outcome": "authenticated", "display_name": "김" * 12_000}])
def test_an_answer_that_amazon_connect_does_not_take_is_a_fault(center: Center, answer: dict[str, object]) -> None:
    answers(center, "authenticate_customer", answer)

    asked_who(center).presses("1").presses("19900102#").hears(FAULT, ANYWAY).is_queued("orders")


def test_a_name_that_is_too_long_for_a_contact_is_a_fault(center: Center) -> None:
    answers(center, "authenticate_customer", {**proof("authenticated"), "display_name": "김" * 10_880})
    caller = asked_who(center)
    caller.contact.attributes["note"] = "a" * 100

    caller.presses("1").presses("19900102#").hears(FAULT, ANYWAY).is_queued("orders")

    caller.has(customer_authenticated="false")


@pytest.mark.parametrize(("key", "question"), [("1", BIRTH_DATE), ("2", ORDER_NUMBER)])
def test_whoever_types_nothing_is_judged_by_the_function(center: Center, key: str, question: str) -> None:
    answers(center, "authenticate_customer", proof("malformed"))

    caller = asked_who(center).presses(key).hears(question).stays_silent()

    caller.hears("다시 한번 확인해 주시기 바랍니다", CHOOSE).is_asked()
    assert [each["Answer"] for each in told(center) if isinstance(each, dict)] == ["Timeout"]


def test_whoever_wants_no_proof_gets_a_person(center: Center) -> None:
    caller = asked_who(center).presses("0").hears(ANYWAY).is_queued("orders")

    caller.has(customer_authenticated="false")
    assert told(center) == []


def test_whoever_chooses_nothing_is_asked_three_times_and_gets_a_person(center: Center) -> None:
    caller = asked_who(center)

    caller.stays_silent().hears("번호를 확인하지 못했습니다", CHOOSE).is_asked()
    caller.presses("8").hears("번호를 확인하지 못했습니다", CHOOSE).is_asked()
    caller.stays_silent().hears("번호가 입력되지 않았습니다", ANYWAY).is_queued("orders")

    assert told(center) == []


def test_whoever_shows_no_number_is_asked_all_the_same(center: Center) -> None:
    answers(center, "authenticate_customer", proof("no_phone"))

    asked_who(center, "").presses("1").presses("19900102#").hears("발신 번호가", ANYWAY).is_queued("orders")
