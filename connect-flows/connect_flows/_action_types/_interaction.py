"""Actions that reach something outside the flow: functions, profiles, data tables, callbacks.

Source: https://docs.aws.amazon.com/connect/latest/devguide/interactions.html, corrected by what CreateContactFlow was
seen to take and refuse.
"""

from collections.abc import Mapping

from connect_flows._action_types._action_type import INTERACTIVE, NO_MATCH, ActionType, Group, errors
from connect_flows._action_types._values import ANYTHING, Anything, Choice, Integer, List, Map, Object, Text, Whole

_PROFILE = Object(open=True)
# The page of AWS shows an object, exports of the console hold lists.
_ANSWER = {"ProfileResponseData": Anything((list, dict))}
_BOOLEAN = Choice(("true", "false"))
_NONE_FOUND = errors(NO_MATCH, "NoneFoundError")

INTERACTION: Mapping[str, ActionType] = {
    "AssociateContactToCustomerProfile": ActionType(
        required={"ProfileRequestData": Object({"ProfileId": Text(), "ContactId": Text()}, open=True)}, optional=_ANSWER
    ),
    "CreateCallbackContact": ActionType(
        required={
            "InitialCallDelaySeconds": Integer(1, 259_200, static=True),
            "MaximumConnectionAttempts": Integer(0),
            "RetryDelaySeconds": Integer(1, 259_200, static=True),
        },
        optional={"QueueId": Whole(), "AgentId": Whole(), "ContactFlowId": Whole(), "CallerId": Anything((str, dict))},
        groups=(Group(("QueueId", "AgentId"), most=1),),
        flow_types=INTERACTIVE,
    ),
    "CreateCustomerProfile": ActionType(required={"ProfileRequestData": _PROFILE}, optional=_ANSWER),
    "UpdateCustomerProfile": ActionType(required={"ProfileRequestData": _PROFILE}, optional=_ANSWER),
    "GetCustomerProfile": ActionType(
        required={
            "ProfileRequestData": Object(
                optional={
                    "IdentifierName": Text(),
                    "IdentifierValue": Text(),
                    "SearchCriteria": List(most=5),
                    "LogicalOperator": Choice(("AND", "OR")),
                },
                open=True,
            )
        },
        optional=_ANSWER,
        errors=errors(NO_MATCH, "MultipleFoundError", "NoneFoundError"),
    ),
    "GetCustomerProfileObject": ActionType(
        required={
            "ProfileRequestData": Object(
                {"ProfileId": Text(), "ObjectType": Text()},
                {"IdentifierName": Text(), "IdentifierValue": Text(), "UseLatest": _BOOLEAN},
                open=True,
            )
        },
        optional=_ANSWER,
        errors=_NONE_FOUND,
    ),
    "GetCalculatedAttributesForCustomerProfile": ActionType(
        required={"ProfileRequestData": Object({"ProfileId": Text()}, open=True)}, optional=_ANSWER, errors=_NONE_FOUND
    ),
    "InvokeLambdaFunction": ActionType(
        required={"LambdaFunctionARN": Text(), "InvocationTimeLimitSeconds": Integer(1, 8, static=True)},
        optional={
            "InvocationType": Choice(("SYNCHRONOUS", "ASYNCHRONOUS")),
            "LambdaInvocationAttributes": Map(ANYTHING),
            "ResponseValidation": Object({"ResponseType": Choice(("STRING_MAP", "JSON"))}),
        },
    ),
    "EvaluateDataTableValues": ActionType(required={"DataTableId": Text(), "Queries": List()}, known=False),
    "ListDataTableValues": ActionType(required={"DataTableId": Text(), "PrimaryKeyGroups": List()}, known=False),
    "UpsertDataTableValues": ActionType(
        required={"LockVersion": Object(open=True), "DataTableId": Text(), "DataTableUpsertAttributes": List()},
        known=False,
    ),
    "LoadContactContent": ActionType(required={"ContentType": Text()}, known=False),
    "CreatePersistentContactAssociation": ActionType(
        required={"RehydrationType": Text(), "SourceContactId": Text()}, known=False
    ),
}
