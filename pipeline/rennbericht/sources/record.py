"""One JSON object of a scraper as an article: the table of aliases.

Each field is the first alias that is there and not missing. Keys of news-please, trafilatura,
newspaper4k, fundus, Scrapy and schema.org, Hugging Face datasets and Common Crawl.
"""

from __future__ import annotations

import re
from typing import Any

from rennbericht.contract.ids import text_sha256
from rennbericht.errors import InputError
from rennbericht.sources.article import ArticleInput, Provenance, Warnings
from rennbericht.sources.published import parse_published

TEXT = ("maintext", "articleBody", "text", "plaintext", "body", "content", "article_text",
        "fulltext", "raw_text")  # fmt: skip
TITLE = ("title", "headline", "name", "title_page", "title_rss")
LEAD = ("description", "excerpt", "summary", "teaser", "lead")
URL = ("url", "canonicalUrl", "canonical_link", "link", "source", "WARC-Target-URI")
PUBLISHED = ("date_publish", "datePublished", "publishing_date", "publish_date", "published",
             "pub_date", "date")  # fmt: skip
LANGUAGE = ("language", "lang", "inLanguage", "meta_lang", "WARC-Identified-Content-Language")
IDS = ("id", "dId", "fingerprint", "WARC-Record-ID")

_MISSING = frozenset({"", "None", "none", "null", "nan", "NaN"})
_GERMAN = frozenset({"de", "deu", "ger", "german", "deutsch"})
_SURROGATE = re.compile("[\ud800-\udfff]")


def article_of(record: dict[str, Any], source: Provenance, warnings: Warnings) -> ArticleInput:
    """Return the article that a record holds.

    Raises:
        InputError: RB006 no text, RB010 another language, RB011 an empty record.
    """
    if not record:
        raise InputError("RB011", "an object without keys")
    text = _text(record)
    if text is None or not text.strip():
        raise InputError("RB006", f"none of {', '.join(TEXT)}")
    language = _language(record)
    if language is not None and language not in _GERMAN:
        raise InputError("RB010", f"the record says {language!r}")
    url = next((u for key in URL if (u := _string(record, key)) and _is_url(u)), None)
    lead = _first(record, LEAD) or _paragraphs(record.get("body"), "summary")
    published = None
    if given := _first(record, PUBLISHED):
        published = parse_published(given)
        warnings["date_not_read"] += published is None
    return ArticleInput(
        doc_id=_first(record, IDS) or "sha256:" + text_sha256(url or text)[:16],
        text=text,
        title=_first(record, TITLE),
        lead=None if lead is None or _opens(lead, text) else lead,
        url=url,
        language=language,
        published=published[0] if published else None,
        published_precision=published[1] if published else None,
        source=source,
    )


def records_of(value: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the records of an object: itself, or its values where it maps addresses to records."""
    if value and all(_is_url(key) and isinstance(item, dict) for key, item in value.items()):
        return [{"url": key, **item} if item else item for key, item in value.items()]
    return [value]


def _string(record: dict[str, Any], key: str) -> str | None:
    """Return a value as string, None where it is missing; half a surrogate pair becomes U+FFFD."""
    value = record.get(key)
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str) or value.strip() in _MISSING:
        return None
    return value if value.isascii() else _SURROGATE.sub("\ufffd", value)


def _first(record: dict[str, Any], keys: tuple[str, ...]) -> str | None:
    return next((value for key in keys if (value := _string(record, key)) is not None), None)


def _text(record: dict[str, Any]) -> str | None:
    for key in TEXT:
        if (value := _string(record, key)) is not None:
            return value
        if key == "body" and (value := _sections(record.get("body"))) is not None:
            return value
    return None


def _sections(body: Any) -> str | None:
    """Return the nested body of fundus as text: headlines and paragraphs, blank lines between."""
    if not isinstance(body, dict) or not isinstance(body.get("sections"), list):
        return None
    parts = [
        part
        for section in body["sections"]
        for key in ("headline", "paragraphs")
        if (part := _paragraphs(section, key)) is not None
    ]
    return "\n\n".join(parts) or None


def _paragraphs(holder: Any, key: str) -> str | None:
    value = holder.get(key) if isinstance(holder, dict) else None
    if not isinstance(value, list):
        return None
    return "\n\n".join(part for part in value if isinstance(part, str) and part.strip()) or None


def _language(record: dict[str, Any]) -> str | None:
    """Return the language code in lower case, `de` for every way to say German.

    newspaper4k writes its default `en` for any page, so what the page says of itself goes first.
    """
    own = _string(record, "meta_lang")
    value = own or _first(record, LANGUAGE)
    if value is None:
        return None
    code = re.split(r"[-_,; ]", value.strip().lower(), maxsplit=1)[0]
    return "de" if code in _GERMAN else code


def _is_url(value: str) -> bool:
    return value.startswith(("http://", "https://"))


def _opens(lead: str, text: str) -> bool:
    """Return whether the lead is only the beginning of the text."""
    short = " ".join(lead.casefold().split()).rstrip(" .…[]")
    return " ".join(text[: 2 * len(lead) + 200].casefold().split()).startswith(short)
