"""Times to listen that Lex or Connect refuses."""

from collections.abc import Iterator

from lex_bots._model import Bot
from lex_bots._place import Fault
from lex_bots._rules._rule import API, Rule
from lex_bots._walk import prompts_of

_LONGEST_MS = 15_000


class AudioTimeouts(Rule):
    id = "B408"
    text = "A prompt waits 1 ms or more, and takes at most 15,000 ms of speech: above, Connect takes the Error branch."
    source = (
        f"{API}/API_AudioSpecification.html; "
        "https://docs.aws.amazon.com/connect/latest/adminguide/get-customer-input.html"
    )

    def check(self, bot: Bot) -> Iterator[Fault]:
        for place, _, prompt in prompts_of(bot):
            audio = prompt.audio
            if audio is None:
                continue
            times = {
                "start_timeout_ms": (audio.start_timeout_ms, 4000),
                "max_length_ms": (audio.max_length_ms, 12_000),
                "end_timeout_ms": (audio.end_timeout_ms, 800),
            }
            for name, (time, usual) in times.items():
                if time < 1:
                    yield Fault((*place, "audio", name), f"{time} ms is no time", f"write {usual}")
            if audio.max_length_ms > _LONGEST_MS:
                problem = f"{audio.max_length_ms} ms is more than Connect takes"
                yield Fault((*place, "audio", "max_length_ms"), problem, f"use at most {_LONGEST_MS}")
