"""What may go wrong at every call of every port: the process dies before it or after it, or nobody answers."""

import random
from collections.abc import Callable, Iterator
from typing import Any

from aicc_core.errors import Unavailable
from tests.unit.callback_ledger.memory_dynamodb import error
from tests.unit.callback_ledger.runs import Died, current


class Faults:
    """Shares of the calls; `rival` is what others do just before a write of callbacks, if any."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.conflicts = 0.3
        self.deaths = 0.005
        self.silences = 0.01
        self.lost_answers = 0.05
        self.rivals = 0.3
        self.rival: Callable[[list[str]], None] = lambda _: None

    def calm_down(self) -> None:
        self.conflicts = self.deaths = self.silences = self.lost_answers = self.rivals = 0.0

    def happens(self, share: float) -> bool:
        return self.random.random() < share

    def before(self) -> None:
        run = current()
        if run:
            run.at_call()
        self.maybe_die()

    def maybe_die(self) -> None:
        if self.happens(self.deaths):
            raise Died


class FaultyPort:
    """A port whose calls may end the process; those named in `silent` may also find nobody there.

    In those named in `prompt` the run does not stop before the call: between the question whether a call may be made
    and the request for it there is no other call, and so no time either.
    """

    def __init__(self, port: object, faults: Faults, *, silent: tuple[str, ...] = (), prompt: tuple[str, ...] = ()):
        self._port = port
        self._faults = faults
        self._silent = silent
        self._prompt = prompt

    def __getattr__(self, name: str) -> Callable[..., Any]:
        method, faults = getattr(self._port, name), self._faults

        def call(*arguments: Any, **named: Any) -> Any:
            if name in self._prompt:
                faults.maybe_die()
            else:
                faults.before()
            if name in self._silent and faults.happens(faults.silences):
                raise Unavailable("nobody answers")
            answer = method(*arguments, **named)
            faults.maybe_die()
            return answer

        return call


class FaultyDynamoDb:
    """A DynamoDB in which writes conflict, their answers are lost, and rivals write in between.

    `watch` sees each callback that was written.
    """

    def __init__(self, dynamodb: Any, faults: Faults, watch: Callable[[dict[str, Any]], None] = lambda _: None) -> None:
        self._dynamodb = dynamodb
        self._faults = faults
        self._watch = watch

    def get_item(self, **request: Any) -> Any:
        return self._read(self._dynamodb.get_item, request)

    def batch_get_item(self, **request: Any) -> Any:
        return self._read(self._dynamodb.batch_get_item, request)

    def query(self, **request: Any) -> Any:
        return self._read(self._dynamodb.query, request)

    def put_item(self, **request: Any) -> Any:
        return self._write(self._dynamodb.put_item, request, "TransactionConflictException", None)

    def transact_write_items(self, **request: Any) -> Any:
        reasons = [{"Code": "None"} for _ in request["TransactItems"]]
        self._faults.random.choice(reasons)["Code"] = "TransactionConflict"
        return self._write(self._dynamodb.transact_write_items, request, "TransactionCanceledException", reasons)

    def _read(self, read: Callable[..., Any], request: dict[str, Any]) -> Any:
        self._faults.before()
        return read(**request)

    def _write(
        self, write: Callable[..., Any], request: dict[str, Any], code: str, reasons: list[dict[str, Any]] | None
    ) -> Any:
        faults = self._faults
        faults.before()
        records = list(_records(request))
        if faults.happens(faults.rivals):
            faults.rival([record["callback_id"]["S"] for record in records])
        if faults.happens(faults.conflicts):
            raise error(code, "Write", reasons)
        answer = write(**request)
        for record in records:
            self._watch(record)
        if faults.happens(faults.lost_answers):
            faults.before()
            answer = write(**request)  # botocore asks again
        faults.maybe_die()
        return answer


def _records(request: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the callbacks that a request writes."""
    for put in [request, *(each.get("Put", {}) for each in request.get("TransactItems", ()))]:
        if put.get("Item", {}).get("sk") == {"S": "RECORD"}:
            yield put["Item"]
