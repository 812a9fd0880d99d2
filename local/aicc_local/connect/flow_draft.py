"""The two states of a flow or module: what is published, which contacts run through, and what is saved, `$SAVED`.

A flow that was only ever saved has no published content; `Content` is then the saved one.
"""

from aicc_local.store import Record

_SAVED = "saved_content"
_STATUS = "status"


def is_published(record: Record) -> bool:
    """Whether contacts can run through it."""
    return bool(record.links.get(_STATUS, "PUBLISHED") == "PUBLISHED")


def saved_content(record: Record) -> str:
    """What `$SAVED` describes: the draft, or what is published if nothing was saved since."""
    return str(record.links.get(_SAVED, record.properties["Content"]))


def status(record: Record, *, is_saved: bool = False) -> str:
    """PUBLISHED or SAVED; of what `$SAVED` describes with `is_saved`."""
    if is_saved and _SAVED in record.links:
        return "SAVED"
    return "PUBLISHED" if is_published(record) else "SAVED"


def never_published(record: Record) -> None:
    """It was made with the status SAVED."""
    record.links[_STATUS] = "SAVED"


def save(record: Record, content: str) -> None:
    """Keep a draft, which nothing judges."""
    if is_published(record):
        record.links[_SAVED] = content
    else:
        record.properties = {**record.properties, "Content": content}


def published(record: Record) -> None:
    """Its `Content` is published now, and nothing is saved beside it."""
    record.links.pop(_SAVED, None)
    record.links.pop(_STATUS, None)
