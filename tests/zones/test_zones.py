"""What holds for the zones of any text, and the component in a pipeline."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from rennbericht.errors import PatternError
from rennbericht.zones.component import ZoneMarker
from rennbericht.zones.cues import load_cues
from rennbericht.zones.model import FIELD, SILENT, ZONES, zone_kinds

NLP = spacy.blank("de")
MARKER = ZoneMarker()
LINES = [
    "", "", " ", "\t", "Vettel siegt in Suzuka", "Von Max Mustermann", "Foto: dpa", "(tk)",
    "Vettel gewann das Rennen. Hamilton fiel aus.", "Suzuka (dpa) - Vettel gewann.", "© LAT",
    "Mehr zum Thema", "» Alle Ergebnisse", "1. Vettel 1:32:04,123", "2. Hamilton", "3. Alonso",
    "14:32 Uhr: Vettel führt.", "+++ Vettel siegt +++ Hamilton raus +++", "- Rast an der Box",
    "„Das war toll“, sagte er.", '"', "„", "»", "Pos. Fahrer Team Zeit", "a\tb\tc", "|", "+++",
    "\u00ad", "\u00a0", "fuhr weiter und", "Anzeige", "Lesen Sie auch: Alonso tobt.", ":", "-",
]  # fmt: skip


def mark(text: str, field: str | None = None) -> Doc:
    doc = NLP(text)
    if field:
        doc.user_data[FIELD] = field
    return MARKER(doc)


def check(doc: Doc) -> None:
    counts = [0] * len(doc)
    for zone in doc.user_data[ZONES]:
        assert 0 <= zone["start"] < zone["end"] <= len(doc)
        if zone["kind"] != "quotation":
            for token in range(zone["start"], zone["end"]):
                counts[token] += 1
            assert doc[zone["start"]].is_sent_start
    assert counts == [1] * len(doc)


@given(st.lists(st.sampled_from(LINES), max_size=14), st.sampled_from(["\n", "\r\n", "\r"]))
@settings(max_examples=300, deadline=None)
def test_every_token_is_in_one_zone(lines: list[str], end: str) -> None:
    text = end.join(lines)
    doc = mark(text)
    assert doc.text == text
    check(doc)


@given(st.text(max_size=120))
@settings(max_examples=300, deadline=None)
def test_every_token_of_any_text_is_in_one_zone(text: str) -> None:
    check(mark(text))


BODY = [
    "In Runde 12 überholte Vettel den Briten Hamilton am Ende der Gegengeraden.",
    "Nach fünf Minuten konnte der Berliner an Leitzinger vorbeigehen.",
    "1:32,456 Minuten brauchte er für die schnellste Runde des Rennens, und niemand war schneller.",
    "Von der Pole aus fuhr Hand einem ungefährdeten Sieg entgegen.",
    "Auch auf Platz drei lag am Ende ein Audi: Rast rettete 0,4 Sekunden ins Ziel.",
    "Das Video der Kollision sahen sich die Kommissare noch am Abend an.",
    "Fotos von der Zielflagge gab es nicht, denn das Rennen wurde abgebrochen.",
    "Mehr zum Thema Reifen wollte der Sieger nicht sagen, er fuhr einfach auf und davon.",
    "Links überholte Rossi, rechts kam Lorenzo vorbei.",
    "Home-Hero Glock schied in der ersten Runde nach einer Kollision mit Green aus.",
    "Bild für Bild zeigte die Zeitlupe, wie Vettel an Webber vorbeizog.",
    "Zum Thema Strafe schwieg der Rennleiter, Hamilton wurde trotzdem zurückversetzt.",
]


@given(st.lists(st.sampled_from(BODY), min_size=1, max_size=8))
def test_a_sentence_of_the_body_is_never_lost(sentences: list[str]) -> None:
    for text in (" ".join(sentences), "\n".join(sentences), "\n\n".join(sentences)):
        kinds = set(zone_kinds(mark(text)))
        assert not kinds & SILENT
        assert kinds <= {"body", "lead"}


def test_headings_do_not_glue_to_sentences() -> None:
    doc = mark("Vettel siegt\nEr gewann. Hamilton fiel aus.\n\nEin Heading\n\nSchluss war es.")
    starts = [token.text for token in doc if token.is_sent_start]
    assert starts == ["Vettel", "Er", "Ein", "Schluss"]
    assert doc[1].is_sent_start is False
    assert all(token.is_sent_start is False for token in doc if token.is_space)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Er lag auf P2. Vettel siegte.", ["Er lag auf P2 .", "Vettel siegte ."]),
        ("Er lag auf Platz 3. Vettel siegte.", ["Er lag auf Platz 3 .", "Vettel siegte ."]),
        ("Er fuhr 1:32,456. Vettel siegte.", ["Er fuhr 1:32,456 .", "Vettel siegte ."]),
        ("Das war 2009. Vettel siegte.", ["Das war 2009 .", "Vettel siegte ."]),
        ("Das war in Kurve 3. Der Sieger lag vorn.", ["Das war in Kurve 3 .",
                                                      "Der Sieger lag vorn ."]),
        ("Er lag auf Rang 19.", ["Er lag auf Rang 19 ."]),
        ("Am 3. Mai wurde er im 2. Lauf der 17. Starter.",
         ["Am 3. Mai wurde er im 2. Lauf der 17. Starter ."]),
        ("Auf Platz 3. lag Vettel.", ["Auf Platz 3. lag Vettel ."]),
        ("Am 17.10. Oktober.", ["Am 17.10. Oktober ."]),
    ],
)  # fmt: skip
def test_full_stops_are_parted_from_figures(text: str, sentences: list[str]) -> None:
    doc = mark(text)
    assert doc.text == text
    found: list[list[str]] = []
    for token in doc:
        if token.is_sent_start:
            found.append([])
        found[-1].append(token.text)
    assert [" ".join(words) for words in found] == sentences


def test_a_quotation_is_a_span_over_its_zone() -> None:
    doc = mark(
        'Er sagte: „Das war toll. Wir haben gewonnen.“ Danach fuhr er durch die "Corkscrew".'
    )
    spoken = [z for z in doc.user_data[ZONES] if z["kind"] == "quotation"]
    assert [doc[z["start"] : z["end"]].text for z in spoken] == [
        "„Das war toll. Wir haben gewonnen.“"
    ]
    assert set(zone_kinds(doc)) == {"body"}


@pytest.mark.parametrize(
    "quoted",
    ["„Wir waren schnell.“", '"Wir waren schnell."', "»Wir waren schnell.«",
     "«Wir waren schnell.»", "“Wir waren schnell.”", '„Wir waren schnell."'],
)  # fmt: skip
def test_all_quotation_marks(quoted: str) -> None:
    doc = mark(f"Der Sieger sagte: {quoted} Dann ging er.")
    spoken = [z for z in doc.user_data[ZONES] if z["kind"] == "quotation"]
    assert [doc[z["start"] : z["end"]].text for z in spoken] == [quoted]


def test_fields_of_their_own() -> None:
    assert set(zone_kinds(mark("Vettel siegt. Foto: dpa", "title"))) == {"title"}
    assert set(zone_kinds(mark("Vettel siegt in Suzuka. Er jubelt.", "lead"))) == {"lead"}


def test_a_document_without_words() -> None:
    assert mark("").user_data[ZONES] == []
    check(mark(" \n\n \t"))


def test_the_component_runs_first_in_a_pipeline() -> None:
    nlp = spacy.blank("de")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("rennbericht_zones", first=True)
    doc = nlp("Vettel siegt\nEr gewann. Hamilton fiel aus.")
    assert nlp.pipe_names[0] == "rennbericht_zones"
    assert [zone["kind"] for zone in doc.user_data[ZONES]] == ["title", "body"]
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert again.user_data[ZONES] == doc.user_data[ZONES]


def test_a_faulty_cue_line_names_file_and_line(tmp_path) -> None:  # type: ignore[no-untyped-def]
    language = tmp_path / "language"
    language.mkdir()
    (language / "zones.jsonl").write_text(
        '{"zone": "credit", "match": "sign", "words": ["©"]}\n'
        '{"zone": "credit", "match": "smell", "words": []}\n',
        encoding="utf-8",
    )
    with pytest.raises(PatternError) as error:
        load_cues(tmp_path)
    assert (error.value.code, error.value.line) == ("RB104", 2)
