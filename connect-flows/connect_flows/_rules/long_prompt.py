"""Prompts that are longer than what is read out in one go."""

import re
from collections.abc import Iterator

from connect_flows._place import Fault
from connect_flows._rules._rule import Rule
from connect_flows._view import View

LONGEST_SPOKEN = 3_000
_LONGEST_TAKEN = 6_000
_TAG = re.compile(r"<[^<>]*>")


class LongPrompt(Rule):
    id = "W510"
    text = f"No prompt has more than {LONGEST_SPOKEN:,} characters to be spoken; the tags of SSML do not count."
    source = "https://docs.aws.amazon.com/polly/latest/dg/limits.html: 6,000 characters, of which 3,000 are billed"

    def check(self, view: View) -> Iterator[Fault]:
        for prompt in view.prompts:
            if LONGEST_SPOKEN < len(prompt.text) <= _LONGEST_TAKEN:  # value_size tells of what is longer
                spoken = len(_TAG.sub("", prompt.text)) if prompt.kind == "SSML" else len(prompt.text)
                if spoken > LONGEST_SPOKEN:
                    yield Fault(prompt.place, f"has {spoken:,} characters to be spoken", "split it, or say less")
