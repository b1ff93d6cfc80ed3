"""The table of a championship: what tells that a clause speaks of it without naming it."""

from __future__ import annotations

from collections.abc import Sequence

from ..clauses.model import Clause
from ..discourse.reading import Reading
from ..discourse.references import Resolver
from ..discourse.state import RaceState
from ..entities.model import Mention
from .cues import Cues
from .draft import Draft

#: mentions that speak of a race, not of a table
ON_TRACK = frozenset({"LAP", "CLOCK", "CORNER", "GAP", "TIME", "SESSION", "TRACK"})
#: so many events back the one that spoke of the table is looked for
TABLE_REACH = 4
#: outcomes of a championship that a table goes on from
TABLE_OUTCOMES = frozenset({"leads", "standing"})
#: what stands behind the points that part two (`drei Zähler vor B`)
PARTING = frozenset({"vor", "hinter"})

#: lower-case words by class
Words = dict[str, frozenset[str]]


def by_points(reading: Reading, clause: Clause, words: Words) -> bool:
    """Whether a place is held with so many points.

    `springt mit 76 Punkten auf Rang vier`, `führt drei Zähler vor B`, `liegt mit B punktgleich`.
    """
    points = words["point-noun"]
    for phrase in clause["phrases"]:
        if not any(member["lemma"].lower() in points for member in phrase["members"]):
            continue
        if phrase["prep"] == "mit":
            return True
        if phrase["prep"] is None and not PARTING.isdisjoint(
            reading.lower[phrase["end"] : phrase["end"] + 1]
        ):
            return True
    return not words["equal-points"].isdisjoint(reading.clause_words(clause))


def held_by_points(reading: Reading, clause: Clause, words: Words) -> bool:
    """Whether a place of a finish is one of the table: `wurde mit 79 Punkten Dritter`."""
    return clause["verb"] in words["standing-verb"] and by_points(reading, clause, words)


def table_before(reading: Reading, cues: Cues, drafts: Sequence[Draft], clause: Clause) -> bool:
    """Whether the sentence spoke of the table before the clause.

    `In der WM hat A 219 Punkte und liegt an der Spitze`, `Der WM-Stand: A führt vor B`.
    """
    if any(mention["label"] in ON_TRACK for mention in reading.clause_mentions(clause)):
        return False
    last = drafts[-1] if drafts else None
    if last is not None and last.sentence == clause["sentence"]:
        return last.type == "championship" and last.status == "asserted"
    return any(
        (other["verb"] is None or _opens_on_table(reading, cues, other, clause))
        and "standings" in cues.of(reading, other)
        for other in reading.by_sentence.get(clause["sentence"], ())
        if other["index"] < clause["index"]
    )


def _opens_on_table(reading: Reading, cues: Cues, other: Clause, clause: Clause) -> bool:
    """`In der Gesamtwertung machte er zwei Plätze gut und ist nun Fünfter`: set in the table."""
    first = next((p for p in other["phrases"] if p["field"] == "prefield"), None)
    return (
        first is not None
        and first["prep"] == "in"
        and "standings" in cues.at(first["start"], first["end"])
        and clause["kind"] == "main"
        and clause["tense"] == "present"
    )


def beside_table(reading: Reading, cues: Cues, clause: Clause) -> bool:
    """Whether a clause tells of the race though its sentence speaks of the table.

    `Vierter ist Tänak, der in Portugal Sechster wurde`: past beside a present table. `Auf Rang vier
    kam Engel, der in der WM noch hofft, vor Stolz ins Ziel`: the table stands in the relative
    clause alone. `A schied aus, führt die Wertung aber weiter an`: past before a present table.
    """
    if "standings" in cues.of(reading, clause):
        return False
    if clause["kind"] == "main":
        tabular = [
            other
            for other in reading.by_sentence.get(clause["sentence"], ())
            if "standings" in cues.of(reading, other)
        ]
        if all(other["kind"] == "relative" for other in tabular):
            return bool(tabular)
        return clause["tense"] == "past" and all(
            other["tense"] == "present"
            and not other["perfect"]
            and other["index"] > clause["index"]
            for other in tabular
            if other["kind"] == "main"
        )
    if clause["kind"] != "relative" or clause["tense"] != "past":
        return False
    matrices = [
        reading.clauses[link["clause"]] for link in clause["links"] if link["kind"] == "relative"
    ]
    return any(m["tense"] == "present" or m["verb"] is None for m in matrices)


def table_goes_on(
    reading: Reading,
    state: RaceState,
    cues: Cues,
    drafts: Sequence[Draft],
    index: int,
    mentions: Sequence[Mention],
) -> bool:
    """Whether a sentence goes on with the table that the one before spoke of.

    `In der Meisterschaft führt A. B schob sich auf Rang drei.`: still, unless by the way, but not
    `B fiel nach einer Berührung auf Rang drei zurück.`

    Args:
        reading: the document.
        state: what was told so far; the race's own list may become the running one again.
        cues: the cues of the document.
        drafts: the events so far.
        index: index of the sentence.
        mentions: those of the sentence.
    """
    start, end = reading.sentences[index]
    told = _table_told(reading, state, cues, drafts, index)
    if told and "\n" in reading.blanks_before(start) and not _stands(reading, index):
        # behind what the lead tells of the table the story of the race begins
        return False
    if not told or any(mention["label"] in ON_TRACK for mention in mentions):
        return False
    mains = [c for c in reading.by_sentence.get(index, ()) if c["kind"] == "main"]
    if mains and behind_win(state, cues.words, mains[0], index - 1):
        return False
    if not cues.words["race-happening"].isdisjoint(reading.lemmas_lower[start:end]):
        return False
    return not _list_goes_on(reading, state, index, mentions) and "race_word" not in cues.at(
        start, end
    )


def behind_win(state: RaceState, words: Words, clause: Clause, told: int) -> bool:
    """`A gewann und baute seine WM-Führung aus. B wurde Zweiter.`: of the race.

    Args:
        state: knows where the winner was told.
        words: classes of words.
        clause: the clause that tells a place.
        told: the sentence that told of the table.
    """
    ended = clause["verb"] in words["finishing-verb"] and clause["tense"] == "past"
    return ended and not clause["perfect"] and state.won_at == told


def _table_told(
    reading: Reading, state: RaceState, cues: Cues, drafts: Sequence[Draft], index: int
) -> bool:
    """Whether the sentence before spoke of the table, or the one before that where one is quoted.

    `Das spiegelt sich im Klassement wider.` names it and tells nothing yet.
    """
    last = index - 1
    told = [d for d in drafts[-TABLE_REACH:] if d.sentence == last]
    if not told and last >= 0 and "\n" not in reading.blanks_before(reading.sentences[index][0]):
        if any(
            clause["kind"] == "main" and "standings" in cues.of(reading, clause)
            for clause in reading.by_sentence.get(last, ())
        ):
            return True
        if any(
            link["kind"] == "quoted"
            for clause in reading.by_sentence.get(last, ())
            for link in clause["links"]
        ):
            last -= 1
    return any(
        d.type == "championship"
        and d.sentence == last
        and d.status == "asserted"
        and d.attributes.get("outcome") in TABLE_OUTCOMES
        and (d.clause["kind"] != "relative" or _stands(reading, index))
        and not (d.clause["tense"] == "present" and _became(reading, index))
        for d in drafts[-TABLE_REACH:]
    )


def _became(reading: Reading, index: int) -> bool:
    """Whether a sentence tells in the past what somebody became: `B wurde Elfter.`

    Behind a table told in the present that is no line of it.
    """
    mains = [c for c in reading.by_sentence.get(index, ()) if c["kind"] == "main"]
    return bool(mains) and all(
        c["verb"] == "werden" and c["tense"] == "past" and not c["perfect"] for c in mains
    )


def _stands(reading: Reading, index: int) -> bool:
    """Whether a sentence tells how things stand, in the present: `A und B sind Siebte.`"""
    clauses = reading.by_sentence.get(index, ())
    return len(clauses) == 1 and all(
        c["verb"] == "sein" and c["tense"] == "present" and not c["perfect"] for c in clauses
    )


def _list_goes_on(
    reading: Reading, state: RaceState, index: int, mentions: Sequence[Mention]
) -> bool:
    """`Vierter wurde Evans. Er führt die WM an. Fünfter wurde Pajari.`: the race's list."""
    run = state.run
    place = next((m["value"] for m in mentions if m["label"] == "POSITION"), None)
    if run is None or place is None or index - run.sentence > TABLE_REACH:
        return False
    if any(_bare_points(reading, clause) for clause in reading.by_sentence.get(index, ())):
        return False
    first = (place.get("positions") or [place.get("position")])[0]
    table = state.chain
    if table and table.type == "championship" and first == table.position + 1:
        return False
    if run.position < 2 or first != run.position + 1 or place.get("championship"):
        return False
    state.chain = run
    return True


def _bare_points(reading: Reading, clause: Clause) -> bool:
    """Whether a place has its points without the noun: `Dritter ist Rousset mit 150.`"""
    return any(
        phrase["prep"] == "mit"
        and reading.tags[phrase["head"]] == "CARD"
        and phrase["end"] == phrase["head"] + 1
        and reading.mention_of(phrase) is None
        for phrase in clause["phrases"]
    )


def in_season_table(
    reading: Reading, resolver: Resolver, draft: Draft, standings_here: bool
) -> bool:
    """Whether somebody is passed in the season's table: nothing tells where on the track."""
    if not standings_here or resolver.state.rally:
        return False
    if reading.mentions_in(draft.clause, "LAP", "CORNER", "CLOCK"):
        return False
    tables = resolver.vocabulary.words["season-table"]
    return any(
        phrase["prep"] == "in" and phrase["lemma"].lower() in tables
        for phrase in draft.clause["phrases"]
    )


def of_race(reading: Reading, cues: Cues, drafts: Sequence[Draft], index: int) -> bool:
    """Whether the table that a sentence speaks of is the race's own, beside those of its classes.

    `Sie siegten in der SP10. Im Gesamtklassement bedeutete das Rang 38.`: nobody counts points.
    """
    start, end = reading.sentences[index]
    own, lemmas = cues.words["race-table"], reading.lemmas_lower[start:end]
    if own.isdisjoint(lemmas) or not cues.words["point-noun"].isdisjoint(lemmas):
        return False
    for token in range(start, end):
        if cues.kind(token) == "standings" and reading.lemmas_lower[token] not in own:
            return False
    starts = tuple(reading.classes["class-start"])
    within = any(lemma.startswith(starts) for lemma in lemmas)
    if within or reading.mentions_between(start, end, ("CLASS",)):
        return True
    last = drafts[-1] if drafts else None
    return (
        last is not None
        and last.type == "result"
        and index - last.sentence == 1
        and bool(last.attributes.get("class"))
    )
