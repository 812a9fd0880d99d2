"""Intents that Lex refuses."""

from collections.abc import Iterator

from aicc_local.lex.build.problem import Problem
from aicc_local.lex.definition import FALLBACK, Locale

# https://docs.aws.amazon.com/lexv2/latest/dg/built-in-intents.html
_BUILT_IN = frozenset(
    f"AMAZON.{name}Intent"
    for name in (
        *("BedrockAgent", "Cancel", "Fallback", "Help", "KendraSearch", "Pause", "QInConnect", "QnA", "Repeat"),
        *("Resume", "StartOver", "Stop"),
    )
)
_WITH_UTTERANCES = frozenset({"AMAZON.BedrockAgentIntent", "AMAZON.QInConnectIntent", "AMAZON.QnAIntent"})


def no_fallback(locale: Locale) -> Iterator[Problem]:
    """ "You must configure an AMAZON.FallbackIntent" (CloudFormation, BotLocale)."""
    if locale.fallback is None:
        yield Problem(locale.id, f"You must configure an {FALLBACK}")


def nothing_to_say(locale: Locale) -> Iterator[Problem]:
    """A locale that no caller can start anything in."""
    own = [intent for intent in locale.intents if not intent.parent]
    if not own:
        yield Problem(locale.id, "There must be at least one intent besides the built-in ones")
    elif not any(intent.utterances for intent in own):
        yield Problem(locale.id, "At least one intent must have sample utterances")


def taken_names(locale: Locale) -> Iterator[Problem]:
    """ "Intent names must be unique in the locale and cannot match the name of any built-in intent"."""
    built_in = {name.removeprefix("AMAZON.").casefold(): name for name in _BUILT_IN}
    names = [intent.name for intent in locale.intents]
    for intent in locale.intents:
        reserved = built_in.get(intent.name.casefold())
        if reserved and intent.parent != reserved:
            # The words are Lex's.
            message = "The specified intent name conflicts with a built-in intent name. Please use a different name."
            yield Problem(f"{locale.id}/{intent.name}", message)
    for name in sorted({name for name in names if names.count(name) > 1}):
        yield Problem(locale.id, f"There are two intents with the name {name}")


def built_in_intents(locale: Locale) -> Iterator[Problem]:
    """Built-in intents have utterances of their own and no slots; the fallback has no confirmation either."""
    for intent in locale.intents:
        place = f"{locale.id}/{intent.name}"
        if not intent.parent:
            continue
        if intent.parent not in _BUILT_IN:
            yield Problem(place, f"There is no built-in intent {intent.parent}")
        if intent.parent == "AMAZON.KendraSearchIntent" and locale.id != "en_US":
            yield Problem(place, f"{intent.parent} is not available in {locale.id}")
        if intent.utterances and intent.parent not in _WITH_UTTERANCES:
            yield Problem(place, f"You can't add utterances to {intent.parent}")
        if intent.slots:
            yield Problem(place, f"You can't add slots to {intent.parent}")
        if intent.parent == FALLBACK and "IntentConfirmationSetting" in intent.properties:
            yield Problem(place, f"You can't add a confirmation prompt to {FALLBACK}")
