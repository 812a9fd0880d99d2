"""An app of another team: an instance with a queue, a flow, a function and a bot, from the wheels alone."""

from aws_cdk import App, Stack

from aicc_constructs import (
    ConnectInstance,
    ContactFlow,
    ContactFlowModule,
    HoursOfOperation,
    LexKoreanBot,
    PythonHandler,
    Queue,
    Weekly,
)
from aicc_constructs.assets import asset

app = App()
stack = Stack(app, "CallCentre")
instance = ConnectInstance(stack, "Instance", alias="another-team")
hours = HoursOfOperation(stack, "Hours", instance=instance, name="Business", week=Weekly.weekdays("09:00", "18:00"))
Queue(stack, "General", instance=instance, name="General", hours=hours)
function = PythonHandler(
    stack,
    "AuthenticateCustomer",
    handler="authenticate_customer.handler.handler",
    description="Tells whether a caller is the customer whose number calls",
    environment={"CUSTOMERS_TABLE": "customers", "HASH_KEY_ID": "alias/identity"},
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
answers = PythonHandler(stack, "Answers", handler="fulfill_intent.handler.handler", description="Answers for the bot")
LexKoreanBot(stack, "Bot", code_hook=answers, instance=instance)
app.synth()
