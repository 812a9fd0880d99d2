"""Keeps the order in which `--say` and `--press` were written; a list for each would lose it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from typer.core import TyperCommand

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ORDER = "order"


class InOrder(TyperCommand):
    """A command that knows in which order its options came: their names, in `ctx.meta["order"]`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Note the order, and go on as any command does."""
        _, _, order = self.make_parser(ctx).parse_args(args=list(args))
        ctx.meta[ORDER] = [parameter.name for parameter in order]
        return super().parse_args(ctx, args)


def interleaved(order: Sequence[str], given: Mapping[str, Sequence[str]]) -> list[tuple[str, str]]:
    """Return the values of several options, each with its option's name, in the order in which they were written.

    >>> interleaved(["say", "env", "press", "say"], {"say": ["a", "b"], "press": ["1"]})
    [('say', 'a'), ('press', '1'), ('say', 'b')]
    """
    left = {name: iter(values) for name, values in given.items()}
    return [(name, next(left[name])) for name in order if name in left]
