"""rennbericht: from German race reports to structured race events.

`load()` gives a spaCy pipeline, `extract(articles)` the records of many articles.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rennbericht.errors import RennberichtError
from rennbericht.version import __version__

if TYPE_CHECKING:
    from rennbericht.api import extract, load

__all__ = ["RennberichtError", "__version__", "extract", "load"]


def __getattr__(name: str) -> Any:
    """Import the interface when it is first asked for, so that `import rennbericht` is fast."""
    if name in ("load", "extract"):
        from rennbericht import api

        return getattr(api, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
