"""What the next words of the caller answer, remembered as one session attribute between turns."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Asked(StrEnum):
    """What was asked last."""

    MORE = "more"  # whether there is anything else
    PERSON = "person"  # nothing: who has proven to be a customer goes on to a person
    TIME = "time"  # when to call back
    HOUR = "hour"  # at what time on a day that is agreed
    OFFER = "offer"  # whether the nearest open time will do
    PHONE = "phone"  # which number to call back
    READ_BACK = "read_back"  # whether time and number are right
    CHANGE = "change"  # what of them is wrong
    OPEN = "open"  # what to do with the callback that is booked
    CANCEL = "cancel"  # whether to cancel it
    ORDER = "order"  # which order
    TARGET = "target"  # what to cancel
    TOPIC = "topic"  # what the question is about


# How Lex is told to ask for it; MORE asks for an intent, READ_BACK for a confirmation.
SLOTS = {
    Asked.TIME: "CallbackTime",
    Asked.HOUR: "CallbackTime",
    Asked.OFFER: "CallbackTime",
    Asked.CHANGE: "CallbackTime",
    Asked.OPEN: "CallbackTime",
    Asked.CANCEL: "CallbackTime",
    Asked.PHONE: "CallbackPhone",
    Asked.ORDER: "OrderNumber",
    Asked.TARGET: "CancelTarget",
    Asked.TOPIC: "FaqTopic",
}
# Who asks it; MORE and PERSON belong to no intent.
_OF_CALLBACKS = (
    *(Asked.TIME, Asked.HOUR, Asked.OFFER, Asked.PHONE, Asked.READ_BACK, Asked.CHANGE),
    *(Asked.OPEN, Asked.CANCEL),
)
_ASKED_BY = {
    **dict.fromkeys((Asked.MORE, Asked.PERSON), ("",)),
    **dict.fromkeys(_OF_CALLBACKS, ("callback",)),
    Asked.ORDER: ("order_status", "delivery", "refund"),
    Asked.TARGET: ("cancel",),
    Asked.TOPIC: ("faq",),
}


@dataclass(frozen=True, slots=True)
class Expectation:
    """What was asked, by which intent; `about` is what an answer is understood by: a day, times that were offered."""

    asked: Asked
    intent: str = ""
    about: str = ""

    def __str__(self) -> str:
        return "|".join((self.asked.value, self.intent, self.about)).rstrip("|")


def read_expectation(text: str) -> Expectation | None:
    """Return what `str` of an expectation gave, None for nothing and for what is no expectation.

    >>> read_expectation(str(Expectation(Asked.HOUR, "callback", "2026-11-24")))
    Expectation(asked=<Asked.HOUR: 'hour'>, intent='callback', about='2026-11-24')
    >>> read_expectation("no such thing"), read_expectation("hour|faq")
    (None, None)
    """
    asked, _, rest = text.partition("|")
    intent, _, about = rest.partition("|")
    if asked not in set(Asked) or intent not in _ASKED_BY[Asked(asked)]:
        return None
    return Expectation(Asked(asked), intent, about)
