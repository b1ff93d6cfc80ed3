"""Articles that come again, in one stream and in parts of it."""

from __future__ import annotations

from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rennbericht.sources.again import (
    Elsewhere,
    Hashes,
    Item,
    SameId,
    SameText,
    around,
    id_hash,
    repeated,
    text_hash,
    told_apart,
)
from rennbericht.sources.article import ArticleInput, Problem, Provenance


def item(doc_id: str, text: str) -> Item:
    if not text:
        return Problem(doc_id, "RB006", "none", Provenance())
    return ArticleInput(doc_id, text)


def hashes(items: list[Item]) -> list[Hashes]:
    return [
        Hashes(id_hash(i.doc_id), True, text_hash(i.text))
        if isinstance(i, ArticleInput)
        else Hashes(id_hash(i.doc_id), False)
        for i in items
    ]


def shown(items: list[Item]) -> list[str]:
    return [f"{i.doc_id} {i.text if isinstance(i, ArticleInput) else i.code}" for i in items]


ITEMS = [item("x", "eins"), item("y", ""), item("x", "zwei"), item("y", "drei"), item("z", "ei ns")]


@pytest.mark.parametrize(
    ("same_id", "same_text", "wanted"),
    [
        ("both", "both", ["x eins", "y RB006", "x~2 zwei", "y~2 drei", "z ei ns"]),
        ("first", "both", ["x eins", "y RB006", "x~2 RB015", "y~2 drei", "z ei ns"]),
        ("last", "both", ["x RB015", "y RB006", "x~2 zwei", "y~2 drei", "z ei ns"]),
    ],
)
def test_policies(same_id: SameId, same_text: SameText, wanted: list[str]) -> None:
    left = repeated(one.id for one in hashes(ITEMS) if one.article)
    assert shown(list(told_apart(ITEMS, same_id, same_text, Elsewhere(left=left)))) == wanted


def test_copies_of_an_agency() -> None:
    items = [item("a", "Adler vorn.\nBrandt."), item("b", "Adler  vorn. Brandt."), item("c", "x")]
    found = list(told_apart(items, same_text="first"))
    assert [one.doc_id for one in found if isinstance(one, Problem)] == ["b"]
    assert isinstance(found[1], Problem) and found[1].code == "RB016" and found[1].skipped


@given(
    st.lists(
        st.lists(st.builds(item, st.sampled_from("xyz"), st.sampled_from(["", "a", "b", "c"]))),
        max_size=4,
    ),
    st.sampled_from(["both", "first", "last"]),
    st.sampled_from(["both", "first"]),
)
def test_parts_give_what_one_stream_gives(
    parts: list[list[Item]], same_id: SameId, same_text: SameText
) -> None:
    together = list(chain.from_iterable(parts))
    left = repeated(one.id for one in hashes(together) if one.article)
    wanted = shown(list(told_apart(together, same_id, same_text, Elsewhere(left=left))))
    found = [
        one
        for part, elsewhere in zip(parts, around([hashes(p) for p in parts], same_id), strict=True)
        for one in told_apart(part, same_id, same_text, elsewhere)
    ]
    assert shown(found) == wanted
