"""Reads large inputs made on the fly, under a cap on memory; prints seconds and peak memory.

    python tests/bench/inputs.py [--megabytes 2000] [--cap 400] [FORM ...]

Each form is read in a process of its own, whose address space is limited (`--cap`, in MB beyond
what it takes after the imports). The data come through a pipe, so no disk is needed: a reader
that would seek or hold the file fails. Forms: see `MAKERS`.
"""

from __future__ import annotations

import argparse
import bz2
import gzip
import json
import lzma
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

SENTENCE = "Ida Adler überholte in Runde {} kurz vor der Parabolika Bo Brandt und war „vorn“. "


def articles(size: int) -> Iterator[dict[str, Any]]:
    """Articles of some 3 KB until they make up so many bytes."""
    number = 0
    while size > 0:
        number += 1
        text = "\n".join(SENTENCE.format(number + n) for n in range(32))
        size -= len(text.encode()) + 200
        yield {"url": f"https://example.org/{number}", "title": "Adler siegt", "text": text,
               "date": "2011-10-15", "authors": ["Uta Muster"]}  # fmt: skip


def lines(size: int) -> Iterator[bytes]:
    """JSON Lines."""
    for article in articles(size):
        yield json.dumps(article, ensure_ascii=False).encode() + b"\n"


def array(size: int) -> Iterator[bytes]:
    """One array, as fundus and Scrapy write it."""
    yield b"["
    for number, article in enumerate(articles(size)):
        yield (b",\n" if number else b"") + json.dumps(article, ensure_ascii=False).encode()
    yield b"]"


def one_line(size: int) -> Iterator[bytes]:
    """One line that is longer than any that is read, between two that are not."""
    yield b'{"text": "Adler vorn."}\n{"text": "'
    for _ in range(size // 1_000_000):
        yield b"Adler vor Brandt. " * 55_556
    yield b'"}\n{"text": "Brandt vorn."}\n'


def csv(size: int) -> Iterator[bytes]:
    """A table."""
    yield b"url,title,text,date\r\n"
    for article in articles(size):
        row = (article[key] for key in ("url", "title", "text", "date"))
        yield ",".join(f'"{cell}"' for cell in row).encode() + b"\r\n"


def xml(size: int) -> Iterator[bytes]:
    """Elements, as Scrapy writes them."""
    yield b"<?xml version='1.0' encoding='utf-8'?>\n<items>\n"
    for article in articles(size):
        inner = "".join(f"<{k}>{article[k]}</{k}>" for k in ("url", "title", "text", "date"))
        yield f"<item>{inner}</item>\n".encode()
    yield b"</items>"


def wet(size: int) -> Iterator[bytes]:
    """Records of plain text."""
    for number, article in enumerate(articles(size)):
        block = (article["title"] + "\n" + article["text"]).encode()
        head = (
            f"WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Record-ID: <urn:uuid:{number}>\r\n"
            "WARC-Identified-Content-Language: deu\r\nContent-Type: text/plain\r\n"
            f"Content-Length: {len(block)}\r\n\r\n"
        )
        yield head.encode() + block + b"\r\n\r\n"


def _packed(compressor: Any, parts: Iterator[bytes]) -> Iterator[bytes]:
    for part in parts:
        yield compressor.compress(part)
    yield compressor.flush()


def gz(size: int) -> Iterator[bytes]:
    """JSON Lines, a gzip member for every megabyte."""
    held: list[bytes] = []
    for line in lines(size):
        held.append(line)
        if len(held) == 350:
            yield gzip.compress(b"".join(held), 1)
            held.clear()
    yield gzip.compress(b"".join(held), 1)


def zst(size: int) -> Iterator[bytes]:
    """JSON Lines in one zstandard frame."""
    import zstandard

    return _packed(zstandard.ZstdCompressor().compressobj(), lines(size))


MAKERS: dict[str, Callable[[int], Iterator[bytes]]] = {
    "jsonl": lines,
    "json": array,
    "one-line": one_line,
    "csv": csv,
    "xml": xml,
    "wet": wet,
    "jsonl.gz": gz,
    "jsonl.zst": zst,
    "jsonl.xz": lambda size: _packed(lzma.LZMACompressor(preset=0), lines(size)),
    "jsonl.bz2": lambda size: _packed(bz2.BZ2Compressor(1), lines(size)),
}


def memory(kind: str) -> int:
    """What Linux tells of this process's memory, in MB."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    line = next(line for line in status.splitlines() if line.startswith(kind))
    return int(line.split()[1]) // 1000


def read(cap: int) -> None:
    """Read standard input under the cap and print what came of it."""
    from rennbericht.sources.article import ArticleInput
    from rennbericht.sources.read import read_inputs

    if cap:
        limit = memory("VmSize") * 1_000_000 + cap * 1_000_000
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    before = memory("VmHWM")
    started = time.process_time()
    done = problems = characters = 0
    for item in read_inputs(["-"]):
        if isinstance(item, ArticleInput):
            done += 1
            characters += len(item.text)
        else:
            problems += 1
    found = {
        "articles": done, "problems": problems, "characters": characters,
        "seconds": round(time.process_time() - started, 1), "before": before,
        "peak": memory("VmHWM"),
    }  # fmt: skip
    sys.stdout.write(json.dumps(found) + "\n")


def measure(form: str, megabytes: int, cap: int) -> dict[str, Any]:
    """Make an input of a form and have it read by another process."""
    command = [sys.executable, __file__, "--read", "--cap", str(cap)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as reader:
        assert reader.stdin is not None
        assert reader.stdout is not None
        held: list[bytes] = []
        for number, part in enumerate(MAKERS[form](megabytes * 1_000_000)):
            held.append(part)
            if number % 200 == 199:
                reader.stdin.write(b"".join(held))
                held.clear()
        reader.stdin.write(b"".join(held))
        reader.stdin.close()
        found: dict[str, Any] = json.loads(reader.stdout.read())
    return found


def main() -> None:
    """Measure the forms asked for and print a line for each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("forms", nargs="*", metavar="FORM", default=["jsonl", "json"])
    parser.add_argument("--megabytes", type=int, default=2000)
    parser.add_argument("--cap", type=int, default=400, help="MB; 0 is none")
    parser.add_argument("--read", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.read:
        read(options.cap)
        return
    for form in MAKERS if options.forms == ["all"] else options.forms:
        found = measure(form, options.megabytes, options.cap)
        speed = options.megabytes / max(found["seconds"], 0.1)
        print(
            f"{form:10} {options.megabytes} MB in {found['seconds']} s ({speed:.0f} MB/s): "
            f"{found['articles']} articles, {found['problems']} problems; memory "
            f"{found['before']} MB before, {found['peak']} MB at most",
            flush=True,
        )


if __name__ == "__main__":
    main()
