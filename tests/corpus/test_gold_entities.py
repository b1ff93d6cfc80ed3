"""Entity lines of gold: what they mark, and what is wrong with them."""

from __future__ import annotations

from pathlib import Path

import pytest

from rennbericht.curation.corpus import check, compile_gold, gold_text
from rennbericht.errors import RennberichtError

TEXT = (
    "Ahos Sieg für Ferrari\n\n"
    "Mika Aho gewann im Ferrari vor Erik Aho. Aho-Fans jubelten, Aho weinte, "
    "denn Ferraris Rang war ein Ferrari-Fest in der Spitzkehre.\n"
)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    for folder in ("reports", "gold"):
        (tmp_path / folder).mkdir()
    (tmp_path / "reports" / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "splits.json").write_text('{"train": ["a"]}')
    return tmp_path


def marked(corpus: Path, *lines: str) -> list[tuple[str, str, int]]:
    (corpus / "gold" / "a.gold").write_text("\n".join(lines) + "\n", encoding="utf-8")
    found = compile_gold(corpus, "a").get("entities", [])
    return [(e["label"], TEXT[e["start"] : e["end"]], e["start"]) for e in found]


def test_whole_words_are_marked_longer_ones_first(corpus: Path) -> None:
    found = marked(corpus, "@ DRIVER Mika Aho | Aho", "@ DRIVER Erik Aho", "@ CORNER Spitzkehre")
    assert [words for _, words, _ in found] == ["Ahos", "Mika Aho", "Erik Aho", "Aho", "Spitzkehre"]
    assert found[3][2] == TEXT.index("Aho weinte")
    ids = [e.get("id") for e in compile_gold(corpus, "a")["entities"]]
    assert ids == ["driver:mika-aho", "driver:mika-aho", "driver:erik-aho", "driver:mika-aho", None]


def test_numbers_part_what_is_written_alike(corpus: Path) -> None:
    found = marked(corpus, "@ TEAM Ferrari#1,3", "@ MANUFACTURER Ferrari")
    assert [(label, words) for label, words, _ in found] == [
        ("TEAM", "Ferrari"), ("MANUFACTURER", "Ferrari"), ("TEAM", "Ferraris"),
    ]  # fmt: skip


def test_a_full_name_need_not_stand_in_the_text(corpus: Path) -> None:
    assert [w for _, w, _ in marked(corpus, "@ DRIVER Mika Juhani Aho | Aho#1")] == ["Ahos"]


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        (["@ PILOT Aho"], "unknown label 'PILOT'"),
        (["@ DRIVER"], "expected: @ LABEL"),
        (["@ CORNER Tarzanbocht"], "'Tarzanbocht' stands 0 times"),
        (["@ DRIVER Mika Aho | Bos"], "'Bos' stands 0 times"),
        (["@ TEAM Ferrari#4"], "'Ferrari' stands 3 times"),
        (["@ TEAM Ferrari", "@ MANUFACTURER Ferrari"], "'Ferrari' is claimed by line 1 too"),
        (["@ TEAM Ferrari#1", "@ CAR Ferrari#1,2"], "'Ferrari' is claimed by line 1 too"),
        (["@ CORNER Spitzkehre | | Haarnadel"], "empty words"),
    ],
)
def test_faults_are_told_with_their_line(corpus: Path, lines: list[str], reason: str) -> None:
    with pytest.raises(RennberichtError, match=reason) as caught:
        marked(corpus, *lines)
    assert (caught.value.code, caught.value.line) == ("RB301", len(lines))


def test_a_report_without_entities_is_a_fault(corpus: Path) -> None:
    marked(corpus, "> Mika Aho gewann", 'result "gewann" | Mika Aho | position=1')
    gold = gold_text(compile_gold(corpus, "a"))
    (corpus / "gold" / "a.gold.json").write_text(gold, encoding="utf-8")
    assert [fault.partition(": ")[2] for fault in check(corpus)] == [
        "gold file not valid: no entities"
    ]
