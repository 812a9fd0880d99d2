"""JSONPaths into nothing."""

from collections.abc import Iterator
from difflib import get_close_matches

from connect_flows._place import Fault
from connect_flows._rules._rule import GUIDE, Rule
from connect_flows._view import View

_WORDS = """
    AdditionalEmailRecipients Agent AppleBusinessChat Attributes AwsRegion CallbackNumber Campaign Case Channel
    ChatMessage ContactId ConversationMetadata Customer CustomerEndpoint CustomerId DataTables Description
    EmailMessage External FlowAttributes InitialContactId InitiationMethod InstanceARN LanguageCode Lex Loop Media
    MediaStreams Metrics Modules Name PreviousContactId QuickConnect Queue References RelatedContactId
    SegmentAttributes StoredCustomerInput SystemEndpoint Tags Task TextToSpeechVoiceId Transcripts Views VoiceId
    Wisdom
"""
ROOTS = frozenset(_WORDS.split())
"""Where a JSONPath may begin: what the guide lists, and what was seen in flows."""

_PERHAPS = frozenset({"CustomerCallbackNumber"})

_MEANT = {"CustomerInput": "StoredCustomerInput", "StoredInput": "StoredCustomerInput"}
_ALIKE = 0.6


class UnknownReference(Rule):
    id = "W518"
    text = "A JSONPath begins with something that a contact has."
    source = f"{GUIDE}/connect-attrib-list.html"

    def check(self, view: View) -> Iterator[Fault]:
        for reference in view.references:
            if reference.root not in ROOTS and reference.root not in _PERHAPS:
                problem = f"reads {reference.text}, and a contact has no {reference.root}"
                yield Fault(reference.place, problem, _cure(reference.root))


def _cure(wrong: str) -> str:
    same = next((root for root in ROOTS if root.casefold() == wrong.casefold()), None)
    meant = same or _MEANT.get(wrong) or next(iter(get_close_matches(wrong, ROOTS, 1, _ALIKE)), None)
    return f"read $.{meant}" if meant else f"read $.Attributes.{wrong} if it is an attribute of the contact"
