"""The variables that point programs at the local AWS, and nowhere else."""

import os
import shlex
from collections.abc import Mapping

ACCOUNT = "123456789012"
REGION = "ap-northeast-2"
# The CDK's CLI remembers on disk which account a key belongs to, so it is one that nobody else uses.
ACCESS_KEY_ID = "LOCALAICC"
SECRET_ACCESS_KEY = "local"

# Not of AWS, but they decide where a call goes.
_HERE = "localhost,127.0.0.1"


def access_key_id(account: str = ACCOUNT) -> str:
    """The key id of an account; each has its own, because the CDK's CLI remembers whose it is."""
    return ACCESS_KEY_ID if account == ACCOUNT else f"{ACCESS_KEY_ID}{account}"


def endpoint(port: int) -> str:
    """For AWS_ENDPOINT_URL."""
    return f"http://localhost:{port}"


def client_environment(port: int, account: str = ACCOUNT) -> dict[str, str]:
    """The variables that point an SDK, the aws CLI and the CDK's CLI at the local AWS on `port`."""
    return {
        "AWS_ENDPOINT_URL": endpoint(port),
        "AWS_ACCESS_KEY_ID": access_key_id(account),
        "AWS_SECRET_ACCESS_KEY": SECRET_ACCESS_KEY,
        "AWS_REGION": REGION,
        "AWS_DEFAULT_REGION": REGION,
        "CDK_DEFAULT_ACCOUNT": account,
        "CDK_DEFAULT_REGION": REGION,
        "CDK_DISABLE_CLI_TELEMETRY": "true",
    }


def misleading(variables: Mapping[str, str]) -> list[str]:
    """Those that would lead an SDK to another account or endpoint although `client_environment` is set."""
    return sorted(
        name
        for name in variables
        if name in {"AWS_PROFILE", "AWS_DEFAULT_PROFILE", "AWS_SESSION_TOKEN", "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"}
        or name.startswith("AWS_ENDPOINT_URL_")
    )


def isolated(variables: Mapping[str, str], port: int, account: str = ACCOUNT) -> dict[str, str]:
    """`variables` with nothing in them, nor in any file, that leads elsewhere than to the local AWS on `port`.

    A profile, or AWS_IGNORE_CONFIGURED_ENDPOINT_URLS, would otherwise send a deployment to a real account.
    """
    kept = {name: value for name, value in variables.items() if not name.startswith(("AWS_", "CDK_DEFAULT_"))}
    return {
        **kept,
        **client_environment(port, account),
        **_past_proxies(variables),
        "AWS_CONFIG_FILE": os.devnull,
        "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
        "AWS_EC2_METADATA_DISABLED": "true",
    }


def shell_lines(variables: Mapping[str, str], port: int, account: str = ACCOUNT) -> list[str]:
    """What a shell that has `variables` set must do for its programs to reach the local AWS."""
    wanted = client_environment(port, account)
    if any(name.lower() in {"http_proxy", "all_proxy"} for name in variables):
        wanted |= _past_proxies(variables)
    unset = [f"unset {name}" for name in misleading(variables)]
    return unset + [f"export {name}={shlex.quote(value)}" for name, value in wanted.items()]


def _past_proxies(variables: Mapping[str, str]) -> dict[str, str]:
    exceptions = variables.get("NO_PROXY") or variables.get("no_proxy")
    text = ",".join(filter(None, [exceptions, _HERE]))
    return {"NO_PROXY": text, "no_proxy": text}
