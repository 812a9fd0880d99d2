"""Checking the hours in a flow."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from aicc_local.connect.contacts import control
from tests.unit.local.contacts.contact_centre import ContactCentre, block, say

HOLIDAY = {
    "OverrideName": "holiday",
    "EffectiveFrom": "2026-11-17",
    "EffectiveTill": "2026-11-17",
    "OverrideConfig": [],
}
SHORT = {
    **HOLIDAY,
    "OverrideConfig": [
        {"Day": "TUESDAY", "StartTime": {"Hours": 10, "Minutes": 0}, "EndTime": {"Hours": 12, "Minutes": 0}}
    ],
}


@pytest.mark.parametrize(
    ("moment", "overrides", "said"),
    [
        ("2026-11-17 08:59:59", [], "닫힘"),
        ("2026-11-17 09:00:00", [], "열림"),
        ("2026-11-17 17:59:59", [], "열림"),
        ("2026-11-17 18:00:00", [], "닫힘"),
        ("2026-11-18 12:00:00", [], "닫힘"),
        ("2026-11-17 11:00:00", [HOLIDAY], "닫힘"),
        ("2026-11-24 11:00:00", [HOLIDAY], "열림"),
        ("2026-11-17 11:00:00", [SHORT], "열림"),
        ("2026-11-17 12:00:00", [SHORT], "닫힘"),
    ],
)
def test_hours_are_open_in_their_own_time_zone(
    centre: ContactCentre, moment: str, overrides: list[Any], said: str
) -> None:
    _open_on_tuesdays(centre, overrides)
    centre.aws.now.seconds = datetime.fromisoformat(moment).replace(tzinfo=ZoneInfo("Asia/Seoul")).timestamp()

    contact = centre.chat(_asking(centre))

    assert control.look(centre.aws, contact)["said"] == [said]


def test_hours_that_are_not_evaluated_here_stop_the_contact(centre: ContactCentre) -> None:
    _open_on_tuesdays(centre, [{**HOLIDAY, "OverrideType": "OPEN"}])

    contact = centre.chat(_asking(centre))

    assert "only standard overrides" in control.look(centre.aws, contact)["reason"]


def test_without_an_id_the_hours_of_the_target_queue_count(centre: ContactCentre) -> None:
    target = block("queue", "UpdateContactTargetQueue", "check", QueueId="q1", errors={"NoMatchingError": "bye"})
    check, *answers = _blocks("")
    flow = centre.add_flow("queue hours", target, check, *answers)

    contact = centre.chat(flow)

    assert control.look(centre.aws, contact)["said"] == ["열림"]


def test_without_an_id_and_without_a_queue_it_is_an_error(centre: ContactCentre) -> None:
    contact = centre.chat(centre.add_flow("no hours", *_blocks("")))

    assert control.look(centre.aws, contact)["said"] == ["고장"]


def _open_on_tuesdays(centre: ContactCentre, overrides: list[Any]) -> None:
    times = {"StartTime": {"Hours": 9, "Minutes": 0}, "EndTime": {"Hours": 18, "Minutes": 0}}
    centre.hours.properties.update(Config=[{"Day": "TUESDAY", **times}], HoursOfOperationOverrides=overrides)


def _asking(centre: ContactCentre) -> Any:
    return centre.add_flow("asking", *_blocks(centre.hours.id))


def _blocks(hours: str) -> list[dict[str, Any]]:
    parameters = {"HoursOfOperationId": hours} if hours else {}
    check = block(
        "check",
        "CheckHoursOfOperation",
        "fault",
        equals={"True": "open", "False": "closed"},
        errors={"NoMatchingError": "fault"},
        **parameters,
    )
    return [check, say("open", "열림", "bye"), say("closed", "닫힘", "bye"), say("fault", "고장", "bye")]
