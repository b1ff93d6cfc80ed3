"""Cars whose driver the text names only behind them.

`Der BMW bekam eine Strafe, weil Krohn zu schnell war`, `Der Lamborghini traf einen Cayman.
Bortolotti schleppte den Wagen zurück`, `Boxenstopp beim Mustang: Maini übergibt an Stippler`,
`Die Nummer 33 hat gewonnen. A, B und C siegten vor D`.
"""

from __future__ import annotations

from ..clauses.model import Clause, Phrase
from ..entities.model import Mention
from .aboard import drivers_in
from .reading import Reading
from .slots import subject_of
from .start_numbers import numbered
from .ties import MAKES, TIED
from .vocabulary import Vocabulary

#: prepositions before the car of somebody else: `siegte vor dem BMW`
RIVALS = frozenset({"vor", "gegen", "hinter", "nach", "von"})
#: tags of what makes a make one car
ARTICLES = frozenset({"ART", "PDAT", "PPOSAT"})
#: labels of one car
CARS = MAKES | {"NUMBER"}


def car_just_told(reading: Reading, vocabulary: Vocabulary, clause: Clause) -> list[Mention]:
    """The car told of right before a main clause that names none, whoever drives it.

    `Der Acura #60 hat gewonnen. A, B und C ...`, `Lange führte die #108, doch A drehte sich`.
    """
    start, end = reading.sentences[clause["sentence"]]
    if clause["kind"] != "main" or reading.mentions_in(clause, "POSITION"):
        # `Die #98 siegte. Dritte wurden A und B`
        return []
    own = reading.mentions_between(max(start, reading.clause_start(clause)), end, TIED)
    if not all(_of_rival(reading, car) or _some_car(reading, car) for car in own):
        return []
    near = (clause["sentence"], clause["sentence"] - 1)
    for other in (c for i in near for c in reversed(reading.by_sentence.get(i, ()))):
        if other["kind"] != "main" or other["index"] >= clause["index"]:
            continue
        if reading.mentions_in(other, "DRIVER") or _another_wins(vocabulary, other, clause):
            break
        subject = subject_of(reading, other)
        if subject is not None and reading.tags[subject.phrase["head"]] == "PPER":
            # `die ganze Zeit hatte der Audi geführt, nun lag er vorn, da drehte sich A`
            continue
        for phrase in other["phrases"]:
            if phrase["prep"] is None and (found := _one_car(reading, phrase)):
                return found
        break
    return []


def _another_wins(vocabulary: Vocabulary, before: Clause, clause: Clause) -> bool:
    """`Der BMW #7 schied aus. Vettel gewann`: who wins was not in the car that did not."""
    won = vocabulary.words["winning-verb"]
    return clause["verb"] in won and (before["verb"] not in won or before["negation"] >= 0)


def own_subject(reading: Reading, clause: Clause) -> list[Mention]:
    """The car, with its number, that is the subject of a clause itself: `Der Cadillac #12 ...`."""
    return _one_car(reading, clause["phrases"][clause["subject"]]) if clause["subject"] >= 0 else []


def _one_car(reading: Reading, phrase: Phrase) -> list[Mention]:
    """A car that a phrase names by an article or a number, and the number behind it."""
    car = reading.mention_of(phrase)
    if car is None or car["label"] not in CARS or "head" in car["parts"]:
        return []
    definite = reading.tags[phrase["start"]] in ARTICLES or car["label"] == "NUMBER"
    one = definite and phrase["definite"] and phrase["number"] != "pl"
    return numbered(reading, car) if one and len(phrase["members"]) == 1 else []


def struck_by(reading: Reading, vocabulary: Vocabulary, clause: Clause) -> list[Mention]:
    """Whose mishap befell the car that is the subject: `schied nach einem Unfall von A aus`.

    Or who is told as its driver: `rückte mit Startfahrer A auf Rang sechs vor`.
    """
    if not own_subject(reading, clause):
        return []
    for phrase in clause["phrases"]:
        at = phrase["attribute_of"]
        if at < 0:
            before = reading.lemmas_lower[phrase["start"] + 1]
            named = phrase["prep"] == "mit" and before in vocabulary.driving
        else:
            of = phrase["prep"] == "von" or (phrase["prep"] is None and phrase["case"] == "g")
            named = of and reading.lemmas_lower[at] in vocabulary.mishaps
        if named:
            return drivers_in(reading, phrase)[:1]
    return []


def car_before(reading: Reading, vocabulary: Vocabulary, clause: Clause) -> list[Mention]:
    """The names of the car told of before a clause whose subject drives it; empty where of none.

    Args:
        reading: the document.
        vocabulary: knows words of trouble, verbs of driving and nouns of vehicles.
        clause: a clause with one driver as its subject, and no car.
    """
    found = reading.cars_before.get(clause["index"])
    if found is None:
        found = reading.cars_before[clause["index"]] = _car_before(reading, vocabulary, clause)
    return found


def _car_before(reading: Reading, vocabulary: Vocabulary, clause: Clause) -> list[Mention]:
    cars = reading.mentions_in(clause, *TIED)
    if not all(
        _of_rival(reading, car) for car in cars if car["label"] != "NUMBER" or len(cars) == 1
    ):
        return []
    if clause["kind"] == "subordinate" and clause["introducer"] in vocabulary.words["causal"]:
        for link in clause["links"]:
            if link["kind"] == "subordinate":
                matrix = reading.clauses[link["clause"]]
                trouble = vocabulary.trouble & reading.clause_words(matrix)
                return _car_of(reading, matrix) if trouble else []
        return []
    if clause["kind"] != "main":
        return []
    start, own = reading.clause_start(clause), reading.by_sentence[clause["sentence"]]
    if start and reading.words[start - 1] == ":":
        # `Für den Lamborghini war das Rennen zu Ende: Marquardt drehte sich`
        told = [other for other in own if other["index"] < clause["index"]]
        return _car_of(reading, told[-1]) if told else []
    before = [
        other
        for other in reading.by_sentence.get(clause["sentence"] - 1, ())
        if other["kind"] != "attribute"
    ]
    if not before or clause["index"] != own[0]["index"]:
        return []
    if _goes_on(reading, vocabulary, before[-1], clause):
        return _car_of(reading, before[-1])
    return []


def _some_car(reading: Reading, car: Mention) -> bool:
    """Whether it is any car: `kollidierte mit einem Hyundai`."""
    start = car["start"]
    return start > 0 and reading.lemmas_lower[start - 1] == "ein"


def _of_rival(reading: Reading, car: Mention) -> bool:
    """Whether a car is somebody else's: `vor dem BMW`, `mit zehn Sekunden auf den BMW`."""
    prep = reading.preposition(car)
    return prep in RIVALS or (prep == "auf" and reading.lower[car["start"] - 1] == "den")


def _goes_on(reading: Reading, vocabulary: Vocabulary, before: Clause, clause: Clause) -> bool:
    """Whether a sentence tells on of the car of the one before.

    It changes hands or is moved, the pluperfect tells what had been (`Die #98 fiel aus. A und B
    hatten in Führung gelegen`), or the same win is told again.
    """
    if clause["verb"] in vocabulary.handing or _moves_car(reading, vocabulary, clause):
        return True
    if clause["perfect"] and clause["tense"] == "past" and before["tense"] == "past":
        return not before["perfect"]
    won = vocabulary.words["winning-verb"]
    if before["verb"] in won and clause["verb"] in won:
        # but not: Die #33 gewann nicht. A und B siegten
        return before["negation"] < 0 and clause["negation"] < 0
    words, told = reading.clause_words(clause), reading.clause_words(before)
    if not vocabulary.limping.isdisjoint(words) or _by_noun(reading, vocabulary, clause):
        # `Am Ferrari #51 brach ein Querlenker. Ferrero humpelte an die Box`
        return True
    # `In Führung liegt der BMW #32. A, B und C haben 20 Sekunden Vorsprung auf D`
    return not vocabulary.words["lead-left"].isdisjoint(words) and not vocabulary.words[
        "front-word"
    ].isdisjoint(told)


def _by_noun(reading: Reading, vocabulary: Vocabulary, clause: Clause) -> bool:
    """`Fahrer Clarke blieb unverletzt`: the driver of what was told of."""
    start = reading.clause_start(clause)
    behind = reading.label_at(start + 1) == "DRIVER"
    return behind and reading.lemmas_lower[start] in vocabulary.drivers


def _moves_car(reading: Reading, vocabulary: Vocabulary, clause: Clause) -> bool:
    """Whether somebody moves `den Wagen`, `das Auto`."""
    if clause["verb"] not in vocabulary.moving:
        return False
    return any(
        phrase["prep"] is None
        and phrase["definite"]
        and phrase["lemma"].lower() in vocabulary.vehicle_nouns
        for phrase in clause["phrases"]
    )


def _car_of(reading: Reading, clause: Clause) -> list[Mention]:
    """The car that a clause is about, with its number and team, where it names no driver."""
    if reading.mentions_in(clause, "DRIVER"):
        return []
    subject = subject_of(reading, clause)
    phrases = [subject.phrase] if subject is not None else []
    if subject is None or reading.mention_of(subject.phrase) is None:
        # `am Ferrari #51 brach die Aufhängung`, `dem Ferrari #51 ging der Sprit aus`
        phrases += [p for p in clause["phrases"] if p["prep"] == "an" or p["case"] == "d"]
    if clause["verb"] is None:
        phrases = [phrase for phrase in clause["phrases"] if phrase["prep"] in (None, "bei", "für")]
    else:
        # `Für den Lamborghini war das Rennen zu Ende`
        phrases += [phrase for phrase in clause["phrases"] if phrase["prep"] in ("bei", "für")]
    for phrase in phrases:
        mention = reading.mention_of(phrase)
        if mention is not None and mention["label"] in CARS:
            found, end = [mention], mention["end"]
            for other in clause["phrases"]:
                more = reading.mention_of(other)
                if more is None or more is mention or more["label"] not in TIED:
                    continue
                if other["start"] in (end, phrase["end"]):
                    found.append(more)
                    end = other["end"]
            return found
    return []
