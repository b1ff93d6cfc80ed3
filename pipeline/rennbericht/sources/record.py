"""One JSON object of a scraper as an article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from rennbericht.contract.ids import text_sha256
from rennbericht.errors import InputError
from rennbericht.sources import keys as known
from rennbericht.sources.article import ArticleInput, Provenance, Warnings
from rennbericht.sources.decode import count_mojibake
from rennbericht.sources.keys import Keys, at, missing
from rennbericht.sources.language import language_code
from rennbericht.sources.published import parse_published

#: Longest text of a paid article that is taken for its beginning alone, in characters.
STUB = 1000
#: Nodes of JSON-LD that are articles.
_ARTICLE_TYPES = ("article", "posting", "report")
_SURROGATE = re.compile("[\ud800-\udfff]")


def article_of(
    record: dict[str, Any], source: Provenance, warnings: Warnings, keys: Keys | None = None
) -> ArticleInput:
    """Return the article that a record holds.

    Args:
        record: the object.
        source: where it stood.
        warnings: counts dates not understood and the like.
        keys: keys that go before the usual ones, and whether other languages are wanted.

    Raises:
        InputError: RB006 no text, RB010 another language, RB011 an empty record, RB013 only the
            beginning of a paid article.
    """
    keys = keys or Keys()
    if not record:
        raise InputError("RB011", "an object without keys")
    text = _text(record, keys.text)
    if text is None or not text.strip():
        names = (keys.text, *known.TEXT) if keys.text else known.TEXT
        raise InputError("RB006", f"none of {', '.join(names)}")
    language = _language(record, warnings)
    if language is not None and language != "de" and not keys.every:
        raise InputError("RB010", f"the record says {language!r}")
    if _paid(record) and len(text) < STUB:
        raise InputError("RB013", f"paid, and {len(text)} characters are there")
    count_mojibake(text, warnings)
    url = next((u for key in known.URL if (u := _string(_named(record, key))) and _is_url(u)), None)
    lead = _first(record, known.LEAD) or _paragraphs(_at(record.get("body"), "summary"))
    published = _date(record, (keys.date, *known.PUBLISHED), warnings)
    given = _string(at(record, keys.id)) if keys.id else None
    return ArticleInput(
        doc_id=given or _first(record, known.IDS) or "sha256:" + text_sha256(url or text)[:16],
        text=text,
        title=_first(record, known.TITLE),
        lead=None if lead is None or _opens(lead, text) else lead,
        url=url,
        language=language,
        published=published[0] if published else None,
        published_precision=published[1] if published else None,
        retrieved=_day(record, known.RETRIEVED),
        modified=_day(record, known.MODIFIED),
        source_domain=_domain(record, url),
        authors=_authors(record),
        section=next((s for key in known.SECTION if (s := _one(record.get(key)))), None),
        source=source,
    )


def records_of(value: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the records of an object.

    That is itself, or its values where it maps addresses to records, or the articles of a JSON-LD
    `@graph`.
    """
    if value and all(_is_url(key) and isinstance(item, dict) for key, item in value.items()):
        return [{"url": key, **item} if item else item for key, item in value.items()]
    graph = value.get("@graph")
    if isinstance(graph, list) and not any(key in value for key in known.TEXT):
        return [node for node in graph if _is_article(node)] or [value]
    return [value]


def _is_article(node: Any) -> bool:
    if not isinstance(node, dict):
        return False
    kinds = node.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return any(str(kind).lower().endswith(_ARTICLE_TYPES) for kind in kinds)


def _string(value: Any) -> str | None:
    """Return a value as string, None where it is missing; half a surrogate pair becomes U+FFFD."""
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value) if abs(value) < 10**30 else None
    if not isinstance(value, str) or missing(value):
        return None
    return value if value.isascii() else _SURROGATE.sub("\ufffd", value)


def _named(record: dict[str, Any], key: str) -> Any:
    """Return the value of a key; of an object its `@id`, as JSON-LD refers to pages."""
    value = record.get(key)
    return value.get("@id") if isinstance(value, dict) else value


def _first(record: dict[str, Any], keys: tuple[str, ...]) -> str | None:
    return next((value for key in keys if (value := _string(record.get(key))) is not None), None)


def _text(record: dict[str, Any], own: str | None) -> str | None:
    if own and (value := _prose(at(record, own))) is not None:
        return value
    for key in known.TEXT:
        value = record.get(key)
        if value is not None and (found := _prose(value)) is not None:
            return found
    return None


def _prose(value: Any) -> str | None:
    """Return text: a string as it stands, paragraphs of a list or of fundus' body put together."""
    if isinstance(value, list):
        return _paragraphs(value)
    return _sections(value) if isinstance(value, dict) else _string(value)


def _sections(body: dict[str, Any]) -> str | None:
    """Return the nested body of fundus as text: headlines and paragraphs, blank lines between."""
    if not isinstance(body.get("sections"), list):
        return None
    parts = [
        part
        for section in body["sections"]
        for key in ("headline", "paragraphs")
        if (part := _paragraphs(_at(section, key))) is not None
    ]
    return "\n\n".join(parts) or None


def _at(holder: Any, key: str) -> Any:
    return holder.get(key) if isinstance(holder, dict) else None


def _paragraphs(value: Any) -> str | None:
    if not isinstance(value, list):
        return None
    parts = [part for item in value if (part := _string(item)) is not None]
    return "\n\n".join(parts) or None


def _language(record: dict[str, Any], warnings: Warnings) -> str | None:
    """Return the language code in lower case, `de` for every way to say German.

    newspaper4k writes its default `en` for any page: what the page says of itself goes first, and
    where it says nothing the language is not known.
    """
    own = _string(record.get("meta_lang"))
    value = own or next(
        (found for key in known.LANGUAGE if (found := _one(record.get(key))) is not None), None
    )
    if value is None:
        return None
    code = language_code(value)
    if code == "en" and own is None and "meta_lang" in record:
        warnings["language_doubtful"] += 1
        return None
    return code


def _one(value: Any) -> str | None:
    """Return a value that may stand in a list, or as `name` of an object; strings up to `;`."""
    if isinstance(value, list):
        return next((found for item in value if (found := _one(item)) is not None), None)
    if isinstance(value, dict):
        return _string(value.get("alternateName")) or _string(value.get("name"))
    found = _string(value)
    return found and (found.partition(";")[0].strip() or None)


def _authors(record: dict[str, Any]) -> tuple[str, ...]:
    """Return the names of the authors: of strings, parted by `;`, and of objects."""
    for key in known.AUTHORS:
        if names := tuple(dict.fromkeys(_names(record.get(key)))):
            return names
    return ()


def _names(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        for item in value:
            if not isinstance(item, list):
                yield from _names(item)
    elif isinstance(value, dict):
        yield from _names(_string(value.get("name")))
    elif (found := _string(value)) is not None:
        yield from (name for part in found.split(";") if not missing(name := part.strip()))


def _domain(record: dict[str, Any], url: str | None) -> str | None:
    if (found := _first(record, known.DOMAIN)) is not None or url is None:
        return found
    try:
        return urlsplit(url).hostname
    except ValueError:
        return None


def _date(
    record: dict[str, Any], keys: tuple[str | None, ...], warnings: Warnings
) -> tuple[str, str] | None:
    """Return the first date that can be read."""
    given = False
    for key in keys:
        value = _string(at(record, key)) if key else None
        if value is not None:
            given = True
            if found := parse_published(value):
                return found
    warnings["date_not_read"] += given
    return None


def _day(record: dict[str, Any], keys: tuple[str, ...]) -> str | None:
    found = _date(record, keys, Warnings())
    return found[0] if found else None


def _paid(record: dict[str, Any]) -> bool:
    """Return whether the article is behind a pay wall, as fundus and schema.org tell it."""
    told = (record.get("free_access"), record.get("isAccessibleForFree"))
    return any(value is False or str(value).lower() == "false" for value in told)


def _is_url(value: str) -> bool:
    return value.startswith(("http://", "https://"))


def _opens(lead: str, text: str) -> bool:
    """Return whether the lead is only the beginning of the text."""
    short = " ".join(lead.casefold().split()).rstrip(" .…[]")
    return " ".join(text[: 2 * len(lead) + 200].casefold().split()).startswith(short)
