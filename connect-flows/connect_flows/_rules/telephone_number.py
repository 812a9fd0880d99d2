"""Fixed numbers that nobody can call."""

import re
from collections.abc import Iterator

from connect_flows._finding import shown
from connect_flows._place import Fault
from connect_flows._resources import is_fixed
from connect_flows._rules._rule import REFUSAL, Rule
from connect_flows._view import View

_E164 = re.compile(r"\+[1-9][0-9]{1,14}\Z")


class TelephoneNumber(Rule):
    id = "E217"
    text = "A fixed number to transfer a caller to is in E.164: + and 2 to 15 digits."
    source = f"{REFUSAL}: Invalid Action property value; fixed numbers are checked"

    def check(self, view: View) -> Iterator[Fault]:
        for action, place, _ in view.of("TransferParticipantToThirdParty"):
            number = action.parameters.get("ThirdPartyPhoneNumber")
            if isinstance(number, str) and is_fixed(number) and not _E164.match(number):
                at = place / "Parameters" / "ThirdPartyPhoneNumber"
                yield Fault(at, f"{shown(number)} is no number in E.164", "write one such as +82215880000")
