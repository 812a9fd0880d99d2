"""Keys of callbacks: one seals telephone numbers, the other recognizes them by what nobody can turn back."""

from aws_cdk import RemovalPolicy
from aws_cdk.aws_iam import PolicyStatement
from aws_cdk.aws_kms import IKey, Key, KeySpec, KeyUsage
from constructs import Construct

from aicc_constructs.python_handler import PythonHandler

# What a number is sealed with besides the key: it opens for the callback that it belongs to, and for no other.
CONTEXT = "callback_id"


class CallbackKeys(Construct):
    """The keys of one callback queue: those that are given, and new ones for the rest.

    Args:
        scope: Parent construct.
        construct_id: Name below the parent; changing it replaces the keys, and closes every number for good.
        phones: Seals telephone numbers, each for its own callback: a new key, rotated each year.
        hashes: HMAC key that telephone numbers are recognized by: a new one. It never leaves KMS.
        removal_policy: What becomes of new keys when they leave the stack.

    Example:
        >>> from aws_cdk import Stack
        >>> keys = CallbackKeys(Stack(), "Keys", removal_policy=RemovalPolicy.RETAIN)
    """

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        phones: IKey | None = None,
        hashes: IKey | None = None,
        removal_policy: RemovalPolicy,
    ) -> None:
        super().__init__(scope, construct_id)
        self.phones = phones or Key(
            self,
            "Phones",
            description="Seals telephone numbers of callbacks",
            enable_key_rotation=True,
            removal_policy=removal_policy,
        )
        self.hashes = hashes or Key(
            self,
            "Hashes",
            description="Recognizes telephone numbers of callbacks",
            key_spec=KeySpec.HMAC_256,
            key_usage=KeyUsage.GENERATE_VERIFY_MAC,
            removal_policy=removal_policy,
        )

    def let_seal(self, function: PythonHandler) -> None:
        """Let a function seal numbers, and open none."""
        _allow(function, "kms:Encrypt", self.phones)

    def let_open(self, function: PythonHandler) -> None:
        """Let a function open the number of a callback that it names."""
        _allow(function, "kms:Decrypt", self.phones)

    def let_recognize(self, function: PythonHandler) -> None:
        """Let a function tell whether two numbers are the same."""
        function.role.add_to_policy(PolicyStatement(actions=["kms:GenerateMac"], resources=[self.hashes.key_arn]))


def _allow(function: PythonHandler, action: str, key: IKey) -> None:
    function.role.add_to_policy(
        PolicyStatement(
            actions=[action],
            resources=[key.key_arn],
            conditions={"Null": {f"kms:EncryptionContext:{CONTEXT}": "false"}},
        )
    )
