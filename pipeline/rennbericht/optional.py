"""Libraries that only some inputs and outputs need."""

from __future__ import annotations

import importlib
from typing import Any

from rennbericht.errors import RennberichtError


def optional(module: str, extra: str, purpose: str) -> Any:
    """Return a module that may not be installed.

    Args:
        module: its name.
        extra: the extra of this package that brings it.
        purpose: what it does here, as in `reads .zst files`.

    Raises:
        RennberichtError: RB401, with the command that installs it.
    """
    try:
        return importlib.import_module(module)
    except ImportError as error:
        name = module.partition(".")[0]
        detail = f"{name} {purpose}: pip install 'rennbericht[{extra}]'"
        raise RennberichtError("RB401", detail) from error
