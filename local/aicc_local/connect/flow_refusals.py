"""Which rules of `connect_flows` stand for a refusal by Connect, and with which text.

The words of some refusals are not known, only that Connect refuses; the general texts stand for them: E101, E102, E103,
E105, E106, E401, and the conditions of other actions than Compare.
"""

from collections.abc import Callable, Iterator, Mapping

from aicc_local.connect import flow_problem_texts as texts
from aicc_local.connect.flow_broken_rule import BrokenRule

Teller = Callable[[BrokenRule], Iterator[str]]

PROBLEM_TEXTS: Mapping[str, Teller] = {
    "E001": texts.refused_document,
    "E002": texts.refused_document,
    "E101": texts.refused_document,
    "E102": texts.unknown_member,
    "E103": texts.refused_document,
    "E105": texts.refused_value,
    "E106": texts.refused_value,
    "E107": texts.missing_target,
    "E108": texts.refused_settings,
    "E201": texts.refused_type,
    "E202": texts.refused_name,
    "E203": texts.missing_property,
    "E204": texts.empty_value,
    "E205": texts.refused_kind,
    "E206": texts.refused_value,
    "E207": texts.refused_value,
    "E208": texts.refused_size,
    "E209": texts.refused_value,
    "E210": texts.parameter_groups,
    "E211": texts.looped_message,
    "E212": texts.asked_input,
    "E213": texts.missing_property,
    "E214": texts.refused_id,
    "E215": texts.refused_value,
    "E216": texts.refused_id,
    "E217": texts.refused_value,
    "E301": texts.no_transitions,
    "E302": texts.missing_property,
    "E303": texts.missing_error,
    "E304": texts.refused_error,
    "E305": texts.no_conditions,
    "E306": texts.refused_condition,
    "E307": texts.refused_branch,
    "E308": texts.refused_condition,
    "E309": texts.refused_branch,
    "E310": texts.refused_condition,
    "E401": texts.refused_type,
    "E403": texts.third_party_error,
    "W520": texts.disputed_fact,
}

NOT_REFUSED: Mapping[str, str] = {
    "E003": "placeholders are filled in before; what is left over is refused where it stands",
    "E004": "bindings are files beside a flow",
    "E005": "bindings are files beside a flow",
    "E006": "contracts of functions are files beside a flow",
    "E104": "a content that is too long is an invalid parameter, before it is read",
    "E402": "a flow of the service has a type",
    "E601": "whether a resource is there is looked up",
    "E602": "a name that is taken is a DuplicateResourceException, whatever the content says",
    "E603": "flows that exist may name one another; only a template cannot create them so",
    "E604": "how deep modules nest is looked up",
}
"""Rules whose breach is no problem of a content, and why."""
