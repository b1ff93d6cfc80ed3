"""German or not: by what a record or page says, and by the words that no German text lacks.

Function words tell running text apart as well as any library and cost nothing to load: see
`language_of` for what they cannot tell, where nothing is said rather than something wrong.
"""

from __future__ import annotations

import re
from collections import Counter
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
#: Share of the function words of another language that tells it, how many of them there must be,
#: and how many times as many as German ones.
_OF_OTHERS, _AT_LEAST, _TIMES = 0.12, 3, 2


def language_code(value: str) -> str:
    """Return a language as a code in lower case, `de` for every way to say German.

    Of a list (`deu,eng`) the first counts, which is the dominant one.
    """
    code = re.split(r"[-_,; ]", value.strip().lower(), maxsplit=1)[0]
    return "de" if code in _CODES else code


@cache
def _function_words() -> dict[str, frozenset[str]]:
    path = patterns_dir() / "language" / "function-words.jsonl"
    return {line["language"]: frozenset(line["words"]) for _, line in read_jsonl(path)}


def language_of(text: str) -> str | None:
    """Return the language of a text as a code, None where too little tells it.

    Results and standings (`1. Vettel, 2. Alonso`), headlines and the like have no function words:
    nothing is said of them.
    """
    words = Counter(_WORD.findall(text[:_SAMPLE].lower()))
    total = sum(words.values())
    found = {
        code: sum(words[word] for word in known if word in words)
        for code, known in _function_words().items()
    }
    german = found.pop("de", 0)
    if not total:
        return None
    if german / total >= _IN_TEXT:
        return "de"
    code, most = max(found.items(), key=lambda item: item[1], default=("", 0))
    if most >= _AT_LEAST and most / total >= _OF_OTHERS and most > _TIMES * german:
        return code
    return "de" if german / total >= _IN_TEXT / 2 else None


def german_share(text: str) -> float:
    """Return the share of German function words among the words of a text."""
    german = _function_words()["de"]
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
