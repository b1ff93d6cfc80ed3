"""A patterns folder, or the patterns of a git revision laid out in one."""

from __future__ import annotations

import io
import subprocess
import tarfile
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from tempfile import TemporaryDirectory

from rennbericht.errors import PatternError

#: where the patterns stand in a checkout
_IN_CHECKOUT = "patterns"


class _Revision(AbstractContextManager[Path]):
    """The patterns of a revision in a folder that is gone afterwards."""

    def __init__(self, archive: bytes) -> None:
        self._archive = archive
        self._folder = TemporaryDirectory(prefix="rennbericht-")

    def __enter__(self) -> Path:
        with tarfile.open(fileobj=io.BytesIO(self._archive)) as archive:
            archive.extractall(self._folder.name, filter="data")
        return Path(self._folder.name) / _IN_CHECKOUT

    def __exit__(self, *_: object) -> None:
        self._folder.cleanup()


def patterns_at(given: str, checkout: Path | None = None) -> AbstractContextManager[Path]:
    """The patterns that a folder or a git revision names.

    Args:
        given: a folder, or a revision (`HEAD~1`, a tag, a commit) of the checkout.
        checkout: a folder of the checkout; where the command runs when None.

    Returns:
        A context that gives the folder.

    Raises:
        PatternError: RB106, neither a folder nor a revision that holds patterns.
    """
    if Path(given).is_dir():
        return nullcontext(Path(given))
    where = checkout or Path.cwd()
    command = ["git", "-C", str(where), "rev-parse", "--show-toplevel"]
    try:
        top = subprocess.run(command, capture_output=True, check=True, text=True).stdout.strip()
        command = ["git", "-C", top, "archive", "--format=tar", given, "--", _IN_CHECKOUT]
        archive = subprocess.run(command, capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError) as error:
        detail = f"{given!r} is no folder, and git has no such revision with {_IN_CHECKOUT}/"
        raise PatternError("RB106", detail, path=where) from error
    return _Revision(archive)
