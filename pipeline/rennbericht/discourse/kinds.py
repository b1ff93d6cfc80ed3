"""People by what they are: nation, town or region, age.

`der Brasilianer`, `die beiden Deutschen`, `der Berliner`, `der Mann aus Homestead`,
`der 23-Jährige`; of whom nothing is known, by first name and by what the text goes on about.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..clauses.model import Clause, Member, Phrase
from ..contract.slug import fold
from .appositions import AGE
from .guesses import PLACES, countries_of, likely, may_be, may_fit, of_gender
from .inhabitants import inhabitant, is_inhabitant, place_of
from .people import Argument, Participant, Person
from .slots import is_subject
from .vocabulary import origins

if TYPE_CHECKING:
    from .references import Resolver

MIN_STEM = 4
#: so many sentences back somebody was named long ago
FAR_SENTENCES = 3
#: two told together are looked for so many sentences back
TOGETHER = 2
#: ways in which somebody is known by what he is
BY_KIND = frozenset({"nationality", "origin", "age"})


def of_kind(
    resolver: Resolver,
    clause: Clause,
    phrase: Phrase,
    span: tuple[int, int],
    kind: str,
    value: str,
    barred: set[str],
) -> list[Argument]:
    """The latest person (or the latest two) of a nation, place or age.

    Args:
        resolver: what was told so far.
        clause: the clause.
        phrase: the phrase that stands for somebody.
        span: tokens of the argument.
        kind: `nationality`, `origin`, `place` or `age`.
        value: countries, a folded place or years.
        barred: keys of who cannot be meant.
    """
    state, before = resolver.state, phrase["start"]
    gender = told_gender(resolver, phrase, span[1] - 1)
    recent = [
        person
        for person in state.roster.recent(before)
        if person.participant.key not in barred
        and person.participant.label == "DRIVER"
        and of_gender(person, gender)
    ]
    fitting = [person for person in recent if _fits(resolver, person, kind, value)]
    fitting.sort(key=lambda person: person.beside)
    if state.watch is not None:
        looked_at = [person.participant for person in fitting]
        state.watch.consider(f"{kind} {value}: the last named it fits", looked_at, barred)
    if is_plural(phrase):
        count = 3 if "drei" in _span_words(resolver, span) else 2
        two = any(word[:5] == "beide" for word in _span_words(resolver, span))
        if (len(fitting) >= count and two) or count == 3:
            chosen = sorted(fitting[:count], key=lambda p: p.last_before(before))
            return [Argument(*span, p.participant, kind) for p in chosen]
        crew = _crew_of_kind(resolver, fitting, kind, value) if phrase["definite"] else []
        if not crew and not fitting and phrase["definite"]:
            crew = _crew_spoken_of(resolver, clause, kind, barred)
        if not crew and phrase["definite"]:
            crew = _pair_of_kind(resolver, clause, phrase, kind, value, barred)
        if crew:
            # `die Tschechen`: both of the car
            return [Argument(*span, p, kind) for p in crew]
        return [Argument(*span, None, kind, unnamed=True)]
    if not phrase["definite"]:
        return [] if kind == "origin" else [Argument(*span, None, kind, unnamed=True)]
    via = "origin" if kind == "place" else kind
    if fitting:
        if kind == "nationality":
            fitting = _told_of_first(resolver, clause, phrase, fitting)
        nearer = _nearer(resolver, clause, recent, fitting[0], kind, value, before)
        return [Argument(*span, (nearer or fitting[0]).participant, via)]
    # what a name speaks for says more
    apart = barred if kind == "nationality" else barred | _set_against(resolver, clause, phrase)
    people = may_be(resolver, clause, phrase, kind, value, apart, gender)
    person = state.roster.people.get(people[0].key) if len(people) == 1 else None
    if person is not None:
        person.gender = person.gender or gender
        if kind in PLACES:
            person.origins.add(place_of(resolver.vocabulary, value))
    return [Argument(*span, p, via) for p in people] or [Argument(*span, None, via)]


def _told_of_first(
    resolver: Resolver, clause: Clause, phrase: Phrase, fitting: list[Person]
) -> list[Person]:
    """Of several who fit the subject of the sentence before goes first.

    `Russell kam vor Norris aus der Box. In Runde vier drehte sich der Brite`: Russell.
    """
    if len(fitting) < 2:
        return fitting
    sentence = clause["sentence"]
    told = [e for e in resolver.state.told_before(phrase["start"], sentence) if len(e.people) == 1]
    if not told or told[0].sentence != sentence - 1 or told[0].people[0] != fitting[0].participant:
        return fitting
    subjects = [e.people[0] for e in told if e.subject and e.main]
    return sorted(fitting, key=lambda person: person.participant not in subjects[-1:])


def _set_against(resolver: Resolver, clause: Clause, phrase: Phrase) -> set[str]:
    """The subject of the clause before, by a noun too: `Der Salzburger führte, der Tiroler folgte`.

    Not where it is a name: `Vettel führte, doch dann fiel der Heppenheimer zurück`.
    """
    if not is_subject(clause, phrase):
        return set()
    keys: set[str] = set()
    for link in clause["links"]:
        other = resolver.reading.clauses[link["clause"]]
        if link["kind"] not in ("coordinated", "subordinate") or other["subject"] < 0:
            continue
        found = resolver.resolve(other, other["phrases"][other["subject"]])
        if len(found) == 1 and found[0].via in BY_KIND and found[0].participant is not None:
            keys.add(found[0].participant.key)
    return keys


def _crew_of_kind(
    resolver: Resolver, fitting: list[Person], kind: str, value: str
) -> list[Participant]:
    """The crew of whom the noun fits last, where it fits or may fit the others as well."""
    roster = resolver.state.roster
    if not fitting:
        return []
    crew = roster.crew_of(fitting[0].participant, crewed=True)
    others = roster.known(p for p in crew if p != fitting[0].participant)
    if not others or kind not in ("nationality", "origin"):
        return []
    fits = all(_fits(resolver, one, kind, value) or may_fit(one, kind) for one in others)
    return crew if fits else []


def _pair_of_kind(
    resolver: Resolver, clause: Clause, phrase: Phrase, kind: str, value: str, barred: set[str]
) -> list[Participant]:
    """The last two told together, where the noun fits or may fit each: `die Eidgenossen`."""
    if kind not in ("nationality", "origin"):
        return []
    countries = countries_of(resolver, kind, value)
    for entry in resolver.state.told_before(phrase["start"], clause["sentence"], TOGETHER):
        people = [resolver.state.roster.people.get(p.key) for p in entry.people]
        if len(people) < 2 or any(p is None or p.participant.key in barred for p in people):
            continue
        known = [p for p in people if p is not None]
        if all(
            _fits(resolver, p, kind, value)
            or (may_fit(p, kind) and likely(resolver, p, countries) >= 0)
            for p in known
        ):
            return [p.participant for p in known]
    return []


def _crew_spoken_of(
    resolver: Resolver, clause: Clause, kind: str, barred: set[str]
) -> list[Participant]:
    """The crew that the sentence before is about: `A/B führten. Die Pfälzer liegen ...`."""
    roster = resolver.state.roster
    opening = resolver.reading.sentences[clause["sentence"]][0]
    told = resolver.state.told_before(opening, clause["sentence"])
    people = next((list(entry.people) for entry in told if entry.subject), [])
    if len(people) < 2 or not set(people[1:]) <= roster.mates(people[0]):
        return []
    free = all(p.key not in barred and may_fit(roster.people.get(p.key), kind) for p in people)
    return people if free and kind in ("nationality", "origin") else []


def _nearer(
    resolver: Resolver,
    clause: Clause,
    recent: list[Person],
    told: Person,
    kind: str,
    value: str,
    before: int,
) -> Person | None:
    """Somebody just named whose name speaks for the nation, where he of whom it is told is far."""
    if kind != "nationality":
        return None
    countries = frozenset(value.split())
    sentences, index = resolver.reading.sentences, clause["sentence"]
    if told.last_before(before) >= sentences[max(0, index - FAR_SENTENCES)][0]:
        return None
    for person in recent:
        if person.last_before(before) < sentences[max(0, index - 1)][0]:
            break
        if not person.nation and likely(resolver, person, countries) > 0:
            person.nation = "" if " " in value else value
            return person
    return None


def told_gender(resolver: Resolver, phrase: Phrase, head: int) -> str:
    """`f` for `die Polin`, `die 25-Jährige`, `m` for `der Pole`; empty for several."""
    if phrase["number"] == "pl" and len(phrase["members"]) < 2:
        return ""
    lower = resolver.reading.lower
    feminine = lower[head].endswith("in") or phrase["gender"] == "f"
    # `weil die 25-Jährige musste`
    feminine = feminine or (lower[phrase["start"]] == "die" and phrase["number"] == "sg")
    return "f" if feminine else "m"


def _fits(resolver: Resolver, person: Person, kind: str, value: str) -> bool:
    facts = resolver.vocabulary.facts.get(person.participant.id or "", {})
    if kind == "nationality":
        countries = value.split()
        return person.nation in countries or facts.get("nationality") in countries
    if kind == "age":
        return person.age == int(value)
    stem = place_of(resolver.vocabulary, value)
    for origin in origins(facts) | person.origins:
        if len(stem) >= MIN_STEM and (origin.startswith(stem) or stem.startswith(origin)):
            return True
        if len(origin) > MIN_STEM + 1 and stem[:5] == origin[:5]:
            return True
    return False


def learn(resolver: Resolver, person: Person, token: int) -> None:
    """What a word in apposition to a name tells of the person."""
    word, lemma = resolver.reading.words[token], resolver.reading.lemmas_lower[token]
    words = resolver.vocabulary
    country = words.demonyms.get(lemma) or words.nation_adjectives.get(lemma)
    age = AGE.match(word)
    if country is not None:
        # `hielt der Brite Arregui in Schach`: a surname alone may be another's
        name, written = person.participant.name, len(person.tokens) > 1
        foreign = resolver.vocabulary.names.likely(name, frozenset(country.split())) < 0
        own = foreign and written and resolver.reading.words[token + 1] in name.split()[1:]
        if not own and " " not in country:
            person.nation = person.nation or country
    elif age:
        person.age = int(age[1])
    elif is_inhabitant(resolver.vocabulary, word):
        origin = inhabitant(resolver.vocabulary, word)
        person.origins.add(place_of(resolver.vocabulary, origin))
        person.nation = person.nation or words.inhabitant_countries.get(origin, "")
    elif lemma in words.words["navigator"]:
        person.beside = True
    if lemma.endswith("in"):
        woman = country is not None or lemma.endswith(tuple(words.words["woman-noun"]))
        person.gender = "f" if woman else person.gender


def learn_together(resolver: Resolver, phrase: Phrase, argument: Argument) -> None:
    """What a plural noun before a list tells of each: `die Tschechen Dostál/Nová`."""
    reading = resolver.reading
    first, size = phrase["start"] + (phrase["prep"] is not None), len(phrase["members"])
    noun = first + 1
    if size < 2 or reading.tags[noun] != "NN" or reading.mention_at[noun] >= 0:
        return
    form, article = reading.lower[noun], reading.lower[first]
    several = article == "die" and not form.endswith("in")
    if article == "den" and form.endswith("n") and reading.lemmas_lower[noun] != form:
        # `vor den Ungarn A und B`
        several = reading.label_at(phrase["members"][1]["start"]) == "DRIVER"
    if several or (article == "den" and form.endswith("ern")):
        person = argument.participant and resolver.state.roster.people.get(argument.participant.key)
        if person:
            learn(resolver, person, noun)


def told_nation(resolver: Resolver, start: int, head: int) -> str:
    """`FI` for `der finnische Rookie`, by an adjective before the noun; empty where none stands."""
    adjectives = resolver.vocabulary.nation_adjectives
    lemmas = resolver.reading.lemmas_lower[start:head]
    return next((adjectives[lemma] for lemma in lemmas if lemma in adjectives), "")


def learn_age(resolver: Resolver, found: list[Argument], age: int, place: str) -> None:
    """Who was taken for `der 26-Jährige aus Euskirchen` is 26 and comes from there."""
    people = [a.participant for a in found if a.participant is not None]
    person = resolver.state.roster.people.get(people[0].key) if len(people) == 1 else None
    if person is not None:
        person.age = age
        if place:
            person.origins.add(place)


def taught(resolver: Resolver, member: Member, found: list[Argument]) -> list[Argument]:
    """The same arguments; `der 20-jährige Este` also tells how old he is."""
    for token in range(member["start"], member["head"]) if len(found) == 1 else ():
        word = resolver.reading.words[token]
        age = AGE.match(word) if word[0].isdigit() else None
        if age:
            learn_age(resolver, found, int(age[1]), "")
    return found


def is_plural(phrase: Phrase) -> bool:
    """Whether the noun itself is plural: `der Brite und der Ire` are two singulars."""
    return phrase["number"] == "pl" and len(phrase["members"]) < 2


def place_of_origin(resolver: Resolver, clause: Clause, member: Member) -> str:
    """`Homestead` in `der Mann aus Homestead`, folded; empty where none stands."""
    for other in clause["phrases"]:
        if other["prep"] == "aus" and other["start"] == member["end"]:
            return fold(other["lemma"])
    return ""


def _span_words(resolver: Resolver, span: tuple[int, int]) -> list[str]:
    return resolver.reading.lower[span[0] : span[1]]
