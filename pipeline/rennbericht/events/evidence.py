"""What speaks for and against each event, as plain numbers that a confidence is made of.

A name of the form `via=pronoun` is 1.0 where it holds and absent where not, every other one is a
number of the order of one; what is absent counts as zero. `confidence.py` weighs them.
"""

from __future__ import annotations

from collections import Counter
from math import log1p
from typing import Any

from ..contract.types import TYPES
from ..discourse.people import Argument, surname
from ..discourse.reading import Reading
from ..discourse.state import RaceState
from .beside import CREW_TYPES
from .draft import Draft
from .frames import ANY_VERB

#: the logarithms of small counts, each more by one
_LOGS = [log1p(count) for count in range(1_000)]
#: longer distances, in sentences, count as this one
FARTHEST = 10
#: attributes whose value changes how far an event can be trusted, and those that do by being there
TELLING = ("kind", "outcome", "session", "direction", "how")
GIVEN = (
    "position", "position_within", "position_from_end", "change", "class", "lap", "clock",
    "background", "hearsay", "lapping",
)  # fmt: skip
#: zones beside running text
ZONES = frozenset({"ticker", "list_item", "quotation", "lead", "result_table"})
#: how a mention that needs no antecedent is read
NAMED = frozenset({"name", "list"})
#: of one place one is told
PLACED = frozenset({"result", "position", "pole", "fastest_lap"})


def weigh(reading: Reading, state: RaceState, drafts: list[Draft], makers: frozenset[str]) -> None:
    """Leave on each event its evidence.

    Args:
        reading: the document.
        state: the race state at the end of the walk, for who was named where.
        drafts: the events of the document, double tellings merged.
        makers: words for the tables in which makes have places.
    """
    scales = _Scales(reading, state, drafts, makers)
    for draft, claims in zip(drafts, scales.claims, strict=True):
        draft.evidence = scales.evidence(draft, claims)


class _Scales:
    """The evidence of one document's events."""

    def __init__(
        self, reading: Reading, state: RaceState, drafts: list[Draft], makers: frozenset[str]
    ) -> None:
        self._reading = reading
        self._makers = makers
        self._people = state.roster.people
        self._bearers = state.roster.bearers
        self._crewed = state.roster.crewed
        self._in_sentence = Counter(draft.sentence for draft in drafts)
        self._at_anchor = Counter((draft.sentence, draft.anchor) for draft in drafts)
        self.claims = [_claims(draft) for draft in drafts]
        self._times = Counter(key for claims in self.claims for key in claims)
        self._sentence: dict[int, dict[str, float]] = {}
        self._zones = [
            zone for zone in reading.doc.user_data.get("rennbericht_zones", ())
            if zone["kind"] in ZONES
        ]  # fmt: skip
        self._document = {"text.length": _log(len(reading.words)) / 7}
        if self._crewed:
            self._document["text=crews"] = 1.0
        if state.main_session != "race":
            self._document[f"text={state.main_session}"] = 1.0
        if len({draft.race for draft in drafts}) > 1:
            self._document["text=races"] = 1.0

    def evidence(self, draft: Draft, claims: list[Any]) -> dict[str, float]:
        """What speaks for and against one event, which claims this."""
        frame, attributes = draft.frame, draft.attributes
        found = {
            f"type={draft.type}": 1.0,
            f"status={draft.status}": 1.0,
            f"anchor={'any' if ANY_VERB in frame.verbs else frame.anchor}": 1.0,
            "frame.asks": frame.specificity / 10,
            "told.again": float(len(draft.also)),
            "rivals": _log(draft.rivals),
            **self._document,
            **self._of_sentence(draft.sentence),
        }
        for key in TELLING:
            if key in attributes:
                found[f"{key}={attributes[key]}"] = 1.0
        for key in GIVEN:
            if key in attributes:
                found[f"{key} given"] = 1.0
        if draft.derived:
            found["place=derived"] = 1.0
        if draft.definite:
            found["anchor=definite"] = 1.0
        if isinstance(attributes.get("position"), int):
            found["position"] = _log(attributes["position"])
        if any(self._times[key] > 1 for key in claims):
            found["place=contradicted"] = 1.0
        found["events.sentence"] = _log(self._in_sentence[draft.sentence] - 1)
        found["events.anchor"] = _log(self._at_anchor[draft.sentence, draft.anchor] - 1)
        self._clause(draft, found)
        self._roles(draft, found)
        return found

    def _of_sentence(self, index: int) -> dict[str, float]:
        found = self._sentence.get(index)
        if found is None:
            reading = self._reading
            start, end = reading.sentences[index]
            ids = set(reading.mention_at[start:end]) - {-1}
            labels = [reading.mentions[at]["label"] for at in ids]
            found = self._sentence[index] = {
                "sentence.length": _log(end - start) / 3,
                "sentence.clauses": _log(len(reading.by_sentence.get(index, ()))),
                "sentence.drivers": _log(labels.count("DRIVER")),
                "sentence.places": _log(labels.count("POSITION")),
                "sentence.at": index / len(reading.sentences),
            }
            if "?" in reading.words[max(start, end - 3) : end]:
                found["sentence=question"] = 1.0
            if "SESSION" in labels:
                found["sentence=session"] = 1.0
            for zone in self._zones:
                if zone["start"] < end and start < zone["end"]:
                    found[f"zone={zone['kind']}"] = 1.0
        return found

    def _clause(self, draft: Draft, found: dict[str, float]) -> None:
        clause = draft.clause
        found[f"clause={clause['kind']}"] = 1.0
        found["clause.length"] = _log(sum(end - start for start, end in clause["spans"])) / 3
        found["clause.phrases"] = _log(len(clause["phrases"]))
        found[f"tense={clause['tense'] or 'none'}"] = 1.0
        if len(clause["spans"]) > 1:
            found["clause=parted"] = 1.0
        if clause["verb"] is not None and clause["finite"] < 0:
            found["clause=infinite"] = 1.0
        if clause["subject"] < 0:
            found["clause=subjectless"] = 1.0
        if clause["passive"]:
            found["clause=passive"] = 1.0
        if clause["perfect"]:
            found["clause=perfect"] = 1.0
        if clause["modal"]:
            found["clause=modal"] = 1.0
        if clause["negation"] >= 0:
            found["clause=denied"] = 1.0
        if clause["mood"] == "subjunctive":
            found["clause=subjunctive"] = 1.0

    def _roles(self, draft: Draft, found: dict[str, float]) -> None:
        """How the core roles were filled: by what words, from how far, with what kind of names."""
        mentions: set[int] = set()
        clause, trigger = draft.clause, draft.trigger[0]
        subject = clause["phrases"][clause["subject"]] if clause["subject"] >= 0 else None
        far, near, many, nearer = 0, FARTHEST * 10, 0, 0
        for role in TYPES[draft.type].core_roles:
            arguments = draft.roles.get(role)
            if not arguments:
                found["role=missing"] = 1.0
                continue
            many = max(many, len(arguments))
            for argument in arguments:
                found[f"via={argument.via}"] = 1.0
                mentions.add(argument.start)
                far = max(far, self._distance(draft, argument))
                near = min(near, abs(argument.start - trigger))
                nearer = max(nearer, self._drivers_between(argument, draft))
                if not any(start <= argument.start < end for start, end in clause["spans"]):
                    found["role=outside"] = 1.0
                elif subject is not None and subject["start"] <= argument.start < subject["end"]:
                    found["role=subject"] = 1.0
                participant = argument.participant
                if participant is None:
                    found["role=unknown"] = 1.0
                    continue
                made = participant.label == "MANUFACTURER" and self._of_makers(draft)
                found[f"label={'TEAM' if made else participant.label}"] = 1.0
                if participant.id is None:
                    found["name=unlisted"] = 1.0
                if " " not in participant.name and participant.label == "DRIVER":
                    found["name=surname only"] = 1.0
                elif (
                    participant.label == "DRIVER"
                    and len(self._bearers(surname(participant.name))) > 1
                ):
                    found["name=shared"] = 1.0
                if participant.key not in self._people and participant.label == "DRIVER":
                    found["name=never met"] = 1.0
        found["role.mentions"] = _log(max(0, len(mentions) - 1))
        found["role.persons"] = _log(max(0, many - 1))
        found["drivers.nearer"] = _log(nearer)
        if many == 1 and (draft.type == "collision" or (self._crewed and draft.type in CREW_TYPES)):
            found["role=alone"] = 1.0
        found["antecedent.distance"] = _log(far)
        if mentions:
            found["trigger.distance"] = _log(near) / 3

    def _of_makers(self, draft: Draft) -> bool:
        """Whether the sentence tells of a table in which a make is one of the teams."""
        if draft.type != "championship":
            return False
        start, end = self._reading.sentences[draft.sentence]
        return not self._makers.isdisjoint(self._reading.lemmas_lower[start:end])

    def _drivers_between(self, argument: Argument, draft: Draft) -> int:
        """How many drivers stand between an argument and the trigger."""
        reading = self._reading
        before, behind = argument.end, draft.trigger[0]
        if argument.start > draft.trigger[0]:
            before, behind = draft.trigger[1], argument.start
        before = max(before, reading.sentences[draft.sentence][0])
        return len(reading.mentions_between(before, behind, ("DRIVER",)))

    def _distance(self, draft: Draft, argument: Argument) -> int:
        """How many sentences back the one meant was named."""
        if argument.via in NAMED:
            return 0
        at = argument.start
        person = self._people.get(argument.participant.key) if argument.participant else None
        if person is not None and argument.via != "ellipsis":
            before = person.last_before(at)
            at = before if before >= 0 else at
        return min(FARTHEST, abs(draft.sentence - self._reading.sentence_of(at)))


def _log(count: int) -> float:
    return _LOGS[count] if 0 <= count < len(_LOGS) else log1p(count)


def _claims(draft: Draft) -> list[Any]:
    """What only one event can say: one place has one holder, one holder one place."""
    if draft.type not in PLACED or draft.status != "asserted":
        return []
    values = draft.attributes
    # a running place is soon another one's
    at = draft.sentence if draft.type == "position" else None
    place = 1 if draft.type == "pole" else values.get("position")
    # a place of the class and one overall are two
    of = (
        draft.type,
        values.get("session"),
        values.get("class"),
        draft.race,
        "background" in values,
        at,
    )
    if draft.type in ("result", "position") and not isinstance(place, int):
        return []
    keys = sorted(draft.keys("holder"))[:1]
    return [(*of, "place", place), *((*of, "holder", key) for key in keys)]
