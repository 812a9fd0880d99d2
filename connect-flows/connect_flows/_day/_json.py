"""A forecast as JSON."""

import dataclasses
import json
from collections.abc import Sequence

from connect_flows._day._replicate import estimates
from connect_flows._day._report import Report


def as_json(reports: Sequence[Report]) -> str:
    """The figures over all runs, and every report; keys are those of the dataclasses.

    >>> from connect_flows._day._example import report
    >>> json.loads(as_json([report()]))["runs"][0]["contacts"]
    100
    """
    document = {
        "figures": {
            each.name: {"mean": each.mean, "half_of_95_percent_interval": each.half} for each in estimates(reports)
        },
        "runs": [dataclasses.asdict(report) for report in reports],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
