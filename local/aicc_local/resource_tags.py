"""What AWS asks of the tags of a resource, of which the registry's schemas say a part for some types only.

Source: https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/allocation-tag-restrictions.html: at most 50, "use
each key only once for each resource", and the prefix aws: is reserved. That it is so in capitals too is what other
services say.
"""

from collections.abc import Mapping
from typing import Any

from aicc_local.errors import invalid_request

MOST = 50
_NAMES = ("Tags", "BotTags", "TestBotAliasTags", "BotAliasTags")


def check_tags(properties: Mapping[str, Any]) -> None:
    """Refuse tags that cannot be.

    Raises:
        ServiceError: InvalidRequestException.
    """
    for name in _NAMES:
        keys = [tag["Key"] for tag in properties.get(name) or ()]
        reserved = [key for key in keys if key.lower().startswith("aws:")]
        repeated = [key for key in keys if keys.count(key) > 1]
        if reserved:
            raise invalid_request(f"{name}: {reserved[0]} begins with aws:")
        if repeated:
            raise invalid_request(f"{name}: {repeated[0]} stands twice")
        if len(keys) > MOST:
            raise invalid_request(f"{name}: {len(keys)} are more than {MOST}")
