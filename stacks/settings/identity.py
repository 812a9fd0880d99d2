"""Who vouches for the people who sign in: a SAML identity provider, or Connect itself."""

from typing import Annotated, Literal

from pydantic import Field, PrivateAttr

from stacks.settings.section import Section


class Identity(Section):
    kind: Literal["saml", "connect_managed"] = Field(
        description="'saml' (people sign in at your identity provider) or 'connect_managed' (passwords in Connect)"
    )
    metadata_file: (
        Annotated[
            str,
            Field(
                min_length=1,
                description="the identity provider's metadata, a file below the config directory, e.g. 'saml/idp.xml'",
            ),
        ]
        | None
    ) = None
    _metadata: str | None = PrivateAttr(default=None)

    @property
    def metadata(self) -> str | None:
        """The text of `metadata_file`; none without SAML."""
        return self._metadata

    def with_metadata(self, text: str | None) -> "Identity":
        """The same with the text that `metadata_file` holds."""
        copy = self.model_copy()
        copy._metadata = text
        return copy
