"""The walk: sentence by sentence, references and events over one race state."""

from __future__ import annotations

from typing import Any

from ..clauses.model import Clause
from ..discourse.ahead import look_ahead, take_in
from ..discourse.lineups import in_brackets
from ..discourse.meetings import Meetings
from ..discourse.reading import Reading
from ..discourse.references import Resolver
from ..discourse.state import RaceState
from ..discourse.vocabulary import Vocabulary
from . import places, scene
from .cues import Cues
from .draft import Draft
from .drafting import Drafting
from .evidence import weigh
from .finish import PENALTY_REACH, fined
from .frames import RANK_TYPES, FrameSet
from .glance import glance_of, settings_of
from .handover import without_handovers
from .last_told import settle_finish
from .main_session import set_scene
from .match import Match, fallbacks, matches
from .merge import merge
from .numbered import numbered
from .offences import note_offence
from .one_reading import rivals_out
from .own_sessions import own_session
from .pairs import bracketed, paired
from .past_titles import learn_past
from .races import settle_races
from .rally import own_table, stages_ahead, tells_of_rally
from .ranks import rank_value, ranks_of
from .remembering import remember
from .replaced import note_replaced
from .small import may_place, small_clauses
from .table import beside_table, of_race, table_before, table_goes_on
from .topic import Topic, named_pass, other_fields, refusal, topic_of
from .trace import Trace

#: attributes that tell that a clause's rank has been taken
RANK_KEYS = frozenset(
    {"position", "positions", "position_within", "position_from_end", "from_position"}
)
#: a race that was stopped goes on within so many sentences
STOPPED_REACH = 8
#: behind the pole or the winner the next place is told within so many sentences
FIRST_REACH = 1
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
        self.cues = Cues(reading, vocabulary)
        self.meetings = Meetings(reading, vocabulary.meetings)
        self.drafting = Drafting(reading, self.resolver, self.cues, self.meetings, trace)
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
        if not topic.racing and not topic.by_passes:
            return self._refused(topic)
        mentions_by_sentence = self._mentions_by_sentence()
        self._pass_over(other_fields(self.reading, self.vocabulary), mentions_by_sentence)
        set_scene(self.reading, self.cues, self.state)
        self.state.rally = tells_of_rally(self.reading, words)
        self.state.rests = self.state.rally and stages_ahead(self.reading, words)
        self.state.interim = self.state.interim or self.state.rests
        self.state.ahead = look_ahead(self.reading, self.vocabulary, mentions_by_sentence)
        self.state.crews = self.state.ahead.crewed and not self.state.rally
        pit_words = words["pit-word"]
        pits = not pit_words.isdisjoint(self.reading.lemma_set)
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
            self.state.pits = pits and not pit_words.isdisjoint(self.reading.lemmas_lower[near:end])
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
            self._visit_all(index, standings or self.table_goes_on)
            if trace is not None:
                trace.sentence_done(index, self.state)
        if not topic.racing and not named_pass(self.drafts):
            return self._refused(topic)
        if not self.state.interim:
            settle_finish(self.resolver, self.drafts, len(self.reading.sentences))
        told = without_handovers(self.state.roster, self.drafts)
        merged = merge(self.reading, told, words["late-penalty"])
        self.races = settle_races(self.reading, self.meetings, merged, self.state.main_session)
        weigh(self.reading, self.state, merged, self.vocabulary.words["maker-table"])
        if trace is not None:
            trace.drop(self.drafts, merged, "told again: merged into an earlier event")
        return merged

    def _refused(self, topic: Topic) -> list[Draft]:
        """Nothing, of a text that is not about a race."""
        if self.trace is not None:
            self.trace.refused = refusal(topic)
        return []

    def _season_table(self, index: int) -> bool:
        """Whether a sentence speaks of a season's table; that of a rally is noted in the state."""
        own = own_table(self.reading, self.state, self.vocabulary.words, self.cues, index)
        self.state.rally_table = own
        table = not own and "standings" in self.cues.at(*self.reading.sentences[index])
        race = table and of_race(self.reading, self.cues, self.drafts, index)
        self.state.race_table = race
        return table and not race

    def _pass_over(self, spans: list[tuple[int, int]], mentions: dict[int, list[Any]]) -> None:
        """Read past stretches about another field, and past the people that they name."""
        if not spans:
            return
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

    def _visit_all(self, index: int, table: bool) -> None:
        """Visit the clauses of a sentence in the order of their verbs.

        `A, den B überholt hatte, konterte`: first what the clause before its verb tells.
        """
        waiting: list[Clause] = []
        for clause in self.reading.by_sentence.get(index, ()):
            while waiting and self.reading.clause_start(clause) > waiting[-1]["finite"]:
                self._visit(waiting.pop(), table)
            if clause["kind"] != "attribute":
                acting = self.resolver.acting(clause)
                for at, phrase in enumerate(clause["phrases"]):
                    self.resolver.note(clause, phrase, subject=at == acting)
            spans = clause["spans"]
            if clause["kind"] == "main" and len(spans) > 1 and spans[0][1] <= clause["finite"]:
                waiting.append(clause)
            else:
                self._visit(clause, table)
        while waiting:
            self._visit(waiting.pop(), table)

    def _visit(self, clause: Clause, table: bool) -> None:
        """Let the frames of a clause fire."""
        standings = table and not beside_table(self.reading, self.cues, clause)
        scene.enter_clause(self.reading, self.cues, self.state, clause)
        attribute = clause["kind"] == "attribute"
        session = self.state.session
        self.state.first_told = self._first_told(clause)
        self.state.session = own_session(self.reading, clause) or session
        drafts = self._by_frames(clause, standings)
        if not attribute:
            self._any_verb(clause, drafts, standings)
            self._names_beside_ranks(clause, drafts, standings)
        self._settle(clause, drafts, standings)
        self.state.session = session

    def _first_told(self, clause: Clause) -> str:
        """Whether the last place told is a pole or a win: `A gewann. B fehlte eine Sekunde`."""
        state, chain = self.state, self.state.chain
        if chain is None or chain.position != 1:
            return ""
        if chain.type == "pole":
            told, kind = state.pole_won, "pole"
        else:
            told, kind = state.won_at, "winner"
            if chain.type != "result" or chain.session not in scene.RACES:
                return ""
        return kind if clause["sentence"] - told <= FIRST_REACH else ""

    def _draft(self, match: Match, standings: bool) -> Draft | None:
        return self.drafting.draft(match, standings, self._understood(stage=True))

    def _by_frames(self, clause: Clause, standings: bool) -> list[Draft]:
        """What the frames of the clause's verb, nouns, adjectives and phrases find."""
        drafts: list[Draft] = []
        groups: set[tuple[str | None, int]] = set()
        trace = self.trace
        told = trace.misses(clause["index"]) if trace is not None else None
        said, settings = self._understood(stage=True), settings_of(self.state, standings)
        glance = glance_of(self.reading, clause, said, settings, every=trace is not None)
        understood = self._understood(stage=False)
        for match in matches(self.frames, self.reading, clause, glance, told, understood):
            group = match.frame.group, self._own_place(match)
            if group in groups:
                if told is not None:
                    told(match.frame, f"group: another frame of {group[0]} has fired")
                continue
            draft = self._draft(match, standings)
            if draft is not None:
                if group[0]:
                    groups.add(group)
                drafts.append(draft)
        return drafts

    def _own_place(self, match: Match) -> int:
        """Where a frame of a group may fire again: in the brackets behind another name."""
        noun = match.noun
        if noun is None or noun["attribute_of"] < 0 or match.frame.anchor == "verb":
            return -1
        return noun["head"] if in_brackets(self.reading, noun["start"]) else -1

    def _any_verb(self, clause: Clause, drafts: list[Draft], standings: bool) -> None:
        """Add what the first frame for any verb finds, where no place is told yet."""
        found = list(fallbacks(self.frames, self.reading, clause))
        if not found:
            return
        # `führte vor A und B auf Rang drei`: the verb tells who leads
        leads = any(draft.type == "lead" and draft.frame.anchor == "verb" for draft in drafts)
        placed = leads or any(RANK_KEYS.intersection(d.attributes) for d in drafts)
        grid = any(draft.attributes.get("session") == GRID for draft in drafts)
        for match in found:
            # `gewann von Platz acht aus`: from where somebody came is told beside where to
            if grid if match.frame.attributes.get("session") == GRID else placed:
                continue
            draft = self._draft(match, standings)
            if draft is not None:
                drafts.append(draft)
                return

    def _names_beside_ranks(self, clause: Clause, drafts: list[Draft], standings: bool) -> None:
        """Add the places told without a verb: in pairs, small clauses, brackets and lists."""
        if not may_place(self.reading, clause):
            return
        taken = {d.anchor for d in drafts if d.type in RANK_TYPES}
        taken |= self._rank_heads(clause, drafts)
        for match in [
            *paired(self.frames, self.reading, clause),
            *small_clauses(self.frames, self.reading, clause),
        ]:
            if match.noun is not None and match.noun["head"] not in taken:
                draft = self._draft(match, standings)
                if draft is not None:
                    taken.add(match.noun["head"])
                    drafts.append(draft)
        for match in [
            *bracketed(self.frames, self.reading, clause),
            *numbered(self.frames, self.reading, clause),
        ]:
            draft = self._draft(match, standings)
            if draft is not None:
                drafts.append(draft)

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
            drafts = [self._draft(match, standings) for match in matches]
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
        if len(kept) > 1:
            # `hinter Sieger A folgten B und C`: first of all the winner
            kept = sorted(kept, key=lambda draft: draft.attributes.get("position") == "behind")
        for draft in kept:
            draft.rivals = len(drafts) - len(kept)
            last = self.drafts[-PENALTY_REACH:]
            fined(last, draft)
            note_replaced(self.reading, [*last, *kept], draft)
            found = places.settle(self.reading, self.resolver, draft, standings, here)
            if trace is not None:
                trace.settled(draft, found)
            for settled in found:
                self.drafts.append(settled)
                remember(self.state, settled)
                note_offence(self.resolver, settled)
                learn_past(self.resolver, settled)

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
