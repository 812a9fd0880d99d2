"""What Connect tells of calls that an API started: a rule, and a queue that forgets nothing while a function is away.

Source: Amazon Connect administrator guide, contact events, which are "best effort": the sweeper finds what never came.
"""

from aws_cdk import Duration
from aws_cdk.aws_events import CfnRule
from aws_cdk.aws_sqs import DeadLetterQueue as Redrive
from aws_cdk.aws_sqs import Queue, QueueEncryption
from constructs import Construct

from aicc_constructs.callback_wakers import MOST_RECEIVES
from aicc_constructs.dead_letter_queue import DeadLetterQueue, let_rule_send
from aicc_constructs.existing_instance import IInstance

TOLD = ("CONNECTED_TO_AGENT", "DISCONNECTED", "COMPLETED")


class ContactEvents(Construct):
    """The contact events of one instance about calls that were started by API.

    Args:
        scope: Parent construct.
        construct_id: Name below the parent.
        instance: Whose contacts.
        longest_run: How long the function that reads them may run.

    Attributes:
        queue: The events, as EventBridge has them.
        dead_letters: Those that could not be handled, or not be delivered.

    Example:
        >>> from aws_cdk import Stack
        >>> from aicc_constructs import ConnectInstance
        >>> stack = Stack()
        >>> instance = ConnectInstance(stack, "Instance", alias="hanbit")
        >>> events = ContactEvents(stack, "Events", instance=instance, longest_run=Duration.seconds(30))
    """

    def __init__(self, scope: Construct, construct_id: str, *, instance: IInstance, longest_run: Duration) -> None:
        super().__init__(scope, construct_id)
        self.dead_letters = DeadLetterQueue(self, "DeadLetters", from_rules=True)
        self.queue = Queue(
            self,
            "Resource",
            # Not aws/sqs: EventBridge may not use that key, and would drop every event.
            encryption=QueueEncryption.SQS_MANAGED,
            enforce_ssl=True,
            visibility_timeout=Duration.seconds(6 * longest_run.to_seconds()),
            dead_letter_queue=Redrive(queue=self.dead_letters, max_receive_count=MOST_RECEIVES),
        )
        self.rule = CfnRule(
            self,
            "Rule",
            description="Calls that were started by API: answered by an agent, or over",
            event_pattern={
                "source": ["aws.connect"],
                "detail-type": ["Amazon Connect Contact Event"],
                "detail": {
                    "instanceArn": [instance.instance_arn],
                    "channel": ["VOICE", "Voice"],  # the guide has both
                    "initiationMethod": ["API"],
                    "eventType": list(TOLD),
                },
            },
            targets=[
                CfnRule.TargetProperty(
                    id="Queue",
                    arn=self.queue.queue_arn,
                    dead_letter_config=CfnRule.DeadLetterConfigProperty(arn=self.dead_letters.queue_arn),
                )
            ],
        )
        for queue in (self.queue, self.dead_letters):
            let_rule_send(queue, self.rule)
