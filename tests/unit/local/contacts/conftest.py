"""What tests of contacts share."""

import pytest

from tests.unit.local.contacts.contact_centre import ContactCentre


@pytest.fixture
def centre() -> ContactCentre:
    """A contact centre without flows."""
    return ContactCentre()
