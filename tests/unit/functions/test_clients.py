from aicc_core import clients

BLOCK_SECONDS = 8
LONGEST_BACKOFF = 1


def test_one_dead_endpoint_is_given_up_within_the_time_of_a_block() -> None:
    # The stubs declare none of the options of a Config.
    options = vars(clients.dynamodb().meta.config)

    attempts = options["retries"]["total_max_attempts"]
    longest = attempts * (options["connect_timeout"] + options["read_timeout"]) + LONGEST_BACKOFF

    assert (options["connect_timeout"], options["read_timeout"], attempts) == (1, 1, 2)
    assert longest < BLOCK_SECONDS


def test_clients_are_built_once() -> None:
    assert clients.kms() is clients.kms()
    assert clients.dynamodb() is clients.dynamodb()
