from collections.abc import Iterator
from typing import Any

import boto3
import pytest
from botocore.stub import Stubber

from aicc_core.errors import Unavailable
from callback_ledger.sealing import KmsSealing
from tests.unit.callbacks.desk import ID, PHONE

KEY = "alias/phones"
CONTEXT = {"callback_id": ID}


@pytest.fixture
def kms() -> Iterator[tuple[KmsSealing, Stubber]]:
    client: Any = boto3.client("kms", region_name="ap-northeast-2")
    with Stubber(client) as stub:
        yield KmsSealing(client, KEY), stub
        stub.assert_no_pending_responses()


def test_seals_a_number_for_one_callback(kms: tuple[KmsSealing, Stubber]) -> None:
    sealing, stub = kms
    asked = {"KeyId": KEY, "Plaintext": PHONE.encode(), "EncryptionContext": CONTEXT}
    stub.add_response("encrypt", {"CiphertextBlob": b"sealed"}, asked)

    assert sealing.seal(PHONE, ID) == b"sealed"


def test_opens_a_number_for_the_same_callback(kms: tuple[KmsSealing, Stubber]) -> None:
    sealing, stub = kms
    asked = {"KeyId": KEY, "CiphertextBlob": b"sealed", "EncryptionContext": CONTEXT}
    stub.add_response("decrypt", {"Plaintext": PHONE.encode()}, asked)

    assert sealing.open(b"sealed", ID) == PHONE


@pytest.mark.parametrize("code", ["ThrottlingException", "InvalidCiphertextException", "KMSInvalidStateException"])
def test_says_that_it_cannot_and_nothing_of_the_number(kms: tuple[KmsSealing, Stubber], code: str) -> None:
    sealing, stub = kms
    stub.add_client_error("encrypt", code, PHONE)
    stub.add_client_error("decrypt", code, PHONE)

    with pytest.raises(Unavailable, match=rf"^KMS: {code}$"):
        sealing.seal(PHONE, ID)
    with pytest.raises(Unavailable, match=rf"^KMS: {code}$"):
        sealing.open(b"sealed", ID)
