"""Prompts that are read out by the wrong voice."""

from collections.abc import Iterator

from connect_flows._model import Action
from connect_flows._place import Fault
from connect_flows._rules._before_speaking import first_prompt_before
from connect_flows._rules._rule import GUIDE, Rule
from connect_flows._view import View


class VoiceNotSet(Rule):
    id = "W508"
    text = "A flow that may be a contact's first sets a voice before it speaks."
    source = f"{GUIDE}/set-voice.html: the default voice is Joanna"

    def check(self, view: View) -> Iterator[Fault]:
        prompt = first_prompt_before(view, _sets_voice, view.prompts)
        if prompt is not None:
            problem = "is said on a way where no voice is set: Joanna reads it, in American English"
            yield Fault(prompt.place, problem, "set one first: UpdateContactTextToSpeechVoice, such as Seoyeon")


def _sets_voice(action: Action) -> bool:
    return action.type == "UpdateContactTextToSpeechVoice"
