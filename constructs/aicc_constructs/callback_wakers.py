"""What wakes a callback at its time: a queue that waits up to a minute, and schedules for what is later.

Source: EventBridge Scheduler user guide, confused deputy prevention; Amazon SQS developer guide.
"""

from collections.abc import Mapping

from aws_cdk import Aws, Duration
from aws_cdk.aws_iam import PolicyStatement, PrincipalWithConditions, Role, ServicePrincipal
from aws_cdk.aws_scheduler import CfnScheduleGroup
from aws_cdk.aws_sqs import DeadLetterQueue as Redrive
from aws_cdk.aws_sqs import Queue, QueueEncryption
from constructs import Construct

from aicc_constructs.acknowledgement import acknowledge
from aicc_constructs.dead_letter_queue import DeadLetterQueue
from aicc_constructs.python_handler import PythonHandler
from aicc_constructs.wildcard_finding import wildcard_finding

SCHEDULER = "scheduler.amazonaws.com"
MOST_RECEIVES = 5


class CallbackWakers(Construct):
    """The dial queue, the group of schedules, and the role that schedules send into the queue with.

    Args:
        scope: Parent construct.
        construct_id: Name below the parent.
        longest_run: How long the function that dials may run.

    Attributes:
        dial_queue: Holds `{"callback_id": ...}` until its moment.
        dead_letters: What could not be dialled five times over, and what a schedule could not send. One queue for
            both: Amazon SQS moves messages back from the dead-letter queue of a queue only.
        environment: What a function that wakes callbacks has to know.

    Example:
        >>> from aws_cdk import Stack
        >>> wakers = CallbackWakers(Stack(), "Wakers", longest_run=Duration.seconds(30))
    """

    def __init__(self, scope: Construct, construct_id: str, *, longest_run: Duration) -> None:
        super().__init__(scope, construct_id)
        self.dead_letters = DeadLetterQueue(self, "DeadLetters")
        self.dial_queue = Queue(
            self,
            "Dial",
            encryption=QueueEncryption.KMS_MANAGED,
            enforce_ssl=True,
            # Six times, as the Lambda developer guide asks for: a throttled poller must not meet its own message.
            visibility_timeout=Duration.seconds(6 * longest_run.to_seconds()),
            dead_letter_queue=Redrive(queue=self.dead_letters, max_receive_count=MOST_RECEIVES),
        )
        self.group = CfnScheduleGroup(self, "Schedules")
        self.role = Role(
            self,
            "Role",
            description="Sends callbacks that are due into their queue",
            assumed_by=PrincipalWithConditions(
                ServicePrincipal(SCHEDULER),
                {
                    "StringEquals": {
                        "aws:SourceAccount": Aws.ACCOUNT_ID,
                        "aws:SourceArn": self.group.attr_arn,
                    }
                },
            ),
        )
        self.role.add_to_policy(
            PolicyStatement(
                actions=["sqs:SendMessage"],
                resources=[self.dial_queue.queue_arn, self.dead_letters.queue_arn],
            )
        )

    @property
    def environment(self) -> Mapping[str, str]:
        return {
            "DIAL_QUEUE_URL": self.dial_queue.queue_url,
            "DIAL_QUEUE_ARN": self.dial_queue.queue_arn,
            "SCHEDULE_GROUP": self.group.ref,
            "SCHEDULE_ROLE_ARN": self.role.role_arn,
            "SCHEDULE_DEAD_LETTERS_ARN": self.dead_letters.queue_arn,
        }

    def let_wake(self, function: PythonHandler, *, at_once: bool = False) -> None:
        """Let a function see to it that a callback is looked at when it is due.

        Args:
            function: May then make schedules of this group, and give them the role.
            at_once: It also wakes what is due within a minute, and may send into the dial queue: no.
        """
        if at_once:
            function.role.add_to_policy(
                PolicyStatement(actions=["sqs:SendMessage"], resources=[self.dial_queue.queue_arn])
            )
        schedules = f"arn:{Aws.PARTITION}:scheduler:{Aws.REGION}:{Aws.ACCOUNT_ID}:schedule/{self.group.ref}/*"
        function.role.add_to_policy(PolicyStatement(actions=["scheduler:CreateSchedule"], resources=[schedules]))
        function.role.add_to_policy(
            PolicyStatement(
                actions=["iam:PassRole"],
                resources=[self.role.role_arn],
                conditions={"StringEquals": {"iam:PassedToService": SCHEDULER}},
            )
        )
        acknowledge(
            function.role,
            {
                wildcard_finding(self, schedules): "Each callback has a schedule of its own name, which nobody knows "
                "before; the group holds schedules of this callback queue only."
            },
        )
