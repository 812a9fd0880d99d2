"""Rules about what leads to what: identifiers, observations after observations, actions after actions."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from connect_flows._finding import shown
from connect_flows._place import Fault, Place
from connect_flows._test_cases._rules._rule import LIVE, OBSERVATIONS, Rule
from connect_flows._test_cases._view import View


def _unique(view: View) -> Iterator[Fault]:
    yield from _twice([(observation.identifier, place) for observation, place in view.observations])
    inner = [(found.event.identifier, found.place) for found in view.events]
    yield from _twice([*inner, *((found.action.identifier, found.place) for found in view.actions)])


def _twice(named: Iterable[tuple[str, Place]]) -> Iterator[Fault]:
    seen: set[str] = set()
    for identifier, place in named:
        if not identifier:
            yield Fault(place / "Identifier", "is empty", "give it a name of its own")
        elif identifier in seen:
            yield Fault(place / "Identifier", f"{shown(identifier)} is there twice", "give it a name of its own")
        seen.add(identifier)


def _targets(view: View) -> Iterator[Fault]:
    for observation, place in view.observations:
        at = place / "Transitions" / "NextObservations"
        for index, following in enumerate(observation.next_observations):
            if following not in view.by_identifier:
                yield Fault(at / index, f"{shown(following)} does not exist", "use the identifier of an observation")
        for index, following in enumerate(observation.next_observations):
            if following in observation.next_observations[:index]:
                yield Fault(at / index, f"{shown(following)} is there twice", "name it once")
    for observation, action, place in view.actions:
        if action.next_action and action.next_action not in {each.identifier for each in observation.actions}:
            problem = f"{shown(action.next_action)} does not exist"
            yield Fault(place / "Transitions" / "NextAction", problem, "use an identifier of the same observation")


def _cycles(view: View) -> Iterator[Fault]:
    following = {each.identifier: each.next_observations for each in view.case.observations}
    reached = _reached([each.identifier for each in view.beginnings], following)
    for observation, place in view.observations:
        if observation.identifier in _reached(observation.next_observations, following):
            yield Fault(place, "leads back to itself", "end it elsewhere: each observation happens once")
        elif observation.identifier not in reached:
            yield Fault(place, "is never waited for", "lead to it from an observation that is, or from none")


def _reached(first: Sequence[str], following: Mapping[str, Sequence[str]]) -> set[str]:
    found: set[str] = set()
    waiting = list(first)
    while waiting:
        identifier = waiting.pop()
        if identifier not in found:
            found.add(identifier)
            waiting += following.get(identifier, ())
    return found


def _chains(view: View) -> Iterator[Fault]:
    for observation, place in view.observations:
        done = [id(action) for action in observation.chain()]
        repeated = {identifier for identifier, times in Counter(done).items() if times > 1}
        for index, action in enumerate(observation.actions):
            if id(action) in repeated:
                yield Fault(place / "Actions" / index, "comes back to itself", "end the actions with Transitions: {}")
            elif id(action) not in done:
                cure = "name it as NextAction of the action before it"
                yield Fault(place / "Actions" / index, "is never done", cure)


def _last(view: View) -> Iterator[Fault]:
    for _, action, place in view.actions:
        if action.ends_the_test and action.next_action:
            problem = f"{shown(action.next_action)} comes after the end of the test"
            yield Fault(place / "Transitions" / "NextAction", problem, "leave it out")


RULES = (
    Rule(
        "E707",
        "Every observation, every event and every action has an identifier of its own.",
        OBSERVATIONS,
        _unique,
    ),
    Rule(
        "E708",
        "NextObservations name observations, each once, and NextAction an action of the same observation.",
        OBSERVATIONS,
        _targets,
    ),
    Rule(
        "E709",
        "No observation leads back to itself, and each is waited for sooner or later.",
        f"{OBSERVATIONS}; each happens exactly once",
        _cycles,
    ),
    Rule("E710", "The first action of an observation leads to all its others, one by one.", OBSERVATIONS, _chains),
    Rule("E711", "Nothing comes after EndTest.", f"{OBSERVATIONS}; an unreached action; {LIVE} in none", _last),
)
