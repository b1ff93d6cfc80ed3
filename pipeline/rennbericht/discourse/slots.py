"""Slots: the places in a clause where a frame looks for a role, a rank or a reason.

A slot is `subject`, `accusative`, `dative`, `genitive`, `predicative`, `modified`, `named` (a noun
with its name: `Sieger Vettel`), `any`, `list` (all named behind the anchor), `of` (what a noun
belongs to), `of:PREPOSITION`, a preposition, or `von-aus` (`von Platz drei aus`).
The passive is undone here: the deep subject of `wurde von Vettel überholt` is Vettel, its deep
object the grammatical subject.
"""

from __future__ import annotations

from ..clauses.model import Clause, Member, Phrase
from .facing import faces
from .filler import MEASURES, Filler
from .listed import before, listed
from .reading import Reading

#: slots that are no preposition, beside those that begin with `of:`
NAMED = frozenset(
    {
        "subject", "accusative", "dative", "genitive", "predicative", "modified", "named", "of",
        "list", "any", "von-aus", "subject_of_matrix",
    }
)  # fmt: skip
#: verbs beside which a possessive is not the subject's
COPULAS = frozenset({"sein", "werden", "heißen"})
SUBJECT_LINKS = ("coordinated", "elided", "controlled")


def is_subject(clause: Clause, phrase: Phrase) -> bool:
    """Whether a phrase is the clause's own subject."""
    return clause["subject"] >= 0 and clause["phrases"][clause["subject"]] is phrase


def subject_of(reading: Reading, clause: Clause) -> Filler | None:
    """The grammatical subject, through coordination, ellipsis, control and relatives."""
    index, subjects = clause["index"], reading.subjects
    found: Filler | None = subjects.get(index)
    if found is None and index not in subjects:
        found = subjects[index] = _subject_of(reading, clause, 0)
    return found


def _subject_of(reading: Reading, clause: Clause, depth: int) -> Filler | None:
    if clause["subject"] >= 0:
        return Filler(clause, clause["phrases"][clause["subject"]], depth > 0)
    if depth > 6:
        return None
    for link in clause["links"]:
        if link["kind"] not in SUBJECT_LINKS:
            continue
        other = reading.clauses[link["clause"]]
        if link["phrase"] >= 0:
            return Filler(other, other["phrases"][link["phrase"]], True)
        found = _subject_of(reading, other, depth + 1)
        if found is not None:
            return Filler(found.clause, found.phrase, True)
    return None


def fill(reading: Reading, clause: Clause, slot: str, noun: Phrase | None = None) -> list[Filler]:
    """The phrases that stand in a slot, best first.

    Args:
        reading: the document.
        clause: the clause whose slot is asked for.
        slot: name of the slot, see the module.
        noun: phrase of the frame's anchor noun, for `of` slots.
    """
    if slot == "subject":
        return _deep_subjects(reading, clause, noun)
    if slot == "accusative":
        return _deep_objects(reading, clause)
    if slot in ("dative", "genitive"):
        return _objects(reading, clause, slot[0])
    if slot == "predicative":
        return _predicative(reading, clause)
    if slot == "any":
        return _any(reading, clause)
    if slot == "von-aus":
        return _starting_points(reading, clause)
    if slot == "subject_of_matrix":
        return _subjects_of_matrix(reading, clause)
    if slot in NAMED or slot.startswith("of:"):
        return _of_anchor(reading, clause, slot, noun) if noun is not None else []
    if slot == "für" or (slot == "von" and not clause["passive"]):
        return _sources(reading, clause, slot)
    return _prepositional(clause, slot) if slot != "mit" else _accompanying(reading, clause)


def _deep_subjects(reading: Reading, clause: Clause, noun: Phrase | None) -> list[Filler]:
    """Who acts, in the passive by a preposition: `wurde von Vettel überholt`."""
    if clause["passive"] == "event":
        return _doers(reading, clause)
    found = subject_of(reading, clause)
    if found is None:
        return []
    if found.phrase is noun:
        # `die schnellste Runde drehte Vettel`: the companion noun is the object
        return [found, *_nominatives(clause, found.phrase)]
    return [found]


def _doers(reading: Reading, clause: Clause) -> list[Filler]:
    """By whom something is done; `wurde von Vettel eingeholt und überholt` says it once."""
    found = _prepositional(clause, "von") + _prepositional(clause, "durch")
    for link in clause["links"]:
        other = reading.clauses[link["clause"]]
        shared = link["kind"] == "coordinated" and clause["finite"] == other["finite"]
        if not found and shared and other["passive"] == "event":
            found = _prepositional(other, "von")
    return found


def _deep_objects(reading: Reading, clause: Clause) -> list[Filler]:
    """Whom the verb befalls, in the passive the grammatical subject."""
    if clause["passive"] == "event":
        found = subject_of(reading, clause)
        return [found] if found is not None else []
    return _objects(reading, clause, "a")


def _of_anchor(reading: Reading, clause: Clause, slot: str, noun: Phrase) -> list[Filler]:
    """What stands beside the anchor noun: itself, its name, its owner, the list behind it."""
    if slot == "modified":
        return [Filler(clause, noun)]
    if slot == "named":
        named = any(_names(reading, member) for member in noun["members"])
        return [Filler(clause, noun)] if named else []
    if slot == "list":
        named_on = listed(reading, clause, noun["end"])
        if clause["verb"] is not None:
            return named_on
        return named_on + before(reading, clause, noun)
    fillers = _of(reading, clause, noun, slot[3:])
    if slot == "of" and possessed(reading, noun):
        found = subject_of(reading, clause)
        told = clause["verb"] in COPULAS and noun["attribute_of"] < 0 and noun["prep"] is None
        if found is not None and found.phrase is not noun and not told:
            # but `sein nächstes Opfer war Vettel` is that of the one told of before
            fillers.append(Filler(found.clause, found.phrase, True))
    return fillers


def _names(reading: Reading, member: Member) -> bool:
    """Whether a conjunct holds a name that its noun stands beside: not `der Indy-500-Sieger`."""
    mention = reading.mentions[member["mention"]] if member["mention"] >= 0 else None
    return mention is not None and (mention["label"] != "SERIES" or "head" not in mention["parts"])


def _subjects_of_matrix(reading: Reading, clause: Clause) -> list[Filler]:
    fillers: list[Filler] = []
    for link in clause["links"]:
        if link["kind"] in ("subordinate", "relative", "controlled"):
            found = subject_of(reading, reading.clauses[link["clause"]])
            if found is not None:
                fillers.append(Filler(found.clause, found.phrase, True))
    return fillers


def _starting_points(reading: Reading, clause: Clause) -> list[Filler]:
    """`von Platz drei aus`."""
    lower = reading.lower
    return [f for f in _prepositional(clause, "von") if lower[f.phrase["end"] - 1] == "aus"]


def _sources(reading: Reading, clause: Clause, preposition: str) -> list[Filler]:
    """The phrases with `von` or `für`, but for `nach dem Ausfall von Norris`, `der Strafe für ihn`.

    Nothing comes from him, and nothing is for him.
    """
    causes = reading.classes["cause-preposition"]
    outer = [phrase for phrase in clause["phrases"] if phrase["prep"] in causes]
    heads, ends = {p["head"] for p in outer}, {p["end"] for p in outer}
    return [
        filler
        for filler in _prepositional(clause, preposition)
        if (filler.phrase["attribute_of"] not in heads and filler.phrase["start"] not in ends)
        or reading.label_at(filler.phrase["head"]) != "DRIVER"
    ]


def _accompanying(reading: Reading, clause: Clause) -> list[Filler]:
    """The phrases with `mit`, but for the number of a car."""
    return [f for f in _prepositional(clause, "mit") if not _names_car(reading, f.phrase)]


def _names_car(reading: Reading, phrase: Phrase) -> bool:
    """Whether `mit der Nummer 16` goes on naming a car; `mit der #7` may be who is hit."""
    head = phrase["head"]
    if reading.label_at(head) != "NUMBER":
        return False
    return not reading.words[reading.mentions[reading.mention_at[head]]["start"]].startswith("#")


def _prepositional(clause: Clause, preposition: str) -> list[Filler]:
    """Phrases with the preposition: the verb's own first, then those attached to a noun."""
    own: list[Filler] = []
    attached: list[Filler] = []
    for phrase in clause["phrases"]:
        if phrase["prep"] == preposition:
            (own if phrase["attribute_of"] < 0 else attached).append(Filler(clause, phrase))
    return own + attached if attached else own


def _objects(reading: Reading, clause: Clause, case: str) -> list[Filler]:
    """Bare noun phrases and pronouns that can bear the case, the unambiguous ones first."""
    subject = clause["phrases"][clause["subject"]] if clause["subject"] >= 0 else None
    certain: list[Filler] = []
    possible: list[Filler] = []
    for phrase in clause["phrases"]:
        if phrase is subject or phrase["prep"] is not None or phrase["attribute_of"] >= 0:
            continue
        if phrase["kind"] not in ("np", "pronoun"):
            continue
        mention = reading.mention_of(phrase)
        if mention is not None and (
            mention["label"] in MEASURES or (mention["value"] or {}).get("times")
        ):
            # `stoppte zweimal`: how often is no object
            continue
        if _measures_way(reading, phrase):
            continue
        if phrase["case"] == case:
            certain.append(Filler(clause, phrase))
        elif case != "g" and (not phrase["case"] or case in phrase["case"]):
            possible.append(Filler(clause, phrase))
    # a bare name beside the subject is a direct object first
    return certain + possible if case == "a" or not certain else certain


def _measures_way(reading: Reading, phrase: Phrase) -> bool:
    """`Drei Kurven vor dem Ziel ging er vorbei`: how far before it is no object."""
    if phrase["definite"] or phrase["lemma"].lower() not in reading.classes["way-noun"]:
        return False
    behind = reading.words[phrase["end"]].lower() if phrase["end"] < len(reading.words) else ""
    return behind in reading.classes["behind-a-way"]


def _nominatives(clause: Clause, subject: Phrase) -> list[Filler]:
    """Bare phrases beside the taken subject that could be nominative by their form."""
    fillers: list[Filler] = []
    for phrase in clause["phrases"]:
        if phrase is subject or phrase["prep"] is not None or phrase["attribute_of"] >= 0:
            continue
        if phrase["kind"] in ("np", "pronoun") and phrase["case"] not in ("a", "d", "g"):
            fillers.append(Filler(clause, phrase))
    return fillers


def _predicative(reading: Reading, clause: Clause) -> list[Filler]:
    token = clause["predicative"]
    if token < 0:
        return []
    joined: list[Phrase] = []
    joining = reading.classes["joint-predicate"]
    end = -1
    for phrase in clause["phrases"]:
        if phrase["attribute_of"] >= 0 and joined and phrase["start"] == end:
            # Sieger der LMP3 und Gesamtachter
            end = phrase["end"]
            continue
        if phrase["kind"] == "adverb" and phrase["start"] == end + 1:
            continue
        joint = reading.lower[end : phrase["start"]] if 0 <= end < phrase["start"] else []
        bare = phrase["kind"] == "np" and phrase["prep"] is None
        if not (bare and joint[:1] == ["und"] and joining.issuperset(joint)):
            if any(one["start"] <= token < one["end"] for one in joined):
                break
            joined = []
        joined.append(phrase)
        end = phrase["end"]
    if any(one["start"] <= token < one["end"] for one in joined):
        return [Filler(clause, one) for one in joined]
    return []


def _of(reading: Reading, clause: Clause, noun: Phrase, preposition: str) -> list[Filler]:
    """What a noun belongs to: genitive or von-phrase, or the phrase with the preposition."""
    heads = [noun["head"], *[member["head"] for member in noun["members"]]]
    fillers: list[Filler] = []
    for phrase in clause["phrases"]:
        if phrase["attribute_of"] not in heads or phrase is noun:
            continue
        if preposition:
            if phrase["prep"] == preposition:
                fillers.append(Filler(clause, phrase))
        elif phrase["prep"] in (None, "von"):
            fillers.append(Filler(clause, phrase))
    # `der Sieg für Hamilton`, `der Dreher von Vettel` cut loose: directly behind the noun
    wanted = preposition or "von"
    if (
        wanted == "von"
        and clause["passive"] == "event"
        and reading.label_at(noun["head"]) == "POSITION"
    ):
        # `wurde auf Platz drei von Norris überholt`: he is the agent
        return fillers
    if wanted == "von" and clause["passive"] == "event" and _befell(reading, clause, noun):
        # `wurde nach einem Dreher von Norris überholt`
        return fillers
    for phrase in clause["phrases"]:
        if phrase["prep"] == wanted and phrase["start"] == noun["end"]:
            fillers.append(Filler(clause, phrase))
    return fillers


def _befell(reading: Reading, clause: Clause, noun: Phrase) -> bool:
    """Whether a noun tells what befell whom something is done to: `nach einem Dreher`."""
    if noun["prep"] is None or noun["definite"] or noun["field"] != "middle":
        return False
    found = subject_of(reading, clause)
    if found is None or found.phrase["gender"] == "n":
        return False
    return found.phrase["kind"] == "pronoun" or reading.mention_of(found.phrase) is not None


def possessed(reading: Reading, noun: Phrase) -> bool:
    """Whether a noun is told as somebody's: `seinen Dreher`, `nach ihrem verpatzten Start`."""
    return any(reading.tags[at] == "PPOSAT" for at in range(noun["start"], max(noun["head"], 0)))


def _any(reading: Reading, clause: Clause) -> list[Filler]:
    """The only phrase that names a participant (`Alonsos Teamkollege Massa` is one)."""
    found = [
        phrase
        for phrase in clause["phrases"]
        if (mention := reading.mention_of(phrase)) is not None
        and mention["label"] in ("DRIVER", "CAR", "TEAM")
        and not faces(reading, phrase)
    ]
    outer = [
        phrase
        for phrase in found
        if not any(
            other["start"] <= phrase["start"] and phrase["end"] <= other["end"]
            for other in found
            if other is not phrase
        )
    ]
    return [Filler(clause, outer[0])] if len(outer) == 1 else []
