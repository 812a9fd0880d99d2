"""What this package raises: `InvalidBot`, a `ValueError`."""

from collections.abc import Iterable

from lex_bots._finding import Finding


class InvalidBot(ValueError):
    """The file holds no bot. The message has one line per finding.

    >>> from lex_bots import parse_bot
    >>> try:
    ...     parse_bot("[]", source="shop.yaml")
    ... except InvalidBot as error:
    ...     print(error)
    shop.yaml:1: document: is a list, not a mapping; write `key: value` lines [B005]
    """

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n".join(str(finding) for finding in self.findings))
