"""What the people of the centre may do, and the administrators who let the others in."""

from aws_cdk import SecretValue
from constructs import Construct

from aicc_constructs import SecurityProfile, User
from aicc_constructs.existing_instance import IInstance
from stacks.routing import Routing
from stacks.settings import Settings


class People(Construct):
    """Security profiles and first administrators of one environment."""

    def __init__(
        self, scope: Construct, construct_id: str, *, settings: Settings, instance: IInstance, routing: Routing
    ) -> None:
        super().__init__(scope, construct_id)
        self.profiles = {
            key: SecurityProfile(
                self,
                f"SecurityProfile-{key}",
                instance=instance,
                name=settings.resource_name(profile.name),
                description=profile.description,
                permissions=profile.permissions,
            )
            for key, profile in settings.security_profiles.items()
        }
        first_profile = next(iter(routing.profiles.values()))
        for person in settings.administrators:
            User(
                self,
                f"Administrator-{person.username}",
                instance=instance,
                username=person.username,
                first_name=person.first_name,
                last_name=person.last_name,
                # Connect takes no address where the identity provider's name for the person is one already.
                email=person.email if settings.identity.kind == "connect_managed" else None,
                routing_profile=first_profile,
                security_profiles=[self.profiles["admin"]],
                password=SecretValue.secrets_manager(person.password_secret) if person.password_secret else None,
            )
