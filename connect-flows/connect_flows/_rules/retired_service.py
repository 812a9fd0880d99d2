"""Services that are no more."""

from collections.abc import Iterator

from connect_flows._place import Fault
from connect_flows._rules._rule import Rule
from connect_flows._view import View

_VOICE_ID_TYPES = ("CheckVoiceId", "StartVoiceIdStream")
_VOICE_ID_PARAMETERS = (
    "IsVoiceIdStreamingEnabled",
    "IsVoiceAuthenticationEnabled",
    "IsFraudDetectionEnabled",
    "VoiceAuthenticationThreshold",
    "VoiceAuthenticationResponseTime",
    "FraudDetectionThreshold",
    "WatchlistId",
)
_VOICE_ID_ENDED = "ended on 2026-05-20"
_LEX_V1_ENDED = "ended on 2025-09-15"


class RetiredService(Rule):
    id = "W519"
    text = "A flow uses no service that has ended: Voice ID, Amazon Lex V1."
    source = (
        "https://docs.aws.amazon.com/connect/latest/adminguide/voiceid-apis.html; "
        "https://docs.aws.amazon.com/lex/latest/dg/guidelines-and-limits.html"
    )

    def check(self, view: View) -> Iterator[Fault]:
        for action, place, _ in view.of(*_VOICE_ID_TYPES):
            problem = f"{action.type} is part of Voice ID, which {_VOICE_ID_ENDED}"
            yield Fault(place / "Type", problem, "leave the action out")
        for action, place, _ in view.of("UpdateContactData"):
            there = [name for name in _VOICE_ID_PARAMETERS if name in action.parameters]
            if there:
                problem = f"{' and '.join(there)} belong to Voice ID, which {_VOICE_ID_ENDED}"
                yield Fault(place / "Parameters", problem, "leave them out")
        for action, place, _ in view.of("ConnectParticipantWithLexBot"):
            if "LexBot" in action.parameters:
                problem = f"is a bot of Amazon Lex V1, which {_LEX_V1_ENDED}"
                yield Fault(place / "Parameters" / "LexBot", problem, "use LexV2Bot")
