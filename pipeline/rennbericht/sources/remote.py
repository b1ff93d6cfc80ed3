"""Inputs that lie elsewhere: `s3://`, `https://`, `memory://` and whatever fsspec knows."""

from __future__ import annotations

from typing import IO, Any, cast

from rennbericht.errors import InputError, RennberichtError
from rennbericht.optional import optional

_PURPOSE = "reads remote inputs"


def open_remote(path: str) -> IO[bytes]:
    """Open a remote file.

    Raises:
        InputError: RB001 it cannot be opened.
        RennberichtError: RB401 fsspec, or what it needs for this scheme, is not installed.
    """
    system, name = _system(path)
    try:
        return cast(IO[bytes], system.open(name, "rb"))
    except Exception as error:  # every file system has its own
        raise InputError("RB001", _told(error), path=path) from error


def expand_remote(path: str) -> list[str]:
    """Return the files that a remote pattern or folder stands for, else the path as it is."""
    try:
        system, name = _system(path)
        if any(sign in name for sign in "*[") or ("?" in name and not path.startswith("http")):
            found = [name for name in system.glob(name) if not system.isdir(name)]
        elif path.startswith("http") or system.isfile(name):
            return [path]
        else:
            found = [name for name in system.find(name) if "/." not in name]
        return [str(system.unstrip_protocol(name)) for name in found] or [path]
    except Exception:  # told when it is opened
        return [path]


def _system(path: str) -> tuple[Any, str]:
    core = optional("fsspec.core", "remote", _PURPOSE)
    try:
        system, name = core.url_to_fs(path)
    except ImportError as error:
        scheme = path.partition(":")[0]
        detail = f"{scheme}:// asks for more: {error}: pip install 'rennbericht[remote]'"
        raise RennberichtError("RB401", detail, path=path) from error
    except Exception as error:
        raise InputError("RB001", _told(error), path=path) from error
    return system, name


def _told(error: Exception) -> str:
    return f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
