"""The walk: sentence by sentence, references and events over one race state."""

from __future__ import annotations

from typing import Any

from ..clauses.model import Clause
from ..discourse.ahead import look_ahead, take_in
from ..discourse.meetings import Meetings
from ..discourse.people import Argument
from ..discourse.reading import Reading
from ..discourse.references import Resolver
from ..discourse.rivals import participants
from ..discourse.state import RaceState
from ..discourse.vocabulary import Vocabulary
from . import places, scene
from .circumstances import MOMENT, circumstances
from .draft import Draft
from .elsewhere import Elsewhere
from .evidence import weigh
from .filling import slot_attributes, trigger_of, write_rank
from .frames import LEADER, RANK_TYPES, Frame, FrameSet
from .glance import glance_of, settings_of
from .last_told import settle_finish
from .match import Match, failed_condition, fallbacks, matches
from .merge import merge, rivals_out
from .numbered import numbered
from .offences import note_offence
from .pairs import bracketed, paired
from .races import settle_races
from .rally import own_table, tells_of_rally
from .ranks import rank_value, ranks_of
from .remembering import remember
from .roles import Roles
from .small import small_clauses
from .status import Cues, by_verb, negated, planned, presupposed, status_of, told_as_own
from .table import beside_table, table_before, table_goes_on
from .topic import other_fields, refusal, topic_of
from .trace import Trace

#: attributes that tell that a clause's rank has been taken
RANK_KEYS = frozenset(
    {"position", "positions", "position_within", "position_from_end", "from_position"}
)
#: a race that was stopped goes on within so many sentences
STOPPED_REACH = 8
#: the session that a place on the grid is of
GRID = "qualifying"


class Walk:
    """One pass over one document.

    Args:
        reading: the document.
        frames: the frames to try.
        vocabulary: words for people, and facts.
        trace: is told all that is tried, where somebody wants to know.
    """

    def __init__(
        self,
        reading: Reading,
        frames: FrameSet,
        vocabulary: Vocabulary,
        trace: Trace | None = None,
    ) -> None:
        self.reading = reading
        self.frames = frames
        self.vocabulary = vocabulary
        self.state = RaceState()
        self.resolver = Resolver(reading, self.state, vocabulary)
        self.roles = Roles(reading, self.resolver)
        self.cues = Cues(reading, vocabulary)
        self.meetings = Meetings(reading, vocabulary.meetings)
        self.other_meetings = Elsewhere(reading, self.cues, self.meetings)
        self.races: list[dict[str, Any]] = []
        self.drafts: list[Draft] = []
        #: sentences of paragraphs about another field
        self.elsewhere: set[int] = set()
        #: whether the sentence goes on with the table that the one before spoke of
        self.table_goes_on = False
        #: whether the paragraph's label names a stage of a rally
        self.on_stage = False
        self.trace = trace
        if trace is not None:
            self.state.watch = trace.watch

    def run(self) -> list[Draft]:
        """Walk the document and return its events in text order, double tellings merged."""
        trace, words = self.trace, self.vocabulary.words
        topic = topic_of(self.reading, self.vocabulary)
        if not topic.racing:
            if trace is not None:
                trace.refused = refusal(topic)
            return []
        mentions_by_sentence = self._mentions_by_sentence()
        self._pass_over(other_fields(self.reading, self.vocabulary), mentions_by_sentence)
        scene.set_scene(self.reading, self.cues, self.state)
        self.state.rally = tells_of_rally(self.reading, words)
        self.state.ahead = look_ahead(self.reading, self.vocabulary, mentions_by_sentence)
        for index, (start, end) in enumerate(self.reading.sentences):
            mentions = mentions_by_sentence.get(index, [])
            if index in self.elsewhere:
                continue
            if self.reading.silent[start] and self.reading.silent[end - 1]:
                self._read_table(index, mentions)
                if trace is not None:
                    trace.passed_over[index] = "caption, credit, byline, link or table"
                continue
            scene.enter_race(self.state, self.meetings.at[index])
            scene.enter_sentence(self.reading, self.state, start, end, mentions)
            take_in(self.reading, self.state, self.vocabulary, index, mentions)
            near = self.reading.sentences[max(0, index - 1)][0]
            self.state.pits = not words["pit-word"].isdisjoint(self.reading.lemmas_lower[near:end])
            self.state.stopped = index - self.state.stopped_at <= STOPPED_REACH
            standings = self._season_table(index)
            if self.reading.label[start]:
                self.on_stage = any((m["value"] or {}).get("session") == "stage" for m in mentions)
            elif "\n" in self.reading.blanks_before(start):
                self.on_stage = False
            self.table_goes_on = not standings and table_goes_on(
                self.reading, self.state, self.cues, self.drafts, index, mentions
            )
            if self.reading.headline[start]:
                self.resolver.note_heading(index, mentions)
                if trace is not None:
                    trace.passed_over[index] = "headline: read for names only"
                continue
            for clause in self.reading.by_sentence.get(index, ()):
                table = standings or self.table_goes_on
                self._visit(clause, table and not beside_table(self.reading, self.cues, clause))
            if trace is not None:
                trace.sentence_done(index, self.state)
        if not self.state.interim:
            settle_finish(self.resolver, self.drafts, len(self.reading.sentences))
        merged = merge(self.reading, self.drafts, words["late-penalty"])
        self.races = settle_races(self.reading, self.meetings, merged, self.state.main_session)
        weigh(self.reading, self.state, merged)
        if trace is not None:
            trace.drop(self.drafts, merged, "told again: merged into an earlier event")
        return merged

    def _season_table(self, index: int) -> bool:
        """Whether a sentence speaks of a season's table; that of a rally is noted in the state."""
        own = own_table(self.reading, self.state, self.vocabulary.words, self.cues, index)
        self.state.rally_table = own
        return not own and "standings" in self.cues.at(*self.reading.sentences[index])

    def _pass_over(self, spans: list[tuple[int, int]], mentions: dict[int, list[Any]]) -> None:
        """Read past stretches about another field, and past the people that they name."""
        self.cues.leave_out(spans)
        for index, (start, _) in enumerate(self.reading.sentences):
            if any(first <= start < last for first, last in spans):
                self.elsewhere.add(index)
                mentions.pop(index, None)
                if self.trace is not None:
                    self.trace.passed_over[index] = "tells of another field than racing"

    def _mentions_by_sentence(self) -> dict[int, list[Any]]:
        grouped: dict[int, list[Any]] = {}
        sentence = 0
        bounds = self.reading.sentences
        for mention in self.reading.mentions:
            while sentence < len(bounds) - 1 and mention["start"] >= bounds[sentence][1]:
                sentence += 1
            grouped.setdefault(sentence, []).append(mention)
        return grouped

    def _visit(self, clause: Clause, standings: bool) -> None:
        """Note the clause's people, then let its frames fire."""
        scene.enter_clause(self.cues, self.state, clause)
        attribute = clause["kind"] == "attribute"
        for index, phrase in enumerate(clause["phrases"]):
            if not attribute:
                self.resolver.note(clause, phrase, subject=index == clause["subject"])
        drafts: list[Draft] = []
        groups: set[str] = set()
        trace, index = self.trace, clause["index"]

        def missed(frame: Frame, reason: str) -> None:
            if trace is not None:
                trace.tried(frame, index, -1, reason)

        said, settings = self._understood(stage=True), settings_of(self.state, standings)
        glance = glance_of(self.reading, clause, said, settings, every=trace is not None)
        understood, told = self._understood(stage=False), missed if trace else None
        for match in matches(self.frames, self.reading, clause, glance, told, understood):
            if match.frame.group and match.frame.group in groups:
                missed(match.frame, f"group: another frame of {match.frame.group} has fired")
                continue
            draft = self.apply(match, standings)
            if draft is None:
                continue
            if match.frame.group:
                groups.add(match.frame.group)
            drafts.append(draft)
        if attribute:
            self._settle(clause, drafts, standings)
            return
        # `führte vor A und B auf Rang drei`: the verb tells who leads
        leads = any(draft.type == "lead" and draft.frame.anchor == "verb" for draft in drafts)
        placed = leads or any(RANK_KEYS.intersection(d.attributes) for d in drafts)
        grid = any(draft.attributes.get("session") == GRID for draft in drafts)
        for match in fallbacks(self.frames, self.reading, clause):
            # `gewann von Platz acht aus`: from where somebody came is told beside where to
            if grid if match.frame.attributes.get("session") == GRID else placed:
                continue
            draft = self.apply(match, standings)
            if draft is not None:
                drafts.append(draft)
                break
        taken = {d.anchor for d in drafts if d.type in RANK_TYPES} | self._rank_heads(
            clause, drafts
        )
        for match in (
            *paired(self.frames, self.reading, clause),
            *small_clauses(self.frames, self.reading, clause),
        ):
            if match.noun is not None and match.noun["head"] not in taken:
                draft = self.apply(match, standings)
                if draft is not None:
                    taken.add(match.noun["head"])
                    drafts.append(draft)
        for match in (
            *bracketed(self.frames, self.reading, clause),
            *numbered(self.frames, self.reading, clause),
        ):
            draft = self.apply(match, standings)
            if draft is not None:
                drafts.append(draft)
        self._settle(clause, drafts, standings)

    def _read_table(self, index: int, mentions: list[Any]) -> None:
        """Of a table the places that it counts in running text (`1. Vettel, 2. Alonso`)."""
        self.state.moment = []
        if not self.reading.table[self.reading.sentences[index][0]]:
            return
        standings = self._season_table(index)
        for clause in self.reading.by_sentence.get(index, ()):
            matches = list(numbered(self.frames, self.reading, clause))
            if matches:
                take_in(self.reading, self.state, self.vocabulary, index, mentions)
            drafts = [self.apply(match, standings) for match in matches]
            self._settle(clause, [draft for draft in drafts if draft is not None], standings)

    def _settle(self, clause: Clause, drafts: list[Draft], standings: bool) -> None:
        """Keep of a clause's drafts those that agree, and let them change the race state."""
        if not drafts:
            return
        trace = self.trace
        here = standings and (
            self.table_goes_on
            or "standings" in self.cues.of(self.reading, clause)
            or table_before(self.reading, self.cues, self.drafts, clause)
        )
        kept = rivals_out(drafts)
        if trace is not None:
            trace.drop(drafts, kept, "another frame tells the same more exactly")
        places.set_aside(kept)
        for draft in kept:
            draft.rivals = len(drafts) - len(kept)
            found = places.settle(self.reading, self.resolver, draft, standings, here)
            if trace is not None:
                trace.settled(draft, found)
            for settled in found:
                self.drafts.append(settled)
                remember(self.state, settled)
                note_offence(self.resolver, settled)

    def _rank_heads(self, clause: Clause, drafts: list[Draft]) -> set[int]:
        """Heads of the ranks that the frames of a clause have taken."""
        if not drafts:
            return set()
        places = {d.attributes.get("position") for d in drafts}
        return {
            rank.phrase["head"]
            for rank in ranks_of(self.reading, clause, ())
            if rank_value(rank).get("position") in places
        }

    def _understood(self, *, stage: bool) -> frozenset[str]:
        """Words that the sentence goes on with: of the table, or of the stage told before."""
        if self.table_goes_on:
            return self.vocabulary.words["table-noun"]
        return self.vocabulary.words["stage-noun"] if stage and self.on_stage else frozenset()

    def _leads(self, roles: dict[str, list[Argument]]) -> bool:
        """Whether those in the holder's role were told to lead, or to start first."""
        ahead = {person for people in self.state.led.values() for person in people}
        ahead.update(self.state.holders.get("pole", ()))
        return not ahead.isdisjoint(participants(roles.get("holder", ())))

    def apply(self, match: Match, standings: bool) -> Draft | None:
        """Try one frame on its clause; None where a condition fails or nobody takes part."""
        frame, clause = match.frame, match.clause
        nominal = match.noun if frame.anchor != "verb" else None
        denied = frame.polarity is not None and negated(self.reading, clause, nominal)
        failed = failed_condition(
            match,
            self.reading,
            self.state,
            denied,
            standings,
            self.vocabulary.no_reasons,
            self._understood(stage=True),
        )
        if failed is None and planned(clause, nominal, frame.type):
            failed = "status: a wish is no event"
        roles = self.roles.fill(match) if failed is None else failed
        if LEADER in frame.requires and not isinstance(roles, str) and not self._leads(roles):
            roles = f"requires: {LEADER}"
        if isinstance(roles, str):
            if self.trace is not None:
                self.trace.tried(frame, clause["index"], match.token, roles)
            return None
        grid = frame.type == "result" and frame.attributes.get("session") == "qualifying"
        granted = frame.polarity is None and (
            frame.anchor == "adjective"
            or presupposed(
                self.reading,
                clause,
                nominal or match.noun,
                match.token,
                "grid" if grid else frame.type,
            )
        )
        status, kinds = status_of(self.reading, self.cues, clause, nominal, frame.type)
        owned = nominal is not None and told_as_own(self.reading, nominal)
        if granted and (status != "hypothetical" or owned):
            status = "asserted"
        # `kann rechnerisch nicht mehr Meister werden`, `könnte noch Meister werden`: so it stands
        settled = frame.polarity == "negated" and clause["mood"] != "subjunctive"
        if status == "negated" and frame.polarity == "negated":
            status = "asserted"
        settled = settled or frame.attributes.get("outcome") == "open"
        if status == "hypothetical" and frame.type == "championship" and settled:
            status = "asserted"
        noun = nominal or (match.noun if frame.status is None else None)
        # `der führende McLaren fiel aus`: the car did, not that it led
        told = frame.anchor != "adjective" and status in ("asserted", "negated")
        if noun is not None and told:
            status = by_verb(self.vocabulary, clause, noun, frame) or status
        if frame.status == "attempted" and status == "hypothetical":
            return None
        # `der Angriff auf Norris saß`: what is told as a try came off
        came_off = status == "asserted" and "success" in kinds and frame.status == "attempted"
        came_off = came_off and frame.polarity != "negated"
        if frame.status is not None and status in ("asserted", "attempted") and not came_off:
            status = frame.status
        draft = Draft(
            frame.type,
            status,
            trigger_of(self.reading, match),
            clause["sentence"],
            clause,
            frame,
            roles,
        )
        draft.attributes = circumstances(self.reading, self.state, clause, frame.type)
        if nominal is not None and nominal["prep"] == "nach":
            # `fiel in Runde vier nach einem Dreher zurück`: it was before
            for key in MOMENT:
                draft.attributes.pop(key, None)
        draft.attributes.update(slot_attributes(self.resolver, match))
        draft.attributes.update(frame.attributes)
        draft.cues = kinds
        write_rank(self.reading, match, draft)
        draft.race = self.meetings.of_clause(clause)
        draft.anchor = match.noun["head"] if match.noun is not None else match.token
        draft.definite = nominal is not None and nominal["definite"] and frame.anchor == "noun"
        if "hearsay" in kinds:
            draft.attributes["hearsay"] = True
        if self.other_meetings.holds(clause, draft.anchor if nominal is not None else -1):
            draft.attributes["background"] = True
            draft.attributes.pop("track", None)
            track = self.other_meetings.track(clause)
            if track is not None:
                draft.attributes["track"] = track
        if self.trace is not None:
            self.trace.tried(frame, clause["index"], match.token, None, draft)
        return draft
