"""Messages that Polly cannot parse, or reads out with their tags."""

from collections.abc import Iterator

from lex_bots._finding import shown
from lex_bots._model import Bot
from lex_bots._place import Fault
from lex_bots._rules._rule import Rule
from lex_bots._ssml import has_tags, is_ssml, parse_ssml
from lex_bots._walk import messages_of


class SsmlForm(Rule):
    id = "B404"
    text = "A message with tags is well-formed XML in <speak>."
    source = "https://docs.aws.amazon.com/polly/latest/dg/ssml.html"

    def check(self, bot: Bot) -> Iterator[Fault]:
        for place, _, text in messages_of(bot):
            if not is_ssml(text):
                if has_tags(text):
                    cure = "write <speak>...</speak> around the whole, or remove them"
                    yield Fault(place, f"{shown(text)} holds tags outside <speak>", cure)
                continue
            ssml = parse_ssml(text)
            if ssml.problem:
                problem = f"{shown(text)} is no well-formed SSML ({ssml.problem})"
                yield Fault(place, problem, "close every tag, write &amp; for & and &lt; for <")
            elif ssml.elements[0][0] != "speak":
                yield Fault(place, f"{shown(text)} begins with <{ssml.elements[0][0]}>", "begin with <speak>")
