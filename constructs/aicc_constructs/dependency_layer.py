"""The Lambda layer with the functions' libraries, built by pip without Docker.

pip takes wheels for Lambda's platform, so nothing is compiled here. The result is cached under the hash of the lock
file: a second synth, or one without network, finds it there.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from aws_cdk import AssetHashType
from aws_cdk.aws_lambda import Architecture, Code, LayerVersion, Runtime
from constructs import Construct

from aicc_constructs.assets import asset
from aicc_constructs.errors import InvalidInput

PYTHON_VERSION = "3.14"


class DependencyLayer(LayerVersion):
    """The libraries of a lock file as a layer for arm64 and Python 3.14.

    Args:
        scope: Parent construct.
        construct_id: Name below the parent.
        lock: Requirements with hashes: those of the functions that come with this package.

    Raises:
        InvalidInput: There is no such file, or pip could not build it; the message holds pip's last error.

    Source: AWS Lambda developer guide, layers: libraries stand below python/.

    Example:
        >>> from aws_cdk import Stack
        >>> layer = DependencyLayer(Stack(), "Layer")
    """

    def __init__(self, scope: Construct, construct_id: str, *, lock: Path | None = None) -> None:
        lock = lock or asset("lambda/requirements.txt")
        archive = build(lock)
        super().__init__(
            scope,
            construct_id,
            code=Code.from_asset(str(archive), asset_hash=archive.stem, asset_hash_type=AssetHashType.CUSTOM),
            compatible_architectures=[Architecture.ARM_64],
            compatible_runtimes=[Runtime.PYTHON_3_14],
            description="Libraries of the contact centre's functions",
        )


def build(lock: Path) -> Path:
    """The archive with the installed libraries, from the cache where it is there.

    Args:
        lock: Requirements file with hashes.

    Returns:
        A zip file named by the hash of the lock, with python/ in it.
    """
    if not lock.is_file():
        raise InvalidInput(f"{lock}: libraries of the functions", "is not a file", "pass a requirements file as lock=")
    digest = hashlib.sha256(lock.read_bytes() + PYTHON_VERSION.encode()).hexdigest()[:32]
    archive = _cache() / f"{digest}.zip"
    if archive.is_file():
        return archive
    archive.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=archive.parent) as work:
        _install(lock, Path(work) / "python")
        made = Path(work) / archive.name
        _pack(Path(work) / "python", made)
        # At once and whole; where another synth was faster, what it built is the same.
        made.replace(archive)
    return archive


def _pack(folder: Path, archive: Path) -> None:
    # One file: a synth that copied hundreds would take half as long again.
    with ZipFile(archive, "w", ZIP_DEFLATED) as packed:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                # The zip format's first date, so that the same libraries make the same archive.
                entry = ZipInfo(path.relative_to(folder.parent).as_posix(), date_time=(1980, 1, 1, 0, 0, 0))
                entry.compress_type = ZIP_DEFLATED
                entry.external_attr = 0o644 << 16
                packed.writestr(entry, path.read_bytes())


def _cache() -> Path:
    root = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(root) / "aicc-constructs" / "layers"


def _install(lock: Path, target: Path) -> None:
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-compile", "--disable-pip-version-check"]
    command += ["--require-hashes", "--no-deps", "--only-binary=:all:", "--implementation=cp"]
    command += [f"--python-version={PYTHON_VERSION}", "--platform=manylinux2014_aarch64", f"--target={target}"]
    done = subprocess.run([*command, f"--requirement={lock}"], capture_output=True, text=True, check=False)
    if done.returncode:
        lines = [line.strip() for line in done.stderr.splitlines() if line.strip()]
        # What follows pip's last error is detail, such as the hash that was found.
        last = ([line for line in lines if line.startswith("ERROR")] or lines or ["no message"])[-1]
        raise InvalidInput(
            f"{lock}: libraries of the functions", f"pip failed: {last}", "run it once with network and pip"
        )
    shutil.rmtree(target / "bin", ignore_errors=True)


if __name__ == "__main__":
    build(asset("lambda/requirements.txt"))
