"""Ranks: which place a clause gives, and the chain of places that hangs on it.

`Platz drei`, `als Dritter`, `vor A, B und C`, `hinter X`, `auf den Rängen neun und zehn` say the
same in a race, a qualifying, a grid and a table; the mechanism is one for all.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, final

from ..clauses.model import Clause, Phrase
from ..discourse.lineups import in_brackets
from ..discourse.reading import Reading
from ..discourse.slots import fill, subject_of
from ..discourse.stand_ins import DEMONSTRATIVES, stands_for
from ..entities.model import Mention
from ..german.numerals import cardinal
from .frames import EPITHETS, RANK_TYPES, Frame
from .rank_figures import bare_figures

#: prepositions behind which a rank is a rank of the holder, where the frame says nothing else
OWN = frozenset({None, "auf", "als", "an", "in", "zu", "bis", "mit"})
#: before the place that somebody did not get (`statt als Zehnter nur als Elfter`)
INSTEAD = frozenset({"statt", "anstatt"})
#: words before a further name of a list
LISTED = frozenset({",", "und", "sowie"})
#: labels of who may be in a list of places
WHO = frozenset({"DRIVER", "CAR", "TEAM"})
#: what `nach` tells whom somebody followed by: zwei Sekunden nach ihm
MARGINS = frozenset({"GAP", "CLOCK"})
#: what somebody rides, not whom he leads by so much
_VEHICLES = frozenset({"MANUFACTURER", "CAR", "TEAM"})


@final
class Rank:
    """A rank in a clause: the mention and the phrase it stands in.

    `value` is the mention's: position, positions, position_within or position_from_end.
    """

    __slots__ = ("mention", "phrase", "value")

    def __init__(self, mention: Mention, phrase: Phrase) -> None:
        self.mention = mention
        self.phrase = phrase
        self.value: dict[str, Any] = mention["value"] or {}


def has_rank(reading: Reading, clause: Clause) -> bool:
    """Whether a clause may hold a rank: a place or a figure in a phrase, or in one before it."""
    found = reading.ranked.get(clause["index"])
    if found is None:
        found = reading.ranked[clause["index"]] = _has_rank(reading, clause)
    return found


def _has_rank(reading: Reading, clause: Clause) -> bool:
    # a relative pronoun stands for a phrase of another clause
    if clause["kind"] == "relative":
        return True
    for phrase in clause["phrases"]:
        head = phrase["head"]
        # `lag auf Platz vier. Diesen verteidigte er`
        if reading.words[head][0].isdigit() or reading.lower[head] in DEMONSTRATIVES:
            return True
        for member in phrase["members"]:
            at = member["mention"]
            if at >= 0 and reading.mentions[at]["label"] == "POSITION":
                return True
            if reading.label_at(member["start"]) == "POSITION":
                return True
    return False


def ranks_of(reading: Reading, clause: Clause, slots: tuple[str, ...]) -> list[Rank]:
    """The ranks of a clause, those in the given slots only where slots are given."""
    if not has_rank(reading, clause) and "list" not in slots:
        return []
    asked = (clause["index"], slots)
    found: list[Rank] | None = reading.ranks.get(asked)
    if found is None:
        found = reading.ranks[asked] = _ranks_of(reading, clause, slots)
    return found


def own_ranks(
    reading: Reading, clause: Clause, frame: Frame, noun: Phrase | None, token: int
) -> list[Rank]:
    """The ranks that a frame may take; an attribute takes those of its own phrase only.

    In `Der von P4 gestartete Auer verdrängte Wittmann vom dritten Rang` he started fourth.

    Args:
        reading: the document.
        clause: the clause.
        frame: in which slots the rank stands.
        noun: the phrase of the anchor or companion, where there is one.
        token: the anchor.
    """
    if frame.anchor == "verb":
        # `kam auf Platz sechs liegend an die Box`
        lying = reading.classes["lying"]
        return [
            rank
            for rank in ranks_of(reading, clause, frame.rank)
            if lying.isdisjoint(reading.lower[rank.phrase["end"] : rank.phrase["end"] + 1])
        ]
    if frame.anchor == "noun" and reading.label_at(token) == "POSITION":
        # `Trotz Startplatz zwölf kam er auf Rang drei`: the noun's own place only
        own = [r for r in ranks_of(reading, clause, frame.rank) if _holds(r, token)]
        if own or frame.rank or _in_attribute(reading, clause, token):
            # `der von Rang zwei gestartete Auer fiel auf Platz fünf zurück`: not his result
            return own
        return ranks_of(reading, clause, frame.rank)
    if frame.anchor != "adjective" or noun is None:
        return ranks_of(reading, clause, frame.rank)
    phrases = [
        p
        for p in clause["phrases"]
        if (noun["start"] <= p["start"] < token or p["end"] == token)
        and (not frame.rank or p["prep"] in frame.rank)
    ]
    return list(_in_phrases(reading, clause, phrases))


def _holds(rank: Rank, token: int) -> bool:
    return rank.mention["start"] <= token < rank.mention["end"]


def _ranks_of(reading: Reading, clause: Clause, slots: tuple[str, ...]) -> list[Rank]:
    if slots:
        phrases = [f.phrase for slot in slots for f in fill(reading, clause, slot) if not f.elided]
    else:
        phrases = [p for p in clause["phrases"] if p["prep"] in OWN]
    # `Der auf Rang drei fahrende Hamilton rutschte aus`: not where he slid to
    phrases = [p for p in phrases if not _of_adjective(reading, p)]
    found = list(_in_phrases(reading, clause, phrases))
    # `wurde 18. und damit Letzter`: the figure says more
    vague = all("position_from_end" in rank.value for rank in found)
    if vague and (not slots or {"predicative", "als"} & set(slots)):
        found = [Rank(m, p) for m, p in bare_figures(reading, clause)] + found
    return found


def _of_adjective(reading: Reading, phrase: Phrase) -> bool:
    return phrase["attribute_of"] >= 0 and reading.tags[phrase["attribute_of"]] == "ADJA"


def _in_attribute(reading: Reading, clause: Clause, token: int) -> bool:
    """Whether a noun stands in the attribute of a name: `der von der Pole gestartete Hamilton`."""
    return any(
        p["start"] <= token < p["end"] and _of_adjective(reading, p) for p in clause["phrases"]
    )


def _in_phrases(reading: Reading, clause: Clause, phrases: list[Phrase]) -> Iterator[Rank]:
    for phrase in phrases:
        if phrase["start"] and reading.lower[phrase["start"] - 1] in INSTEAD:
            continue
        if _of_company(reading, clause, phrase):
            continue
        for member in stands_for(reading, clause, phrase)["members"]:
            if member["mention"] < 0:
                continue
            mention = reading.mentions[member["mention"]]
            if mention["label"] == "POSITION" and mention["value"]:
                yield Rank(mention, phrase)


def _of_company(reading: Reading, clause: Clause, rank: Phrase) -> bool:
    """Whether the rank is that of somebody named before it, not of the subject.

    `mit Bottas auf Rang zwei`, `führte vor A, B und C auf Rang vier`.
    """
    for phrase in clause["phrases"]:
        if phrase["prep"] not in ("mit", "vor") or phrase["end"] != rank["start"]:
            continue
        mention, place = reading.mention_of(phrase), reading.mention_of(rank)
        if mention is None or place is None or mention["label"] != "DRIVER":
            continue
        if phrase["prep"] == "mit" and (
            rank["prep"] is None  # erreichte mit Beifahrer B Platz fünf
            or _beside_somebody(reading, clause, phrase)
            or shares_car(reading, clause, phrase, rank)
        ):
            # kam A mit B auf den dritten Rang: one crew
            continue
        count = len(phrase["members"])
        counted = count > 1 and (place["value"] or {}).get("position") == count + 1
        return phrase["prep"] == "mit" or counted
    return False


def shares_car(reading: Reading, clause: Clause, company: Phrase, rank: Phrase) -> bool:
    """Whether whom `mit` names shares the subject's car: `A landete mit B auf Rang sechs`.

    But `mit B als Zweitem` tells B's own place.
    """
    if company["field"] == "prefield" or clause["verb"] is None or rank["prep"] != "auf":
        return False
    subject = subject_of(reading, clause)
    if subject is None:
        return False
    phrase = subject.phrase
    return phrase["kind"] == "pronoun" or reading.label_at(phrase["head"]) == "DRIVER"


def _beside_somebody(reading: Reading, clause: Clause, phrase: Phrase) -> bool:
    """Whether a phrase stands right behind somebody's name: `Bortolotti mit Pin`."""
    for other in clause["phrases"]:
        if other["end"] == phrase["start"] and other["prep"] is None:
            mention = reading.mention_of(other)
            return mention is not None and mention["label"] == "DRIVER"
    return False


def rank_value(rank: Rank) -> dict[str, Any]:
    """The contract's attributes for a rank."""
    value = rank.value
    for key in ("position", "position_within", "position_from_end", "positions", "grid_row"):
        if key in value:
            return {key: value[key]}
    return {}


def joined_value(ranks: list[Rank]) -> dict[str, Any]:
    """The attributes of a clause's ranks: the first one's, read within a group where one stands.

    `der letzte Platz auf dem Podest` is the third; `A und B wurden Zweiter und Dritter` gives
    several.
    """
    # aus Reihe drei als Sechster: the place says more than the row
    ranks = sorted(ranks, key=lambda rank: "grid_row" in rank.value)
    # wurde Zweiter der SP9 und Zehnter im Gesamtklassement: two tables, each with a place
    ranks = [rank for rank in ranks if not rank.value.get("overall")] or ranks
    value = rank_value(ranks[0])
    # a phrase that fits several slots is found in each of them
    distinct = {rank.mention["start"]: rank for rank in ranks}.values()
    if len(distinct) > 1 and all(rank.phrase is ranks[0].phrase for rank in distinct):
        places = [rank_value(rank).get("position") for rank in distinct]
        if None not in places:
            return {"positions": places}
    within = next((v["position_within"] for r in ranks if "position_within" in (v := r.value)), 0)
    if within and "position_from_end" in value:
        return {"position": within + 1 - int(value["position_from_end"])}
    return value


def change_of(reading: Reading, clause: Clause) -> int:
    """How many places are counted (`machte drei Plätze gut`, `fiel um zwei Ränge zurück`) or 0."""
    counted = tuple(reading.classes["place-count"])
    for phrase in clause["phrases"]:
        head = reading.lemmas_lower[phrase["head"]]
        parts = reading.words[phrase["head"]].split("-")
        if len(parts) > 2 and parts[1].lower().endswith(counted) and (value := cardinal(parts[0])):
            # `Fünf-Plätze-Strafe`
            return int(value)
        if phrase["prep"] not in (None, "um") or not head.endswith(counted):
            continue
        for token in range(phrase["start"], phrase["head"]):
            value = cardinal(reading.words[token])
            if value is not None and value >= 1 and float(value).is_integer():
                return int(value)
    return 0


def ahead_of(reading: Reading, clause: Clause, frame: Frame) -> set[int]:
    """Where the phrases begin that name who finished before the holder.

    `hinter A`, `zwei Sekunden nach A`; by the frame also `musste sich nur A geschlagen geben`.
    """
    found = {
        phrase["start"]
        for phrase in clause["phrases"]
        if phrase["prep"] == "hinter"
        or (phrase["prep"] == "nach" and reading.label_at(phrase["start"] - 1) in MARGINS)
    }
    for slot in frame.ahead:
        found |= {
            f.phrase["start"]
            for f in fill(reading, clause, slot)
            # auf der Ducati mit zwei Sekunden Rückstand auf A
            if f.clause is clause and not (slot == "auf" and _ridden(reading, frame, f.phrase))
        }
    return found


def chained(
    reading: Reading, clause: Clause, frame: Frame, used: set[int], anchor: int = -1
) -> tuple[list[Phrase], list[Phrase]]:
    """Phrases that open places behind the holder (`vor A und B`) and before it (`hinter X`).

    Args:
        reading: the document.
        clause: the clause of the place.
        frame: its `chain` slots open the places behind.
        used: start tokens of phrases that already fill a role.
        anchor: token of a nominal frame's noun.
    """
    chains = frame.type in RANK_TYPES or frame.chain
    if not chains or (clause["verb"] is not None and names(frame)):
        # Polesetter A siegte vor B: the list is that of the verb
        return [], []
    if (
        frame.anchor == "noun"
        and clause["kind"] != "attribute"
        and _in_attribute(reading, clause, anchor)
    ):
        # der von der Pole gestartete A siegte vor B
        return [], []
    behind: list[Phrase] = []
    before: list[Phrase] = []
    beyond = _beyond(clause, frame, anchor)
    nominal = frame.anchor == "noun" and clause["verb"] is not None
    ahead = ahead_of(reading, clause, frame)
    # a relative clause or brackets may part the list: `vor A, der ..., B und C`
    goes_on = None
    for phrase in clause["phrases"]:
        owner = phrase["attribute_of"]
        if owner >= 0 and _somebody(reading, owner) and _driven(reading, phrase):
            # Russell auf Mercedes gewann; but der Vorsprung von Russell auf Norris
            continue
        if phrase["prep"] == "auf" and phrase["case"] != "a" and _ridden(reading, frame, phrase):
            # führte auf der Werks-Ducati vor Martín, but mit Vorsprung auf den Ferrari
            continue
        if goes_on is not None and phrase["prep"] == "mit" and _counted(reading, phrase):
            # vor Alt mit 153 und Soomer mit 121 Punkten
            continue
        if owner >= 0 and in_brackets(reading, phrase["start"]):
            # `nach dem Abbruch (Sturz von Raible auf BMW) siegte ...`
            continue
        attribute = owner >= 0 or (goes_on is not None and phrase["prep"] == "in")
        if attribute and phrase["start"] not in ahead and phrase["prep"] not in frame.chain:
            continue
        listed = phrase["prep"] is None and reading.lower[phrase["start"] - 1] in LISTED
        if nominal and phrase["start"] < anchor and phrase["prep"] in frame.chain:
            # A siegte vor B, Rang drei für C: the list before the noun is the verb's
            continue
        if beyond >= 0 and phrase["start"] > beyond:
            # beim Sieg von Zarco landete Folger vor Cortese: another's list
            break
        if any(phrase["start"] <= token < phrase["end"] for token in used):
            goes_on = None
        elif phrase["prep"] in frame.chain:
            behind.append(phrase)
            goes_on = behind
        elif phrase["start"] in ahead:
            before.append(phrase)
            goes_on = before
        elif goes_on is not None and listed and phrase["kind"] == "np":
            goes_on.append(phrase)
        elif reading.label_at(phrase["head"]) in WHO or phrase["kind"] == "pronoun":
            # `vor A, 28 Jahre alt, und B`: what names nobody parts no list
            goes_on = None
    return behind, before


def names(frame: Frame) -> bool:
    """Whether a frame's anchor only stands beside the name of its holder.

    `Polesetter Leclerc`, `der von der Pole gestartete Leclerc`.
    """
    return frame.anchor in ("noun", "adjective") and dict(frame.roles).get("holder") in EPITHETS


def _driven(reading: Reading, phrase: Phrase) -> bool:
    """Whether a phrase behind a name tells what he drove, or against whom."""
    on = phrase["prep"] == "auf" and not _somebody(reading, phrase["head"])
    return on or phrase["prep"] == "gegen"


def _ridden(reading: Reading, frame: Frame, phrase: Phrase) -> bool:
    """Whether somebody rides what a phrase names; in the season's table it is a rival's make."""
    # the make in `auf Opel-Pilot Sartori` is no vehicle
    mention = reading.mention_of(phrase)
    person = mention is not None and mention["label"] == "DRIVER"
    vehicle = not person and reading.label_at(phrase["head"]) in _VEHICLES
    return vehicle and not frame.attributes.get("championship")


def _beyond(clause: Clause, frame: Frame, anchor: int) -> int:
    """The finite verb that ends the reach of a noun in a phrase of time before it, or -1."""
    if frame.anchor != "noun" or not 0 <= anchor < clause["finite"]:
        return -1
    at = [p for p in clause["phrases"] if p["start"] <= anchor < p["end"]]
    return clause["finite"] if any(p["prep"] in ("bei", "nach", "seit") for p in at) else -1


def _counted(reading: Reading, phrase: Phrase) -> bool:
    """Whether a phrase is a bare figure or begins with one: `mit 153`, `mit 121 Punkten`."""
    return reading.tags[phrase["start"] + 1] == "CARD" and reading.mention_of(phrase) is None


def _somebody(reading: Reading, token: int) -> bool:
    at = reading.mention_at[token]
    return at >= 0 and reading.mentions[at]["label"] in ("DRIVER", "PERSON")
