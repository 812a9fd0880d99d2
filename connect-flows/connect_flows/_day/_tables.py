"""A report as tables: titles, headings and cells, for the terminal."""

from collections.abc import Iterator, Sequence

from connect_flows._day._endings import CallbackOutcome, Outcome
from connect_flows._day._replicate import Estimate, estimates
from connect_flows._day._report import QuotaReport, Report
from connect_flows._day._text_table import TextTable
from connect_flows._day._words import word

_SHARES = ("service_level", "abandonment", "containment", "occupancy")
_SECONDS = ("mean_wait", "p90_wait")


def tables(reports: Sequence[Report], language: str) -> Iterator[TextTable]:
    """What a forecast shows: the figures over all runs, the rest of the first. `language`: ko or en.

    >>> from connect_flows._day._example import report
    >>> next(tables([report()], "en")).rows[:2]
    (('Contacts', '100'), ('Service level (within 20 s)', '79.0%'))
    """
    report = reports[0]
    yield _headline(reports, language)
    yield _outcomes(report, language)
    yield _queues(report, language)
    yield _staff(report, language)
    if report.queued_callbacks.count or report.booked_callbacks.count:
        yield _callbacks(report, language)
    if report.intents:
        yield _intents(report, language)
    yield _course(report, language)
    yield _quotas(report, language)


def _headline(reports: Sequence[Report], language: str) -> TextTable:
    report, several = reports[0], len(reports) > 1
    rows = [(word("contacts", language), f"{report.contacts:,}", *([""] if several else []))]
    for each in estimates(reports):
        kind, _, name = each.name.partition(":")
        label = word(kind, language, target=report.target, name=name)
        rows.append((label, _figure(kind, each.mean), *([_interval(kind, each)] if several else [])))
    headings = ("figure", "value", *(["interval"] if several else []))
    return _table("headline", headings, rows, language)


def _figure(kind: str, value: float) -> str:
    if kind in _SHARES:
        return _percent(value)
    return f"{value:,.1f}" if kind in _SECONDS or value != int(value) else f"{value:,.0f}"


def _interval(kind: str, each: Estimate) -> str:
    half = each.half or 0.0
    low = max(0.0, each.mean - half)
    return f"{_figure(kind, low)} - {_figure(kind, each.mean + half)}"


def _percent(share: float | None) -> str:
    return "-" if share is None else f"{share:.1%}"


def _outcomes(report: Report, language: str) -> TextTable:
    channels = list(report.outcomes)
    rows = []
    for outcome in Outcome:
        counts = [report.outcomes[channel][outcome] for channel in channels]
        if any(counts):
            share = _percent(sum(counts) / report.contacts)
            rows.append((word(outcome, language), *(f"{count:,}" for count in counts), share))
    return _table("outcomes", ("outcome", *channels, "share"), rows, language)


def _queues(report: Report, language: str) -> TextTable:
    counted = ("queued", "answered", "abandoned", "left", "called_back", "refused")
    rows = [
        (
            queue.name,
            *(f"{getattr(queue, each):,}" for each in counted),
            _percent(queue.service_level),
            f"{queue.waits.mean:,.1f}",
            f"{queue.waits.p90:,.1f}",
            f"{queue.longest_line:,}",
        )
        for queue in report.queues
    ]
    return _table(
        "queues",
        ("queue", *(f"column_{each}" for each in counted), "column_level", "mean_wait", "p90", "longest_line"),
        rows,
        language,
    )


def _staff(report: Report, language: str) -> TextTable:
    rows = [
        (
            staff.name,
            f"{staff.agents:,}",
            f"{staff.present_hours:,.0f}",
            f"{staff.worked_hours:,.0f}",
            _percent(staff.occupancy),
            f"{staff.contacts:,}",
        )
        for staff in report.staff
    ]
    return _table("staff", ("name", "agents", "present_hours", "worked_hours", "busy", "handled"), rows, language)


def _callbacks(report: Report, language: str) -> TextTable:
    both = (report.queued_callbacks, report.booked_callbacks)
    rows = [
        (word("count", language), *(f"{each.count:,}" for each in both)),
        (word("dials", language), *(f"{each.dials:,}" for each in both)),
        (word("full", language), *(f"{each.refused:,}" for each in both)),
    ]
    for outcome in CallbackOutcome:
        counts = [each.outcomes[outcome] for each in both]
        if any(counts):
            rows.append((word(outcome, language), *(f"{count:,}" for count in counts)))
    rows.append((word("callback_wait", language), *(f"{each.waits.mean:,.1f}" for each in both)))
    return _table("callbacks", ("figure", "in_turn", "at_a_time"), rows, language)


def _intents(report: Report, language: str) -> TextTable:
    rows = [
        (
            each.name,
            f"{each.contacts:,}",
            f"{each.contained:,}",
            _percent(each.contained / each.contacts if each.contacts else None),
            f"{each.queued:,}",
        )
        for each in report.intents
    ]
    return _table("intents", ("intent", "contacts", "contained", "share", "queued"), rows, language)


def _course(report: Report, language: str) -> TextTable:
    rows = [
        (
            half.start,
            f"{half.arrivals:,}",
            f"{half.queued:,}",
            _percent(half.service_level),
            f"{half.abandoned:,}",
            f"{half.refused:,}",
            f"{half.lines:,.1f}",
            f"{half.agents:,.0f}",
            f"{half.working:,.0f}",
        )
        for half in report.half_hours
        if half.queued
    ]
    columns = ("queued", "level", "abandoned", "refused")
    headings = ("start", "arrivals", *(f"column_{each}" for each in columns), "lines", "seats", "working")
    return _table("course", headings, rows, language)


def _quotas(report: Report, language: str) -> TextTable:
    rows = [
        (
            word(quota.name, language),
            f"{quota.default:,.0f}",
            f"{quota.needed:,}",
            word(_verdict(quota), language),
            "-" if quota.request is None else f"{quota.request:,}",
            "-" if quota.refused is None else f"{quota.refused:,}",
        )
        for quota in report.quotas
    ]
    return _table("quotas", ("quota", "default", "needed", "verdict", "request", "throttled"), rows, language)


def _verdict(quota: QuotaReport) -> str:
    if quota.exceeded:
        return "exceeded"
    if quota.request:
        return "tight"
    return "burst" if quota.needed > quota.default else "enough"


def _table(title: str, headings: Sequence[str], rows: Sequence[tuple[str, ...]], language: str) -> TextTable:
    return TextTable(word(title, language), tuple(word(each, language) for each in headings), tuple(rows))
