import json
from pathlib import Path

import pytest

pytest_plugins = ["pytester"]

MENU = {
    "Version": "2019-10-30",
    "StartAction": "menu",
    "Metadata": {"name": "inbound", "type": "contactFlow"},
    "Actions": [
        {
            "Identifier": "menu",
            "Type": "GetParticipantInput",
            "Parameters": {
                "Text": "${text.company}입니다. 1번을 눌러 주십시오.",
                "InputTimeLimitSeconds": "5",
                "StoreInput": "False",
            },
            "Transitions": {
                "NextAction": "bye",
                "Conditions": [{"NextAction": "orders", "Condition": {"Operator": "Equals", "Operands": ["1"]}}],
                "Errors": [
                    {"ErrorType": "InputTimeLimitExceeded", "NextAction": "bye"},
                    {"ErrorType": "NoMatchingCondition", "NextAction": "bye"},
                    {"ErrorType": "NoMatchingError", "NextAction": "bye"},
                ],
            },
        },
        {
            "Identifier": "orders",
            "Type": "MessageParticipant",
            "Parameters": {"Text": "주문입니다."},
            "Transitions": {"NextAction": "bye", "Errors": [{"ErrorType": "NoMatchingError", "NextAction": "bye"}]},
        },
        {"Identifier": "bye", "Type": "DisconnectParticipant", "Parameters": {}, "Transitions": {}},
    ],
}
CHAT = {
    "Version": "2019-10-30",
    "StartAction": "greet",
    "Metadata": {"name": "chat", "type": "contactFlow"},
    "Actions": [
        {
            "Identifier": "greet",
            "Type": "MessageParticipant",
            "Parameters": {"Text": "반갑습니다."},
            "Transitions": {"NextAction": "bye", "Errors": [{"ErrorType": "NoMatchingError", "NextAction": "bye"}]},
        },
        {"Identifier": "bye", "Type": "DisconnectParticipant", "Parameters": {}, "Transitions": {}},
    ],
}
CONFTEST = """
    import pytest

    @pytest.fixture(scope="session")
    def flow_texts():
        return {"company": "가나 상점"}
"""
TESTS = """
    def test_orders(call):
        call("+821012345678").hears("가나 상점입니다").presses("1").hears("주문입니다").ends()

    def test_others(call):
        call().presses("5").hears_nothing_of("주문입니다").ends()

    def test_chat(chat):
        chat().hears("반갑습니다").ends()
"""


@pytest.fixture
def project(pytester: pytest.Pytester) -> pytest.Pytester:
    """A folder with two flows, and a test of each of three roads."""
    flows = pytester.mkdir("flows")
    (flows / "inbound.json").write_text(json.dumps(MENU), encoding="utf-8")
    (flows / "chat.json").write_text(json.dumps(CHAT), encoding="utf-8")
    pytester.makeconftest(CONFTEST)
    pytester.makepyfile(TESTS)
    return pytester


def left_out(project: pytest.Pytester, *branches: tuple[str, str, str]) -> None:
    tables = (
        f'[[left_out]]\nflow = "{flow}"\nblock = "{block}"\nbranch = "{branch}"\nreason = "for a test"\n'
        for flow, block, branch in branches
    )
    (project.path / "left_out.toml").write_text("".join(tables), encoding="utf-8")


def test_tests_call_and_chat(project: pytest.Pytester) -> None:
    result = project.runpytest()

    result.assert_outcomes(passed=3)
    assert "branches of contact flows" not in result.stdout.str()


@pytest.mark.thorough
def test_a_call_that_goes_otherwise_fails_with_what_was_said(project: pytest.Pytester) -> None:
    project.makepyfile(
        test_wrong="""
        def test_wrong(call):
            call().presses("1").hears("환불입니다")
    """
    )

    result = project.runpytest("test_wrong.py")

    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(
        ["*expected to hear '환불입니다'*", "*hears: 주문입니다.*", "*menu (GetParticipantInput)*"]
    )


@pytest.mark.thorough
def test_a_test_says_what_is_of_the_centre(project: pytest.Pytester) -> None:
    project.makepyfile(
        test_centre="""
        def test_broken(center, call):
            center.breaks("inbound", "orders")
            call().presses("1").hears_nothing_of("주문입니다").ends()
    """
    )

    project.runpytest("test_centre.py").assert_outcomes(passed=1)


@pytest.mark.thorough
def test_flows_may_be_in_another_folder(project: pytest.Pytester) -> None:
    (project.path / "flows").rename(project.path / "ours")
    project.makeini("[pytest]\nflows_folder = ours")

    project.runpytest("--flow-coverage").assert_outcomes(passed=3)


def test_a_run_ends_with_the_branches_that_it_walked(project: pytest.Pytester) -> None:
    result = project.runpytest("--flow-coverage")

    assert result.ret == 0
    result.stdout.fnmatch_lines(
        [
            "*branches of contact flows*",
            "flow     branches  walked  left out  percent",
            "chat            2       1         0     50.0",
            "inbound         6       3         0     50.0",
            "all             8       4         0     50.0",
            "not walked:",
            "  chat: block greet: error:NoMatchingError -> bye",
        ]
    )


@pytest.mark.thorough
def test_tests_that_are_not_run_walk_nothing(project: pytest.Pytester) -> None:
    result = project.runpytest("--flow-coverage", "-k", "orders")

    result.stdout.fnmatch_lines(["all             8       2         0     25.0"])


@pytest.mark.thorough
def test_a_centre_of_a_tests_own_counts_where_the_test_asks_for_it(project: pytest.Pytester) -> None:
    project.makepyfile(
        test_own="""
        from connect_flows.simulator import Center

        def test_counts(flow_coverage, flow_texts):
            Center("flows", texts=flow_texts).call().presses("1").ends()

        def test_does_not_count(flow_texts):
            Center("flows", texts=flow_texts).call().presses("5").ends()
    """
    )

    result = project.runpytest("test_own.py", "--flow-coverage")

    result.assert_outcomes(passed=2)
    result.stdout.fnmatch_lines(["inbound         6       2         0     33.3"])


@pytest.mark.thorough
def test_what_is_walked_is_written_for_programs_and_painted(project: pytest.Pytester) -> None:
    result = project.runpytest("--flow-coverage=out/flows")

    result.stdout.fnmatch_lines(["written to *flows"])
    told = json.loads(Path("out/flows/coverage.json").read_text(encoding="utf-8"))
    assert (told["percent"], [flow["flow"] for flow in told["flows"]]) == (50.0, ["chat", "inbound"])
    assert "검사 안 됨 3" in Path("out/flows/inbound.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize(("least", "returned"), [("50", 0), ("50.1", 1)])
def test_a_run_that_walks_too_little_fails(project: pytest.Pytester, least: str, returned: int) -> None:
    result = project.runpytest(f"--flow-coverage-fail-under={least}")

    result.assert_outcomes(passed=3)
    assert result.ret == returned
    assert ("FAILED: 50.0 of a hundred branches were walked, less than 50.1" in result.stdout.str()) == bool(returned)


@pytest.mark.thorough
def test_what_is_left_out_need_not_be_walked(project: pytest.Pytester) -> None:
    left_out(
        project,
        ("chat", "greet", "error:NoMatchingError"),
        ("inbound", "orders", "error:NoMatchingError"),
        ("inbound", "menu", "error:NoMatchingError"),
        ("inbound", "menu", "error:InputTimeLimitExceeded"),
    )
    project.makeini("[pytest]\nflow_coverage_left_out = left_out.toml")

    result = project.runpytest("--flow-coverage-fail-under=100")

    assert result.ret == 0
    result.stdout.fnmatch_lines(["all             8       4         4    100.0"])


def test_what_is_left_out_and_walked_after_all_fails_the_run(project: pytest.Pytester) -> None:
    left_out(project, ("chat", "greet", "success"))

    result = project.runpytest("--flow-coverage", "--flow-coverage-left-out=left_out.toml")

    assert result.ret == 1
    result.stdout.fnmatch_lines(["chat: block greet: success: is walked after all; leave it out no longer"])


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("option", "problem"),
    [
        ("--flow-coverage-left-out=left_out.toml", "left_out.toml: cannot be read"),
        ("--flow-coverage=tests", "--flow-coverage would write to tests, where code is"),
        ("--override-ini=flows_folder=nowhere", "nowhere has no flow"),
    ],
)
def test_what_cannot_be_measured_is_said_at_once(project: pytest.Pytester, option: str, problem: str) -> None:
    (project.mkdir("tests") / "test_a.py").write_text("", encoding="utf-8")

    result = project.runpytest("--flow-coverage", option)

    assert result.ret == pytest.ExitCode.USAGE_ERROR
    assert problem in result.stderr.str()


@pytest.mark.thorough
def test_what_workers_walk_is_put_together(project: pytest.Pytester) -> None:
    result = project.runpytest_subprocess("-n", "2", "--flow-coverage=out", "--flow-coverage-fail-under=50")

    assert result.ret == 0
    result.stdout.fnmatch_lines(["all             8       4         0     50.0"])
    assert json.loads(Path("out/coverage.json").read_text(encoding="utf-8"))["walked"] == 4
