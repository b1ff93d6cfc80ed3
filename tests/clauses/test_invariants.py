"""Whatever the tags: no clause finder may fail, and its output holds together."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc
from spacy.vocab import Vocab

from rennbericht.clauses.component import ClauseFinder
from rennbericht.clauses.model import CLAUSES, Clause, ClauseKind, LinkKind
from rennbericht.clauses.show import show
from rennbericht.entities.model import MENTIONS, Mention

WORDS = [
    ("Vettel", "NE"), ("Rennen", "NN"), ("Box", "NN"), ("der", "ART"), ("der", "PRELS"),
    ("die", "PDS"), ("einen", "ART"), ("kein", "PIAT"), ("alten", "ADJA"), ("schnell", "ADJD"),
    ("drei", "CARD"), ("an", "APPR"), ("im", "APPRART"), ("von", "APPR"), ("für", "APPR"),
    ("um", "KOUI"),
    ("um", "APPR"), ("weil", "KOUS"), ("als", "KOUS"), ("als", "KOKOM"), ("wie", "PWAV"),
    ("und", "KON"), ("sondern", "KON"), ("oder", "KON"), ("aber", "KON"), ("er", "PPER"),
    ("es", "PPER"), ("sich", "PRF"), ("nicht", "PTKNEG"), ("nur", "ADV"), ("dann", "ADV"),
    ("fiel", "VVFIN"), ("war", "VAFIN"), ("musste", "VMFIN"), ("werden", "VAINF"),
    ("lassen", "VVINF"), ("ziehen", "VVINF"), ("überholt", "VVPP"), ("worden", "VAPP"),
    ("zu", "PTKZU"), ("vorbeizugehen", "VVIZU"), ("zurück", "PTKVZ"), (",", "$,"), (",", "$,"),
    (".", "$."), (":", "$."), (";", "$."), ("–", "$("), ("(", "$("), (")", "$("), ("„", "$("),
    ("“", "$("), ("/", "$("), ("dessen", "PRELAT"), ("weder", "KON"), ("noch", "ADV"),
    ("sowohl", "KON"), ("\n", "$("),
]  # fmt: skip


@pytest.fixture(scope="module")
def finder() -> ClauseFinder:
    return ClauseFinder()


def build(picks: list[int], marks: list[tuple[int, int, str]], starts: list[bool]) -> Doc:
    """A Doc of picked words; marks are (start, length, label) of mentions."""
    chosen = [WORDS[pick] for pick in picks]
    doc = Doc(Vocab(), words=[word for word, _tag in chosen])
    for token, (word, tag), first in zip(doc, chosen, starts, strict=False):
        token.tag_, token.lemma_, token.is_sent_start = tag, word.lower(), first
    mentions: list[Mention] = []
    for start, length, label in sorted(marks):
        if start + length <= len(doc):
            mentions.append(
                {
                    "start": start, "end": start + length, "label": label, "id": None,
                    "name": None, "candidates": [], "readings": [], "surname_only": False,
                    "source": "rule", "line": None, "normalised": None, "value": None,
                    "parts": {},
                }
            )  # fmt: skip
    doc.user_data[MENTIONS] = mentions
    return doc


@settings(max_examples=200, deadline=None)
@given(
    picks=st.lists(st.integers(0, len(WORDS) - 1), max_size=150),
    marks=st.lists(
        st.tuples(
            st.integers(0, 149), st.integers(1, 3), st.sampled_from(["DRIVER", "CAR", "LAP"])
        ),
        max_size=6,
    ),
    starts=st.lists(st.booleans(), min_size=150, max_size=150),
)
def test_output_holds_together(
    finder: ClauseFinder,
    picks: list[int],
    marks: list[tuple[int, int, str]],
    starts: list[bool],
) -> None:
    doc = finder(build(picks, marks, starts))
    clauses: list[Clause] = doc.user_data[CLAUSES]
    taken: set[int] = set()
    for index, clause in enumerate(clauses):
        assert clause["index"] == index
        assert clause["kind"] in get_args(ClauseKind)
        assert -1 <= clause["subject"] < len(clause["phrases"])
        for start, end in clause["spans"]:
            assert start < end
            assert not taken & set(range(start, end))
            taken |= set(range(start, end))
        for phrase in clause["phrases"]:
            assert 0 <= phrase["start"] <= phrase["head"] < phrase["end"] <= len(doc)
            assert phrase["members"]
            for member in phrase["members"]:
                assert member["start"] < member["end"]
                assert -1 <= member["mention"] < len(doc.user_data[MENTIONS])
        for link in clause["links"]:
            assert link["kind"] in get_args(LinkKind)
            assert link["clause"] != index
            other = clauses[link["clause"]]
            assert other["sentence"] == clause["sentence"]
            assert -1 <= link["phrase"] < len(other["phrases"])
    assert show(doc).count("[") >= len(clauses)


def test_same_input_same_output(finder: ClauseFinder) -> None:
    picks = list(range(len(WORDS)))
    first = finder(build(picks, [(0, 1, "DRIVER")], [False] * 150)).user_data[CLAUSES]
    second = ClauseFinder()(build(picks, [(0, 1, "DRIVER")], [False] * 150)).user_data[CLAUSES]
    assert first == second


def test_empty_doc(finder: ClauseFinder) -> None:
    assert finder(Doc(Vocab(), words=[])).user_data[CLAUSES] == []


def test_a_sentence_without_end_is_cut(finder: ClauseFinder) -> None:
    """A list of thousands of names must not cost more than its length."""
    vettel, comma = 0, WORDS.index((",", "$,"))
    doc = build([vettel, comma] * 2000, [], [True] + [False] * 3999)
    clauses: list[Clause] = finder(doc).user_data[CLAUSES]
    assert max(end - start for clause in clauses for start, end in clause["spans"]) < 300


def test_names_behind_a_preposition_break_off(finder: ClauseFinder) -> None:
    """`Vettel fiel, für Vettel und`: nothing stands behind the conjunction."""
    words = [("Vettel", "NE"), ("fiel", "VVFIN"), (",", "$,"), ("für", "APPR")]
    words += [("Vettel", "NE"), ("und", "KON")]
    doc = build([WORDS.index(word) for word in words], [], [True] + [False] * 5)
    assert finder(doc).user_data[CLAUSES]
