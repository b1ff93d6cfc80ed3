"""Small clauses: who had which place, told without a verb inside another clause.

`Vettel, in der Qualifikation nur Fünfter, ...`, `Hamilton (Platz acht)`, `Vierter und damit
erstmals in den Punkten: Alonso`. Each is read as a clause of its own, so that the session, the lap
and the cues of the clause around it do not count for it.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..clauses.model import Clause, Phrase
from ..discourse.lineups import past_bracket
from ..discourse.reading import Reading
from ..entities.model import Mention
from .frames import Frame, FrameSet
from .match import Match
from .rank_figures import LARGEST_FIELD, figure_mention
from .ranks import has_rank

#: who may have a place
HOLDERS = frozenset({"DRIVER", "CAR", "TEAM", "MANUFACTURER"})
_HOLDERS_AND_PLACES = HOLDERS | {"POSITION"}
#: what may stand around a small clause
CLOSERS = frozenset({",", ".", ")", ":", ";", "–", "-", "!", "(", "?"})
OPENERS = frozenset({",", ".", ";", ":", "–", "-", "!", "?", "•"})
#: words of a stretch between the name and its place, and between a place and the colon behind it
REACH, COLON_REACH = 9, 14
#: tags of words that end the stretch: verbs, conjunctions, relative pronouns
STOPS = ("VV", "VA", "VM", "KOU", "PREL", "KON", "PTKNEG")
#: so many words behind a place may say in what it was
SETTING = 4
#: prepositions before a place
PLACED = frozenset({"auf", "als", "an", "am"})
#: prepositions before a place that somebody came from
LEFT = frozenset({"von", "vom", "aus", "nach", "trotz", "statt", "um"})


def may_place(reading: Reading, clause: Clause) -> bool:
    """Whether places may stand in a clause or its sentence apart from any verb."""
    if has_rank(reading, clause):
        return True
    start, end = reading.sentences[clause["sentence"]]
    return (
        "POSITION" in reading.clause_words(clause)
        or bool(reading.figures_in(start, end))
        or reading.has_bracket(start, end + 1)
    )


def small_clauses(frames: FrameSet, reading: Reading, clause: Clause) -> Iterator[Match]:
    """Matches of the frames for places `apart`, each in a clause made for it alone."""
    for rank in _ranks(reading, clause) if frames.apart else ():
        holder = _before(reading, clause, rank) or _behind_colon(reading, clause, rank)
        if holder is not None:
            yield from _made(frames.apart, reading, clause, rank, holder)


def _ranks(reading: Reading, clause: Clause) -> Iterator[Mention]:
    figures = any(reading.figures_in(start, end) for start, end in clause["spans"])
    if not figures and "POSITION" not in reading.clause_words(clause):
        return
    for start, end in clause["spans"]:
        token = start
        while token < end:
            at = reading.mention_at[token]
            mention = reading.mentions[at] if at >= 0 else None
            if mention is not None:
                if mention["label"] == "POSITION" and _single(mention):
                    yield mention
                token = max(token + 1, mention["end"])
                continue
            word = reading.words[token]
            if word[-1] == "." and word[:-1].isdigit() and 0 < int(word[:-1]) <= LARGEST_FIELD:
                yield figure_mention(token, int(word[:-1]))
            token += 1


def _single(mention: Mention) -> bool:
    value = mention["value"] or {}
    known = "position" in value or "position_from_end" in value
    return known and value.get("form") in ("noun", "phrase")


def _before(reading: Reading, clause: Clause, rank: Mention) -> Phrase | None:
    """Who stands before the place: parted by a comma or bracket, or in a clause without a verb."""
    closing = _closing(reading, rank)
    closer = reading.words[closing : closing + 1]
    if closer and closer[0] not in CLOSERS:
        return None
    if reading.preposition(rank) in LEFT:
        return None
    opening = reading.sentences[clause["sentence"]][0]
    token = rank["start"] - 1
    while token >= max(opening, rank["start"] - REACH):
        if reading.words[token] in (",", "("):
            fits = (closer == [")"] or closer == [","]) if reading.words[token] == "(" else True
            return _ending_at(reading, clause, token) if fits else None
        if reading.tags[token].startswith(STOPS):
            return None
        label = reading.label_at(token)
        if label in HOLDERS:
            if clause["verb"] is not None:
                return None
            holder = _ending_at(reading, clause, token + 1)
            if token < rank["start"] - 1 or holder is None:
                return holder
            # `Evans vorn, Tänak Zweiter`: the name opens a note, and the place ends it
            start = holder["start"]
            opens = start == opening or reading.words[start - 1] in OPENERS
            return holder if opens and clause["kind"] == "fragment" else None
        if label == "POSITION" or reading.words[token] in CLOSERS:
            return None
        token -= 1
    return None


def _closing(reading: Reading, rank: Mention) -> int:
    """Where the words end that say in what somebody had a place: `Dritter der Startaufstellung`."""
    end, grid = rank["end"], reading.classes["grid-noun"]
    for token in range(end, min(end + SETTING, len(reading.words))):
        if reading.label_at(token) in ("SESSION", "DATE") or reading.lemmas_lower[token] in grid:
            at = reading.mention_at[token]
            return reading.mentions[at]["end"] if at >= 0 else token + 1
        if reading.tags[token] not in ("ART", "APPR", "APPRART"):
            break
    return end


def _ending_at(reading: Reading, clause: Clause, end: int) -> Phrase | None:
    """The crew or the one whose name ends before a token, a bracket behind it left out."""
    for phrase in clause["phrases"]:
        for index, member in enumerate(phrase["members"]):
            if member["mention"] < 0:
                continue
            mention = reading.mentions[member["mention"]]
            if mention["label"] not in HOLDERS or mention["parts"]:
                continue
            if end not in (mention["end"], past_bracket(reading, mention["end"])):
                continue
            first = index
            while first and reading.words[phrase["members"][first]["start"] - 1] == "/":
                first -= 1
            members = phrase["members"][first : index + 1]
            start = members[0]["start"]
            return {
                **phrase, "start": start, "end": member["end"], "head": member["head"],
                "prep": None, "case": "n", "members": members, "attribute_of": -1,
            }  # fmt: skip
    return None


def _behind_colon(reading: Reading, clause: Clause, rank: Mention) -> Phrase | None:
    """Who is named behind the colon: `Fünfter und damit in den Punkten: der Ungar Erdélyi`."""
    start = rank["start"]
    opening, end = reading.sentences[clause["sentence"]]
    while start > opening and (
        reading.tags[start - 1] in ("ART", "ADV", "ADJA") or reading.lower[start - 1] in PLACED
    ):
        start -= 1
    if start > opening and reading.words[start - 1] not in OPENERS:
        return None
    for token in range(rank["end"], min(end, rank["end"] + COLON_REACH)):
        if reading.words[token] == ":":
            return _opening_at(reading, clause, token + 1)
        verb = reading.tags[token].startswith(("VV", "VA", "VM"))
        if verb or reading.label_at(token) in _HOLDERS_AND_PLACES:
            return None
    return None


def _opening_at(reading: Reading, clause: Clause, start: int) -> Phrase | None:
    follower = reading.clauses[clause["index"] + 1 : clause["index"] + 2]
    for phrase in [*clause["phrases"], *(p for c in follower for p in c["phrases"])]:
        if phrase["start"] == start and phrase["prep"] is None:
            mention = reading.mention_of(phrase)
            return phrase if mention is not None and mention["label"] in HOLDERS else None
    return None


def _made(
    known: list[Frame], reading: Reading, clause: Clause, rank: Mention, holder: Phrase
) -> Iterator[Match]:
    """The clause that the two make, and its matches."""
    first = min(holder["start"], rank["start"])
    last = max(holder["end"], _closing(reading, rank))
    inside = [
        phrase
        for phrase in clause["phrases"]
        if holder["end"] <= phrase["start"] and phrase["end"] <= rank["end"]
    ]
    noun = next((p for p in clause["phrases"] if p["start"] <= rank["start"] < p["end"]), holder)
    noun = {**noun, "head": rank["end"] - 1, "prep": None}
    made: Clause = {
        **clause,
        "index": len(reading.clauses),
        "spans": [(first, last)],
        "kind": "fragment",
        "verb": None,
        "negation": -1,
        "modal": None,
        "mood": "indicative",
        "predicative": -1,
        "passive": "",
        "perfect": False,
        "phrases": [holder, *inside],
        "subject": 0,
        "links": [],
    }
    reading.clauses.append(made)
    value = rank["value"] or {}
    for frame in known:
        yield Match(frame, made, noun, rank["start"], rank["end"], holder, value.get("position", 0))
