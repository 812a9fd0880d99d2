"""A bot in another language."""

from collections.abc import Iterator

from lex_bots._finding import shown
from lex_bots._model import Bot
from lex_bots._place import Fault
from lex_bots._rules._rule import GUIDE, Rule

KOREAN = "ko_KR"


class KoreanLocale(Rule):
    id = "B101"
    text = "The locale is ko_KR."
    source = f"{GUIDE}/how-languages.html"

    def check(self, bot: Bot) -> Iterator[Fault]:
        if bot.locale != KOREAN:
            yield Fault(("locale",), f"{shown(bot.locale)} is not Korean as Lex spells it", f"write {KOREAN}")
