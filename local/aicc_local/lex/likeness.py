"""How like the utterances of each intent a text is: the emulator's guess at what Lex makes of it.

Everything comes from the bot's own utterances. A run of letters speaks for an intent as far as it is more common among
its utterances than among the others (the logarithm of that ratio, as in naive Bayes): the endings that all share say
nothing, the words that only one has say much. Longer runs hold the shorter ones, so of those that begin at one place
only the most telling counts, and it counts squared, lest a long ending outweigh the word before it. The confidence has
three parts:

    6/10  how much the runs speak for the intent, for the length of the text
    2/10  how much of the text the utterances of the intent hold, rare runs counting more
    2/10  how many of the words begin as something that any utterance holds; "영화" and "날씨" are none of a shop's

The shares were set on sentences apart from the utterances, so that Lex's usual threshold of 0.4 divides well there.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from aicc_local.lex.definition import Intent, Locale
from aicc_local.lex.letters import GAP, beginnings, joined, runs, short_runs, without_figures, words
from aicc_local.lex.sample_fit import PLACEHOLDER

_EVIDENCE, _COVERAGE, _KNOWN_WORDS = 0.6, 0.2, 0.2
# A run that no other intent has is still taken to turn up in this share of its utterances.
_UNSEEN = 0.0003
# Evidence of this size is worth 1 - 1/e. Long texts hold more runs, and short ones are easily held whole.
_MUCH = 63.0
_SHORT = 6
_NOTHING = 1e-6


@dataclass(frozen=True, slots=True)
class Sayings:
    """What a bot can tell an intent by: hashable, so that the tables made of it can be kept.

    Attributes:
        values: Of each slot, by its name: what it may hold, where the bot lists that.
    """

    intent: str
    utterances: tuple[str, ...]
    values: tuple[tuple[str, tuple[str, ...]], ...]


def sayings(locale: Locale) -> tuple[Sayings, ...]:
    """Those of all intents with utterances."""
    spoken = (intent for intent in locale.intents if intent.utterances)
    return tuple(Sayings(intent.name, intent.utterances, _values(locale, intent)) for intent in spoken)


@lru_cache(maxsize=8)
def likeness(of: tuple[Sayings, ...]) -> "Likeness":
    """The tables of a bot; made once."""
    return Likeness(of)


class Likeness:
    """How often each run is in the utterances of each intent."""

    def __init__(self, of: tuple[Sayings, ...]) -> None:
        self._intents = [each.intent for each in of]
        self._values = [dict(each.values) for each in of]
        self._sizes = [len(each.utterances) for each in of]
        self._counts: dict[str, list[float]] = defaultdict(lambda: [0.0] * len(of))
        for place, each in enumerate(of):
            for utterance in each.utterances:
                for run, weight in self._weights(place, utterance).items():
                    self._counts[run][place] += weight
        self._counts.default_factory = None
        self._nowhere = [0.0] * len(of)
        self._whole = _Tables(lambda run: self._counts.get(run, self._nowhere), self._sizes)

    def ranked(self, text: str, *, without: tuple[str, str] | None = None) -> list[tuple[str, float]]:
        """The intents that anything speaks for, each with the confidence (0 to 1), the most likely first.

        Args:
            text: What was said.
            without: An intent and an utterance of it; the text is judged as if the bot did not have it.
        """
        letters = without_figures(joined(text))
        if not any(each.isalpha() for each in letters):
            return []
        tables = self._whole if without is None else self._leaving_out(*without)
        evidence = self._evidence(tables, letters)
        weights = [(tables.rarity(run), tables.counts(run)) for run in short_runs(letters)]
        heads = [without_figures(word[:2]) for word in words(text)]
        known = sum(tables.is_known(head) for head in heads) / len(heads)
        found = [
            (intent, _confidence(evidence[place] / math.sqrt(len(letters) + _SHORT), _covered(weights, place), known))
            for place, intent in enumerate(self._intents)
            if evidence[place] > 0
        ]
        return sorted(found, key=lambda each: -each[1])

    def _evidence(self, tables: "_Tables", letters: str) -> Sequence[float]:
        evidence = list(self._nowhere)
        for worth, begun in beginnings(letters):
            speaking = [found for run in begun if (found := tables.evidence(run))]
            for place, best in enumerate(map(max, zip(*speaking, strict=True))):
                evidence[place] += worth * best * best
        return evidence

    def _weights(self, place: int, utterance: str) -> dict[str, float]:
        """The runs of an utterance; those of what a slot may hold count as often as each of its values is said."""
        weights: dict[str, float] = defaultdict(float)
        for name in PLACEHOLDER.findall(utterance):
            values = self._values[place].get(name, ())
            for value in values:
                for run in runs(GAP + without_figures(joined(value)) + GAP):
                    weights[run] += 1 / len(values)
        parts = [joined(part) for part in PLACEHOLDER.sub(GAP, utterance).split(GAP)]
        for run in runs(without_figures(GAP.join(parts))):
            weights[run] = 1.0
        return {run: min(weight, 1.0) for run, weight in weights.items()}

    def _leaving_out(self, intent: str, utterance: str) -> "_Tables":
        place = self._intents.index(intent)
        gone = self._weights(place, utterance)

        def counts(run: str) -> Sequence[float]:
            kept = list(self._counts.get(run, self._nowhere))
            kept[place] = max(0.0, kept[place] - gone.get(run, 0.0))
            return kept

        sizes = [size - (each == place) for each, size in enumerate(self._sizes)]
        return _Tables(counts, sizes)


class _Tables:
    """What the counts say of a run."""

    def __init__(self, counts: Callable[[str], Sequence[float]], sizes: Sequence[int]) -> None:
        self.counts = counts
        self._sizes = sizes
        self._all = sum(sizes)
        self._evidence: dict[str, Sequence[float]] = {}

    def is_known(self, run: str) -> bool:
        """Any utterance holds it."""
        return sum(self.counts(run)) > _NOTHING

    def rarity(self, run: str) -> float:
        """How much it tells that a text holds it."""
        return math.log((self._all + 1) / (sum(self.counts(run)) + 0.5))

    def evidence(self, run: str) -> Sequence[float]:
        """How much it speaks for each intent, nothing being against any; empty for what no utterance holds."""
        if run not in self._evidence and self.is_known(run):
            self._evidence[run] = self._speaks_for(run)
        return self._evidence.get(run, ())

    def _speaks_for(self, run: str) -> Sequence[float]:
        counts = self.counts(run)
        total = sum(counts)
        return [
            max(0.0, math.log((_share(count, size) + _UNSEEN) / (_share(total - count, self._all - size) + _UNSEEN)))
            for count, size in zip(counts, self._sizes, strict=True)
        ]


def _share(count: float, size: int) -> float:
    return count / size if size else 0.0


def _covered(weights: Sequence[tuple[float, Sequence[float]]], place: int) -> float:
    whole = sum(weight for weight, _ in weights)
    return sum(weight for weight, counts in weights if counts[place] > _NOTHING) / whole


def _confidence(evidence: float, covered: float, known: float) -> float:
    return _EVIDENCE * (1 - math.exp(-evidence / _MUCH)) + _COVERAGE * covered + _KNOWN_WORDS * known


def _values(locale: Locale, intent: Intent) -> tuple[tuple[str, tuple[str, ...]], ...]:
    listed = []
    for slot in intent.slots:
        slot_type = locale.slot_type(slot.type_name)
        if slot_type is not None:
            said = tuple(each for value, synonyms in slot_type.values for each in (value, *synonyms))
            listed.append((slot.name, said))
    return tuple(listed)
