"""What may not change about the resources that hold data, read from their registry schemas."""

import json
from pathlib import Path
from typing import Any

from cfnlint.schema import PROVIDER_SCHEMA_MANAGER

from tests.infra.environments.normalise import normalise

FOLDER = Path(__file__).parent / "frozen"
PRECIOUS = (
    "AWS::Connect::Instance",
    "AWS::Connect::InstanceStorageConfig",
    "AWS::Connect::PhoneNumber",
    "AWS::Connect::SecurityProfile",
    "AWS::DynamoDB::GlobalTable",
    "AWS::IAM::SAMLProvider",
    "AWS::KMS::Key",
    "AWS::Kinesis::Stream",
    # Its versions go with it, and another one cannot have its name before it is gone.
    "AWS::Lex::Bot",
    "AWS::Logs::LogGroup",
    "AWS::S3::Bucket",
    # A tie that moves to another logical id is deleted after it was made anew: the number loses its flow.
    "Custom::PhoneNumberContactFlow",
)
# Replaces according to the CloudFormation user guide, though the registry's schema does not say so.
DOCUMENTED = {
    "AWS::Connect::Instance": {"DirectoryId", "IdentityManagementType", "InstanceAlias"},
    "AWS::Connect::PhoneNumber": {"Description"},
    "AWS::DynamoDB::GlobalTable": {"KeySchema"},
    "AWS::KMS::Key": {"KeySpec", "KeyUsage"},
    "Custom::PhoneNumberContactFlow": {"InstanceId", "PhoneNumberId"},
}


def create_only(resource_type: str) -> set[str]:
    """The properties whose change replaces a resource of that type."""
    names = set(DOCUMENTED.get(resource_type, set()))
    if resource_type.startswith("AWS::"):
        schema = PROVIDER_SCHEMA_MANAGER.get_resource_schema("ap-northeast-2", resource_type).schema
        names |= {path.split("/")[2] for path in schema.get("createOnlyProperties", [])}
    return names


def held(resources: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """By logical id: type and the properties that replace it, of every resource that holds data."""
    return {
        name: {
            "Type": resource["Type"],
            **{
                key: normalise(resource.get("Properties", {}).get(key))
                for key in sorted(create_only(resource["Type"]))
                if key in resource.get("Properties", {})
            },
        }
        for name, resource in sorted(resources.items())
        if resource["Type"] in PRECIOUS
    }


if __name__ == "__main__":
    from tempfile import TemporaryDirectory

    from stacks.settings import environments, load_settings
    from tests.infra.environments.synthesized import Synthesized, cdk

    FOLDER.mkdir(exist_ok=True)
    for environment in environments():
        with TemporaryDirectory() as folder:
            cdk("synth", "--quiet", "--context", f"env={environment}", "--output", folder)
            made = Synthesized(settings=load_settings(environment), folder=Path(folder))
            text = json.dumps(held(made.resources), indent=2, ensure_ascii=False)
            (FOLDER / f"{environment}.json").write_text(f"{text}\n", encoding="utf-8")
