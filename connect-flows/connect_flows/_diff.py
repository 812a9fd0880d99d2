"""What changed between two flows in what they do, whatever changed in how they are written."""

from collections.abc import Iterator, Mapping

from connect_flows._action_diff import action_changes, changed, difference, leaf_changes
from connect_flows._change import Change
from connect_flows._colours import have_equal_actions
from connect_flows._comparable import Side
from connect_flows._leaves import Leaf, Steps, leaves_of
from connect_flows._matching import match
from connect_flows._model import Flow


def diff(before: Flow, after: Flow) -> tuple[Change, ...]:
    """What changed in meaning, in reading order: the flow itself, then its actions from the start on.

    Without meaning are the order in the JSON, the layout (Metadata), the order of errors and of conditions that cannot
    both hold, 5 in place of "5", and identifiers: an action that has got another one is found by what it does and where
    it stands. A name is compared if both flows have one of their own.

    >>> from connect_flows import parse
    >>> text = '''{"Version": "2019-10-30", "StartAction": "bye", "Actions": [
    ...     {"Identifier": "bye", "Type": "MessageParticipant", "Parameters": {"Text": "안녕"}, "Transitions": {}}]}'''
    >>> flow = parse(text, source="before.json")
    >>> for change in diff(flow, parse(text.replace("안녕", "안녕히 가십시오"), source="after.json")):
    ...     print(change)
    action 'bye': Parameters.Text '안녕' -> '안녕히 가십시오'
    >>> diff(flow, parse(text.replace("bye", "goodbye"), source="after.json"))
    ()
    """
    old, new = Side(before), Side(after)
    changes = tuple(_side_changes(old, new, match(old, new, by_identifier=True)))
    if changes and have_equal_actions(old, new) and _is_renamed(old, new):
        changes = ()
    return (*_flow_changes(before, after), *changes)


def _is_renamed(old: Side, new: Side) -> bool:
    # Identifiers may have changed places, so that they say the wrong thing about which action is which.
    return not any(_side_changes(old, new, match(old, new, by_identifier=False)))


def _flow_changes(before: Flow, after: Flow) -> Iterator[Change]:
    yield from changed("", "Version", _member(before, "Version"), _member(after, "Version"))
    if _metadata(before, "name") and _metadata(after, "name"):
        yield from changed("", "name", before.name, after.name)
    yield from changed("", "type", _type(before), _type(after))
    yield from changed("", "description", before.description or None, after.description or None)
    yield from leaf_changes("", "Settings", _settings(before), _settings(after))


def _side_changes(old: Side, new: Side, pairs: Mapping[str, str]) -> Iterator[Change]:
    def same(before: str, after: str) -> bool:
        if before in old.actions and after in new.actions:
            return pairs.get(before) == after
        return before == after and before not in old.actions and after not in new.actions

    if not same(old.start, new.start):
        yield difference("", "StartAction", old.start, new.start)
    came_from = {after: before for before, after in pairs.items()}
    removed = _removed_after(old, pairs)
    for name in ("", *new.actions):
        if name in came_from:
            yield from action_changes(old.actions[came_from[name]], new.actions[name], same)
        elif name:
            yield difference(new.actions[name].identifier, "", None, str(new.actions[name]))
        for gone in removed.get(name, ()):
            yield difference(old.actions[gone].identifier, "", str(old.actions[gone]), None)


def _removed_after(old: Side, pairs: Mapping[str, str]) -> Mapping[str, list[str]]:
    # Removed actions stand where they stood: behind the last one before them that is still there.
    removed: dict[str, list[str]] = {}
    last = ""
    for name in old.actions:
        last = pairs.get(name, last)
        if name not in pairs:
            removed.setdefault(last, []).append(name)
    return removed


def _settings(flow: Flow) -> Mapping[Steps, Leaf]:
    return {} if flow.settings is None else leaves_of(flow.settings)


def _type(flow: Flow) -> str | None:
    return _metadata(flow, "type") if flow.type is None else flow.type.value


def _metadata(flow: Flow, key: str) -> str | None:
    metadata = flow.document.get("Metadata")
    value = metadata.get(key) if isinstance(metadata, Mapping) else None
    return value if isinstance(value, str) else None


def _member(flow: Flow, key: str) -> str | None:
    value = flow.document.get(key)
    return value if isinstance(value, str) else None
