"""Operations on quick connects."""

from collections.abc import Mapping
from typing import Any

from aicc_local.connect.api.reading import Operation, describing, listing
from aicc_local.connect.quick_connect import QUICK_CONNECT
from aicc_local.local_aws import LocalAws
from aicc_local.store import Record


def quick_connect_type(aws: LocalAws, record: Record) -> Mapping[str, Any]:
    """The type, which a summary has by itself."""
    return {"QuickConnectType": record.properties["QuickConnectConfig"]["QuickConnectType"]}


def _wanted(parameters: Mapping[str, Any], record: Record) -> bool:
    types = parameters.get("QuickConnectTypes")
    return not types or record.properties["QuickConnectConfig"]["QuickConnectType"] in types


QUICK_CONNECTS: dict[str, Operation] = {
    "DescribeQuickConnect": describing("DescribeQuickConnect", QUICK_CONNECT),
    "ListQuickConnects": listing("ListQuickConnects", QUICK_CONNECT, extras=quick_connect_type, wanted=_wanted),
}
