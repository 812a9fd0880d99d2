"""What is counted about callbacks, by the names under which their functions write it.

Source: `callback_ledger.measures`, which the functions write with.
"""

from aws_cdk import Duration
from aws_cdk.aws_cloudwatch import Metric

from aicc_constructs.checks import check_choice

NAMESPACE = "AICC/Callbacks"
DIMENSION = "Queue"
# How each is best read over a minute: what happens is added up, what there is and how long it took is not.
STATISTICS = {
    "Booked": "Sum",
    "Cancelled": "Sum",
    "DailyOpen": "Maximum",
    "DailyWaitingForOperator": "Maximum",
    "Dialled": "Sum",
    "DueLag": "Maximum",
    "DuplicateSuppressed": "Sum",
    "Exhausted": "Sum",
    "NeedsOperator": "Sum",
    "NotReached": "Sum",
    "Open": "Maximum",
    "Overdue": "Maximum",
    "Postponed": "Sum",
    "Reached": "Sum",
    "Shifted": "Sum",
    "SlotFull": "Sum",
    "Unknown": "Sum",
    "WaitingForOperator": "Maximum",
}


def callback_metric(key: str, name: str, *, statistic: str | None = None, period: Duration | None = None) -> Metric:
    """One of the metrics above for the callback queue of that key, each minute.

    Example:
        >>> metric = callback_metric("general", "Overdue")
        >>> metric.namespace, metric.statistic
        ('AICC/Callbacks', 'Maximum')
        >>> callback_metric("general", "Overdu")
        Traceback (most recent call last):
        aicc_constructs.errors.InvalidInput: callbacks 'general': metric: 'Overdu' is not known; did you mean 'Overdue'?
    """
    check_choice(f"callbacks {key!r}: metric", name, STATISTICS)
    return Metric(
        namespace=NAMESPACE,
        metric_name=name,
        dimensions_map={DIMENSION: key},
        statistic=statistic or STATISTICS[name],
        period=period or Duration.minutes(1),
    )
