"""Records as plain data and as lines of JSON, the same in every run."""

from __future__ import annotations

from typing import Any

import orjson


def plain(value: Any, nullable: frozenset[str]) -> Any:
    """Return `value` with absent keys left out and floats rounded to four places.

    A key that is None is left out unless it is in `nullable`; a float without a fraction becomes
    an integer, so that 83.0 and 83 make one record.
    """
    if isinstance(value, dict):
        return {
            key: plain(item, nullable)
            for key, item in value.items()
            if item is not None or key in nullable
        }
    if isinstance(value, list):
        return [plain(item, nullable) for item in value]
    if isinstance(value, float):
        rounded = round(value, 4)
        return int(rounded) if rounded.is_integer() else rounded
    return value


def dump_line(data: dict[str, Any]) -> str:
    """Return `data` as one line of JSON, UTF-8 unescaped, keys as they stand."""
    return orjson.dumps(data).decode()
