"""Tags that a resource is made with, or changed to."""

import pytest

from tests.unit.local.connect.centre import Centre, refused

Tags = list[tuple[str, str]]
CASES: list[tuple[Tags, str]] = [
    ([("aws:team", "a")], "aws:"),
    ([("AWS:team", "a")], "AWS:team"),
    ([("team", "a"), ("team", "b")], "team stands twice"),
    ([("k" * (1 + number), "v") for number in range(51)], ""),
]


def _listed(tags: Tags) -> list[dict[str, str]]:
    return [{"Key": key, "Value": value} for key, value in tags]


@pytest.mark.parametrize("kind", ["Queue", "Prompt", "QuickConnect", "ContactFlow"])
@pytest.mark.parametrize(("tags", "words"), CASES)
def test_refuses_tags_that_cannot_be(centre: Centre, kind: str, tags: Tags, words: str) -> None:
    with refused("InvalidRequestException", words):
        centre.make(kind, Tags=_listed(tags))


def test_a_change_of_tags_is_checked_too(centre: Centre) -> None:
    queue = centre.make("Queue", Tags=_listed([("team", "a")]))

    with refused("InvalidRequestException", "team stands twice"):
        centre.update(queue, Tags=_listed([("team", "a"), ("team", "b")]))

    assert queue.properties["Tags"] == _listed([("team", "a")])


def test_takes_fifty_tags(centre: Centre) -> None:
    tags = _listed([("k" * (1 + number), "v") for number in range(50)])

    assert centre.make("Prompt", Tags=tags).properties["Tags"] == tags
