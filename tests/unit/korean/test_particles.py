import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korean.numerals import say_sino
from korean.particles import _PAIRS, particle

CASES = {
    "은/는": """주문은 배송은 환불은 결제는 취소는 포인트는 고객님은 회사는 쿠폰은 휴대폰은
        주소는 값은 밖은 여덟은 서울은 물은
        A는 B는 C는 D는 E는 F는 G는 H는 I는 J는 K는 L은 M은 N은 O는 P는 Q는 R은 S는 T는 U는 V는 W는 X는 Y는 Z는
        SMS는 URL은 VIP는 ATM은 QR은 PIN은 ID는 PC는 OTP는 HTML은 sms는 kt는 LINE은 KAKAO는
        app은 email은 coupon은 service는 store는
        phone은 point는 code는 internet은 Facebook은 Google은 Samsung은 Naver는 Basic은 Music은
        0은 1은 2는 3은 4는 5는 6은 7은 8은 9는 10은 11은 20은 22는 100은 1000은 10000은 1,000은 1,234는 3.5는 2026은
        100000000은 1000000000000는 1000000000000000는 010은 010-1234-5678은
        50%는 3㎏은 2kg은 500g은 10km는 3m는 1L는 500ml는 5cm는 100$는 24°는 20℃는 3GB는 LGU+는
        5G는 20g은 $50는 €30는 ₩3,000은
        '환불'은 "결제"는 「주문」은 [취소]는 서울(본사)은 포인트(적립금)는 (주)는 주문!은 결제?는 환불…은 주문은""",
    "이/가": "주문이 결제가 1이 2가 3이 URL이 SMS가 50%가 12월이 고객님이",
    "을/를": "주문을 결제를 6을 9를 환불을 QR을 app을",
    "과/와": "주문과 결제와 8과 5와 PIN과 ID와",
    "으로/로": """부산으로 서울로 대구로 제주로 물로 1로 2로 3으로 4로 5로 6으로 7로 8로 9로 0으로 10으로 100으로
        URL로 QR로 PIN으로 SMS로 email로 app으로 번호로 집으로 12월로 3kg으로""",
    "으로는/로는": "서울로는 부산으로는",
    "이나/나": "주문이나 결제나 1이나",
    "이라/라": "주문이라 결제라",
    "이라고/라고": "홍길동이라고 김지혜라고",
    "아/야": "길동아 지혜야",
    "이에요/예요": "주문이에요 결제예요 3이에요 2예요 시예요 분이에요",
    "이며/며": "주문이며 결제며",
}
ROWS = [(pair, written) for pair, line in CASES.items() for written in line.split()]


@pytest.mark.parametrize(("pair", "written"), ROWS)
def test_the_form_goes_with_the_sound(pair: str, written: str) -> None:
    form = next(form for form in sorted(pair.split("/"), key=len, reverse=True) if written.endswith(form))
    word = written.removesuffix(form)

    joined = particle(word, pair)

    assert joined == written


def test_there_are_enough_examples() -> None:
    assert len(ROWS) > 80


@given(st.integers(0, 99_999_999), st.sampled_from(sorted(_PAIRS)))
def test_a_number_takes_what_its_reading_takes(number: int, pair: str) -> None:
    typed = particle(str(number), pair).removeprefix(str(number))

    read = particle(say_sino(number), pair).removeprefix(say_sino(number))

    assert typed == read


@given(st.from_regex("[가-힣]{1,6}", fullmatch=True), st.sampled_from(sorted(_PAIRS)))
def test_decomposed_words_take_the_same(word: str, pair: str) -> None:
    decomposed = unicodedata.normalize("NFD", word)

    joined = particle(decomposed, pair)

    assert unicodedata.normalize("NFC", joined) == particle(word, pair)


@given(st.text(max_size=40), st.sampled_from(sorted(_PAIRS)))
def test_any_word_gets_a_particle(word: str, pair: str) -> None:
    joined = particle(word, pair)

    assert joined.removeprefix(word) in pair.split("/")


@pytest.mark.parametrize("pair", ["는/은", "은", "", "은(는)", "은/는/이"])
def test_an_unknown_pair_is_named_with_what_is_known(pair: str) -> None:
    with pytest.raises(ValueError, match=r"unknown particles .*을/를"):
        particle("주문", pair)
