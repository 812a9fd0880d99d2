from aicc_local.connect.flow_refusals import NOT_REFUSED, PROBLEM_TEXTS
from connect_flows._rule_texts import RULE_TEXTS


def test_each_error_of_the_flow_checks_is_refused_or_is_not_for_a_reason() -> None:
    # E7 is about test cases, which the API of test cases refuses.
    errors = {rule.id for rule in RULE_TEXTS if rule.id.startswith("E") and not rule.id.startswith("E7")}

    assert errors == {rule for rule in [*PROBLEM_TEXTS, *NOT_REFUSED] if rule.startswith("E")}
    assert PROBLEM_TEXTS.keys() & NOT_REFUSED.keys() == set()


def test_of_the_warnings_only_what_somebody_saw_refused_is_refused() -> None:
    assert [rule for rule in PROBLEM_TEXTS if rule.startswith("W")] == ["W520"]
