"""German or not: by what a record or page says, and by the words that no German text lacks."""

from __future__ import annotations

import re
from functools import cache

from rennbericht.patterns import patterns_dir, read_jsonl

_CODES = frozenset({"de", "deu", "ger", "german", "deutsch"})
_WORD = re.compile(r"[^\W\d_]+")
_LANG = re.compile(r"<html\b[^>]*?\blang\s*=\s*[\"']?\s*([A-Za-z-]+)", re.IGNORECASE)
_HIDDEN = re.compile(
    r"<(script|style|noscript|svg)\b.*?</\1\s*>|<!--.*?-->|<[^>]*>", re.IGNORECASE | re.DOTALL
)
#: Characters of a page, and of its words, that are looked at.
_PAGE, _SAMPLE = 300_000, 20_000
#: Share of German function words, in a text and in a page with its menus.
_IN_TEXT, _IN_PAGE = 0.12, 0.04


def language_code(value: str) -> str:
    """Return a language as a code in lower case, `de` for every way to say German.

    Of a list (`deu,eng`) the first counts, which is the dominant one.
    """
    code = re.split(r"[-_,; ]", value.strip().lower(), maxsplit=1)[0]
    return "de" if code in _CODES else code


@cache
def _function_words() -> frozenset[str]:
    path = patterns_dir() / "language" / "function-words.jsonl"
    return frozenset(record["word"] for _, record in read_jsonl(path))


def german_share(text: str) -> float:
    """Return the share of German function words among the words of a text."""
    german = _function_words()
    words = _WORD.findall(text[:_SAMPLE].lower())
    return sum(word in german for word in words) / len(words) if words else 0.0


def seems_german(text: str) -> bool:
    """Return whether a text has as many German function words as running text has."""
    return german_share(text) >= _IN_TEXT


def page_language(html: str) -> str | None:
    """Return the language that a page declares, as a code."""
    declared = _LANG.search(html[:_PAGE])
    return language_code(declared[1]) if declared else None


def page_words(html: str) -> str:
    """Return what stands between the tags of a page, scripts and styles left out."""
    return _HIDDEN.sub(" ", html[:_PAGE])


def german_page(html: str) -> bool:
    """Return whether a page may be German, before its text is extracted.

    Its words decide, not what it declares: templates say `en` over German text and the other way
    round. One that declares German needs half as many.
    """
    share = german_share(page_words(html))
    return share >= (_IN_PAGE / 2 if page_language(html) == "de" else _IN_PAGE)
