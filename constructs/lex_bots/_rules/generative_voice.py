"""A voice that is not to be had everywhere."""

from collections.abc import Iterator

from lex_bots._model import Bot
from lex_bots._place import Fault
from lex_bots._rules._rule import Rule


class GenerativeVoice(Rule):
    id = "B508"
    text = "The engine is one that every Region with Lex has; generative voices are not in all of them."
    source = "https://docs.aws.amazon.com/polly/latest/dg/generative-voices.html"

    def check(self, bot: Bot) -> Iterator[Fault]:
        if bot.voice.engine == "generative":
            cure = "ask `aws polly describe-voices --language-code ko-KR --engine generative` first, or use neural"
            yield Fault(("voice", "engine"), "'generative' is not in every Region", cure)
