"""Contents of flows as they are read: once for each content."""

import hashlib
from functools import lru_cache

from connect_flows import Flow, parse


@lru_cache(maxsize=512)
def read_content(content: str) -> Flow:
    """The flow in a content. A content that holds none is an `InvalidFlow`."""
    return parse(content, source="content")


def content_sha256(content: str) -> str:
    """The checksum that Connect tells of a content."""
    return hashlib.sha256(content.encode()).hexdigest()
