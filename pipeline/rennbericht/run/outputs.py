"""What a run writes, by name: it reads none of it, and writes over nothing else."""

from __future__ import annotations

import os
from collections.abc import Collection
from contextlib import suppress
from fnmatch import fnmatch
from pathlib import Path

from rennbericht.errors import RennberichtError
from rennbericht.sinks.open import DEAD_LETTERS, FINAL
from rennbericht.sources.inputs import LeaveOut

#: beside the final files, in a folder
LEDGER, TOLD_BY_RAY, RUN = "ledger.sqlite", "ray.json", "run.json"
_BESIDE = (RUN, DEAD_LETTERS)
_WRITTEN = (
    f"{LEDGER}*", TOLD_BY_RAY, "parts/part-*", *_BESIDE, *FINAL,
    *(f"{name}.part" for name in (*_BESIDE, *FINAL)),
)  # fmt: skip


def no_inputs(out: Path | None) -> LeaveOut | None:
    """Says of a file whether a run writes it that writes to `out`: where that lies among inputs."""
    if out is None:
        return None
    own = os.path.abspath(out)  # noqa: PTH100 - to resolve would ask the disk for every input

    def written(path: str) -> bool:
        path = os.path.abspath(path)  # noqa: PTH100
        if path in (own, f"{own}.part"):
            return True
        inside = path.startswith(own + os.sep) and path[len(own) + 1 :].replace(os.sep, "/")
        return bool(inside) and any(fnmatch(str(inside), pattern) for pattern in _WRITTEN)

    return written


def refuse_strangers(folder: Path, *own: str) -> None:
    """Refuse a folder without a run that holds files of the names a run writes.

    Args:
        folder: where a run is to begin.
        own: names of files that are there already because it begins.

    Raises:
        RennberichtError: RB601.
    """
    for pattern in (LEDGER, TOLD_BY_RAY, *_BESIDE, *FINAL):
        for found in folder.glob(pattern):
            if found.name not in own:
                detail = f"{found} is not of this run and would be lost; take another folder"
                raise RennberichtError("RB601", detail, path=folder)


def remove_finals(folder: Path, *, keep: Collection[Path]) -> None:
    """Remove final files that an earlier run has left in a folder, and partitions without any."""
    for pattern in FINAL:
        for found in list(folder.glob(pattern)):
            if found not in keep:
                found.unlink()
                with suppress(OSError):  # others stand in it
                    for above in list(found.parents)[: len(found.relative_to(folder).parts) - 1]:
                        above.rmdir()
