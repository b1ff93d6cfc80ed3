"""Classes of words: each that the code asks for is there, each that is there is asked for."""

from __future__ import annotations

import re
from pathlib import Path

import rennbericht
from rennbericht.clauses.words import load_words
from rennbericht.patterns import patterns_dir, word_classes

SOURCES = "\n".join(
    path.read_text(encoding="utf-8") for path in Path(rennbericht.__file__).parent.rglob("*.py")
)
#: `classes["cause-preposition"]`, `shipped_class("generation")`, `is_a(verb, "steering")`
ASKED = re.compile(r'(?:\b(?:words|classes)\[|shipped_class\()"([a-z-]+)"[\])]')
VERBS = re.compile(r'(?:\bverbs\["([a-z-]+)"\]|is_a\([^"]*"([a-z-]+)"\))')


def test_every_class_that_the_code_asks_for_is_there() -> None:
    asked = set(ASKED.findall(SOURCES))
    assert len(asked) > 50
    assert not asked - word_classes(patterns_dir()).keys()
    verbs = {one or other for one, other in VERBS.findall(SOURCES)}
    assert len(verbs) > 10
    assert not verbs - load_words().verbs.keys()


def test_every_class_has_a_reader() -> None:
    classes = {*word_classes(patterns_dir()), *load_words().verbs}
    unread = {name for name in classes if f'"{name.partition(":")[0]}"' not in SOURCES}
    assert not unread
