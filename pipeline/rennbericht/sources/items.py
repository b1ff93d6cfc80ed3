"""Articles as XML elements, as Scrapy writes them: `<items><item><title>...</title></item>`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any
from xml.parsers import expat

from rennbericht.errors import InputError
from rennbericht.sources.article import Provenance, Warnings
from rennbericht.sources.found import BYTE_LIMIT, Found, Stream, bad

_CHUNK = 1 << 18
#: Bytes kept while the next record is looked for: its tag may lie across two chunks.
_TAIL = 200


@dataclass
class _Element:
    """An element that is open."""

    name: str
    source: Provenance
    children: list[tuple[str, Any]] = field(default_factory=list)
    text: list[str] = field(default_factory=list)

    def value(self) -> Any:
        """Return its text, or its `<value>`s as a list, or its children by their names."""
        if not self.children:
            return "".join(self.text)
        if all(name == "value" for name, _ in self.children):
            return [value for _, value in self.children]
        found: dict[str, Any] = {}
        for name, value in self.children:
            if name in found:
                before = found[name]
                value = [*before, value] if isinstance(before, list) else [before, value]
            found[name] = value
        return found


class _Parser:
    """Collects the elements below the root as records.

    Args:
        source: the file.
        offset: bytes of it before what will be fed.
        line: line ends of it before that.
        encoding: what the file says of itself, where its head is not fed.
    """

    def __init__(
        self, source: Provenance, offset: int = 0, line: int = 0, encoding: str | None = None
    ) -> None:
        self.encoding = encoding
        self.root: str | None = None
        self.record: str | None = None
        self._source = source
        self._offset, self._line = offset, line
        self._open: list[_Element] = []
        self._found: list[Found] = []
        self._size = 0
        self._expat = expat.ParserCreate(encoding)
        self._expat.buffer_text = True
        self._expat.XmlDeclHandler = self._declaration
        self._expat.EntityDeclHandler = self._entity
        self._expat.StartElementHandler = self._start
        self._expat.EndElementHandler = self._end
        self._expat.CharacterDataHandler = self._characters
        self.feed = self._expat.Parse

    def take(self) -> list[Found]:
        """Return the records that are new."""
        found, self._found = self._found, []
        return found

    def here(self) -> Provenance:
        """Return the present place in the file."""
        return replace(
            self._source,
            line=self._line + self._expat.CurrentLineNumber,
            byte_offset=self._offset + max(self._expat.CurrentByteIndex, 0),
        )

    def broken(self, error: expat.ExpatError) -> Found:
        """Return the problem in place of the record that is open."""
        told = expat.ErrorString(error.code)
        if len(self._open) < 2:
            return bad(self.here(), "RB014", told)
        record = self._open[1]
        start = " ".join(str(value) for _, value in record.children)
        return bad(record.source, "RB014", told, start)

    def _declaration(self, version: str, encoding: str | None, standalone: int) -> None:
        self.encoding = encoding

    def _entity(self, *_: Any) -> None:
        raise InputError("RB008", "XML that declares entities, which may grow without end")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if not self._open:
            self.root = name
        elif len(self._open) == 1:
            self.record, self._size = name, 0
        self._open.append(_Element(name, self.here()))

    def _characters(self, data: str) -> None:
        self._size += len(data)
        if self._size <= BYTE_LIMIT and len(self._open) > 1:
            self._open[-1].text.append(data)

    def _end(self, name: str) -> None:
        element = self._open.pop()
        if len(self._open) > 1:
            self._open[-1].children.append((name, element.value()))
        elif self._open and self._size > BYTE_LIMIT:
            detail = f"an element of more than {BYTE_LIMIT} characters"
            self._found.append(bad(element.source, "RB007", detail))
        elif self._open:
            self._found.append(Found(element.source, element.value()))


def read_items(stream: Stream, source: Provenance, warnings: Warnings) -> Iterator[Found]:
    """Yield the elements below the root as records; behind a damaged one it goes on.

    Raises:
        InputError: RB004 an encoding that is not read, RB008 XML that declares entities.
    """
    parser = _Parser(source)
    data = stream.read1(_CHUNK)
    offset = line = 0  # of `data` in the file
    while True:
        tag: re.Pattern[bytes] | None = None
        cut = len(data)
        try:
            parser.feed(data, not data)
        except (LookupError, ValueError) as error:  # an encoding that Python or expat lacks
            raise InputError("RB004", f"XML in an encoding that is not read: {error}") from error
        except expat.ExpatError as error:
            yield from parser.take()
            yield parser.broken(error)
            tag = re.compile(rb"<%s[\s>]" % re.escape((parser.record or "item").encode()))
            cut = max((parser.here().byte_offset or 0) - offset + 1, 0)
        else:
            yield from parser.take()
        if not data:
            return
        while True:
            line += data.count(b"\n", 0, cut)
            offset += cut
            data = data[cut:]
            if tag is None:
                data = stream.read1(_CHUNK)
                break
            if begun := tag.search(data):
                line += data.count(b"\n", 0, begun.start())
                offset += begun.start()
                data = data[begun.start() :]
                root = b"<%s>" % (parser.root or "items").encode()
                parser = _Parser(source, offset - len(root), line, parser.encoding)
                parser.feed(root, False)
                break
            cut = max(len(data) - _TAIL, 0)
            more = stream.read1(_CHUNK)
            if not more:
                return
            data += more
