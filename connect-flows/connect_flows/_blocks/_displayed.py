"""The names that the console keeps beside the ARNs of an exported flow."""

from collections.abc import Iterator, Mapping

from connect_flows._model import Flow


def displayed_names(flow: Flow) -> Mapping[str, Mapping[str, str]]:
    """For each action the ARNs and ids of its parameters for which the console has kept a name."""
    metadata = flow.document.get("Metadata")
    kept = metadata.get("ActionMetadata") if isinstance(metadata, Mapping) else None
    if not isinstance(kept, Mapping):
        return {}
    return {
        action.identifier: dict(_names(action.parameters, kept[action.identifier].get("parameters")))
        for action in flow.actions
        if isinstance(kept.get(action.identifier), Mapping)
    }


def _names(value: object, metadata: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, list) and isinstance(metadata, list):
        for inner, beside in zip(value, metadata, strict=False):
            yield from _names(inner, beside)
    if not isinstance(metadata, Mapping):
        return
    name = metadata.get("displayName")
    if isinstance(value, str) and isinstance(name, str) and name.strip():
        yield value, name
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _names(inner, metadata.get(key))
