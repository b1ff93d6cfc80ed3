"""Things that are costly to make, kept between runs in the user's cache folder.

The cache may only ever save time: where the folder is missing, read-only or holds a damaged file,
the thing is made anew.
"""

from __future__ import annotations

import os
import sys
import tempfile
import zlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

#: environment variable that names the folder; empty turns the cache off
VARIABLE = "RENNBERICHT_CACHE"
_MAGIC = b"RBC1"
_HEADER = len(_MAGIC) + 4
#: files of one kind that are kept; older ones belong to patterns that have changed since
_KEPT = 8


def cache_dir() -> Path | None:
    """The folder, whether or not it exists; None where the cache is off or has no home."""
    given = os.environ.get(VARIABLE)
    if given is not None:
        return Path(given) if given else None
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA")
    elif sys.platform == "darwin":
        base = "~/Library/Caches"
    else:
        base = os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    try:
        return Path(base).expanduser() / "rennbericht" if base else None
    except RuntimeError:  # no home
        return None


def kept(kind: str, digest: str, make: Callable[[], bytes]) -> bytes | memoryview:
    """What `make` gives for a digest, from the cache where it is there and whole.

    Args:
        kind: what it is, the first part of the file's name.
        digest: hex digest of all that `make` depends on.
        make: makes it.
    """
    folder = cache_dir()
    path = folder / f"{kind}-{digest[:32]}.bin" if folder is not None else None
    if path is not None:
        found = _read(path)
        if found is not None:
            return found
    made = make()
    if path is not None:
        with suppress(OSError):
            _write(path, made)
            _prune(path.parent, kind)
    return made


def _read(path: Path) -> memoryview | None:
    """The contents without their header; None where missing or damaged."""
    try:
        data = memoryview(path.read_bytes())
    except OSError:
        return None
    body = data[_HEADER:]
    return body if data[:_HEADER] == _header(body) else None


def _header(body: bytes | memoryview) -> bytes:
    return _MAGIC + zlib.crc32(body).to_bytes(4, "big")


def _write(path: Path, body: bytes) -> None:
    """Write under another name and rename: who reads meanwhile sees all of it or nothing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, suffix=".tmp", delete=False) as file:
        try:
            file.write(_header(body))
            file.write(body)
            file.close()
            Path(file.name).replace(path)
        except OSError:
            Path(file.name).unlink(missing_ok=True)
            raise


def _prune(folder: Path, kind: str) -> None:
    files = sorted(folder.glob(f"{kind}-*.bin"), key=lambda file: file.stat().st_mtime)
    for file in files[:-_KEPT]:
        file.unlink(missing_ok=True)
