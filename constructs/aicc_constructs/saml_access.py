"""Lets people sign in to an instance through a company's identity provider.

Source: Amazon Connect administrator guide, configure SAML; AWS::IAM::SAMLProvider. Deleting the role strands every
user of the instance, so it is kept.
"""

from aws_cdk import RemovalPolicy
from aws_cdk.aws_iam import Policy, PolicyStatement, Role, SamlConsolePrincipal, SamlMetadataDocument, SamlProvider
from constructs import Construct

from aicc_constructs.checks import check_range
from aicc_constructs.existing_instance import IInstance


class SamlAccess(Construct):
    """An identity provider and the role that its users take to sign in.

    Args:
        scope: Parent construct.
        construct_id: Name below the parent.
        instance: The instance that they sign in to; its identity must be SAML.
        metadata: The provider's metadata document, XML of 1,000 to 10,000,000 characters.

    Raises:
        InvalidInput: Metadata too short or too long for IAM.

    Source: AWS::IAM::SAMLProvider.

    Example:
        >>> from aws_cdk import Stack
        >>> from aicc_constructs import ConnectInstance
        >>> stack = Stack()
        >>> instance = ConnectInstance(stack, "Instance", alias="hanbit", identity="SAML")
        >>> metadata = "<EntityDescriptor>" + " " * 1000 + "</EntityDescriptor>"
        >>> access = SamlAccess(stack, "Saml", instance=instance, metadata=metadata)
    """

    def __init__(self, scope: Construct, construct_id: str, *, instance: IInstance, metadata: str) -> None:
        check_range(f"{scope.node.path}/{construct_id}: length of metadata", len(metadata), 1_000, 10_000_000)
        super().__init__(scope, construct_id)
        self.provider = SamlProvider(self, "Provider", metadata_document=SamlMetadataDocument.from_xml(metadata))
        self.role = Role(
            self,
            "Role",
            assumed_by=SamlConsolePrincipal(self.provider),
            description="Signs people in to Amazon Connect through the identity provider",
        )
        self.role.apply_removal_policy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE)
        resource = f"{instance.instance_arn}/user/${{aws:userid}}"
        Policy(
            self,
            "SignIn",
            roles=[self.role],
            statements=[PolicyStatement(actions=["connect:GetFederationToken"], resources=[resource])],
        )
