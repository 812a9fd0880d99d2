"""What the stacks tell each function is what it reads: it starts with that, and nothing in it is left over."""

import json
import os
import subprocess
import sys

from tests.infra.environments.synthesized import REPOSITORY, Synthesized

# Starts each handler with its variables, and tells which of them it asks for.
STARTED = """
import importlib, json, os, sys
from dataclasses import fields
from aicc_core import settings

read, asked = settings.read_settings, {}

def reading(settings_class, environment=os.environ):
    asked[name].extend(field.name.upper() for field in fields(settings_class))
    return read(settings_class, environment)

settings.read_settings = reading
around = dict(os.environ)
for name, variables in json.load(sys.stdin).items():
    asked[name] = []
    os.environ.clear()
    os.environ.update(around | variables)
    importlib.import_module(name)
print(json.dumps(asked))
"""


def test_a_function_is_told_what_it_reads_and_nothing_else(environment: Synthesized) -> None:
    told = {
        function["Properties"]["Handler"].removesuffix(".handler"): _texts(function["Properties"]["Environment"])
        for function in environment.of_type("AWS::Lambda::Function").values()
        if "Environment" in function["Properties"]
    }

    asked = _asked(told)

    assert told
    assert {name: set(variables) - set(asked[name]) for name, variables in told.items()} == {
        name: set() for name in told
    }


def _texts(environment: dict[str, dict[str, object]]) -> dict[str, str]:
    """The variables; what only a deployment knows is some text."""
    return {name: value if isinstance(value, str) else f"<{name}>" for name, value in environment["Variables"].items()}


def _asked(told: dict[str, dict[str, str]]) -> dict[str, list[str]]:
    around = {key: value for key, value in os.environ.items() if not key.startswith("AWS_")}
    around |= {
        "AWS_DEFAULT_REGION": "ap-northeast-2",
        "AWS_ACCESS_KEY_ID": "testing",
        "AWS_SECRET_ACCESS_KEY": "testing",
        "PYTHONPATH": str(REPOSITORY / "lambda"),
    }
    done = subprocess.run(
        [sys.executable, "-c", STARTED], input=json.dumps(told), env=around, capture_output=True, text=True, check=False
    )
    assert not done.returncode, done.stderr
    asked: dict[str, list[str]] = json.loads(done.stdout)
    return asked
