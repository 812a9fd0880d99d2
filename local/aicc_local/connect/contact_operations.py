"""The API operations on contacts, agents, and what contacts may use: name to function."""

from collections.abc import Callable, Mapping
from typing import Any

from aicc_local.connect.association_operations import (
    associate_bot,
    associate_lambda_function,
    disassociate_bot,
    disassociate_lambda_function,
)
from aicc_local.connect.contacts.agent_operations import get_current_user_data, put_user_status
from aicc_local.connect.contacts.current_metrics import get_current_metric_data
from aicc_local.connect.contacts.record_operations import (
    describe_contact,
    get_contact_attributes,
    list_contact_references,
    stop_contact,
    update_contact,
    update_contact_attributes,
)
from aicc_local.connect.contacts.search import search_contacts
from aicc_local.connect.contacts.text_operations import start_chat_contact, start_task_contact
from aicc_local.connect.contacts.voice_operations import start_outbound_voice_contact
from aicc_local.local_aws import LocalAws

CONTACT_OPERATIONS: dict[str, Callable[[LocalAws, Mapping[str, Any]], Mapping[str, Any]]] = {
    "AssociateBot": associate_bot,
    "AssociateLambdaFunction": associate_lambda_function,
    "DescribeContact": describe_contact,
    "DisassociateBot": disassociate_bot,
    "DisassociateLambdaFunction": disassociate_lambda_function,
    "GetContactAttributes": get_contact_attributes,
    "GetCurrentMetricData": get_current_metric_data,
    "GetCurrentUserData": get_current_user_data,
    "ListContactReferences": list_contact_references,
    "PutUserStatus": put_user_status,
    "SearchContacts": search_contacts,
    "StartChatContact": start_chat_contact,
    "StartOutboundVoiceContact": start_outbound_voice_contact,
    "StartTaskContact": start_task_contact,
    "StopContact": stop_contact,
    "UpdateContact": update_contact,
    "UpdateContactAttributes": update_contact_attributes,
}
