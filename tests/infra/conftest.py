import json
from pathlib import Path
from typing import Any

import pytest
from aws_cdk import App, Stack

CDK_JSON = Path(__file__).parents[2] / "cdk.json"


@pytest.fixture(scope="session")
def cdk_context() -> dict[str, Any]:
    """The feature flags of cdk.json, which only the CLI reads by itself."""
    context: dict[str, Any] = json.loads(CDK_JSON.read_text("utf-8"))["context"]
    return context


@pytest.fixture
def stack(cdk_context: dict[str, Any], tmp_path: Path) -> Stack:
    """An empty stack in an app of its own, for no particular account or Region."""
    app = App(
        context=cdk_context,
        analytics_reporting=False,
        builtin_cloud_formation_validation=False,
        outdir=str(tmp_path / "cdk.out"),
    )
    return Stack(app, "Test")
