"""Composes one environment: `cdk deploy --context env=prod`."""

import gc

# A synth is one short process: looking for garbage would take it a tenth longer.
gc.disable()

import sys

import aws_cdk as cdk
from cdk_nag import AwsSolutionsChecks, NIST80053R5Checks, ServerlessChecks

from aicc_constructs import InvalidInput
from connect_flows import FlowError
from lex_bots import InvalidBot
from stacks.contact_center import ContactCenterStack
from stacks.settings import SettingsError, load_settings


def main() -> None:
    app = cdk.App()
    settings = load_settings(app.node.try_get_context("env"))
    ContactCenterStack(app, f"ContactCenter-{settings.environment}", settings=settings)
    checks = [AwsSolutionsChecks(write_suppressions_to_cloud_formation=True), ServerlessChecks()]
    if settings.checks.nist_800_53_r5:
        checks.append(NIST80053R5Checks())
    cdk.Validations.of(app).add_plugins(*checks)
    app.synth()


if __name__ == "__main__":
    try:
        main()
    except (SettingsError, InvalidInput, FlowError, InvalidBot) as error:
        sys.exit(str(error))
    finally:
        # The interpreter looks once more when it ends, and need not.
        gc.freeze()
