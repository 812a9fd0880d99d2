"""Resource policies of bots and bot aliases, and the statement that Connect writes when a bot is associated.

Words and codes: the lexv2-models API reference of CreateResourcePolicy and CreateResourcePolicyStatement.
"""

from collections.abc import Mapping
from typing import Any

from aicc_local.errors import ServiceError, not_found
from aicc_local.lex.policy_document import parsed
from aicc_local.local_aws import LocalAws
from aicc_local.store import Record, new_id

RESOURCE_POLICY = "AWS::Lex::ResourcePolicy"
CONNECT = "connect.amazonaws.com"
_CONNECT_ACTIONS = ("lex:RecognizeText", "lex:StartConversation")
_HOLDERS = ("AWS::Lex::Bot", "AWS::Lex::BotAlias")


def allow_connect(aws: LocalAws, alias_arn: str, instance_arn: str) -> None:
    """Let an instance talk to a bot, as the association of the bot does.

    Raises:
        ServiceError: There is no such alias, or its policy has a statement of that name.
    """
    statement = {
        "Sid": _connect_sid(aws, instance_arn),
        "Effect": "Allow",
        "Principal": {"Service": CONNECT},
        "Action": list(_CONNECT_ACTIONS),
        "Resource": alias_arn,
        "Condition": {
            "StringEquals": {"AWS:SourceAccount": aws.account},
            "ArnEquals": {"AWS:SourceArn": instance_arn},
        },
    }
    add_statement(aws, alias_arn, statement)


def disallow_connect(aws: LocalAws, alias_arn: str, instance_arn: str) -> None:
    """Take the statement of `allow_connect` back; whoever removed it before is in the right too."""
    record = find_policy(aws, alias_arn)
    sid = _connect_sid(aws, instance_arn)
    if record is not None and any(each.get("Sid") == sid for each in _statements(record)):
        remove_statement(aws, alias_arn, sid)


def policy_of(aws: LocalAws, resource_arn: str) -> Mapping[str, Any]:
    """The policy document, for evaluation; without statements when there is none."""
    record = find_policy(aws, resource_arn)
    return record.properties["Policy"] if record else {"Version": "2012-10-17", "Statement": []}


def find_policy(aws: LocalAws, resource_arn: str) -> Record | None:
    """The policy of a bot or an alias."""
    return aws.store.get(_key(resource_arn))


def revision(record: Record) -> str:
    """Counts the changes of a policy."""
    return str(record.links["revision"])


def create_policy(aws: LocalAws, resource_arn: str, policy: Any) -> Record:
    """Give a bot or an alias its one policy.

    Raises:
        ServiceError: No such resource, a document that is no policy, or there is a policy already.
    """
    _holder(aws, resource_arn)
    document = parsed(policy)
    if find_policy(aws, resource_arn):
        raise ServiceError(
            "PreconditionFailedException", f"A resource policy already exists for {resource_arn}.", status=412
        )
    now = aws.now()
    record = Record(
        kind=RESOURCE_POLICY,
        id=new_id(),
        arn=_key(resource_arn),
        owner=resource_arn,
        properties={"ResourceArn": resource_arn, "Policy": document},
        made=now,
        changed=now,
        links={"revision": 1},
    )
    return aws.store.add(record)


def update_policy(aws: LocalAws, resource_arn: str, policy: Any, expected: str | None = None) -> Record:
    """Replace the policy; it must exist, and be the revision that is expected if one is."""
    document = parsed(policy)
    record = existing_policy(aws, resource_arn, expected)
    record.properties = {"ResourceArn": resource_arn, "Policy": document}
    record.links["revision"] += 1
    record.changed = aws.now()
    return record


def delete_policy(aws: LocalAws, resource_arn: str, expected: str | None = None) -> str:
    """Remove the policy; answers its last revision."""
    record = existing_policy(aws, resource_arn, expected)
    aws.store.remove(record.arn)
    return revision(record)


def add_statement(
    aws: LocalAws, resource_arn: str, statement: Mapping[str, Any], expected: str | None = None
) -> Record:
    """Add one statement, making the policy where there is none."""
    _holder(aws, resource_arn)
    record = find_policy(aws, resource_arn)
    if record is None:
        return create_policy(aws, resource_arn, {"Version": "2012-10-17", "Statement": [statement]})
    if any(each.get("Sid") == statement["Sid"] for each in _statements(record)):
        raise ServiceError(
            "ConflictException",
            f"The policy of {resource_arn} already has a statement with the ID {statement['Sid']}.",
            status=409,
        )
    document = record.properties["Policy"]
    return update_policy(
        aws, resource_arn, {**document, "Statement": [*_statements(record), dict(statement)]}, expected
    )


def remove_statement(aws: LocalAws, resource_arn: str, sid: str, expected: str | None = None) -> str:
    """Remove one statement, and with the last one the policy; answers the revision."""
    record = existing_policy(aws, resource_arn, expected)
    statements = _statements(record)
    kept = [each for each in statements if each.get("Sid") != sid]
    if len(kept) == len(statements):
        raise not_found(f"The policy of {resource_arn} has no statement with the ID {sid}.")
    if not kept:
        return delete_policy(aws, resource_arn)
    return revision(update_policy(aws, resource_arn, {**record.properties["Policy"], "Statement": kept}))


def existing_policy(aws: LocalAws, resource_arn: str, expected: str | None = None) -> Record:
    """The policy of a bot or an alias, of the revision that is expected if one is.

    Raises:
        ServiceError: There is no policy, or another revision.
    """
    record = find_policy(aws, resource_arn)
    if record is None:
        raise not_found(f"No resource policy is attached to {resource_arn}.")
    if expected is not None and expected != revision(record):
        raise ServiceError(
            "PreconditionFailedException",
            f"The revision {expected} does not match the current revision {revision(record)}.",
            status=412,
        )
    return record


def _holder(aws: LocalAws, resource_arn: str) -> Record:
    record = aws.store.get(resource_arn)
    if record is None or record.kind not in _HOLDERS:
        raise not_found(f"There is no bot or bot alias {resource_arn}.")
    return record


def _statements(record: Record) -> list[dict[str, Any]]:
    statements: list[dict[str, Any]] = record.properties["Policy"]["Statement"]
    return statements


def _key(resource_arn: str) -> str:
    return f"{resource_arn}#policy"


def _connect_sid(aws: LocalAws, instance_arn: str) -> str:
    # The name that policies written by Connect are seen with in public set-ups.
    return f"connect-{aws.region}-{instance_arn.rpartition('/')[2]}"
