"""An app of another team: an instance with a queue, a flow and a function, from the wheels alone."""

from aws_cdk import App, Stack
from aws_cdk.aws_kms import Key

from aicc_constructs import (
    ConnectInstance,
    ContactFlow,
    ContactFlowModule,
    HoursOfOperation,
    PythonHandler,
    Queue,
    Weekly,
)
from aicc_constructs.assets import asset

app = App()
stack = Stack(app, "CallCentre")
key = Key(stack, "Key", enable_key_rotation=True)
instance = ConnectInstance(stack, "Instance", alias="another-team")
hours = HoursOfOperation(stack, "Hours", instance=instance, name="Business", week=Weekly.weekdays("09:00", "18:00"))
Queue(stack, "General", instance=instance, name="General", hours=hours)
function = PythonHandler(
    stack,
    "AuthenticateCustomer",
    handler="authenticate_customer.handler.handler",
    description="Tells whether a caller is the customer whose number calls",
    environment={"CUSTOMERS_TABLE": "customers", "HASH_KEY_ID": key.key_arn},
)
instance.associate_function("Authenticate", function)
ContactFlow(stack, "Hold", instance=instance, flow=asset("flows/customer_hold.json"))
ContactFlowModule(
    stack,
    "Authenticate",
    instance=instance,
    flow=asset("flows/modules/authenticate.json"),
    values={"function.authenticate_customer": function},
)
app.synth()
