"""Articles that come again: by their id, or by their text as agencies send it to many sites."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from typing import Literal, NamedTuple

from rennbericht.sources.article import ArticleInput, Problem

SameId = Literal["both", "first", "last"]
SameText = Literal["both", "first"]
Item = ArticleInput | Problem


@dataclass(frozen=True)
class Elsewhere:
    """What stands in the inputs before and behind those that are read, by hashes.

    Only what comes more than once has to be in it.
    """

    #: how often an id was met before
    before: Mapping[int, int] = field(default_factory=dict)
    #: how many articles of an id are still to come, those that are read included
    left: Mapping[int, int] = field(default_factory=dict)
    #: ids and texts of articles that were met before
    articles: frozenset[int] = frozenset()
    texts: frozenset[int] = frozenset()

    def digest(self) -> str:
        """A digest of all of it."""
        parts = (
            sorted(self.before.items()), sorted(self.left.items()), sorted(self.articles),
            sorted(self.texts),
        )  # fmt: skip
        return blake2b(repr(parts).encode(), digest_size=8).hexdigest()


def id_hash(doc_id: str) -> int:
    """A hash that is the same in every process; a third of the memory that millions of ids take."""
    return int.from_bytes(blake2b(doc_id.encode(), digest_size=8).digest(), "big", signed=True)


def text_hash(text: str) -> int:
    """The same of a text, whatever blanks and line ends stand in it."""
    return id_hash(" ".join(text.split()))


class Hashes(NamedTuple):
    """What an item is told apart by: hashes of its id and text, and whether it is an article."""

    id: int
    article: bool
    text: int = 0


def repeated(hashes: Iterable[int]) -> dict[int, int]:
    """How often those come that come more than once."""
    once: set[int] = set()
    more: dict[int, int] = {}
    for key in hashes:
        if key in once:
            more[key] = more.get(key, 1) + 1
        once.add(key)
    return more


def around(parts: Sequence[Sequence[Hashes]], same_id: SameId = "both") -> list[Elsewhere]:
    """What stands before and behind each part of a run, as far as its own items come again.

    Args:
        parts: the hashes of each part's items, in their order.
        same_id: which of the articles of one id are kept; the texts of others do not count.
    """
    to_come = Counter(one.id for part in parts for one in part if one.article)
    met: Counter[int] = Counter()
    articles: set[int] = set()
    texts: set[int] = set()
    found: list[Elsewhere] = []
    for part in parts:
        ids = {one.id for one in part}
        own = [one for one in part if one.article]
        found.append(
            Elsewhere(
                before={key: met[key] for key in ids if key in met},
                left={one.id: to_come[one.id] for one in own if to_come[one.id] > 1},
                articles=frozenset(one.id for one in own) & articles,
                texts=frozenset(one.text for one in own) & texts,
            )
        )
        met.update(one.id for one in part)
        for one in own:
            to_come[one.id] -= 1
            dropped = {"first": one.id in articles, "last": to_come[one.id] > 0}
            if not dropped.get(same_id):
                texts.add(one.text)
            articles.add(one.id)
    return found


def told_apart(
    items: Iterable[Item],
    same_id: SameId = "both",
    same_text: SameText = "both",
    elsewhere: Elsewhere | None = None,
) -> Iterator[Item]:
    """Yield the items, an id met again as `x~2`, `x~3`; articles that are not wanted are skips.

    Args:
        items: articles and problems.
        same_id: which of the articles of one id are kept; for `last` `elsewhere.left` is needed.
        same_text: which of the articles of one text are kept.
        elsewhere: what stands before and behind the items.
    """
    elsewhere = elsewhere or Elsewhere()
    met: set[int] = set()
    times, left = dict(elsewhere.before), dict(elsewhere.left)
    articles, texts = set(elsewhere.articles), set(elsewhere.texts)
    for item in items:
        key = id_hash(item.doc_id)
        found = item
        if isinstance(item, ArticleInput):
            if key in left:
                left[key] -= 1
            reason = None
            if same_id == "first" and key in articles:
                reason = "RB015", "an article of this id came before"
            elif same_id == "last" and left.get(key, 0) > 0:
                reason = "RB015", "an article of this id comes later"
            elif same_text == "first":
                words = text_hash(item.text)
                if words in texts:
                    reason = "RB016", "an article of this text came before"
                texts.add(words)
            if same_id == "first":
                articles.add(key)
            if reason is not None:
                found = Problem(item.doc_id, *reason, item.source)
        if key in times:
            times[key] += 1
        elif key in met:
            times[key] = 2
        else:
            met.add(key)
        if key in times:
            found = replace(found, doc_id=f"{item.doc_id}~{times[key]}")
        yield found
