"""One JSON value out of bytes."""

from __future__ import annotations

import json
from typing import Any

import orjson

from rennbericht.errors import InputError
from rennbericht.sources.article import Warnings
from rennbericht.sources.decode import decode

_BOM = b"\xef\xbb\xbf"


def parse(data: bytes, warnings: Warnings) -> Any:
    """Return the JSON value that `data` is; control characters in strings are let through.

    Raises:
        InputError: RB003 binary data, RB004 no encoding fits, RB005 not JSON.
    """
    try:
        return orjson.loads(data.removeprefix(_BOM))
    except orjson.JSONDecodeError:
        pass  # it is strict, and in a hurry; now in full
    try:
        return json.loads(decode(data, warnings), strict=False)
    except (ValueError, RecursionError) as error:
        raise InputError("RB005", str(error)) from error
