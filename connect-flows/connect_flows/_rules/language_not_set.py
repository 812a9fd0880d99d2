"""Prompts in a language that the contact does not have yet."""

from collections.abc import Iterator

from connect_flows._model import Action
from connect_flows._place import Fault
from connect_flows._rules._before_speaking import first_prompt_before
from connect_flows._rules._rule import GUIDE, Rule
from connect_flows._view import View


class LanguageNotSet(Rule):
    id = "W507"
    text = "A flow that may be a contact's first sets LanguageCode before it speaks."
    source = f"{GUIDE}/set-voice.html: a Lex V2 bot of another language than the contact's fails"

    def check(self, view: View) -> Iterator[Fault]:
        prompt = first_prompt_before(view, _sets_language, view.prompts)
        if prompt is not None:
            problem = "is said on a way where no LanguageCode is set: bots and analytics do not know it"
            yield Fault(prompt.place, problem, "set it first: UpdateContactData with LanguageCode, such as ko-KR")


def _sets_language(action: Action) -> bool:
    return action.type == "UpdateContactData" and "LanguageCode" in action.parameters
