"""What the service models say of values: enum, max and pattern, as requests are read."""

import json
from typing import Any
from urllib.parse import quote

import pytest

from aicc_local.errors import ServiceError
from aicc_local.model_constraints import constraint
from aicc_local.rest_json import Request, RestJson, service_model

ID = "e3dd5f39-0bc2-4456-a6b8-bd649eb0878a"
INSTANCE = f"arn:aws:connect:ap-northeast-2:123456789012:instance/{ID}"
ALIAS = "arn:aws:lex:ap-northeast-2:123456789012:bot-alias/ABCDE12345/TSTALIASID"
CONNECT = RestJson("connect")
LEX = RestJson("lexv2-models", "lexv2-runtime")
CALL = {"DestinationPhoneNumber": "+821012345678", "ContactFlowId": ID, "InstanceId": ID}
RANGE = {"Type": "INITIATION_TIMESTAMP", "StartTime": 1, "EndTime": 2}
SEARCH = {"InstanceId": ID, "TimeRange": RANGE}
CHAT = {"InstanceId": ID, "ContactFlowId": ID, "ParticipantDetails": {"DisplayName": "김"}}


def _request(method: str, target: str, body: dict[str, Any] | None = None) -> Request:
    path, _, query = target.partition("?")
    pairs = [pair.split("=") for pair in query.split("&") if pair]
    names = {name: [value for key, value in pairs if key == name] for name, _ in pairs}
    content = json.dumps(body).encode() if body is not None else b""
    return Request(method=method, path=path, query=names, headers={}, body=content)


@pytest.mark.parametrize(
    ("method", "target", "body", "words"),
    [
        ("PUT", "/contact/outbound-voice", {**CALL, "TrafficType": "X"}, "enum value set: [GENERAL, CAMPAIGN]"),
        ("PUT", "/contact/outbound-voice", {**CALL, "ClientToken": "t" * 501}, "length less than or equal to 500"),
        ("PUT", "/contact/outbound-voice", {**CALL, "DestinationPhoneNumber": "01012345678"}, "regular expression"),
        ("GET", f"/contact-flows-summary/{ID}?contactFlowTypes=X", None, "enum value set: [CONTACT_FLOW"),
        ("GET", f"/instance/{ID}/storage-configs?resourceType=X", None, "enum value set: [CHAT_TRANSCRIPTS"),
        ("GET", f"/instance/{ID}/bots?lexVersion=V3", None, "enum value set: [V1, V2]"),
        ("POST", "/search-contacts", {**SEARCH, "MaxResults": 101}, "value less than or equal to 100"),
        ("POST", "/search-contacts", {**SEARCH, "TimeRange": {**RANGE, "Type": "X"}}, "TimeRange.Type"),
        (
            "PUT",
            "/contact/chat",
            {**CHAT, "InitialMessage": {"ContentType": "text/plain", "Content": "가" * 16385}},
            "16384",
        ),
        (
            "POST",
            f"/metrics/current/{ID}",
            {"Filters": {"Queues": [ID]}, "CurrentMetrics": [{"Name": "XX"}]},
            "'XX' at 'CurrentMetrics.1.member.Name'",
        ),
        ("POST", f"/contacts/{ID}/{ID}", {"Name": "n" * 1025}, "length less than or equal to 1024"),
        (
            "DELETE",
            "/tags/" + quote(INSTANCE, safe="") + "?" + "&".join(f"tagKeys=k{number}" for number in range(51)),
            None,
            "length less than or equal to 50",
        ),
    ],
)
def test_refuses_what_the_model_of_connect_refuses(
    method: str, target: str, body: dict[str, Any] | None, words: str
) -> None:
    with pytest.raises(ServiceError, match="1 validation error detected") as refusal:
        CONNECT.read(_request(method, target, body))

    assert refusal.value.status == 400
    assert refusal.value.code in ("InvalidParameterException", "InvalidRequestException")
    assert words in refusal.value.message


@pytest.mark.parametrize(
    ("method", "target", "body", "words"),
    [
        ("POST", "/bots/", {"maxResults": 1001}, "value less than or equal to 1000"),
        ("POST", "/bots/", {"sortBy": {"attribute": "X", "order": "Ascending"}}, "enum value set: [BotName]"),
        ("GET", "/bots/no-such-id/", None, "regular expression"),
        (
            "POST",
            "/bots/ABCDE12345/botAliases/TSTALIASID/botLocales/ko_KR/sessions/a b/text",
            {"text": "네"},
            "session",
        ),
    ],
)
def test_refuses_what_the_models_of_lex_refuse(
    method: str, target: str, body: dict[str, Any] | None, words: str
) -> None:
    with pytest.raises(ServiceError) as refusal:
        LEX.read(_request(method, target, body))

    assert refusal.value.code == "ValidationException"
    assert words in refusal.value.message


def test_tells_everything_that_is_wrong() -> None:
    with pytest.raises(ServiceError, match="2 validation errors detected"):
        CONNECT.read(_request("PUT", "/contact/outbound-voice", {**CALL, "TrafficType": "X", "ClientToken": "t" * 501}))


@pytest.mark.parametrize("given", ["weaksecretpw", "Aa1" * 22, ["weaksecretpw"]])
def test_does_not_tell_what_is_sensitive(given: Any) -> None:
    body = {"Username": "kim", "Password": given, "SecurityProfileIds": [ID], "RoutingProfileId": ID}

    with pytest.raises(ServiceError, match="Password") as refusal:
        CONNECT.read(_request("PUT", f"/users/{ID}", body))

    assert all(secret not in refusal.value.message for secret in ("weaksecretpw", "Aa1"))


@pytest.mark.parametrize("service", ["connect", "lexv2-models", "lexv2-runtime"])
def test_every_pattern_of_the_models_can_be_read(service: str) -> None:
    model = service_model(service)
    shapes = [model.shape_for(name) for name in model.shape_names]

    patterns = [constraint(shape.metadata["pattern"]) for shape in shapes if "pattern" in shape.metadata]

    assert patterns


@pytest.mark.parametrize(
    ("service", "shape", "value"),
    [
        ("connect", "PhoneNumber", "+82215880000"),
        ("connect", "PhoneNumberPrefix", "+8270"),
        ("connect", "Password", "Local-admin-1"),
        ("connect", "InstanceIdOrArn", ID),
        ("connect", "InstanceIdOrArn", INSTANCE),
        ("connect", "ContactFlowModuleName", "고객 인증"),
        ("connect", "ContactFlowModuleDescription", "첫 줄\n둘째 줄"),
        ("connect", "ContactFlowModuleAlias", "$LATEST"),
        ("connect", "CommonHumanReadableName", "평일 (09~18)"),
        ("connect", "CreateSecurityProfileName", "aicc-dev-agent"),
        ("connect", "TagKey", "부서:team"),
        ("connect", "EmailAddress", "support@example.com"),
        ("lexv2-models", "Id", "ABCDE12345"),
        ("lexv2-models", "BotAliasId", "TSTALIASID"),
        ("lexv2-models", "BotAliasName", "AmazonLexTestAlias"),
        ("lexv2-models", "BotVersion", "DRAFT"),
        ("lexv2-models", "BuiltInOrCustomSlotTypeId", "AMAZON.Date"),
        ("lexv2-models", "LambdaARN", "arn:aws:lambda:ap-northeast-2:123456789012:function:aicc-dev-hook:live"),
        ("lexv2-models", "RoleArn", "arn:aws:iam::123456789012:role/aws-service-role/lexv2.amazonaws.com/R_1"),
        ("lexv2-models", "ServicePrincipal", "connect.amazonaws.com"),
        ("lexv2-models", "Operation", "lex:RecognizeText"),
        ("lexv2-models", "CloudWatchLogGroupArn", "arn:aws:logs:ap-northeast-2:123456789012:log-group:/aws/lex/b:*"),
        ("lexv2-models", "S3BucketArn", "arn:aws:s3:::aicc-dev-recordings"),
        ("lexv2-models", "SessionId", "12f6a1c0-7a3e-4d55-8a64-0d8f6a1f2b3c"),
        ("lexv2-runtime", "BotIdentifier", "ABCDE12345"),
        ("lexv2-runtime", "SessionId", "user:82.10_1"),
    ],
)
def test_takes_what_real_names_and_ids_look_like(service: str, shape: str, value: str) -> None:
    pattern = service_model(service).shape_for(shape).metadata["pattern"]

    assert constraint(pattern).fullmatch(value)


def test_a_pattern_holds_for_the_whole_value() -> None:
    assert not constraint("[0-9a-zA-Z._:-]+").fullmatch("session 1")
    assert not constraint("^[0-9]+$").fullmatch("1\n")
