"""What a Lex bot may do in the account: speak, and write down the conversations of its aliases.

Lex invokes code hooks in its own name, by the function's resource policy.
Source: Amazon Lex V2 developer guide, "IAM policies for conversation logs"; managed policy AmazonLexV2BotPolicy.
"""

from aws_cdk.aws_iam import Policy, PolicyStatement, Role, ServicePrincipal
from aws_cdk.aws_logs import ILogGroup
from constructs import Construct

from aicc_constructs.acknowledgement import acknowledge


class LexBotRole(Construct):
    """The role of a bot.

    Args:
        scope: Parent construct.
        construct_id: Name below the parent.
        conversations: The log group of its conversations, whose key is CloudWatch's to use.

    Example:
        >>> from aws_cdk import Stack
        >>> from aws_cdk.aws_logs import LogGroup
        >>> stack = Stack()
        >>> role = LexBotRole(stack, "Bot", conversations=LogGroup(stack, "Conversations")).role
    """

    def __init__(self, scope: Construct, construct_id: str, *, conversations: ILogGroup) -> None:
        super().__init__(scope, construct_id)
        self.role = Role(self, "Resource", assumed_by=ServicePrincipal("lexv2.amazonaws.com"))
        self.role.add_to_policy(
            PolicyStatement(
                actions=["logs:CreateLogStream", "logs:PutLogEvents"], resources=[conversations.log_group_arn]
            )
        )
        # A policy of its own, so that an acknowledgement of its "*" hides no other one.
        speech = Policy(
            self,
            "Speech",
            roles=[self.role],
            statements=[PolicyStatement(actions=["polly:SynthesizeSpeech"], resources=["*"])],
        )
        acknowledge(
            speech,
            {
                "AwsSolutions-IAM5[Resource::*]": "Polly's voices are no resources, only lexicons are; the action "
                "turns a text into sound and reads nothing."
            },
        )
