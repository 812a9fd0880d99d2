"""What is counted about callbacks, by the names under which their functions write it.

Source: `callback_ledger.measures`, which the functions write with.
"""

from collections.abc import Mapping

from aws_cdk import Duration
from aws_cdk.aws_cloudwatch import Metric
from aws_cdk.aws_sqs import Queue as MessageQueue

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


class CallbackMetrics:
    """The metrics of a callback queue; whoever is one has a key and dead-letter queues.

    Example:
        >>> class Callbacks(CallbackMetrics):
        ...     key = "general"
        >>> metric = Callbacks().metric("Overdue")
        >>> metric.namespace, metric.statistic
        ('AICC/Callbacks', 'Maximum')
        >>> Callbacks().metric("Overdu")
        Traceback (most recent call last):
        aicc_constructs.errors.InvalidInput: callbacks 'general': metric: 'Overdu' is not known; did you mean 'Overdue'?
    """

    key: str
    dead_letter_queues: Mapping[str, MessageQueue]

    def metric(self, name: str, *, statistic: str | None = None, period: Duration | None = None) -> Metric:
        """A metric of these callbacks: any of `STATISTICS`.

        Args:
            name: Such as "Reached".
            statistic: CloudWatch statistic: the sum of what happens, the maximum of what there is.
            period: One minute, as the sweeper runs.

        Raises:
            InvalidInput: There is no such metric.
        """
        check_choice(f"callbacks {self.key!r}: metric", name, STATISTICS)
        return Metric(
            namespace=NAMESPACE,
            metric_name=name,
            dimensions_map={DIMENSION: self.key},
            statistic=statistic or STATISTICS[name],
            period=period or Duration.minutes(1),
        )

    def metric_overdue(self) -> Metric:
        """Callbacks that should have been called by now and were not; none arrives when the sweeper does not run."""
        return self.metric("Overdue")

    def metric_waiting_for_operator(self) -> Metric:
        """Callbacks that only a person can settle."""
        return self.metric("WaitingForOperator")

    def metric_due_lag(self) -> Metric:
        """How much later than due a customer was called, in seconds."""
        return self.metric("DueLag")

    def metric_unknown(self) -> Metric:
        """Calls of which nobody knows whether they were made."""
        return self.metric("Unknown")

    def metric_exhausted(self) -> Metric:
        """Callbacks given up after the last attempt."""
        return self.metric("Exhausted")

    def metric_dead_letters(self, name: str) -> Metric:
        """Messages in one of `dead_letter_queues`: anything above 0 waits for an operator.

        Args:
            name: "dial", "events" or "sweep".
        """
        return self.dead_letter_queues[name].metric_approximate_number_of_messages_visible(
            period=Duration.minutes(1), statistic="Maximum"
        )
