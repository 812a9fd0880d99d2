"""The identity provider's SAML metadata: what IAM would refuse at deploy is refused here.

IAM's CreateSAMLProvider takes 1,000 to 10,000,000 characters of well-formed XML with the provider's description, its
signing certificate and where to sign in.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from stacks.settings.errors import Problem, show

if TYPE_CHECKING:
    from stacks.settings.identity import Identity

_SHORTEST, _LONGEST = 1_000, 10_000_000
_METADATA = "{urn:oasis:names:tc:SAML:2.0:metadata}"
_SIGNATURE = "{http://www.w3.org/2000/09/xmldsig#}"
_PLACE = ("identity", "metadata_file")


def read_metadata(identity: "Identity", directory: Path) -> tuple[str | None, tuple[Problem, ...]]:
    """The text of the identity provider's file, and what is wrong with it; neither without SAML."""
    if identity.kind != "saml":
        if identity.metadata_file is None:
            return None, ()
        return None, (
            _problem(identity.metadata_file, "is of no use while identity.kind is 'connect_managed'; remove it"),
        )
    if identity.metadata_file is None:
        return None, (
            Problem(
                path=_PLACE,
                message="missing; give the identity provider's metadata, a file below the config directory, "
                "because identity.kind is 'saml'",
            ),
        )
    file = directory / identity.metadata_file
    if not file.is_file():
        return None, (
            _problem(identity.metadata_file, f"is no file below {directory.name}/; download your identity provider's"),
        )
    try:
        text = file.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return None, (_problem(identity.metadata_file, "is not UTF-8 text; download it again"),)
    return text, tuple(_problem(identity.metadata_file, fault) for fault in _faults(text))


def _problem(file: str, fault: str) -> Problem:
    return Problem(path=_PLACE, message=f"{show(file)} {fault}")


def _faults(text: str) -> Iterator[str]:
    if not _SHORTEST <= len(text) <= _LONGEST:
        yield f"has {len(text):,} characters; IAM takes {_SHORTEST:,} to {_LONGEST:,}: give the whole metadata document"
    try:
        root = ElementTree.fromstring(text.encode())
    except ElementTree.ParseError as error:
        line, column = error.position
        yield f"is no well-formed XML at line {line}, column {column + 1}; download it again"
        return
    if root.tag != f"{_METADATA}EntityDescriptor":
        name = root.tag.rpartition("}")[2]
        yield f"begins with <{name}>; give metadata that begins with SAML 2.0's <EntityDescriptor>"
        return
    provider = root.find(f"{_METADATA}IDPSSODescriptor")
    if provider is None:
        yield "has no <IDPSSODescriptor>; give the metadata of the identity provider, not that of AWS"
        return
    if not any((node.text or "").strip() for node in provider.iter(f"{_SIGNATURE}X509Certificate")):
        yield "has no <X509Certificate>; give the metadata with the signing certificate"
    if provider.find(f"{_METADATA}SingleSignOnService") is None:
        yield "has no <SingleSignOnService>; give the metadata that says where to sign in"
