"""What a rule is."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import ClassVar

from lex_bots._finding import Severity
from lex_bots._model import Bot
from lex_bots._place import Fault

QUOTAS = "https://docs.aws.amazon.com/lexv2/latest/dg/quotas.html"
API = "https://docs.aws.amazon.com/lexv2/latest/APIReference"
GUIDE = "https://docs.aws.amazon.com/lexv2/latest/dg"


class Rule(ABC):
    """One thing that a bot must, or had better, be.

    `id`: B and a number; those from B500 on are warnings. `text`: the rule in one line. `source`: where that is written
    or was seen.
    """

    id: ClassVar[str]
    text: ClassVar[str]
    source: ClassVar[str]

    @property
    def severity(self) -> Severity:
        """Whether Lex refuses a bot that breaks it, or the bot fails in Korean; or it merely had better not."""
        return Severity.WARNING if self.id >= "B500" else Severity.ERROR

    @abstractmethod
    def check(self, bot: Bot) -> Iterator[Fault]:
        """Where the bot breaks the rule."""
