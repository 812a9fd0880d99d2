"""Finds what a construct needs besides its own code: in the wheel's package data, or in the repository.

The wheel holds copies (see pyproject.toml), so an installed construct never reaches out of its package.
"""

from pathlib import Path

from aicc_constructs.errors import InvalidInput

_PACKAGED = Path(__file__).parent / "_assets"
_REPOSITORY = Path(__file__).parents[2]


def asset(name: str) -> Path:
    """The folder or file of that name, such as "lambda" or "flows/inbound.json".

    Raises:
        InvalidInput: There is none in the package or the repository.

    Example:
        >>> asset("lambda").is_dir()
        True
    """
    for root in (_PACKAGED, _REPOSITORY):
        if (root / name).exists():
            return root / name
    raise InvalidInput(f"asset {name!r}", "is not in the package", "reinstall aicc-constructs, or pass code= or flow=")
