"""What callers hear: polite Korean in short sentences that Seoyeon can read."""

import re
from collections.abc import Iterator

from connect_flows import Flow

REFERENCE = re.compile(r"\$\.[A-Za-z_]+(?:\.[A-Za-z_]+)*")
POLITE_ENDINGS = ("니다", "니까", "십시오")
# Only a question may end in a softer way, which is how people ask on the telephone.
POLITE_QUESTIONS = ("니까", "까요")


def prompts_of(flow: Flow) -> Iterator[str]:
    for action in flow.actions:
        messages = action.parameters.get("Messages", [])
        assert isinstance(messages, list)
        for holder in [action.parameters, *messages]:
            yield from (str(holder[key]) for key in ("Text", "SSML") if key in holder)


def spoken(prompt: str) -> str:
    return re.sub("<[^>]+>", " ", prompt).strip()


def test_no_prompt_is_longer_than_connect_takes(flow: Flow) -> None:
    assert all(len(prompt) <= 3000 for prompt in prompts_of(flow))


def test_every_sentence_is_polite(flow: Flow) -> None:
    for prompt in prompts_of(flow):
        for sentence in re.split(r"(?<=[.?!])\s+", spoken(prompt)):
            if not REFERENCE.fullmatch(sentence):
                endings = POLITE_QUESTIONS if sentence.endswith("?") else POLITE_ENDINGS
                assert sentence[:-1].endswith(endings), sentence
                assert sentence.endswith((".", "?")), sentence


def test_no_sentence_is_too_long_to_follow(flow: Flow) -> None:
    for prompt in prompts_of(flow):
        assert all(len(sentence) <= 80 for sentence in re.split(r"(?<=[.?])\s+", spoken(prompt))), prompt


def test_no_letter_touches_a_reference(flow: Flow) -> None:
    # Connect reads on to the end of the name, and Hangul may belong to a name.
    for prompt in prompts_of(flow):
        for match in REFERENCE.finditer(prompt):
            assert prompt[match.end() : match.end() + 1] in ("", " "), prompt


def test_a_reference_never_stands_alone(flow: Flow) -> None:
    # A prompt whose text turns out empty is an error; with words of its own it is not.
    assert not [prompt for prompt in prompts_of(flow) if REFERENCE.fullmatch(prompt)]


def test_holds_nothing_that_a_voice_stumbles_over(flow: Flow) -> None:
    for prompt in prompts_of(flow):
        words = REFERENCE.sub("", re.sub(r"\$\{text\.[a-z_]+\}", "", spoken(prompt)))
        assert not re.search(r"[A-Za-z*#~/()]", words), prompt


def test_ssml_is_one_speak_element(flow: Flow) -> None:
    for prompt in prompts_of(flow):
        if "<" in prompt:
            assert re.fullmatch(r'<speak>[^<]*(<break time="([1-9]|10)s"/>)+</speak>', prompt), prompt
