"""What a block says or does in particular: the prompt, the queue, the function, the value that is compared."""

import json
import re
from collections.abc import Iterator, Mapping

from connect_flows._blocks._facts import FACTS, SPOKEN
from connect_flows._model import Action

_TAG = re.compile(r"<[^<>]*>")


def details_of(action: Action, displayed: Mapping[str, str]) -> tuple[str, ...]:
    """The details of a block, most important first, each a short text. `displayed` has names for ARNs and ids.

    >>> action = Action(identifier="queue", type="UpdateContactTargetQueue", path="Actions[0]",
    ...     parameters={"QueueId": "arn:aws:connect:ap-northeast-2:1:instance/a/queue/b"})
    >>> details_of(action, {})
    ('대기열: b',)
    """
    parameters = dict(action.parameters)
    found = [_spoken(parameters.pop(key), key, displayed) for key in SPOKEN if parameters.get(key) not in (None, "")]
    for path, wording in FACTS.get(action.type, {}).items():
        found += [wording.format(value) for value in _values(_taken(parameters, path.split(".")), "", displayed)]
    if action.type not in FACTS:
        found += [text for key, value in parameters.items() for text in _values(value, key, displayed)]
    return tuple(found)


def _spoken(value: object, key: str, displayed: Mapping[str, str]) -> str:
    if key == "SSML" and isinstance(value, str):
        return " ".join(_TAG.sub(" ", value).split()) or value
    if key == "Text" and isinstance(value, str):
        return value
    return f"음원: {', '.join(_values(value, '', displayed))}"


def _taken(value: object, path: list[str]) -> object:
    for key in path:
        value = value.get(key) if isinstance(value, Mapping) else None
    return value


def _values(value: object, name: str, displayed: Mapping[str, str]) -> Iterator[str]:
    """One text for each scalar in a value; the scalars of one list share theirs."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            if key in SPOKEN:
                yield _spoken(inner, key, displayed)
            else:
                yield from _values(inner, name if key == "Value" else key, displayed)
    elif isinstance(value, list) and any(isinstance(inner, list | Mapping) for inner in value):
        for inner in value:
            yield from _values(inner, name, displayed)
    elif value not in (None, []):
        scalars = value if isinstance(value, list) else [value]
        text = ", ".join(_scalar(scalar, displayed) for scalar in scalars)
        yield f"{name} = {text}" if name else text


def _scalar(value: object, displayed: Mapping[str, str]) -> str:
    text = value if isinstance(value, str) else json.dumps(value)
    return displayed.get(text) or _short(text)


def _short(text: str) -> str:
    """An ARN's last part, and anything else as it is."""
    parts = text.split(":", 5)
    if parts[0] != "arn" or len(parts) < 6 or any(character.isspace() for character in text):
        return text
    resource = parts[5]
    return resource.rsplit("/", 1)[-1] if "/" in resource else resource.partition(":")[2] or resource
