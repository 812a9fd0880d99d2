"""Judges the utterances of a bot by each other: what each would be taken for if the bot did not have it.

It shows how far the utterances cover what callers may say, and where two intents come near each other. It is a figure
of the recognizer of the local Lex and not of Lex.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from aicc_local.lex.definition import Locale
from aicc_local.lex.likeness import Sayings, likeness, sayings
from aicc_local.lex.sample_fit import PLACEHOLDER


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """An utterance without itself.

    Attributes:
        said: The utterance, with a value in the place of each slot.
        taken_for: The most likely intent; empty when none reaches the threshold.
        rival: The most likely of the other intents; empty when nothing speaks for any.
        margin: By how much its own intent is more likely than the rival; below zero where it is less likely.
    """

    intent: str
    said: str
    taken_for: str
    rival: str
    margin: float

    @property
    def right(self) -> bool:
        """It is taken for its own intent."""
        return self.taken_for == self.intent


def leave_one_out(locale: Locale) -> Iterator[Judged]:
    """Every utterance of every intent, in their order."""
    of = sayings(locale)
    for each in of:
        for utterance in each.utterances:
            said = _said(each, utterance)
            ranked = likeness(of).ranked(said, without=(each.intent, utterance))
            confidences = dict(ranked)
            best = next((name for name, confidence in ranked if confidence >= locale.threshold), "")
            rival = next((name for name, _ in ranked if name != each.intent), "")
            margin = confidences.get(each.intent, 0.0) - confidences.get(rival, 0.0)
            yield Judged(intent=each.intent, said=said, taken_for=best, rival=rival, margin=margin)


def _said(of: Sayings, utterance: str) -> str:
    values = dict(of.values)
    return PLACEHOLDER.sub(lambda found: next(iter(values.get(found[1], ())), ""), utterance)
