"""Stable identifiers: hashes over canonical JSON, and the producer string."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rennbericht.version import __version__


def canonical_json(value: Any) -> bytes:
    """Return `value` as JSON with sorted keys, no blanks, UTF-8 unescaped."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return text.encode("utf-8", "surrogatepass")


def digest(value: Any, length: int = 16) -> str:
    """Return the first `length` hex digits of SHA-256 over the canonical JSON of `value`."""
    return hashlib.sha256(canonical_json(value)).hexdigest()[:length]


def text_sha256(text: str) -> str:
    """Return SHA-256 (hex) over the UTF-8 form of `text`."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def event_id(
    doc_id: str,
    field: str,
    event_type: str,
    trigger: tuple[int, int],
    arguments: Iterable[Sequence[Any]],
    attributes: Mapping[str, Any],
) -> str:
    """Return the id of an event.

    Args:
        doc_id: id of the article.
        field: the string the offsets count in.
        event_type: type of the event.
        trigger: start and end of the trigger, in code points.
        arguments: (role, start, end) of every argument, in any order.
        attributes: the event's attributes; position, class and session count.
    """
    roles = sorted([role, start, end] for role, start, end in arguments)
    key = [doc_id, field, event_type, trigger[0], trigger[1], roles]
    key += [attributes.get(name) for name in ("position", "class", "session")]
    return "ev-" + digest(key)


def entity_record_id(doc_id: str, field: str, label: str, start: int, end: int) -> str:
    """Return the id of one entity record (one mention at one place)."""
    return "en-" + digest([doc_id, field, label, start, end])


def producer(model: str, patterns: str) -> str:
    """Return the producer string of records.

    Args:
        model: `<name>/<version>` of the German model.
        patterns: hex digest over the patterns in use; eight digits of it are named.
    """
    return f"rennbericht/{__version__} {model} patterns/{patterns[:8]}"
