"""Names for what an export binds, from the names that the console writes beside the ARNs."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import partial

from connect_flows._arn_kinds import ARN, is_owned_by_aws, kind_of
from connect_flows._json_strings import document_in
from connect_flows._place import walk

_ARN = re.compile(ARN)
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_NAMED_BESIDE = ("text", "name", "displayName")
_NEW_WORD = re.compile(r"(?<=[a-z0-9])(?=[A-Z][a-z])")
_SEPARATOR = re.compile(r"[^a-z0-9]+")
# Of a bot the console writes the name of the alias as the displayName.
_DISPLAYED = ("lexV2BotName", "displayName")


def suggest_bindings(text: str, *, source: str, known: Mapping[str, str] | None = None) -> Mapping[str, str]:
    """Bindings for the ARNs of an export, named as the console shows them. Those that are known are left out.

    >>> queue = "arn:aws:connect:ap-northeast-2:111122223333:instance/1a/queue/2b"
    >>> suggest_bindings(
    ...     '{"Actions": [{"Identifier": "q", "Parameters": {"QueueId": "%s"}}], "Metadata": {"ActionMetadata":'
    ...     ' {"q": {"parameters": {"QueueId": {"displayName": "Basic Queue"}}}}}}' % queue,
    ...     source="inbound.json",
    ... )
    {'queue.basic_queue': 'arn:aws:connect:ap-northeast-2:111122223333:instance/1a/queue/2b'}
    """
    return {key: arn for arn, key in names_for(document_in(text, source), known or {}).items()}


def names_for(document: Mapping[str, object], known: Mapping[str, str]) -> Mapping[str, str]:
    """The name of a binding for each ARN of a document that has none yet."""
    displayed = _displayed_names(document)
    names: dict[str, str] = {}
    taken = set(known)
    bound = set(known.values())
    for _, value in walk(document):
        for arn in _ARN.findall(value) if isinstance(value, str) else ():
            if arn not in names and arn not in bound and not is_owned_by_aws(arn):
                names[arn] = _unique(f"{kind_of(arn)}.{_name(arn, displayed.get(arn, ''))}", taken)
                taken.add(names[arn])
    return names


def _name(arn: str, displayed: str) -> str:
    kind = kind_of(arn)
    resource = arn.split(":", 5)[5]
    last = resource.removeprefix("function:").rpartition("/")[2]
    if kind == "function" or (not _slug(displayed) and not _UUID.match(last)):
        displayed = last
    slug = _slug(displayed) or f"{kind}_{_slug(last[:8])}"
    return slug if slug[0].isalpha() else f"{kind}_{slug}"


def _slug(text: str) -> str:
    ascii_ = unicodedata.normalize("NFKD", text.removesuffix(".wav")).encode("ascii", "ignore").decode()
    return _SEPARATOR.sub("_", _NEW_WORD.sub("_", ascii_).lower()).strip("_")


def _unique(key: str, taken: set[str]) -> str:
    number = 2
    unique = key
    while unique in taken:
        unique = f"{key}_{number}"
        number += 1
    return unique


def _displayed_names(document: Mapping[str, object]) -> Mapping[str, str]:
    names: dict[str, str] = {}
    for arn, name in (*_beside_parameters(document), *_beside_ids(document)):
        names.setdefault(arn, name)
    return names


def _beside_ids(document: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """What the console writes as {"id": "arn:...", "text": "Basic Queue"}."""
    for _, value in walk(document):
        if isinstance(value, dict):
            arn = value.get("id")
            names = (name for name in map(value.get, _NAMED_BESIDE) if isinstance(name, str))
            yield from ((arn, name) for name in names if isinstance(arn, str))


def _beside_parameters(document: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """What the console writes in the metadata of an action under the path that a parameter has in the action."""
    metadata = _member(_member(document, "Metadata"), "ActionMetadata")
    actions = document.get("Actions")
    for action in actions if isinstance(actions, list) else ():
        beside = _member(_member(metadata, _member(action, "Identifier")), "parameters")
        yield from _parallel(_member(action, "Parameters"), beside)


def _parallel(value: object, beside: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield from ((value, name) for name in map(partial(_member, beside), _DISPLAYED) if isinstance(name, str))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _parallel(item, _member(beside, key))
    elif isinstance(value, list) and isinstance(beside, list):
        for item, its in zip(value, beside, strict=False):
            yield from _parallel(item, its)


def _member(value: object, key: object) -> object:
    return value.get(key) if isinstance(value, dict) and isinstance(key, str) else None
