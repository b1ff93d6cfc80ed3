"""The names of the gazetteer taken apart into words, to be met in a text in any order.

A piece is a word of a name, folded, with a mark before it that says how the text has to write it:
`-` in any way, `^` with a capital or digit, `!` as a surname alone, which asks for more where it is
an everyday word as well (`Land`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from rennbericht.cache import kept
from rennbericht.entities.building import digest
from rennbericht.entities.folding import key
from rennbericht.entities.gazetteer import Gazetteer, load_gazetteer
from rennbericht.entities.tables import Table, pack
from rennbericht.events.topic import RACING_NAMES, WEIGHT
from rennbericht.patterns import patterns_dir

#: A word without its hyphens.
PART = re.compile(r"\w[\w.’'‘`´]*")
#: Letters and digits of `183T` may be cut.
_RUNS = re.compile(r"\d+|[^\d\W]+")
MARKS = ".’'‘`´"
ANY, CAPITAL, ALONE = "-^!"
_NOTHING: frozenset[str] = frozenset()


class Phrase(NamedTuple):
    """A name as written, and what it weighs for each entity it may stand for."""

    pieces: frozenset[str]
    weights: tuple[tuple[str, int], ...]


class Names:
    """All names, by the one of their pieces that the fewest others share.

    Args:
        folder: a patterns folder; the shipped one where None.
    """

    def __init__(self, folder: Path | None) -> None:
        gazetteer = load_gazetteer(folder)
        root = patterns_dir(folder)
        made_of = sha256(digest(root).encode() + Path(__file__).read_bytes()).hexdigest()
        self._table = Table(kept("names", made_of, lambda: _packed(list(phrases(gazetteer)))))

    def known(self, pieces: set[str]) -> frozenset[str]:
        """Those of the pieces that stand in a name."""
        return frozenset(piece for piece in pieces if piece in self._table) or _NOTHING

    def weight(self, pieces: set[str]) -> int:
        """What the names weigh that may stand in a text of these pieces."""
        met: dict[str, int] = {}
        for piece in pieces:
            for needed, weights in self._table.get(piece) or ():
                if pieces.issuperset(needed):
                    for name, weight in weights:
                        met[name] = max(weight, met.get(name, 0))
        return sum(met.values())


def bare(word: str) -> str:
    """A word folded, without the marks behind it."""
    return key(word).rstrip(MARKS)


def pieces_of(form: str) -> set[str]:
    """What pieces a word of a text may be: whole, without a genitive -s, cut at digits."""
    marks = (ANY, CAPITAL) if form[0].isupper() or form[0].isdigit() else (ANY,)
    return {mark + one for one in forms_of(form) for mark in marks}


def forms_of(form: str) -> set[str]:
    """The folded words that a word of a text may be."""
    folded = bare(form)
    forms = {folded, *_RUNS.findall(folded), *re.split("[’'‘`´]", form.lower())}
    forms |= {one.removesuffix("s") for one in forms if len(one) > 3}
    return forms - {""}


def phrases(gazetteer: Gazetteer) -> Iterator[Phrase]:
    """Yield all names with what they weigh, and surnames, which weigh 1."""
    for folded in gazetteer.phrases:
        names = gazetteer.phrase(folded)
        upper = [all(flags) for flags in zip(*(name.upper for name in names), strict=False)]
        weights = {
            f"{name.label} {name.id}": WEIGHT if name.label in RACING_NAMES else 1 for name in names
        }
        yield Phrase(_cut(folded, upper), tuple(weights.items()))
    for folded in gazetteer.surnames:
        pieces = _cut(folded, [True])
        if len(pieces) == 1:
            pieces = frozenset(ALONE + piece[1:] for piece in pieces)
        yield Phrase(pieces, ((folded, 1),))


def _cut(folded: str, upper: list[bool]) -> frozenset[str]:
    """Return the words of a name as the text is cut: at hyphens, and letters from digits."""
    pieces: set[str] = set()
    for number, word in enumerate(folded.split()):
        capital = upper[number] if number < len(upper) else False
        for place, part in enumerate(PART.findall(word)):
            stripped = part.rstrip(MARKS)
            for at, run in enumerate(_RUNS.findall(stripped) or [stripped]):
                if run:
                    pieces.add((CAPITAL if capital and not place and not at else ANY) + run)
    return frozenset(pieces)


def _packed(found: list[Phrase]) -> bytes:
    """Every piece with the names that are looked for by it, most with none."""
    count = Counter(piece for phrase in found for piece in phrase.pieces)
    rows: dict[str, list[tuple[list[str], tuple[tuple[str, int], ...]]]] = {
        piece: [] for piece in count
    }
    for phrase in found:
        if phrase.pieces:
            rarest = min(phrase.pieces, key=lambda piece: (count[piece], piece))
            rows[rarest].append((sorted(phrase.pieces), phrase.weights))
    return pack(rows)
