"""Inputs that no scraper wrote: random bytes, and the fixtures damaged at random."""

from __future__ import annotations

import random
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from rennbericht.errors import CATALOGUE
from rennbericht.sources.article import ArticleInput, Warnings
from rennbericht.sources.read import TEXT_LIMIT, Item, read_inputs

FIXTURES = Path(__file__).parents[1] / "fixtures" / "inputs"
#: What damage is made of: signs that mean something to one of the readers.
_PIECES = (
    b'"', b"'", b"{", b"}", b"[", b"]", b",", b":", b"\\", b"\n", b"\r\n", b"\x00", b"\xff",
    b"\xc3", b"\xef\xbb\xbf", b"\xff\xfe", b"<", b">", b"&", b"<item>", b"</item>", b"\t",
    b"WARC/1.0\r\n", b"Content-Length: 9999999\r\n", b"\r\n\r\n", b"\\ud83d", b"1e999", b"NaN",
    b"null", b"{}", b'{"text": ', b"\x1f\x8b\x08", b"\x28\xb5\x2f\xfd", b"PAR1", b"\xe2\x80\xa8",
    b"[" * 2000, b'{"a":' * 2000, b"<a>" * 2000, b"-1", b"deu", b"%", b"\x1a", b"\x80\x04",
)  # fmt: skip


def damage(data: bytes, rng: random.Random) -> bytes:
    """Data with a few pieces changed, put in, taken out, repeated or swapped."""
    for _ in range(rng.randint(1, 6)):
        start = rng.randrange(len(data) + 1)
        end = min(len(data), start + rng.choice((0, 1, 1, 2, 8, 60, 400)))
        how = rng.randrange(6)
        if how == 0:
            data = data[:start] + rng.choice(_PIECES) + data[end:]
        elif how == 1:
            data = data[:start] + rng.choice(_PIECES) + data[start:]
        elif how == 2:
            data = data[:start] + data[end:]
        elif how == 3:
            data = data[:end] + data[start:end] * rng.randint(1, 3) + data[end:]
        elif how == 4:
            data = data[:start] + rng.randbytes(end - start) + data[end:]
        else:
            data = data[: max(1, start)]
    return data


def inputs(number: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """Names and contents: one in eight is random, the others are damaged fixtures."""
    rng = random.Random(seed)
    fixtures = [(path.name, path.read_bytes()) for path in sorted(FIXTURES.iterdir())]
    for index in range(number):
        if rng.randrange(8) == 0:
            name = rng.choice(("a.txt", "a.jsonl", "a.csv", "a.html", "a.xml", "a.warc", "a"))
            pieces = rng.choices(_PIECES, k=rng.randint(0, 20))
            yield name, b"".join(pieces) + rng.randbytes(rng.choice((0, 3, 50, 3000)))
            continue
        name, data = fixtures[index % len(fixtures)]
        yield name, damage(data, rng)


def account(name: str, data: bytes) -> list[Item]:
    """Read an input; whatever it is, it must be accounted for."""
    warnings: Warnings = Counter()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        items = list(read_inputs([str(path)], warnings=warnings))
    # a crawl may hold nothing but what is passed over, and that is counted
    assert items or warnings, name
    for item in items:
        assert item.doc_id
        if isinstance(item, ArticleInput):
            assert item.text.strip()
            assert len(item.text) <= TEXT_LIMIT
            item.text.encode()
        else:
            assert item.code in CATALOGUE
            assert item.dead_letter()["path"] == str(path)
            assert len(item.excerpt) <= 400
    return items
