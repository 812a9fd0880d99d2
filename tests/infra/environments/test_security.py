"""Rules for data and trust that cdk-nag does not look at."""

import ast
import json
import re
from typing import Any

from connect_flows import check_name
from tests.infra.environments.synthesized import REPOSITORY, Resources, Synthesized


def properties(resource: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = resource.get("Properties", {})
    return found


def test_tables_are_encrypted_recoverable_and_protected(environment: Synthesized) -> None:
    tables = environment.of_type("AWS::DynamoDB::GlobalTable")

    assert len(tables) >= 3
    for name, table in tables.items():
        [replica] = properties(table)["Replicas"]
        assert replica["PointInTimeRecoverySpecification"]["PointInTimeRecoveryEnabled"] is True, name
        assert replica.get("DeletionProtectionEnabled", False) is environment.settings.removal.retain, name
        assert replica["SSESpecification"]["KMSMasterKeyId"], name
        assert properties(table)["SSESpecification"] == {"SSEEnabled": True, "SSEType": "KMS"}, name


def test_buckets_are_private_encrypted_versioned_and_speak_tls_only(environment: Synthesized) -> None:
    buckets = environment.of_type("AWS::S3::Bucket")
    policies = environment.of_type("AWS::S3::BucketPolicy")

    assert len(buckets) == 2
    for name, bucket in buckets.items():
        assert set(properties(bucket)["PublicAccessBlockConfiguration"].values()) == {True}, name
        assert properties(bucket)["VersioningConfiguration"] == {"Status": "Enabled"}, name
        assert properties(bucket)["BucketEncryption"], name
        assert properties(bucket)["LifecycleConfiguration"]["Rules"], name
        [policy] = [item for item in policies.values() if properties(item)["Bucket"] == {"Ref": name}]
        denied = [item for item in properties(policy)["PolicyDocument"]["Statement"] if item["Effect"] == "Deny"]
        assert {"Bool": {"aws:SecureTransport": "false"}} in [item["Condition"] for item in denied], name


def test_keys_rotate(environment: Synthesized) -> None:
    keys = environment.of_type("AWS::KMS::Key")
    rotating = [key for key in keys.values() if properties(key).get("EnableKeyRotation")]
    hashing = [key for key in keys.values() if properties(key).get("KeySpec") == "HMAC_256"]

    assert len(rotating) >= 3
    # KMS does not rotate HMAC keys.
    assert len(rotating) + len(hashing) == len(keys)


def test_logs_end_and_are_encrypted(environment: Synthesized) -> None:
    groups = environment.of_type("AWS::Logs::LogGroup")

    # Beside the functions' there are the flows' and the bot's conversations.
    assert len(groups) == len(environment.of_type("AWS::Lambda::Function")) + 2
    for name, group in groups.items():
        conversations = name in json.dumps(environment.of_type("AWS::Lex::BotAlias"))
        settings = environment.settings
        days = settings.bot.conversation_log_days if conversations else settings.logs.retention_days
        assert properties(group)["RetentionInDays"] == days, name
        assert properties(group)["KmsKeyId"], name


def test_functions_are_invoked_for_this_instance_bot_and_account_only(environment: Synthesized) -> None:
    by_rules, permissions = _parted(environment.of_type("AWS::Lambda::Permission"))
    callers = {"connect.amazonaws.com": "AWS::Connect::Instance", "lexv2.amazonaws.com": "AWS::Lex::BotAlias"}

    # One for each function that is associated, and one for the function that is the bot's.
    assert len(permissions) == len(environment.of_type("AWS::Connect::IntegrationAssociation")) > 0
    for name, permission in permissions.items():
        source, attribute = properties(permission)["SourceArn"]["Fn::GetAtt"]
        assert environment.resources[source]["Type"] == callers[properties(permission)["Principal"]], name
        assert attribute == "Arn", name
        assert properties(permission)["SourceAccount"] == {"Ref": "AWS::AccountId"}, name
    for name, permission in by_rules.items():
        source, attribute = properties(permission)["SourceArn"]["Fn::GetAtt"]
        assert (environment.resources[source]["Type"], attribute) == ("AWS::Events::Rule", "Arn"), name


def _parted(permissions: Resources) -> tuple[Resources, Resources]:
    """Those of rules, and all others."""
    by_rules = {name for name, each in permissions.items() if properties(each)["Principal"] == "events.amazonaws.com"}
    return (
        {name: permissions[name] for name in by_rules},
        {name: each for name, each in permissions.items() if name not in by_rules},
    )


def test_the_association_alone_lets_connect_talk_to_the_bot(environment: Synthesized) -> None:
    associations = environment.of_type("AWS::Connect::IntegrationAssociation").values()
    [bot] = [each for each in associations if properties(each)["IntegrationType"] == "LEX_BOT"]
    [alias] = environment.of_type("AWS::Lex::BotAlias")

    assert properties(bot)["IntegrationArn"] == {"Fn::GetAtt": [alias, "Arn"]}
    assert environment.of_type("AWS::Lex::ResourcePolicy") == {}


def test_functions_know_the_same_opening_hours_as_the_queues(environment: Synthesized) -> None:
    settings = environment.settings
    [parameter] = environment.of_type("AWS::SSM::Parameter").values()
    told = json.loads(properties(parameter)["Value"])
    [hours] = [
        (name, each)
        for name, each in environment.of_type("AWS::Connect::HoursOfOperation").items()
        if properties(each)["Name"] == settings.resource_name(settings.hours["business"].name)
    ]

    assert properties(parameter)["Name"] == f"/aicc/{settings.environment}/opening-hours"
    assert told["time_zone"] == properties(hours[1])["TimeZone"]
    assert {day: times for day, times in told["week"].items()} == _week(properties(hours[1])["Config"])
    assert len(told["exceptions"]) >= len(properties(hours[1])["HoursOfOperationOverrides"])


def _week(rows: list[dict[str, Any]]) -> dict[str, list[list[str]]]:
    week: dict[str, list[list[str]]] = {}
    for row in rows:
        times = [f"{row[each]['Hours']:02}:{row[each]['Minutes']:02}" for each in ("StartTime", "EndTime")]
        week.setdefault(row["Day"], []).append(times)
    return week


def test_what_slots_hold_is_obscured_in_the_log_of_conversations(environment: Synthesized) -> None:
    [bot] = environment.of_type("AWS::Lex::Bot").values()
    slots = [
        slot
        for locale in properties(bot)["BotLocales"]
        for intent in locale["Intents"]
        for slot in intent.get("Slots", ())
    ]
    shown = {slot["Name"] for slot in slots if slot["ObfuscationSetting"]["ObfuscationSettingType"] == "None"}

    assert {"CallbackPhone", "OrderNumber"} <= {slot["Name"] for slot in slots} - shown


def test_no_role_may_do_everything_but_trace_and_speak(environment: Synthesized) -> None:
    policies = environment.of_type("AWS::IAM::Policy")
    statements = [item for policy in policies.values() for item in properties(policy)["PolicyDocument"]["Statement"]]

    assert len(statements) > 5
    for statement in statements:
        actions = statement["Action"] if isinstance(statement["Action"], list) else [statement["Action"]]
        assert not [action for action in actions if "*" in action], statement
        if statement["Resource"] == "*":
            assert sorted(actions) in (
                ["polly:SynthesizeSpeech"],
                ["xray:PutTelemetryRecords", "xray:PutTraceSegments"],
            )


def test_no_managed_policy_is_attached(environment: Synthesized) -> None:
    for name, role in environment.of_type("AWS::IAM::Role").items():
        assert "ManagedPolicyArns" not in properties(role), name


def test_passwords_stand_in_no_template(environment: Synthesized) -> None:
    users = environment.of_type("AWS::Connect::User")

    assert len(users) == len(environment.settings.administrators)
    for user in users.values():
        password = properties(user).get("Password", "{{resolve:secretsmanager:")
        assert password.startswith("{{resolve:secretsmanager:")


def test_queues_and_flows_have_names_that_cloudwatch_shows(environment: Synthesized) -> None:
    kinds = ("AWS::Connect::Queue", "AWS::Connect::ContactFlow", "AWS::Connect::ContactFlowModule")
    names = [properties(item)["Name"] for kind in kinds for item in environment.of_type(kind).values()]

    assert len(names) > 12
    assert [check_name(name) for name in names] == [None] * len(names)
    assert all(name.startswith(f"{environment.settings.name_prefix}-") for name in names)


def test_no_account_region_or_instance_stands_in_a_flow(environment: Synthesized) -> None:
    for kind in ("AWS::Connect::ContactFlow", "AWS::Connect::ContactFlowModule"):
        for name, flow in environment.of_type(kind).items():
            assert "arn:aws" not in json.dumps(properties(flow)["Content"]), name


def test_what_must_never_be_lost_is_kept(environment: Synthesized) -> None:
    kept = {
        "AWS::DynamoDB::GlobalTable": "Retain",
        "AWS::KMS::Key": "Retain",
        "AWS::Logs::LogGroup": "Retain",
        "AWS::S3::Bucket": "Retain",
        "AWS::Connect::Instance": "RetainExceptOnCreate",
    }
    for kind, policy in kept.items():
        expected = policy if environment.settings.removal.retain else "Delete"
        for name, resource in environment.of_type(kind).items():
            # The flow log's name is fixed: what a failed first deploy left behind would block the next try.
            fixed = "LogGroupName" in resource.get("Properties", {}) and environment.settings.removal.retain
            assert resource["DeletionPolicy"] == ("RetainExceptOnCreate" if fixed else expected), name
            assert resource["UpdateReplacePolicy"] == ("Retain" if environment.settings.removal.retain else "Delete")


def test_termination_is_protected_where_the_settings_say(environment: Synthesized) -> None:
    manifest = json.loads((environment.folder / "manifest.json").read_text(encoding="utf-8"))
    artifact = manifest["artifacts"][f"ContactCenter-{environment.settings.environment}"]

    protected = artifact["properties"].get("terminationProtection", False)

    assert protected is environment.settings.removal.termination_protection


def test_every_function_finds_its_handler_in_the_code(environment: Synthesized) -> None:
    functions = environment.of_type("AWS::Lambda::Function")

    assert len(functions) >= 3
    for name, function in functions.items():
        module, _, handler = properties(function)["Handler"].rpartition(".")
        source = REPOSITORY / "lambda" / f"{module.replace('.', '/')}.py"
        assert f"def {handler}(" in source.read_text(encoding="utf-8"), name


def test_functions_are_given_every_setting_that_they_read(environment: Synthesized) -> None:
    booking = settings_read_in("fulfill_intent/booking_desk.py")

    for name, function in environment.of_type("AWS::Lambda::Function").items():
        module = properties(function)["Handler"].partition(".")[0]
        fields = settings_read_in(f"{module}/handler.py")
        if module == "fulfill_intent":
            # It books where there are callbacks.
            fields = fields | booking if environment.settings.callbacks else fields - booking

        assert set(properties(function).get("Environment", {}).get("Variables", {})) == fields, name


def settings_read_in(file: str) -> set[str]:
    """The variables of the class that a module gives to `read_settings`."""
    source = (REPOSITORY / "lambda" / file).read_text(encoding="utf-8")
    return {field for name in re.findall(r"read_settings\((\w+)\)", source) for field in fields_of(file, name)}


def fields_of(file: str, class_name: str) -> set[str]:
    """Its own and those of the class behind it; what a module does not define is what functions of callbacks share."""
    tree = ast.parse((REPOSITORY / "lambda" / file).read_text(encoding="utf-8"))
    found = [node for node in tree.body if isinstance(node, ast.ClassDef) and node.name == class_name]
    if not found:
        return fields_of("callback_ledger/assembly.py", class_name)
    fields = {
        node.target.id.upper()
        for node in found[0].body
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)
    }
    return fields.union(*(fields_of(file, ast.unparse(base)) for base in found[0].bases))
