"""The floor of a synth: an app with one empty stack, checked by the same packs."""

import aws_cdk as cdk
from cdk_nag import AwsSolutionsChecks, ServerlessChecks

app = cdk.App()
cdk.Stack(app, "Empty")
cdk.Validations.of(app).add_plugins(AwsSolutionsChecks(write_suppressions_to_cloud_formation=True), ServerlessChecks())
app.synth()
