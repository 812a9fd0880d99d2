"""The pictures in docs/ show the flows as they are."""

from pathlib import Path

from connect_flows import Flow, draw
from tests.flows.conftest import FILES

PICTURES = Path(__file__).parents[2] / "docs" / "flows"


def test_the_picture_of_a_flow_is_of_the_flow_as_it_is(flow: Flow) -> None:
    picture = PICTURES / f"{flow.name}.svg"

    assert picture.read_text(encoding="utf-8").strip() == draw(flow).strip(), "make pictures draws them anew"


def test_there_is_no_picture_of_a_flow_that_is_gone() -> None:
    assert {path.stem for path in PICTURES.iterdir()} == {file.stem for file in FILES}
