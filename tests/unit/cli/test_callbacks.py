"""`aicc callbacks` asks the environment's function, asks people before it takes anything away, and shows no number."""

import doctest
import io
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from types import ModuleType
from typing import Any

import boto3
import pytest
from botocore.response import StreamingBody
from botocore.stub import Stubber
from typer.testing import CliRunner, Result

from aicc_cli import callbacks, callbacks_errors, callbacks_page, callbacks_subject
from aicc_cli.callbacks_page import STYLES
from aicc_cli.callbacks_place import Place
from aicc_cli.main import app
from callback_ledger.record import Slot, book
from callback_ledger.rules import Rules
from callback_ledger.states import FINAL, State
from manage_callbacks.page import page, summary
from manage_callbacks.request import MOST, SETTLEMENTS, read_request

ID = "0a1b2c3d4e5f0a1b2c3d4e5f0a1b2c3d"
PHONE = "+821012345678"
ACCOUNT = "111122223333"
REGION = "ap-northeast-2"
ARN = f"arn:aws:lambda:{REGION}:{ACCOUNT}:function:manage:live"
STACK_ID = f"arn:aws:cloudformation:{REGION}:{ACCOUNT}:stack/ContactCenter-dev/1"
WHERE = f"ContactCenter-dev in account {ACCOUNT}, AWS, {REGION}"
BOOKED_AT, DUE_AT = (
    int(datetime.fromisoformat(text).timestamp()) for text in ("2026-11-22T18:02:00+09:00", "2026-11-23T15:00:00+09:00")
)
RECORD = replace(
    book(callback_id=ID, phone=b"sealed", lock="1f" * 32, slot=Slot("general", DUE_AT), due_at=DUE_AT, now=BOOKED_AT),
    state=State.NEEDS_OPERATOR,
    attempts=1,
    dial=1,
    settled=False,
    dialled_at=DUE_AT + 5,
    changed_at=DUE_AT + 1860,
    contact_id="5e9dc54e-fa12-4ca6-9396-436d870b42dc",
)
SUMMARY = summary(RECORD, Rules())
NEXT = str(SUMMARY["next"])


class Aws:
    """CloudFormation and Lambda, told what they will be asked and what they answer."""

    def __init__(self) -> None:
        keys = {"aws_access_key_id": "testing", "aws_secret_access_key": "testing", "region_name": REGION}
        self.functions = boto3.client("lambda", **keys)  # type: ignore[call-overload]  # literal keywords in a dict
        self.cloudformation = boto3.client("cloudformation", **keys)  # type: ignore[call-overload]  # likewise
        self.lambda_stub = Stubber(self.functions)
        self.cloudformation_stub = Stubber(self.cloudformation)

    @property
    def place(self) -> Place:
        return Place(name=f"AWS, {REGION}", cloudformation=self.cloudformation, functions=self.functions)

    def has_stack(self, **outputs: str) -> None:
        stack = {
            "StackName": "ContactCenter-dev",
            "StackId": STACK_ID,
            "CreationTime": "2026-11-23T00:00:00Z",
            "StackStatus": "CREATE_COMPLETE",
            "Outputs": [{"OutputKey": name, "OutputValue": value} for name, value in outputs.items()],
        }
        self.cloudformation_stub.add_response(
            "describe_stacks", {"Stacks": [stack]}, {"StackName": "ContactCenter-dev"}
        )

    def is_asked(self, action: str, fields: dict[str, Any], answer: object, *, error: str | None = None) -> None:
        self.has_stack(ManageCallbacks=ARN)
        body = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
        response: dict[str, Any] = {"StatusCode": 200, "Payload": StreamingBody(io.BytesIO(body), len(body))}
        event = json.dumps({"action": action, **fields}).encode()
        read_request(json.loads(event))  # raises where the function would refuse
        failed = {"FunctionError": error} if error else {}
        self.lambda_stub.add_response("invoke", response | failed, {"FunctionName": ARN, "Payload": event})


@pytest.fixture
def aws(monkeypatch: pytest.MonkeyPatch) -> Iterator[Aws]:
    found = Aws()
    monkeypatch.setattr(callbacks, "find_place", lambda target: found.place)
    for name in ("AICC_ENV", "COLUMNS", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    with found.lambda_stub, found.cloudformation_stub:
        yield found
        found.lambda_stub.assert_no_pending_responses()
        found.cloudformation_stub.assert_no_pending_responses()


def types(*arguments: str, answer: str = "", **variables: str) -> Result:
    return CliRunner().invoke(app, ["callbacks", *arguments], input=answer, env={"COLUMNS": "160", **variables})


def test_a_wide_list_is_a_table(aws: Aws) -> None:
    aws.is_asked("list", {"limit": 50, "state": None}, {"ok": True, "callbacks": [SUMMARY]})

    shown = types("list", COLUMNS="200")

    assert shown.exit_code == 0, shown.output
    assert shown.stdout.splitlines()[0] == WHERE
    [row] = [line for line in shown.stdout.splitlines() if ID in line]
    assert [cell.strip() for cell in row.split("│")[1:-1]] == [
        ID,
        "needs_operator",
        "2026-11-23 Mon 15:00",
        "1",
        NEXT,
    ]
    assert shown.stdout.splitlines()[-1] == "1 shown; times are Korea's."


@pytest.mark.parametrize("columns", ["80", "40"])
def test_in_a_narrow_list_an_id_can_still_be_copied(aws: Aws, columns: str) -> None:
    aws.is_asked("list", {"limit": 50, "state": None}, {"ok": True, "callbacks": [SUMMARY]})

    lines = types("list", COLUMNS=columns).stdout.splitlines()

    assert lines[1] == f"{ID}  needs_operator  2026-11-23 Mon 15:00  1 attempt"
    assert " ".join("".join(f"{line} " for line in lines[2:-1]).split()) == NEXT


def test_an_empty_list_says_so(aws: Aws) -> None:
    aws.is_asked("list", {"limit": 3, "state": "booked"}, {"ok": True, "callbacks": []})

    assert types("list", "--limit", "3", "--state", "booked").stdout == f"{WHERE}\nNo callback is open.\n"


@pytest.mark.parametrize(
    ("variables", "coloured"), [({"FORCE_COLOR": "1"}, True), ({"NO_COLOR": "1"}, False), ({}, False)]
)
def test_colour_is_for_terminals_that_want_it(aws: Aws, variables: dict[str, str], coloured: bool) -> None:
    aws.is_asked("list", {"limit": 50, "state": None}, {"ok": True, "callbacks": [SUMMARY]})

    shown = types("list", TERM="xterm-256color", **variables).stdout

    assert ("\x1b[1;31mneeds_operator" in shown) is coloured
    assert ("\x1b[" in shown) is coloured


def test_a_callback_is_shown_whole_with_its_history_in_order(aws: Aws) -> None:
    aws.is_asked("show", {"callback_id": ID}, {"ok": True, "callback": page(RECORD, Rules())})

    shown = types("show", ID, COLUMNS="200").stdout

    rows = [[cell.strip() for cell in line.split("│")[1:-1]] for line in shown.splitlines() if line.startswith("│")]
    facts = dict(row for row in rows if len(row) == 2)
    assert facts["State"] == "needs_operator"
    assert facts["Due at"] == facts["Slot"] == "2026-11-23 Mon 15:00"
    assert facts["Contact id"] == RECORD.contact_id
    assert facts["Cancel wanted"] == "no"
    assert rows[-3:] == [
        ["Created at", "2026-11-22 Sun 18:02"],
        ["Dialled at", "2026-11-23 Mon 15:00:05"],
        ["Changed at", "2026-11-23 Mon 15:31"],
    ]
    assert "Closed at" not in facts


def test_times_in_a_sentence_are_koreas(aws: Aws) -> None:
    waiting = summary(replace(RECORD, state=State.WAITING), Rules())
    aws.is_asked("list", {"limit": 50, "state": None}, {"ok": True, "callbacks": [waiting]})

    shown = types("list", COLUMNS="80").stdout

    assert "  is dialled at 2026-11-23 Mon 15:00, attempt 2 of 3\n" in shown


def test_json_is_the_answer_alone(aws: Aws) -> None:
    answer = {"ok": True, "callbacks": [SUMMARY]}
    aws.is_asked("list", {"limit": 50, "state": None}, answer)

    shown = types("list", "--json", COLUMNS="20")

    assert json.loads(shown.stdout) == answer
    assert shown.stderr == f"{WHERE}\n"


@pytest.mark.parametrize(
    ("arguments", "action", "fields"),
    [
        (["retry", ID], "retry", {"callback_id": ID}),
        (["cancel", ID, "--yes"], "cancel", {"callback_id": ID}),
        (["settle", ID, "--as", "talked"], "settle", {"callback_id": ID, "as": "talked"}),
        (["settle", ID, "--as", "not_reached"], "settle", {"callback_id": ID, "as": "not_reached"}),
        (["settle", ID, "--as", "given_up", "--yes"], "settle", {"callback_id": ID, "as": "given_up"}),
    ],
    ids=lambda value: "-".join(value[:1] + value[3:4]) if isinstance(value, list) else "",
)
def test_what_is_done_is_told(aws: Aws, arguments: list[str], action: str, fields: dict[str, str]) -> None:
    aws.is_asked(action, fields, {"ok": True, "callback": SUMMARY})

    done = types(*arguments)

    assert done.exit_code == 0, done.output
    assert done.stdout.splitlines() == [
        WHERE,
        f"{ID}  needs_operator  2026-11-23 Mon 15:00  1 attempt",
        f"  {NEXT}",
    ]


QUESTIONS = {
    "cancel": (["cancel", ID], "cancel", {"callback_id": ID}, f"Cancel callback {ID} of {WHERE}?"),
    "settle": (
        ["settle", ID, "--as", "given_up"],
        "settle",
        {"callback_id": ID, "as": "given_up"},
        f"Give up callback {ID} of {WHERE}, so that nobody is called any more?",
    ),
    "forget": (
        ["forget", ID],
        "forget",
        {"callback_id": ID},
        f"Cancel what is open and forget callback {ID} in {WHERE}? It cannot be undone.",
    ),
    "redrive": (["redrive"], "redrive", {}, f"Move the dead letters of {WHERE} back into their queues?"),
}


@pytest.mark.parametrize("name", QUESTIONS)
@pytest.mark.parametrize("answer", ["n\n", ""], ids=["no", "nobody there"])
def test_nothing_is_taken_away_without_a_yes(aws: Aws, name: str, answer: str) -> None:
    arguments, _, _, question = QUESTIONS[name]
    aws.has_stack(ManageCallbacks=ARN)

    done = types(*arguments, answer=answer)

    assert done.exit_code == 1
    assert question in done.stderr


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_yes_is_enough(aws: Aws, name: str) -> None:
    arguments, action, fields, _ = QUESTIONS[name]
    aws.is_asked(action, fields, {"ok": True, "moved": 3})

    done = types(*arguments, answer="y\n")

    assert done.exit_code == 0
    assert done.stdout.endswith(f"{WHERE}\nMoved: 3\n")


@pytest.mark.parametrize("typed", ["010-1234-5678", "01012345678", "+82 10-1234-5678", PHONE])
def test_a_number_is_asked_for_unseen(aws: Aws, typed: str) -> None:
    aws.is_asked("forget", {"phone": PHONE}, {"ok": True, "forgotten": [ID]})

    done = types("forget", "--phone", answer=f"{typed}\ny\n")

    assert done.exit_code == 0, done.output
    assert done.stdout.endswith(f"{WHERE}\nForgotten: {ID}\n")
    assert "5678" not in done.output


@pytest.mark.parametrize(
    ("typed", "number"),
    [("0505-1234-5678", "+8250512345678"), ("1588-1234", "+8215881234"), ("02-123-4567", "+8221234567")],
)
def test_every_number_that_can_be_booked_can_be_forgotten(aws: Aws, typed: str, number: str) -> None:
    aws.is_asked("forget", {"phone": number}, {"ok": True, "forgotten": []})

    done = types("forget", "--phone", answer=f"{typed}\ny\n")

    assert done.exit_code == 0, done.output


def test_a_number_is_read_from_standard_input(aws: Aws) -> None:
    aws.is_asked("forget", {"phone": PHONE}, {"ok": True, "forgotten": []})

    done = types("forget", "--phone", "-", "--yes", answer="010-1234-5678\n")

    assert done.stdout == f"{WHERE}\nForgotten: none\n"


@pytest.mark.parametrize(
    ("arguments", "answer", "said"),
    [
        (["forget", "--phone", "010-1234-5678"], "", "--phone: takes no value"),
        (["forget", "--phone", "-"], "010-1234-5678\n", "add --yes"),
        (["forget", "--phone"], "1234-5678\n", "8 characters are not one"),
        (["forget"], "", "neither an ID nor --phone"),
        (["forget", "010-1234-5678"], "", "13 characters are not one"),
        (["show", "010-1234-5678"], "", "13 characters are not one"),
        (["retry", ID.upper()], "", "32 hexadecimal digits"),
    ],
)
def test_a_command_that_cannot_be_meant_is_refused_before_anything_is_asked(
    aws: Aws, arguments: list[str], answer: str, said: str
) -> None:
    done = types(*arguments, answer=answer)

    assert done.exit_code == 2
    assert said in done.stderr.splitlines()[-1]
    assert "5678" not in done.output


def test_states_that_cannot_be_are_refused() -> None:
    assert types("list", "--state", "done").exit_code == 2
    assert types("settle", ID, "--as", "maybe").exit_code == 2
    assert types("settle", ID).exit_code == 2


@pytest.mark.parametrize("show", [["show", ID], ["show", ID, "--json"]], ids=["page", "json"])
def test_a_number_is_not_shown_even_if_the_function_tells_it(aws: Aws, show: list[str]) -> None:
    leaking = {**SUMMARY, "phone": "c2VhbGVk", "lock": "1f" * 32, "next": f"call {PHONE}"}
    aws.is_asked("show", {"callback_id": ID}, {"ok": True, "callback": leaking})

    shown = types(*show, COLUMNS="200")

    assert shown.exit_code == 0, shown.output
    assert not any(secret in shown.output for secret in (PHONE, "c2VhbGVk", "1f1f"))
    assert "call [number]" in shown.stdout


def test_what_the_function_refuses_is_its_line(aws: Aws) -> None:
    error = f"callback {ID}: there is none; look which there are: aicc callbacks list"
    aws.is_asked("show", {"callback_id": ID}, {"ok": False, "error": error})

    done = types("show", ID)

    assert (done.exit_code, done.stdout, done.stderr) == (1, "", f"{error}\n")


def test_a_refusal_tells_no_number(aws: Aws) -> None:
    aws.is_asked("forget", {"phone": PHONE}, {"ok": False, "error": f"{PHONE}: none"})

    done = types("forget", "--phone", "-", "--yes", answer=f"{PHONE}\n")

    assert (done.exit_code, done.stderr) == (1, "[number]: none\n")


@pytest.mark.parametrize(
    ("configuration", "group"),
    [
        ({"LoggingConfig": {"LogGroup": "/manage/logs"}}, "/manage/logs"),
        ({}, "/aws/lambda/manage"),
        (None, "/aws/lambda/manage"),
    ],
    ids=["its own", "Lambda's", "not told"],
)
def test_a_failure_says_where_its_log_is(aws: Aws, configuration: dict[str, Any] | None, group: str) -> None:
    failure = {"errorType": "Contention", "errorMessage": f"about {PHONE}", "stackTrace": ["line 1"]}
    aws.is_asked("retry", {"callback_id": ID}, failure, error="Unhandled")
    if configuration is None:
        aws.lambda_stub.add_client_error("get_function_configuration", "AccessDeniedException")
    else:
        aws.lambda_stub.add_response("get_function_configuration", configuration, {"FunctionName": ARN})

    done = types("retry", ID)

    assert done.exit_code == 1
    assert done.stderr == f"{WHERE}: retry failed (Contention); the log says why: aws logs tail {group}\n"


@pytest.mark.parametrize("body", [b"", b"null", b"[]", b"{}"])
def test_an_answer_of_another_version_is_told(aws: Aws, body: bytes) -> None:
    aws.is_asked("retry", {"callback_id": ID}, body)

    done = types("retry", ID)

    assert (done.exit_code, done.stderr.count("\n")) == (1, 1)
    assert "deploy the same version" in done.stderr


def test_an_environment_without_callbacks_is_told(aws: Aws) -> None:
    aws.has_stack(InstanceArn="arn")

    done = types("list")

    assert done.exit_code == 1
    assert done.stderr == (
        f"{WHERE}: no output ManageCallbacks, so callbacks are off there; give config/dev.toml a table [callbacks] "
        "and deploy\n"
    )


@pytest.mark.parametrize("may_look", [True, False])
def test_an_environment_that_is_not_deployed_is_told(aws: Aws, may_look: bool) -> None:
    aws.cloudformation_stub.add_client_error("describe_stacks", "ValidationError", "Stack with id x does not exist")
    if may_look:
        made = {"CreationTime": "2026-11-23T00:00:00Z", "StackStatus": "CREATE_COMPLETE"}
        names = ("CDKToolkit", "ContactCenter-prod", "ContactCenter-dev")
        aws.cloudformation_stub.add_response(
            "describe_stacks", {"Stacks": [{"StackName": name, **made} for name in names]}
        )
    else:
        aws.cloudformation_stub.add_client_error("describe_stacks", "AccessDenied")

    done = types("list", "--env", "staging")

    assert (done.exit_code, done.stderr.count("\n")) == (1, 1)
    there = " (there is dev, prod)" if may_look else ""
    assert done.stderr.startswith(
        f"AWS, {REGION}: there is no stack ContactCenter-staging; name another environment with --env{there}, "
    )


def _cloudformation_refuses(aws: Aws, code: str) -> None:
    aws.cloudformation_stub.add_client_error("describe_stacks", code, "no\nway")


def _lambda_refuses(aws: Aws, code: str) -> None:
    aws.has_stack(ManageCallbacks=ARN)
    aws.lambda_stub.add_client_error("invoke", code, "no\nway")


@pytest.mark.parametrize("refuse", [_cloudformation_refuses, _lambda_refuses])
@pytest.mark.parametrize(
    ("code", "cure"),
    [
        ("ExpiredToken", "sign in"),
        ("AccessDeniedException", "ask for cloudformation:DescribeStacks and lambda:InvokeFunction"),
        ("TooManyRequestsException", "try again"),
        ("SomethingElse", "SomethingElse: no way"),
    ],
)
def test_what_aws_refuses_is_told_in_a_line(aws: Aws, refuse: Callable[[Aws, str], None], code: str, cure: str) -> None:
    refuse(aws, code)

    done = types("list")

    assert (done.exit_code, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert cure in done.stderr


@pytest.mark.parametrize("module", [callbacks_errors, callbacks_page, callbacks_subject])
def test_examples_in_docstrings_hold(module: ModuleType) -> None:
    result = doctest.testmod(module)

    assert result.attempted > 0
    assert result.failed == 0


def test_the_words_are_those_of_the_ledger_and_of_the_function() -> None:
    assert {each.value for each in callbacks.Settlement} == set(SETTLEMENTS)
    assert types("list", "--limit", str(MOST + 1)).exit_code == 2
    assert [each.value for each in callbacks.State] == [each.value for each in State if each not in FINAL]
    assert set(STYLES) == {each.value for each in State}
