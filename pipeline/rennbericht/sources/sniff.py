"""What a stream holds, by its first bytes; the ending of its name is only a hint."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

from rennbericht.errors import InputError
from rennbericht.sources.decode import wide_encoding
from rennbericht.sources.table import looks_like_table

#: What the user may say of an input.
Format = Literal["txt", "jsonl", "json", "csv", "xml", "html", "warc"]

_BOM = b"\xef\xbb\xbf"
_PICKLE = re.compile(rb"\x80[\x02-\x05]|\(?[dl]p0\n|c__builtin__\n|ccopy_?reg\n|\}q\x00|\]q\x00")
#: A dict whose first key is a string, as `marshal` writes it.
_MARSHAL = re.compile(rb"[{\xfb](?:[\xda\xfa\xf5\xf4\xe1]|[zZuat][\x00-\x1f])")
_REFUSED = ((b"PK\x03\x04", "a zip archive or an office file: unpack it first"),)
_TAR = (257, b"ustar")
_COMMENTS = re.compile(rb"(?:\s|<!--.*?-->|<\?xml[^>]*\?>)*", re.DOTALL)
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_XML = re.compile(rb"<\?xml\b|<items[\s>]")
#: an object whose first key is an address: articles by their address, all in one object
_BY_URL = re.compile(rb'\{\s*"https?://[^"\n]*"\s*:\s*\{')
#: `{` before a quotation mark or `}`; `[` before `{`, `]`, or nothing
_OBJECT = re.compile(rb'\{\s*["}]')
_ARRAY = re.compile(rb"\[\s*(?:[{\]]|$)")


def refuse(head: bytes) -> None:
    """Refuse what is never read, whatever the user says it is.

    Raises:
        InputError: RB008, with what to do instead.
    """
    if _PICKLE.match(head) or _MARSHAL.match(head):
        detail = "pickled or marshalled data runs or crashes code when read; export JSON Lines"
        raise InputError("RB008", detail)
    for magic, detail in _REFUSED:
        if head.startswith(magic):
            raise InputError("RB008", detail)
    at, magic = _TAR
    if head[at:].startswith(magic):
        raise InputError("RB008", "a tar archive: unpack it first")


def sniff(head: bytes, name: str = "") -> Format:
    """Return the format of a stream by its first bytes.

    Args:
        head: the first bytes, decompressed.
        name: the name of the file; its ending decides only where the content does not.
    """
    if wide := wide_encoding(head):
        head = head.decode(wide, "ignore").encode()
    start = head.removeprefix(_BOM).lstrip()
    ending = _ending(name)
    if start.startswith(b"WARC/"):
        return "warc"
    if start.startswith(b"<"):
        return _markup(start, ending)
    if _ARRAY.match(start) or _BY_URL.match(start):
        return "json"
    if _OBJECT.match(start):
        return _lines_or_object(start)
    return "csv" if looks_like_table(start, ending) else "txt"


def _markup(start: bytes, ending: str) -> Format:
    begins = _COMMENTS.match(start)
    inner = start[begins.end() :] if begins else start
    if _HTML.match(inner) or ending in (".html", ".htm", ".xhtml"):
        return "html"
    return "xml" if _XML.match(start) or ending == ".xml" else "txt"


def _lines_or_object(start: bytes) -> Format:
    """Tell lines from one object that runs over several lines: its first line is not closed."""
    first, _, rest = start.partition(b"\n")
    closed = first.rstrip().endswith(b"}") or len(start) == len(first)
    return "jsonl" if closed or rest.lstrip(b"\r\n").startswith(b"{") else "json"


def _ending(name: str) -> str:
    """Return the ending of a name in lower case, that of its compression left out."""
    endings = [suffix.lower() for suffix in Path(name).suffixes]
    while endings and endings[-1] in (".gz", ".zst", ".xz", ".bz2", ".lzma"):
        endings.pop()
    return endings[-1] if endings else ""
