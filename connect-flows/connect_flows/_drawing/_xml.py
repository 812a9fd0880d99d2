"""Text as XML can hold it. What a flow says is somebody else's: all of it goes through here."""

import re

# XML has no way to write these, not even as references.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_REFERENCES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
)


def escaped(text: str) -> str:
    """A text for an element or, between double quotes, for an attribute.

    >>> escaped('</style> & "quotes"')
    '&lt;/style&gt; &amp; &quot;quotes&quot;'
    """
    return _NOT_XML.sub("\ufffd", text).translate(_REFERENCES)


def element(name: str, content: str = "", /, **attributes: str | float) -> str:
    """An element; its content is XML already, its attributes are not. An underscore in a name is a hyphen."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escaped(_number(value))}"' for key, value in attributes.items()
    )
    return f"<{name}{written}>{content}</{name}>" if content else f"<{name}{written}/>"


def _number(value: str | float) -> str:
    return value if isinstance(value, str) else str(round(value, 1))
