"""Which key of a record gives what: the table of aliases, in their order.

Keys of news-please, trafilatura, newspaper4k, fundus, Scrapy projects, schema.org and Zyte, data
sets of Hugging Face, and Common Crawl.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

TEXT = ("maintext", "articleBody", "text", "plaintext", "body", "content", "article_text",
        "fulltext", "raw_text")  # fmt: skip
TITLE = ("title", "headline", "name", "title_page", "title_rss")
LEAD = ("description", "excerpt", "summary", "teaser", "lead")
URL = ("url", "canonicalUrl", "canonical_link", "link", "source", "WARC-Target-URI", "@id",
       "mainEntityOfPage")  # fmt: skip
PUBLISHED = ("date_publish", "datePublished", "publishing_date", "publish_date", "published",
             "pub_date", "date", "datePublishedRaw")  # fmt: skip
RETRIEVED = ("date_download", "filedate", "fetched", "WARC-Date")
MODIFIED = ("date_modify", "dateModified")
LANGUAGE = ("language", "lang", "inLanguage", "meta_lang", "WARC-Identified-Content-Language")
AUTHORS = ("authors", "author", "byline")
DOMAIN = ("source_domain", "hostname", "domain", "source-hostname", "meta_site_name")
SECTION = ("section", "articleSection", "categories")
IDS = ("id", "dId", "fingerprint", "WARC-Record-ID")
#: All of them.
ALL = (*TEXT, *TITLE, *LEAD, *URL, *PUBLISHED, *RETRIEVED, *MODIFIED, *LANGUAGE, *AUTHORS, *DOMAIN,
       *SECTION, *IDS)  # fmt: skip

_MISSING = frozenset({"", "None", "none", "null", "nan", "NaN"})


@dataclass(frozen=True, slots=True)
class Keys:
    """Keys that the user names; they go before the aliases. A dot leads into an object.

    `fields.body` is the key of that name, else `body` in the object under `fields`; a number
    takes one of a list, as in `versions.0.text`.
    """

    text: str | None = None
    id: str | None = None
    date: str | None = None
    #: whether records are wanted too that say they are in another language
    every: bool = False


def missing(value: str) -> bool:
    """Return whether a string only says that there is none."""
    return value.strip() in _MISSING


def at(record: Any, path: str) -> Any:
    """Return what stands at a dotted path, None where nothing does."""
    if isinstance(record, list):
        head, _, rest = path.partition(".")
        found = record[int(head)] if head.isdecimal() and int(head) < len(record) else None
        return at(found, rest) if rest else found
    if not isinstance(record, dict):
        return None
    if path in record:
        return record[path]
    head, dot, rest = path.partition(".")
    return at(record[head], rest) if dot and head in record else None
