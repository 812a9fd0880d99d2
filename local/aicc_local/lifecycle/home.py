"""The folder in which a local AWS keeps what it needs from one command to the next."""

import fcntl
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from aicc_local.lifecycle import processes
from aicc_local.lifecycle.errors import Busy, FolderError

REPOSITORY = Path(__file__).resolve().parents[3]
SERVER = "aicc_local.server"


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """A server that was started.

    Attributes:
        pid: Its process.
        port: On 127.0.0.1.
        account: Its account, twelve digits.
        keeps: Whether it saves what it holds when it ends.
        at: The moment that it was to live at when it started, as ISO 8601; empty for the present.
        offset: How many seconds its clock is ahead of this machine's.
    """

    pid: int
    port: int
    account: str
    keeps: bool
    at: str = ""
    offset: float = 0.0


@dataclass(frozen=True, slots=True)
class Home:
    """The folder, `.aicc` in the repository unless another is wanted."""

    folder: Path

    @classmethod
    def default(cls) -> "Home":
        """The folder that AICC_HOME names, else the repository's."""
        named = os.environ.get("AICC_HOME")
        return cls(Path(named).resolve() if named else REPOSITORY / ".aicc")

    @property
    def log(self) -> Path:
        """What the server writes."""
        return self.folder / "server.log"

    @property
    def old_log(self) -> Path:
        """What the server before wrote."""
        return self.folder / "server.log.old"

    @property
    def cdk_log(self) -> Path:
        """What the CDK's CLI said."""
        return self.folder / "cdk.log"

    @property
    def assembly(self) -> Path:
        """What `cdk synth` writes."""
        return self.folder / "cdk.out"

    @property
    def state(self) -> Path:
        """What the last server that keeps its state has saved."""
        return self.folder / "state"

    @property
    def live_state(self) -> Path:
        """What the server that runs will have saved.

        Apart from `state`: some of it is written at once and the rest when the server ends, so that what a server
        leaves behind that was killed does not fit together.
        """
        return self.folder / "live"

    @property
    def saved_mark(self) -> Path:
        """Is there when the server has ended and saved everything."""
        return self.live_state / "saved"

    @property
    def scratch(self) -> Path:
        """The server's temporary files."""
        return self.folder / "tmp"

    @property
    def holds_state(self) -> bool:
        """Whether a server saved something."""
        return self.state.is_dir() and any(self.state.iterdir())

    def check_state(self) -> None:
        """Return if what a server saved can be read; it would start without what cannot.

        Raises:
            FolderError: A file of it is damaged.
        """
        for file in sorted(self.state.glob("services/*.json")):
            try:
                json.loads(file.read_text(encoding="utf-8"))
            except ValueError:
                raise FolderError(
                    f"{file}: what was kept is damaged; remove it: aicc reset, or start without it: aicc up --no-keep"
                ) from None

    @property
    def _record(self) -> Path:
        return self.folder / "server.json"

    def running(self) -> Running | None:
        """The server that runs for this folder."""
        found = self.recorded()
        return found if found and self.owns(found.pid) else None

    def recorded(self) -> Running | None:
        """The server that was started last, and not ended by a command."""
        try:
            return Running(**json.loads(self._record.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return None

    def owns(self, pid: int) -> bool:
        """Whether the process is a server of this folder, and not one that got its number later."""
        return self._is_ours(processes.command_line(pid) or "")

    def strays(self) -> list[int]:
        """Servers of this folder that it no longer knows, as when the folder was deleted under them."""
        known = self.recorded()
        found = [pid for pid, command in processes.all_command_lines().items() if self._is_ours(command)]
        return [pid for pid in found if known is None or pid != known.pid]

    def _is_ours(self, command: str) -> bool:
        return SERVER in command and command.endswith(f" {self.folder}")

    def remember(self, running: Running) -> None:
        """Write down what runs."""
        self._record.write_text(json.dumps(asdict(running)), encoding="utf-8")

    def take_state(self) -> None:
        """Let the server that starts go on with what was saved."""
        shutil.rmtree(self.live_state, ignore_errors=True)
        if self.holds_state:
            shutil.copytree(self.state, self.live_state)
        self.live_state.mkdir(exist_ok=True)

    def forget(self) -> bool:
        """Put away what belongs to a server that has ended; return whether it had saved its state."""
        saved = self.saved_mark.exists()
        if saved:
            self.saved_mark.unlink()
            shutil.rmtree(self.state, ignore_errors=True)
            self.live_state.rename(self.state)
        for each in (self.live_state, self.scratch):
            shutil.rmtree(each, ignore_errors=True)
        self._record.unlink(missing_ok=True)
        return saved

    def clear(self) -> None:
        """Remove everything."""
        for each in (self.state, self.live_state, self.scratch, self.assembly):
            shutil.rmtree(each, ignore_errors=True)
        for each in (self._record, self.log, self.old_log, self.cdk_log):
            each.unlink(missing_ok=True)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Keep other commands out meanwhile.

        Raises:
            Busy: One is at work.
            FolderError: There cannot be such a folder.
        """
        try:
            # Saved state holds secrets, if only local ones.
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            file = (self.folder / "lock").open("w")
        except OSError as error:
            raise FolderError(
                f"{self.folder}: no folder for the local AWS can be there ({error.strerror}); name another in AICC_HOME"
            ) from None
        with file as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise Busy(f"{self.folder}: another aicc command is at work here; wait until it is done") from None
            yield
