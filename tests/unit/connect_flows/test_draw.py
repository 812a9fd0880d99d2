"""What a drawing says, and that it stays a drawing whatever a flow says."""

import re
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from xml.etree import ElementTree

import pytest
from hypothesis import given

from connect_flows import Flow
from connect_flows._draw import draw
from connect_flows._drawing._style import style_sheet
from connect_flows._drawing._text import width_of
from tests.unit.connect_flows.any_flow import ANY_FLOW
from tests.unit.connect_flows.building import block, flow_of, read

pytestmark = pytest.mark.thorough

NAMESPACE = "{http://www.w3.org/2000/svg}"
SIZES = {"name": 13.5, "english": 10, "identifier": 10.5, "detail": 11.5, "label": 11}
LABEL = r'"[^"`{}()\[\]|<>&%$\\/:;]*"'
HUB = block(
    "hub",
    "GetParticipantInput",
    {"Text": "주문은 1번을 눌러 주십시오.", "InputTimeLimitSeconds": "5", "StoreInput": "False"},
    next="bye",
    errors={"NoMatchingError": "bye", "InputTimeLimitExceeded": "bye", "NoMatchingCondition": "hub"},
    conditions=[("Equals", "1", "orders")],
)
ORDERS = block(
    "orders", "MessageParticipant", {"Text": "주문 안내입니다."}, next="bye", errors={"NoMatchingError": "hub"}
)
BYE = block("bye", "DisconnectParticipant")
MENU = flow_of(HUB, ORDERS, BYE)
PAGE = draw(MENU, format="html")


def parsed(flow: Flow) -> ElementTree.Element:
    return ElementTree.fromstring(draw(flow))


def texts_of(element: ElementTree.Element, kind: str = "") -> list[str]:
    texts = (text for text in element.iter(f"{NAMESPACE}text") if kind in text.get("class", "").split() or not kind)
    return [text.text or "" for text in texts]


def blocks_in(picture: ElementTree.Element) -> Iterator[ElementTree.Element]:
    return (group for group in picture.iter(f"{NAMESPACE}g") if group.get("class", "").startswith("block "))


def the_block(flow: Flow, identifier: str) -> ElementTree.Element:
    return next(group for group in blocks_in(parsed(flow)) if group.get("data-action") == identifier)


@given(ANY_FLOW)
def test_any_flow_is_drawn_whole(flow: Flow) -> None:
    picture = parsed(flow)

    assert len(list(blocks_in(picture))) == len(flow.actions)
    branches = sum(
        (action.next_action is not None) + len(action.errors) + len(action.conditions) for action in flow.actions
    )
    drawn = [path for path in picture.iter(f"{NAMESPACE}path") if path.get("data-branch")]
    assert len({(path.get("data-action"), path.get("data-branch"), path.get("d")) for path in drawn}) <= branches
    for action in flow.actions:
        keys = {path.get("data-branch") for path in drawn if path.get("data-action") == legible(action.identifier)}
        assert {f"error:{error.error_type}" for error in action.errors} <= keys
        assert action.next_action is None or "success" in keys


def legible(text: str) -> str:
    return re.sub("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", text)


@given(ANY_FLOW)
def test_any_text_stays_in_its_block(flow: Flow) -> None:
    for group in blocks_in(parsed(flow)):
        frame = group.find(f"{NAMESPACE}rect")
        assert frame is not None
        for text in group.iter(f"{NAMESPACE}text"):
            size = SIZES[text.get("class", "").split()[0]]
            room = float(text.get("x", "")) if "label" in text.get("class", "") else 232 - float(text.get("x", ""))
            assert width_of(text.text or "", size) <= room
            assert 0 < float(text.get("y", "")) < float(frame.get("height", ""))


@given(ANY_FLOW)
def test_any_text_stays_text(flow: Flow) -> None:
    picture = parsed(flow)

    allowed = {"svg", "title", "desc", "style", "g", "rect", "path", "text", "circle", "line"}
    assert {element.tag.removeprefix(NAMESPACE) for element in picture.iter()} <= allowed
    assert [element.text for element in picture.iter(f"{NAMESPACE}style")] == [style_sheet()]


@given(ANY_FLOW)
def test_any_text_is_no_sign_of_mermaid(flow: Flow) -> None:
    first, *lines = draw(flow, format="mmd").splitlines()

    node = rf"n\d+(\(\({LABEL}\)\)|\(\[{LABEL}\]\)|\{{\{{{LABEL}\}}\}}|\[{LABEL}\])"
    arrow = rf"n\d+ (-->|-\.->)(\|{LABEL}\|)? n\d+"
    rest = r"(linkStyle|classDef|class) [\w,.:# ]+|acc(Title|Descr): .*"
    assert first == "flowchart LR"
    for line in lines:
        plain = re.sub(r"#\d+;|<br/>", "", line.strip())
        assert re.fullmatch(f"{node}|{arrow}|{rest}", plain), line


@given(ANY_FLOW)
def test_no_text_comes_near_the_script_of_a_page(flow: Flow) -> None:
    page = draw(flow, format="html")

    assert page.count("<script") == 1
    assert page.partition("<script>")[2] == PAGE.partition("<script>")[2]


def test_a_block_has_both_names_its_identifier_and_what_it_says() -> None:
    texts = texts_of(the_block(MENU, "orders"))

    assert texts[:4] == ["안내 재생", "Play prompt", "orders", "주문 안내입니다."]


def test_an_identifier_that_nobody_chose_is_not_shown() -> None:
    identifier = "2b3c4d5e-0000-4000-8000-123456789abc"

    picture = the_block(flow_of(block(identifier, "DisconnectParticipant")), identifier)

    assert texts_of(picture, "identifier") == []


def test_branches_are_labelled_and_errors_to_one_place_are_one_line() -> None:
    hub = the_block(MENU, "hub")

    assert texts_of(hub, "label") == ["1번", "시간 초과 · 오류", "그 외"]
    assert len(hub.findall(f"{NAMESPACE}circle")) == 3


def test_an_error_that_goes_where_success_goes_has_no_line_of_its_own() -> None:
    say = block("say", "MessageParticipant", {"Text": "안내"}, next="bye", errors={"NoMatchingError": "bye"})

    picture = parsed(flow_of(say, BYE))

    assert texts_of(picture, "label") == ["오류: 성공과 같은 곳으로"]
    drawn = [path for path in picture.iter(f"{NAMESPACE}path") if path.get("data-action") == "say"]
    assert [path.get("data-branch") for path in drawn] == ["success", "error:NoMatchingError"]
    assert len({path.get("d") for path in drawn}) == 1


def test_every_kind_of_line_has_its_own_dashes() -> None:
    dashes = re.findall(r"\.branch\.\w+\{.*?stroke-dasharray:(.*?)\}", draw(MENU))

    assert len(dashes) == len(set(dashes)) == 3


def test_what_a_flow_names_and_does_not_have_is_a_stub() -> None:
    flow = flow_of(block("say", "MessageParticipant", {"Text": "안내"}, next="gone"))

    stubs = [group for group in parsed(flow).iter(f"{NAMESPACE}g") if group.get("class") == "missing"]

    assert [texts_of(stub) for stub in stubs] == [["없는 블록", "gone"]]


def test_what_cannot_be_reached_is_drawn_and_said_to_be() -> None:
    picture = parsed(flow_of(BYE, ORDERS, HUB))

    assert "시작에서 이어지는 길이 없는 블록" in texts_of(picture)
    assert len(list(blocks_in(picture))) == 3


def test_a_tooltip_holds_the_whole_prompt() -> None:
    prompt = "아주 긴 안내입니다. " * 40

    tooltip = the_block(flow_of(block("say", "MessageParticipant", {"Text": prompt})), "say").find(f"{NAMESPACE}title")

    assert tooltip is not None
    assert prompt in (tooltip.text or "")


def test_a_drawing_has_a_title_and_a_description() -> None:
    flow = flow_of(BYE, Metadata={"name": "inbound", "description": "대표번호", "type": "contactFlow"})

    picture = parsed(flow)

    assert picture.get("role") == "img"
    assert [picture.findtext(f"{NAMESPACE}{tag}") for tag in ("title", "desc")] == ["inbound", "대표번호"]
    assert texts_of(picture)[:3] == ["inbound", "인바운드 흐름 · 블록 1개", "대표번호"]


def test_does_not_depend_on_the_order_of_the_document() -> None:
    document = dict(MENU.document)
    actions = document["Actions"]
    assert isinstance(actions, list)

    assert draw(read({**document, "Actions": actions[::-1]})) == draw(MENU)


def test_a_flow_without_actions_is_drawn() -> None:
    flow = read({"Version": "2019-10-30", "StartAction": "", "Actions": []})

    assert texts_of(parsed(flow), "name") == ["시작", "없는 블록"]


def test_a_page_is_korean_and_needs_nothing_else() -> None:
    assert '<html lang="ko">' in PAGE
    assert not re.search(r"\b(src|href)=|url\(|@import", PAGE)


def test_the_policy_of_a_page_allows_its_own_script_only() -> None:
    script = re.findall("<script>(.*?)</script>", PAGE, re.DOTALL)[0]

    digest = b64encode(sha256(script.encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'" in PAGE.replace("&#39;", "'")


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(ValueError, match="format must be one of svg, mmd, html, got 'png'"):
        draw(MENU, format="png")  # type: ignore[arg-type]  # what a caller without types may write
