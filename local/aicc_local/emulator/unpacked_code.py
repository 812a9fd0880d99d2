"""The code of functions and layers, unpacked once for all processes that run it.

ministack unpacks both anew for each process, and with them goes what Python has compiled of them. Lambda gives its
processes /var/task and /opt to read only, so nothing is lost when they share them.
"""

import atexit
import hashlib
import os
import shutil
import tempfile
import zipfile
from collections.abc import MutableMapping
from pathlib import Path
from types import SimpleNamespace

from ministack.core import lambda_runtime

# Servers that name the same folder share it.
VARIABLE = "AICC_UNPACKED_CODE"


def register(environment: MutableMapping[str, str] = os.environ) -> None:
    """Let the processes of functions share it, in the folder that AICC_UNPACKED_CODE names, else in a new one."""
    named = environment.get(VARIABLE)
    folder = Path(named) if named else _until_the_end()
    lambda_runtime.zipfile = SimpleNamespace(
        ZipFile=lambda file: Archive(file, folder), BadZipFile=zipfile.BadZipFile, LargeFileError=zipfile.LargeZipFile
    )
    # Bytecode goes where the code is, and nowhere near the user's.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)


class Archive(zipfile.ZipFile):
    """A zip file that is unpacked where no other of the same content was.

    Args:
        file: The zip file.
        folder: Where contents are, by their hashes.
    """

    def __init__(self, file: str, folder: Path) -> None:
        super().__init__(file)
        self._unpacked = folder / hashlib.sha256(Path(file).read_bytes()).hexdigest()

    def namelist(self) -> list[str]:
        """The names to be judged: those of what is unpacked have been."""
        return [] if self._unpacked.is_dir() else super().namelist()

    def extractall(self, path: object = None, members: object = None, pwd: bytes | None = None) -> None:
        """Put a link to the content in the place of `path`, an empty folder."""
        if not self._unpacked.is_dir():
            self._unpack()
        os.rmdir(str(path))
        os.symlink(self._unpacked, str(path))

    def _unpack(self) -> None:
        self._unpacked.parent.mkdir(parents=True, exist_ok=True)
        making = tempfile.mkdtemp(prefix=".making-", dir=self._unpacked.parent)
        super().extractall(making, super().namelist())
        try:
            os.rename(making, self._unpacked)
        except OSError:
            # Another process was quicker.
            shutil.rmtree(making)


def _until_the_end() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="aicc-code-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder
