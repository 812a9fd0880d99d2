"""All paths through flows, and what is wrong with them."""

from collections.abc import Callable, Iterable, Mapping
from os import PathLike
from pathlib import Path as FilePath

from connect_flows._functions import FILE_NAME, read_functions
from connect_flows._model import Flow
from connect_flows._simulator._center import loaded, programs_of
from connect_flows._simulator._explore._acts import Acts
from connect_flows._simulator._explore._found import Exploration, PathFinding, UnknownStart
from connect_flows._simulator._explore._judge import Judge
from connect_flows._simulator._explore._liveness import Liveness
from connect_flows._simulator._explore._replies import Replies
from connect_flows._simulator._explore._rounds import rounds
from connect_flows._simulator._explore._search import Search
from connect_flows._simulator._explore._signature import Signatures
from connect_flows._simulator._explore._starts import TEXTS, Starts, first_flows, leads_to
from connect_flows._simulator._explore._unreached import unreached, unset
from connect_flows._simulator._explore._world import World
from connect_flows._simulator._program import Program

BOUND = 500_000
MOST_PATHS = 1_000


def explore(
    flows: Iterable[Flow] | str | PathLike[str],
    *start: str,
    texts: Mapping[str, str] | None = None,
    given: Iterable[str] = (),
    channels: Iterable[str] = (),
    faults: bool | int = False,
    bound: int = BOUND,
    most_paths: int = MOST_PATHS,
    progress: Callable[[int], None] | None = None,
) -> Exploration:
    """Walk every path through flows, and say what is wrong with them.

    The engine that runs calls runs here, too, in a world that answers each question in every possible way: hours are
    open, closed or not there; a function fails, or answers any value that a later block tells from others; a bot
    likewise; the customer presses each key of a menu, a wrong one, or stays silent; a queue takes the contact, is full
    or is not there; agents take contacts, hold, transfer and hang up; the customer is called back. A block that is not
    simulated leads wherever it can. What time it is and how often somebody hangs up makes no difference.

    Args:
        flows: Flows and modules, or the folder that has them.
        start: The flows with which contacts begin; those that no other flow leads to unless given.
        texts: What `${text.<key>}` stands for; a text that is not given may be each that a flow compares it with.
        given: Contact attributes that contacts may bring along. Those that functions write, as the folder's
            functions.toml says, are among them.
        channels: VOICE, CHAT. Unless given, calls, and chats too where the first flow looks at the channel.
        faults: How many errors blocks may meet on one path for which nothing in the world is the reason; True is one.
        bound: How many states at most; then `complete` is False, and branches that no path took are no findings.
        most_paths: How many of the paths to keep.
        progress: Is told how many states there are, at each new one.

    Raises:
        UnknownStart: There is no such flow to start with.

    >>> from connect_flows import parse
    >>> flow = parse('''{"Version": "2019-10-30", "StartAction": "hours", "Metadata": {"name": "hello"}, "Actions": [
    ...     {"Identifier": "hours", "Type": "CheckHoursOfOperation",
    ...      "Parameters": {"HoursOfOperationId": "${hours.main}"}, "Transitions": {"NextAction": "bye",
    ...      "Conditions": [{"NextAction": "greet", "Condition": {"Operator": "Equals", "Operands": ["True"]}},
    ...                     {"NextAction": "bye", "Condition": {"Operator": "Equals", "Operands": ["False"]}}],
    ...      "Errors": [{"ErrorType": "NoMatchingError", "NextAction": "greet"}]}},
    ...     {"Identifier": "greet", "Type": "MessageParticipant", "Parameters": {"Text": "안녕하십니까."},
    ...      "Transitions": {"NextAction": "bye", "Errors": []}},
    ...     {"Identifier": "bye", "Type": "DisconnectParticipant", "Parameters": {}, "Transitions": {}}]}''',
    ...     source="hello.json")
    >>> for finding in explore([flow]).findings:
    ...     print(finding.problem.value, "|", finding.flow, "|", finding.block, "|", " > ".join(finding.path))
    silence | hello | bye | call to hello > hours main are closed
    """
    programs = programs_of(loaded(flows), _Texts(texts or {}))
    live = Liveness(programs)
    replies = Replies(programs, live)
    known = frozenset({*given, *_written(flows)})
    starts = Starts(programs, live, known)
    errors = int(faults)
    judge = Judge(errors, most_paths)
    search = Search(
        programs, Acts(programs, replies), Signatures(programs, live), World(programs, live), bound=bound,
        onlooker=judge, progress=progress,
    )  # fmt: skip
    judge.graph = search.graph
    for resource in _starting(programs, start):
        for act in starts.of(resource, tuple(channels)):
            search.start(act, errors)
    search.run()
    return _exploration(programs, judge, replies, known, bool(start))


def _exploration(
    programs: Mapping[str, Program], judge: Judge, replies: Replies, given: frozenset[str], named: bool
) -> Exploration:
    graph = judge.graph
    left = unreached(programs, judge, given)
    findings: list[PathFinding] = [*judge.findings.values(), *rounds(graph), *unset(programs, judge, given)]
    if graph.complete:
        findings += left.findings(_of_concern(programs, judge, named=named), everywhere=not named)
    return Exploration(
        findings=tuple(sorted(findings, key=lambda each: (each.problem, len(each.path), each.flow, each.block))),
        branches=frozenset(judge.branches),
        unreached=left.reasons,
        paths=tuple(judge.paths),
        states=len(graph.nodes),
        complete=graph.complete,
        shortened=tuple(sorted(replies.shortened)),
    )


def _of_concern(programs: Mapping[str, Program], judge: Judge, *, named: bool) -> frozenset[str]:
    """The flows of which it matters what was not reached: not those that others lead to, with which nobody began."""
    everything = frozenset(program.name for program in programs.values())
    if not named:
        return everything
    entered = {flow for flow, _ in judge.first}
    leading = leads_to(programs)
    return everything - {name for source in everything - entered for name in leading[source]}


def _starting(programs: Mapping[str, Program], names: Iterable[str]) -> list[str]:
    by_name = {program.name: resource for resource, program in programs.items() if not program.is_module}
    if programs and not by_name:
        raise UnknownStart("there are only modules, with which no contact begins; give the flow that invokes them, too")
    if not names:
        return first_flows(programs)
    for name in names:
        if name not in by_name:
            raise UnknownStart(f"flow {name!r} is not there; start with one of {', '.join(sorted(by_name)) or 'none'}")
    return [by_name[name] for name in names]


def _written(flows: object) -> Iterable[str]:
    """The attributes that functions set, as the folder of the flows says."""
    file = FilePath(flows) / FILE_NAME if isinstance(flows, str | PathLike) else None
    contracts = read_functions(file) if file is not None and file.is_file() else {}
    return [name for contract in contracts.values() for name in contract.writes]


class _Texts(dict[str, str]):
    """Texts; one that is not given is what the contact brings along."""

    def __bool__(self) -> bool:
        return True

    def __contains__(self, key: object) -> bool:
        return True

    def __missing__(self, key: str) -> str:
        return f"$.{TEXTS}.{key}"
