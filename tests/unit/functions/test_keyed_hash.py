import pytest
from botocore.exceptions import ClientError
from botocore.stub import Stubber

from aicc_core import clients
from aicc_core.keyed_hash import KmsKeyedHash, LocalKeyedHash, fingerprint


def test_kms_is_asked_for_one_mac_of_the_subject() -> None:
    client = clients.kms()
    asked = {"KeyId": "alias/hash", "MacAlgorithm": "HMAC_SHA_256", "Message": b"+821012345678"}

    with Stubber(client) as kms:
        kms.add_response("generate_mac", {"Mac": b"m" * 32}, asked)
        secret = KmsKeyedHash(client, "alias/hash").secret_of("+821012345678")

    assert secret == b"m" * 32


def test_a_fault_of_kms_stays_a_fault() -> None:
    client = clients.kms()

    with Stubber(client) as kms:
        kms.add_client_error("generate_mac", "ThrottlingException")
        with pytest.raises(ClientError, match="ThrottlingException"):
            KmsKeyedHash(client, "alias/hash").secret_of("+821012345678")


def test_the_same_subject_has_the_same_secret_and_another_key_another() -> None:
    secrets = [LocalKeyedHash(key).secret_of("+821012345678") for key in (b"one", b"one", b"two")]

    assert secrets[0] == secrets[1] != secrets[2]


def test_fingerprints_differ_by_secret_and_by_every_part() -> None:
    prints = {
        fingerprint(b"one", "proof", "birth_date", "19900101"),
        fingerprint(b"two", "proof", "birth_date", "19900101"),
        fingerprint(b"one", "proof", "order_number", "19900101"),
        fingerprint(b"one", "proof", "birth_date1", "9900101"),
    }

    assert len(prints) == 4
