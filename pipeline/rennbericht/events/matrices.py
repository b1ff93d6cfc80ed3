"""What a clause above says of whether it happened: `hoffte, ...`, `vermied es, ...`.

Karttunen, Implicative Verbs, Language 47 (1971): some verbs say that their infinitive came about,
some that it did not, most leave it open.
"""

from __future__ import annotations

from ..clauses.model import Clause, Phrase
from ..discourse.reading import Reading
from .cues import Cues

#: links along which the mood of the matrix clause holds for the clause
SCOPE_LINKS = frozenset({"controlled", "elided"})
#: cues of a matrix clause that hold for its infinitive as well
HANDED_DOWN = frozenset({"attempt", "near_miss", "hypothetical", "hearsay", "refusal"})


def matrices(reading: Reading, clause: Clause) -> list[tuple[str, Clause]]:
    """The clauses whose mood and modals hold for a clause as well, with the link to each."""
    if clause["kind"] == "participle" and clause["verb"] in ("sein", "starten"):
        # `Balogh, am Ende Vierter, hätte ihn gewinnen lassen`: what is put in is no supposition
        return []
    return [
        (link["kind"], reading.clauses[link["clause"]])
        for link in clause["links"]
        if link["kind"] in SCOPE_LINKS or (link["kind"] == "coordinated" and not clause["mood"])
    ]


def handed_down(
    reading: Reading, cues: Cues, clause: Clause, governing: list[tuple[str, Clause]]
) -> frozenset[str]:
    """The kinds of cues by which the clauses above say what became of it.

    Of infinitives by what the verb or noun above takes for granted (Karttunen 1971): `hoffte, ...`
    leaves open, `vermied es, ...` denies, `schaffte es, ...` says that it came.
    """
    kinds: frozenset[str] = frozenset()
    for kind, matrix in governing:
        if kind == "controlled":
            kinds |= _of_matrix(reading, cues, clause, matrix)
    if clause["introducer"] == "dass":
        for link in clause["links"]:
            if link["kind"] == "subordinate" and link["clause"] >= 0:
                # `fürchtete, dass er stehen bleibt`
                above = cues.of(reading, reading.clauses[link["clause"]])
                kinds |= {"hypothetical"} if "weighing" in above else frozenset()
    return kinds


def _of_matrix(reading: Reading, cues: Cues, clause: Clause, matrix: Clause) -> frozenset[str]:
    """The cues of a matrix clause that hold for its infinitive as well."""
    kinds = cues.of(reading, matrix) | cues.of_verb(matrix["verb"])
    found = kinds & HANDED_DOWN
    if "attempt_noun" in kinds:
        # `beim Versuch, ihn zu überholen`
        found |= {"attempt"}
    if "weighing" in kinds:
        # `überlegte, noch einmal zu stoppen`
        found |= {"hypothetical"}
    if matrix["negation"] < 0:
        if "prospect" in kinds and matrix["verb"] not in cues.words["seizing-verb"]:
            # `hatte die Chance, ihn zu überholen`, but `nutzte sie`
            found |= {"hypothetical"}
        if "brink" in kinds:
            # `war kurz davor, ihn zu überholen`
            found |= {"near_miss"}
        wanting = matrix["verb"] in cues.words["wanting-verb"] or _too_much(reading, matrix)
        if clause["introducer"] == "um" and wanting:
            # `ihm fehlte das Tempo, um ihn zu überholen`
            found |= {"refusal"}
    return found


def _too_much(reading: Reading, matrix: Clause) -> bool:
    """Whether something was in too high a degree: `zu langsam, um ihn zu überholen`."""
    return any(
        reading.tags[token] == "PTKA" and reading.lower[token] == "zu"
        for start, end in matrix["spans"]
        for token in range(start, end)
    )


def refused(
    reading: Reading, cues: Cues, kinds: frozenset[str], scope: list[Clause], noun: Phrase | None
) -> bool:
    """Whether the infinitive is what somebody refused to do: `weigerte sich, ...`.

    A denied refusal, or any other matrix clause that is denied, turns it round.
    """
    clause = scope[0]
    if clause["introducer"] == "dass":
        return noun is None and _prevented(reading, cues, clause)
    if clause["kind"] != "infinitive":
        return False
    denied = "refusal" in kinds or _turned_down(reading, cues, scope)
    if noun is not None or clause["introducer"] == "als":
        # `blieb nichts übrig, als ihn ziehen zu lassen`
        return denied
    for matrix in scope[1:]:
        if matrix["negation"] >= 0:
            # `konnte ihn nicht daran hindern, zu siegen`: he did; `hatte keine Mühe`: so too
            denied = not denied and "ease" not in cues.of(reading, matrix)
    return denied


def _prevented(reading: Reading, cues: Cues, clause: Clause) -> bool:
    """Whether what a clause tells was averted: `verhinderte, dass er vorbeikam`."""
    return any(
        matrix["verb"] in cues.words["preventing-verb"] and matrix["negation"] < 0
        for link in clause["links"]
        if link["kind"] == "subordinate" and link["clause"] >= 0
        for matrix in (reading.clauses[link["clause"]],)
    )


def _turned_down(reading: Reading, cues: Cues, scope: list[Clause]) -> bool:
    """Whether somebody would not do what he was told: `bat ihn, ..., doch er weigerte sich`."""
    asked = any(matrix["verb"] in cues.words["asking-verb"] for matrix in scope[1:])
    if not asked or not scope[0]["spans"]:
        return False
    behind = max(end for _, end in scope[0]["spans"])
    if "refusal" in cues.at(behind, reading.sentences[scope[0]["sentence"]][1]):
        return True
    # `..., kam dem aber nicht nach`
    return any(
        other["index"] > scope[0]["index"]
        and other["negation"] >= 0
        and other["verb"] in cues.words["obeying-verb"]
        for other in reading.by_sentence.get(scope[0]["sentence"], ())
    )
