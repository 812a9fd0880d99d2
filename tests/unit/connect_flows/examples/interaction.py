"""Actions that reach something outside the flow."""

from collections.abc import Mapping

from tests.unit.connect_flows.examples.example import FLOW, FUNCTION, QUEUE, Examples, example, only, pair

PROFILE = {"ProfileId": "$.Customer.ProfileId"}
ANSWER = ["FirstName", "LastName"]

INTERACTION: Mapping[str, Examples] = {
    "AssociateContactToCustomerProfile": pair(
        example({"ProfileRequestData": {**PROFILE, "ContactId": "$.ContactId"}}),
        example({"ProfileRequestData": {**PROFILE, "ContactId": "$.ContactId"}, "ProfileResponseData": ANSWER}),
    ),
    "CreateCallbackContact": pair(
        example({"InitialCallDelaySeconds": "5", "MaximumConnectionAttempts": "1", "RetryDelaySeconds": "600"}),
        example(
            {
                "QueueId": QUEUE,
                "InitialCallDelaySeconds": "259200",
                "MaximumConnectionAttempts": "0",
                "RetryDelaySeconds": "259200",
                "ContactFlowId": FLOW,
                "CallerId": {"Number": "$.SystemEndpoint.Address"},
            }
        ),
        example(
            {
                "AgentId": "agent",
                "InitialCallDelaySeconds": "1",
                "MaximumConnectionAttempts": "3",
                "RetryDelaySeconds": "1",
            }
        ),
    ),
    "CreateCustomerProfile": pair(
        example({"ProfileRequestData": {"PhoneNumber": "$.CustomerEndpoint.Address"}}),
        example({"ProfileRequestData": {"PhoneNumber": "+821012345678"}, "ProfileResponseData": ANSWER}),
    ),
    "UpdateCustomerProfile": pair(
        example({"ProfileRequestData": {**PROFILE, "FirstName": "길동"}}),
        example({"ProfileRequestData": {**PROFILE, "FirstName": "길동"}, "ProfileResponseData": {"FirstName": "x"}}),
    ),
    "GetCustomerProfile": pair(
        example(
            {"ProfileRequestData": {"PhoneNumber": "$.CustomerEndpoint.Address"}},
            "MultipleFoundError",
            "NoneFoundError",
        ),
        example(
            {
                "ProfileRequestData": {
                    "IdentifierName": "_phone",
                    "IdentifierValue": "$.CustomerEndpoint.Address",
                    "SearchCriteria": [{"KeyName": "_email", "Values": ["a@example.com"]}],
                    "LogicalOperator": "AND",
                },
                "ProfileResponseData": ANSWER,
            },
            "MultipleFoundError",
            "NoneFoundError",
        ),
    ),
    "GetCustomerProfileObject": pair(
        example({"ProfileRequestData": {**PROFILE, "ObjectType": "Asset"}}, "NoneFoundError"),
        example(
            {
                "ProfileRequestData": {
                    **PROFILE,
                    "ObjectType": "Asset",
                    "IdentifierName": "_asset",
                    "IdentifierValue": "1",
                    "UseLatest": "true",
                },
                "ProfileResponseData": ANSWER,
            },
            "NoneFoundError",
        ),
    ),
    "GetCalculatedAttributesForCustomerProfile": pair(
        example({"ProfileRequestData": PROFILE}, "NoneFoundError"),
        example({"ProfileRequestData": PROFILE, "ProfileResponseData": ANSWER}, "NoneFoundError"),
    ),
    "InvokeLambdaFunction": pair(
        example({"LambdaFunctionARN": FUNCTION, "InvocationTimeLimitSeconds": "1"}),
        example(
            {
                "LambdaFunctionARN": "$.Attributes.function",
                "InvocationTimeLimitSeconds": "8",
                "InvocationType": "SYNCHRONOUS",
                "LambdaInvocationAttributes": {"Method": "birth_date", "Answer": "$.StoredCustomerInput"},
                "ResponseValidation": {"ResponseType": "STRING_MAP"},
            }
        ),
    ),
    "EvaluateDataTableValues": only(example({"DataTableId": "table", "Queries": [{"Name": "hours"}]})),
    "ListDataTableValues": only(example({"DataTableId": "table", "PrimaryKeyGroups": []})),
    "UpsertDataTableValues": only(
        example({"LockVersion": {"DataTable": "1"}, "DataTableId": "table", "DataTableUpsertAttributes": []})
    ),
    "LoadContactContent": only(example({"ContentType": "EmailMessage"})),
    "CreatePersistentContactAssociation": only(
        example({"RehydrationType": "FROM_SEGMENT", "SourceContactId": "$.Attributes.before"})
    ),
}
