"""What stands in brackets or between commas behind a name tells nation, home and age.

`Boersma (Niederlande/Red Bull)`, `Lenz (SUI)`, `Kubica aus Polen`, `Oelkers (19, Celle)`,
`Rehwald, ein 24-jähriger Deutscher aus Kempten,`, `Keller, 34, aus Luzern,`,
`Gallowhill, der Neuseeländer im Red Bull,`, `Keller, Luxemburger, 34,`.
"""

from __future__ import annotations

import re

from ..contract.slug import fold
from ..entities.model import Mention
from .inhabitants import is_inhabitant, place_of
from .people import Person
from .reading import Reading
from .vocabulary import Vocabulary

#: so many tokens are looked through behind a name
REACH = 7
#: what closes what is told of a name
CLOSING = frozenset({")", ".", ";", ":", "!", "?"})
#: what may follow a noun in apposition, so that it names nobody new
GOING_ON = frozenset(
    {",", ".", ")", "im", "in", "auf", "aus", "vom", "von", "mit", "bei", "–", ";"}
)
#: tags of what may stand before such a noun
BEFORE = frozenset({"ART", "ADJA", "APPR", "PIAT"})
#: an adjective of age
AGE = re.compile(r"^(\d{2})-?jährige", re.IGNORECASE)
#: ages of people who race
YOUNGEST, OLDEST = 14, 80


def learn_appositions(
    reading: Reading, vocabulary: Vocabulary, mention: Mention, person: Person
) -> None:
    """Take in what stands directly behind somebody's name."""
    start, size = mention["end"], len(reading.words)
    if start >= size:
        return
    opener = reading.words[start]
    if opener == "(":
        _in_bracket(reading, vocabulary, start + 1, person)
    elif opener == "aus":
        _home(reading, vocabulary, start + 1, person)
    elif opener == ",":
        _between_commas(reading, vocabulary, start + 1, person)


def _in_bracket(reading: Reading, vocabulary: Vocabulary, start: int, person: Person) -> None:
    for token in range(start, min(start + REACH, len(reading.words))):
        word = reading.words[token]
        if word in CLOSING or reading.label_at(token) == "DRIVER":
            break
        country = vocabulary.countries.get(word)
        if country is not None:
            person.nation = person.nation or country
        elif is_age(word):
            if _closed(reading, token):
                person.age = person.age or int(word)
        elif _closed(reading, token) and _is_place(reading, token):
            person.origins.add(fold(word))


def _closed(reading: Reading, token: int) -> bool:
    """Whether a word in brackets stands alone there, or between signs: `(19, Celle)`."""
    words = reading.words
    return token + 1 < len(words) and words[token - 1] in "(,/" and words[token + 1] in "),/"


def _is_place(reading: Reading, token: int) -> bool:
    """Whether a word looks like a town: a name that stands for nothing else."""
    word = reading.words[token]
    named = reading.tags[token] == "NE" and word.isalpha() and not word.isupper()
    return named and reading.mention_at[token] < 0


def _home(reading: Reading, vocabulary: Vocabulary, start: int, person: Person) -> None:
    if start >= len(reading.words):
        return
    word = reading.words[start]
    country = vocabulary.countries.get(word)
    if country is None and word in ("den", "der") and start + 1 < len(reading.words):
        country = vocabulary.countries.get(reading.words[start + 1])
    if country is not None:
        person.nation = person.nation or country
    elif word[:1].isupper() and reading.label_at(start) in ("", "TRACK", "PLACE"):
        person.origins.add(fold(word))


def _between_commas(reading: Reading, vocabulary: Vocabulary, start: int, person: Person) -> None:
    token, size = start, len(reading.words)
    years = ""
    while token < min(start + REACH, size) and reading.tags[token] in BEFORE:
        # `ein 24-jähriger Deutscher aus Kempten`
        found = AGE.match(reading.words[token])
        years = found[1] if found else years
        token += 1
    if token + 1 >= size or reading.mention_at[token] >= 0:
        return
    word, after = reading.words[token], reading.words[token + 1]
    if is_age(word) and token == start and after in (",", "Jahre"):
        person.age = person.age or int(word)
        behind = token + 2 + (after == "Jahre")
        if reading.words[behind : behind + 1] == ["aus"]:
            # `Keller, 34, aus Luzern, ...`
            _home(reading, vocabulary, behind + 1, person)
        return
    if after not in GOING_ON or reading.words[token - 1] == "aus":
        return
    country = vocabulary.demonyms.get(reading.lemmas_lower[token])
    known = True
    if country is not None and " " not in country:
        person.nation = person.nation or country
    elif is_inhabitant(vocabulary, word):
        person.origins.add(place_of(vocabulary, fold(word)))
    else:
        known = vocabulary.noun(reading.lemmas_lower[token]).size is not None
    if known and years:
        person.age = person.age or int(years)
    if known and after == "aus":
        _home(reading, vocabulary, token + 2, person)


def is_age(word: str) -> bool:
    """Whether a word is the age of somebody who races, in figures."""
    return len(word) == 2 and word.isdigit() and YOUNGEST <= int(word) <= OLDEST
