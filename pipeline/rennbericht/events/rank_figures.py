"""Places told in figures with a full stop alone: `am Ende wurde er 18.`, `kam als 16. ins Ziel`."""

from __future__ import annotations

from ..clauses.model import Clause, Phrase
from ..discourse.reading import Reading
from ..entities.model import Mention

COPULAS = frozenset({"werden", "sein", "bleiben"})
#: no field is larger
LARGEST_FIELD = 200


def bare_figures(reading: Reading, clause: Clause) -> list[tuple[Mention, Phrase]]:
    """Figures with a full stop as places, with their phrases: `wurde er 18.`, `kam als 16. an`."""
    if clause["verb"] is None:
        return []
    found: list[tuple[Mention, Phrase]] = []
    for phrase in clause["phrases"]:
        token = phrase["head"]
        predicate = (
            clause["verb"] in COPULAS
            and (
                phrase["start"] <= clause["predicative"] <= token
                # kam an die Box und wurde 15.; wurde er gemeinsam mit ihm nur 26.
                or (phrase["prep"] is None and (clause["subject"] < 0 or _adjective(clause)))
                # wurde 18. und damit Letzter
                or (phrase["prep"] is None and reading.lower[token + 1 : token + 2] == ["und"])
            )
        )
        if not predicate and phrase["prep"] != "als":
            continue
        word = reading.words[token].removesuffix(".")
        stop = reading.words[token].endswith(".") or reading.words[token + 1 : token + 2] == ["."]
        if not (word.isdigit() and stop and 0 < int(word) <= LARGEST_FIELD):
            continue
        if phrase["start"] < token and reading.tags[token - 1] in ("NN", "NE"):
            # `Meister der Formel 1.`
            continue
        found.append((figure_mention(token, int(word)), phrase))
    return found


def _adjective(clause: Clause) -> bool:
    """Whether what stands as the predicative is an adjective, which tells how."""
    return any(
        phrase["kind"] == "adjective" and phrase["head"] == clause["predicative"]
        for phrase in clause["phrases"]
    )


def figure_mention(token: int, place: int) -> Mention:
    """A figure with a full stop as the mention of a place."""
    return Mention(
        start=token, end=token + 1, label="POSITION", id=None, name=None, candidates=[],
        readings=[], surname_only=False, source="rule", line=None, normalised=place,
        value={"position": place, "form": "noun"}, parts={},
    )  # fmt: skip
