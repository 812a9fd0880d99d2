"""Prompts that are said before the flow has set how."""

from collections.abc import Callable, Iterable, Mapping
from operator import and_

from connect_flows._graph import Edge
from connect_flows._model import Action, FlowType
from connect_flows._prompts import Prompt
from connect_flows._view import View


def first_prompt_before(view: View, sets: Callable[[Action], bool], speaking: Iterable[Prompt]) -> Prompt | None:
    """The first of these prompts that is said on a way on which nothing was set.

    A way on which the setting failed counts as set: there is nothing else to do then but to go on. Only flows that a
    contact may come to first are looked at; all others inherit, or may.
    """
    if not (view.may_come_first or view.type is FlowType.OUTBOUND_WHISPER):
        return None

    def after(edge: Edge, is_set: bool) -> bool:
        return is_set or sets(edge.source)

    states: Mapping[str, bool] = view.graph.states(False, after, and_)
    early = {prompt.action.identifier: prompt for prompt in speaking if states.get(prompt.action.identifier) is False}
    return next((early[name] for name in view.graph.nearest_first if name in early), None)
