"""Phone numbers: imported by ARN, because claiming one in Korea takes weeks of paperwork."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from stacks.settings.arns import PhoneNumberArn
from stacks.settings.errors import Problem, show
from stacks.settings.section import Key, Section

if TYPE_CHECKING:
    from stacks.settings.settings import Settings

NumberType = Literal["TOLL_FREE", "DID", "UIFN", "SHARED", "THIRD_PARTY_TF", "THIRD_PARTY_DID", "SHORT_CODE"]


class PhoneNumber(Section):
    source: Literal["import", "claim"] = Field(
        description="'import' (a number that the account has) or 'claim' (a new one)"
    )
    arn: PhoneNumberArn | None = None
    country_code: str = Field(default="KR", pattern=r"^[A-Z]{2}$", description="two capitals, e.g. 'KR'")
    type: NumberType = Field(default="DID", description="a type of number, e.g. 'DID' or 'TOLL_FREE'")
    # A change of the description replaces the number, so most leave it out.
    description: Annotated[str, Field(min_length=1, max_length=500, description="1 to 500 characters")] | None = None
    flow: Key = Field(default="inbound", description="the key of a flow of the type CONTACT_FLOW")


def check_phone_numbers(settings: "Settings") -> Iterator[Problem]:
    """An imported number is known by its ARN, a claimed one has none yet; no number stands twice."""
    seen: dict[str, str] = {}
    for key, number in settings.phone_numbers.items():
        path = ("phone_numbers", key, "arn")
        if number.source == "import" and number.arn is None:
            yield Problem(path=path, message="missing; give the ARN of the number to import")
        if number.source == "claim" and number.arn is not None:
            yield Problem(path=path, message=f"{show(number.arn)} exists already; remove it, or set source to 'import'")
        if number.arn is not None and (first := seen.setdefault(number.arn, key)) != key:
            yield Problem(path=path, message=f"{show(number.arn)} is phone_numbers.{first} already; remove one")
