"""Line-ups: names that the text holds together as one crew or one list.

`Stolz/Engel`, `Stolz, Engel und Schiller`, `Kelvin van der Linde (28, ZA)/Patric Niederhauser`:
what stands in brackets behind a name and names nobody parts no crew.
"""

from __future__ import annotations

from ..entities.model import Mention
from .reading import Reading

#: labels of mentions that a bracket behind a name may not hold, else it tells more than of the name
TELLING = frozenset({"DRIVER", "CAR", "TEAM", "MANUFACTURER", "NUMBER"})
#: words that hold the names of a list together
LISTING = (",", "/", "und", "&", "-")
#: so many tokens a bracket behind a name has
LONGEST_BRACKET = 8
#: what parts a participle from the car it tells of, and what stands between it and the crew
APART = frozenset({",", "(", "-", "–"})
BY = frozenset({"von", "mit", "durch", "vom"})
#: what joins a name that an apposition stands before, its articles behind `von` and `mit`, and
#: so many tokens in all
JOINING = frozenset({",", "und", "sowie"})
ARTICLES = frozenset({"dem", "der", "den"})
LONGEST_APPOSITION = 5


def crews(reading: Reading, mentions: list[Mention], apposed: bool = False) -> list[list[Mention]]:
    """Runs of names held together by comma, slash or `und`.

    Args:
        reading: the document.
        mentions: those of one sentence.
        apposed: whether `und dem Ungarn` before a name holds it in the run as well.
    """
    runs: list[list[Mention]] = []
    for mention in mentions:
        if mention["label"] != "DRIVER":
            continue
        if runs:
            gap = between(reading, runs[-1][-1], mention)
            listed = len(gap) <= 1 and all(word in LISTING for word in gap)
            if listed or (apposed and _apposed(reading, runs[-1][-1], mention)):
                runs[-1].append(mention)
                continue
        runs.append([mention])
    return runs


def _apposed(reading: Reading, first: Mention, second: Mention) -> bool:
    """Whether `und dem Ungarn`, `sowie dem 19-jährigen Debütanten` joins two names."""
    start = past_bracket(reading, first["end"])
    if not 2 < second["start"] - start <= LONGEST_APPOSITION:
        return False
    if reading.lower[start] not in JOINING or reading.lower[start + 1] not in ARTICLES:
        return False
    return all(
        reading.tags[at] in ("ADJA", "NN", "NE") and reading.label_at(at) not in TELLING
        for at in range(start + 2, second["start"])
    )


def by_slash(reading: Reading, run: list[Mention]) -> list[list[Mention]]:
    """The crews in a run of names: `A/B und C/D` are two cars; without a slash there is none."""
    cars: list[list[Mention]] = [run[:1]]
    for mention in run[1:]:
        if between(reading, cars[-1][-1], mention) == ["/"]:
            cars[-1].append(mention)
        else:
            cars.append([mention])
    return [car for car in cars if len(car) > 1]


def between(reading: Reading, first: Mention, second: Mention) -> list[str]:
    """The words between two names, a bracket that belongs to the first left out."""
    return reading.lower[past_bracket(reading, first["end"]) : second["start"]]


def past_bracket(reading: Reading, token: int) -> int:
    """The token behind the bracket that opens at a token, where it names nobody; else the token."""
    if reading.lower[token : token + 1] != ["("]:
        return token
    for at in range(token + 1, min(token + LONGEST_BRACKET, len(reading.words))):
        if reading.words[at] == ")":
            return at + 1
        mention = reading.mention_at[at]
        if mention >= 0 and reading.mentions[mention]["label"] in TELLING:
            break
    return token


def past_participle(reading: Reading, manned: frozenset[str], token: int) -> int:
    """The preposition before the crew in `, pilotiert von A und B`; the token itself elsewhere."""
    words = reading.lower[token : token + 3]
    opens = len(words) > 2 and words[0] in APART and words[1] in manned and words[2] in BY
    return token + 2 if opens else token


def in_brackets(reading: Reading, token: int) -> bool:
    """Whether a token stands in brackets that its sentence opened before it."""
    start = reading.sentences[reading.sentence_of(token)][0]
    for at in range(token - 1, start - 1, -1):
        if reading.words[at] in ("(", ")"):
            return reading.words[at] == "("
    return False
