"""The floor of a synth: an app with one resource that does nothing, since an empty stack is refused; the same packs."""

import aws_cdk as cdk
from cdk_nag import AwsSolutionsChecks, ServerlessChecks

app = cdk.App()
cdk.CfnWaitConditionHandle(cdk.Stack(app, "Empty"), "Nothing")
cdk.Validations.of(app).add_plugins(AwsSolutionsChecks(write_suppressions_to_cloud_formation=True), ServerlessChecks())
app.synth()
