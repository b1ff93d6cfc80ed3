"""The status of what a frame tells, where its noun or verb says more than the clause."""

from __future__ import annotations

from ..clauses.model import Clause, Phrase
from ..discourse.reading import Reading
from ..discourse.slots import possessed
from ..discourse.vocabulary import Vocabulary
from .cues import Cues
from .frames import Frame
from .match import Match
from .status import slot_of, status_of

#: prepositions before what has happened
GRANTED = frozenset({"nach", "wegen", "trotz", "aufgrund", "infolge", "seit"})
#: of these, what is said to be the cause, known or new: `wegen eines Drehers`
CAUSES = GRANTED - {"nach"}
#: before a slip or damage, by which something came about
MEANS = frozenset({"mit", "durch"})
#: and before what happens at the same time: `beim Stopp hätte er ihn beinahe gerammt`
MEANWHILE = frozenset({"bei", "während"})
#: what one has (`mit einem Motorschaden`), so that the verb tells of something else
DAMAGE_TYPES = frozenset({"technical", "puncture"})
#: types of which `wollte` tells a plan, and no event
PLANNED_TYPES = frozenset(
    {"position", "pit_stop", "result", "pole", "fastest_lap", "championship", "place"}
)
#: of these one may have (`mit einem Dreher`), and what is his own he had: `seinen Dreher`
SLIP_TYPES = DAMAGE_TYPES | {"off_track"}
OWN_TYPES = SLIP_TYPES | {"penalty", "start", "collision", "retirement", "pit_stop", "grid"}
#: of these `wird` tells what is settled: `wird von Rang drei losfahren`, `wird die Strafe absitzen`
SETTLED_TYPES = frozenset({"pole", "penalty", "championship", "position", "place"})
#: prepositions behind which a place on the grid is where somebody came from
FROM = frozenset({"von", "aus", "ab"})


def status_of_frame(
    reading: Reading, cues: Cues, vocabulary: Vocabulary, match: Match
) -> tuple[str | None, frozenset[str]]:
    """The status of what a frame tells, None where it is no event; and the cues of its clause."""
    frame, clause = match.frame, match.clause
    nominal = match.noun if frame.anchor != "verb" else None
    status, kinds = status_of(reading, cues, clause, nominal, frame.type)
    real = status != "hypothetical" or holds_in_supposition(reading, match)
    if real and _granted(reading, match):
        status = "asserted"
    elif status == "asserted" and match.noun is not None and match.noun["prep"] == "ohne":
        # `ohne Strafe wurde er Dritter`, but `rollte ohne Sprit aus` tells what is missing
        status = "asserted" if frame.status == "asserted" else "negated"
    if status == "asserted" and frame.type not in SETTLED_TYPES and _future(reading, match):
        status = "hypothetical"
    status = _settled(frame, clause, status)
    noun = nominal or (match.noun if frame.status is None else None)
    # `der führende McLaren fiel aus`: the car did, not that it led
    told = frame.anchor != "adjective" and status in ("asserted", "negated")
    if noun is not None and told:
        status = by_verb(reading, vocabulary, clause, noun, frame) or status
    if frame.status == "attempted" and status == "hypothetical":
        return None, kinds
    # `der Angriff auf Norris saß`: what is told as a try came off
    came_off = status == "asserted" and "success" in kinds and frame.status == "attempted"
    came_off = came_off and frame.polarity != "negated"
    if frame.status is not None and status in ("asserted", "attempted") and not came_off:
        status = frame.status
    return status, kinds


def _future(reading: Reading, match: Match) -> bool:
    """Whether it is still to come: `wird das Rennen gewinnen`, but not a place on the grid."""
    clause, frame = match.clause, match.frame
    if frame.attributes.get("session") == "qualifying" or clause["perfect"] or clause["passive"]:
        return False
    finite = clause["finite"]
    return (
        clause["tense"] == "present"
        and clause["mood"] != "subjunctive"
        and finite >= 0
        and finite != clause["verb_token"]
        and reading.lemmas_lower[finite] == "werden"
    )


def _granted(reading: Reading, match: Match) -> bool:
    """Whether the frame's noun or adjective presupposes what it tells."""
    frame = match.frame
    if frame.polarity == "negated":
        return False
    if frame.anchor == "adjective":
        return True
    grid = frame.type == "result" and frame.attributes.get("session") == "qualifying"
    kind = "grid" if grid else frame.type
    return presupposed(reading, match.clause, match.noun, match.token, kind)


def _settled(frame: Frame, clause: Clause, status: str) -> str:
    """The status, but asserted where the frame itself says that something is not or may be.

    `kann rechnerisch nicht mehr Meister werden`, `könnte noch Meister werden`: so it stands.
    """
    denies = frame.polarity == "negated"
    if status == "negated" and (denies or frame.rank_beside == "brackets"):
        # `Auch Thorsen (13.) schaffte es nicht in die Punkte`: the place is told by the way
        return "asserted"
    settled = (denies and clause["mood"] != "subjunctive") or (
        frame.attributes.get("outcome") == "open"
    )
    if status == "hypothetical" and frame.type == "championship" and settled:
        return "asserted"
    return status


def presupposed(
    reading: Reading, clause: Clause, noun: Phrase | None, token: int, event_type: str
) -> bool:
    """Whether what a noun tells is taken for granted, whatever the verb says.

    `fiel nach einem Dreher nicht zurück`, `Polesitter Rast kam nicht über Rang sieben hinaus`,
    `Nicht ins Ziel kam Alonso mit einem Motorschaden`, `der Plattfuß hielt ihn nicht auf`.

    Args:
        reading: the document.
        clause: the clause.
        noun: the phrase of the anchor, where it is a noun.
        token: the anchor.
        event_type: type of the event.
    """
    if noun is None or any(
        reading.lemmas_lower[at].startswith("kein") for at in range(noun["start"], noun["head"])
    ):
        return False
    if noun["prep"] in GRANTED or (noun["prep"] in MEANS and event_type in SLIP_TYPES):
        return True
    if noun["prep"] in MEANWHILE or _thought_away(reading, clause, noun):
        return True
    if event_type == "grid" and noun["prep"] in FROM:
        return True
    where = event_type == "pit_stop" and noun["prep"] is not None
    if event_type in OWN_TYPES and possessed(reading, noun) and not where:
        # `seine Strafe nicht angetreten`, `seinen Fahrfehler beinahe ausgebügelt`; not so
        # `stand nicht in seiner Box`
        return clause["verb"] not in reading.classes["occurring-verb"]
    subject = clause["phrases"][clause["subject"]] if clause["subject"] >= 0 else None
    if (
        subject is noun
        and (event_type in SLIP_TYPES or event_type == "collision")
        and clause["verb"] not in reading.classes["occurring-verb"]
    ):
        return not clause["passive"]
    return any(
        member["mention"] >= 0
        and reading.mentions[member["mention"]]["label"] == "DRIVER"
        and noun["start"] <= token < member["end"]
        and reading.mention_at[token] != member["mention"]
        for member in noun["members"]
    )


def _thought_away(reading: Reading, clause: Clause, noun: Phrase) -> bool:
    """Whether only a supposition does without it: `ohne den Dreher hätte er gewonnen`."""
    known = noun["definite"] or possessed(reading, noun)
    return noun["prep"] == "ohne" and known and clause["mood"] == "subjunctive"


def holds_in_supposition(reading: Reading, match: Match) -> bool:
    """Whether what a frame's noun presupposes holds even where its clause only supposes.

    `nach einem Dreher hätte er noch Dritter werden können`, but `nach einem Sieg wäre er Meister`.
    """
    noun = match.noun
    if noun is None:
        return False
    if noun["prep"] in GRANTED and noun["definite"]:
        return True
    if match.clause["mood"] == "subjunctive" or match.clause["modal"]:
        # `möglicherweise schied er wegen eines Defekts aus`: so the cause is open as well
        slip = match.frame.type in SLIP_TYPES or match.frame.type == "collision"
        if noun["prep"] in CAUSES or (noun["prep"] in GRANTED and slip):
            return True
        if noun["prep"] in MEANWHILE and noun["definite"]:
            return True
    own = match.frame.anchor != "verb" and possessed(reading, noun)
    return own or _thought_away(reading, match.clause, noun)


def by_verb(
    reading: Reading, vocabulary: Vocabulary, clause: Clause, noun: Phrase, frame: Frame
) -> str | None:
    """The status that a verb gives its noun: `verzichtete auf einen Stopp`, `rechnen mit Regen`."""
    slot = slot_of(clause, noun)
    verb = _full_verb(reading, clause)
    if verb in vocabulary.supposing.get(slot, ()):
        return "negated" if clause["negation"] >= 0 else "hypothetical"
    known = frame.anchor == "verb" or slot == "subject" or noun["definite"]
    if frame.type in DAMAGE_TYPES and known:
        # `die Kupplung fiel aus`: the verb is the defect; `Rauch kündigte den Motorschaden an`
        return None
    if slot == "accusative" and clause["reflexive"]:
        # hob sich den Stopp für den Schluss auf
        return None
    if frame.anchor == "verb" and verb in frame.verbs:
        # `die Gelbphase wurde aufgehoben`: that is the event
        return None
    if verb in vocabulary.denying.get(slot, ()):
        return "asserted" if clause["negation"] >= 0 else "negated"
    return None


def _full_verb(reading: Reading, clause: Clause) -> str | None:
    """The verb of a clause, the participle of what somebody stays: `blieb davon verschont`."""
    if clause["verb"] == "bleiben":
        last = max((end for _, end in clause["spans"]), default=0) - 1
        if reading.tags[last] == "VVPP":
            return reading.lemmas_lower[last]
    return clause["verb"]


def planned(
    reading: Reading, vocabulary: Vocabulary, clause: Clause, noun: Phrase | None, event_type: str
) -> bool:
    """Whether the clause tells what somebody wanted or had to do, or what was hoped for.

    `wollte im Rennen vorrücken`, `musste gewinnen`, `hoffte, dass Norris nicht Zweiter wird`.

    Args:
        reading: the document.
        vocabulary: verbs that suppose what their noun tells.
        clause: the clause.
        noun: the phrase of the anchor, where it is a noun.
        event_type: type of the event.
    """
    if event_type not in PLANNED_TYPES:
        return False
    if noun is None and clause["modal"] == "wollen":
        return True
    words = vocabulary.words
    if clause["modal"] == "müssen" and clause["verb"] in words["winning-verb"]:
        return True
    return clause["introducer"] in ("dass", "daß") and any(
        link["kind"] == "subordinate"
        and reading.clauses[link["clause"]]["verb"] in words["hoping-verb"]
        for link in clause["links"]
    )
