"""Keys that name another table must name one that exists."""

from collections.abc import Iterator, Mapping

from stacks.settings.errors import Path, Problem, show


def check_reference(path: Path, key: str, kind: str, table: Mapping[str, object]) -> Iterator[Problem]:
    """One problem if `key` is not in `table`; `kind` is what the table is called in TOML."""
    if key in table:
        return
    if table:
        message = f"{show(key)} is not one of {', '.join(sorted(table))}; name one of [{kind}.*]"
    else:
        message = f"{show(key)} does not exist; add [{kind}.{key}]"
    yield Problem(path=path, message=message)
