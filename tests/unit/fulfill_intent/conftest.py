import pytest


@pytest.fixture(autouse=True)
def aws_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_DEFAULT_REGION", "ap-northeast-2")
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "testing")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "testing")
    monkeypatch.setenv("ORDERS_TABLE", "orders")
    monkeypatch.setenv("OPENING_HOURS_PARAMETER", "/aicc/dev/opening-hours")
    monkeypatch.setenv("COMPANY_NAME", "예시상사")
