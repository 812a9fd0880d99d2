"""The words of a contact-centre designer for what a flow says: names of blocks, labels of branches, details.

The English names are those of the console of Amazon Connect; the Korean ones are those of its Korean pages where these
read naturally.
"""

from connect_flows._blocks._branches import Branch, Branching, branches_of, error_order
from connect_flows._blocks._details import details_of
from connect_flows._blocks._displayed import displayed_names
from connect_flows._blocks._names import NAMED_TYPES, BlockName, Category, name_of
from connect_flows._blocks._wording import Wording

__all__ = [
    "NAMED_TYPES",
    "BlockName",
    "Branch",
    "Branching",
    "Category",
    "Wording",
    "branches_of",
    "details_of",
    "displayed_names",
    "error_order",
    "name_of",
]
