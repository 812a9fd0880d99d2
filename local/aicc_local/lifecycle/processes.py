"""What the operating system knows of a process: `/proc` where there is one, else `ps` and `lsof`."""

import re
import shutil
import subprocess
from pathlib import Path

PROC = Path("/proc")
_LISTENING = "0A"


def command_line(pid: int) -> str | None:
    """The process's command with its arguments; None when there is no such process, or it is a zombie."""
    file = PROC / str(pid) / "cmdline"
    if PROC.is_dir():
        try:
            return file.read_bytes().replace(b"\0", b" ").decode(errors="replace").strip() or None
        except OSError:
            return None
    return _first_line("ps", "-ww", "-o", "args=", "-p", str(pid))


def all_command_lines() -> dict[int, str]:
    """Every process with its command; of those that may be seen."""
    if PROC.is_dir():
        pids = [int(folder.name) for folder in PROC.glob("[0-9]*")]
        return {pid: command for pid in pids if (command := command_line(pid))}
    lines = [line.split(maxsplit=1) for line in _output("ps", "-ww", "-axo", "pid=,args=")]
    return {int(fields[0]): fields[1] for fields in lines if len(fields) == 2}


def memory(pid: int) -> int | None:
    """The bytes that the process holds in memory."""
    try:
        found = re.search(r"^VmRSS:\s+(\d+) kB", (PROC / str(pid) / "status").read_text(), re.MULTILINE)
        kilobytes = found.group(1) if found else None
    except OSError:
        kilobytes = _first_line("ps", "-o", "rss=", "-p", str(pid))
    return int(kilobytes) * 1024 if kilobytes else None


def listener(port: int) -> int | None:
    """The process that listens on `port`; None when nobody does, or the process is someone else's."""
    if not PROC.is_dir():
        found = _first_line("lsof", "-nP", f"-iTCP:{port}", "-sTCP:LISTEN", "-t")
        return int(found) if found else None
    sockets = {f"socket:[{inode}]" for address, inode in listening_sockets() if address.endswith(f":{port:04X}")}
    if not sockets:
        return None
    for folder in PROC.glob("[0-9]*/fd"):
        if sockets & _open_files(folder):
            return int(folder.parent.name)
    return None


def listening_sockets() -> list[tuple[str, str]]:
    """Address and port as the kernel writes them (hexadecimal, "0100007F:11D6"), and the inode, of each listener."""
    lines = [line.split() for name in ("tcp", "tcp6") for line in _lines(PROC / "net" / name)[1:]]
    return [(fields[1], fields[9]) for fields in lines if fields[3] == _LISTENING]


def _open_files(folder: Path) -> set[str]:
    # Processes of others, and those that end meanwhile, do not show theirs.
    found = set()
    try:
        for file in folder.iterdir():
            found.add(str(file.readlink()))
    except OSError:
        pass
    return found


def _lines(file: Path) -> list[str]:
    try:
        return file.read_text().splitlines()
    except OSError:
        return []


def _first_line(*command: str) -> str | None:
    return next(iter(_output(*command)), None)


def _output(*command: str) -> list[str]:
    if shutil.which(command[0]) is None:
        return []
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return [line.strip() for line in done.stdout.splitlines() if line.strip()]
