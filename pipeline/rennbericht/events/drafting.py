"""Drafts: frames tried on their clauses, and all that one which holds says of its event."""

from __future__ import annotations

from ..discourse.meetings import Meetings
from ..discourse.people import Argument, participants
from ..discourse.reading import Reading
from ..discourse.references import Resolver
from .amounts import kind_by_amount
from .circumstances import MOMENT, circumstances, session_of_noun
from .conditions import failed_condition
from .cues import Cues
from .draft import Draft
from .elsewhere import Elsewhere
from .filling import slot_attributes, trigger_of, write_rank
from .frames import LEADER
from .granted import planned, status_of_frame
from .happenings import runs_by_happening
from .match import Match
from .numbered import own_figures
from .roles import Roles
from .set_free import got_free
from .status import but_for, negated
from .trace import Trace


class Drafting:
    """Makes drafts over one document.

    Args:
        reading: the document.
        resolver: resolves its phrases over the race state.
        cues: its cues.
        meetings: the race meetings that it tells of.
        trace: is told all that is tried, where somebody wants to know.
    """

    def __init__(
        self,
        reading: Reading,
        resolver: Resolver,
        cues: Cues,
        meetings: Meetings,
        trace: Trace | None,
    ) -> None:
        self.reading, self.resolver, self.cues = reading, resolver, cues
        self.roles = Roles(reading, resolver)
        self.meetings = meetings
        self.other_meetings = Elsewhere(reading, cues, meetings)
        self.trace = trace

    def draft(self, match: Match, standings: bool, understood: frozenset[str]) -> Draft | None:
        """Try one frame on its clause; None where a condition fails or nobody takes part.

        Args:
            match: the frame and where it is anchored.
            standings: whether the sentence speaks of a championship table.
            understood: words that the sentence goes on from without saying them.
        """
        failed = self._failed(match, standings, understood)
        roles = self.roles.fill(match) if failed is None else failed
        if LEADER in match.frame.requires and not isinstance(roles, str) and not self._leads(roles):
            roles = f"requires: {LEADER}"
        draft = self._written(match, roles) if not isinstance(roles, str) else None
        if self.trace is not None:
            reason = roles if isinstance(roles, str) else "status: what may be tried is no event"
            told = None if draft is not None else reason
            self.trace.tried(match.frame, match.clause["index"], match.token, told, draft)
        return draft

    def _failed(self, match: Match, standings: bool, understood: frozenset[str]) -> str | None:
        """The first condition that does not hold."""
        frame, clause = match.frame, match.clause
        nominal = match.noun if frame.anchor != "verb" else None
        denied = (
            frame.polarity is not None
            and negated(self.reading, clause, nominal)
            and not but_for(self.reading, clause)
        )
        state, vocabulary = self.resolver.state, self.resolver.vocabulary
        failed = failed_condition(
            match, self.reading, state, denied, standings, vocabulary, understood
        )
        if failed is None and planned(self.reading, vocabulary, clause, nominal, frame.type):
            return "status: a wish is no event"
        stuck = failed is None and frame.type == "retirement"
        if stuck and got_free(self.reading, state, vocabulary, clause):
            return "status: who got free was not out"
        return failed

    def _leads(self, roles: dict[str, list[Argument]]) -> bool:
        """Whether those in the holder's role were told to lead, or to start first."""
        state = self.resolver.state
        ahead = {person for people in state.led.values() for person in people}
        ahead.update(state.holders.get("pole", ()))
        return not ahead.isdisjoint(participants(roles.get("holder", ())))

    def _written(self, match: Match, roles: dict[str, list[Argument]]) -> Draft | None:
        """The draft with its status and attributes; None where the status makes it no event."""
        frame, clause = match.frame, match.clause
        nominal = match.noun if frame.anchor != "verb" else None
        vocabulary, state = self.resolver.vocabulary, self.resolver.state
        status, cues = status_of_frame(self.reading, self.cues, vocabulary, match)
        if status is None:
            return None
        trigger = trigger_of(self.reading, match)
        draft = Draft(frame.type, status, trigger, clause["sentence"], clause, frame, roles)
        draft.attributes = circumstances(self.reading, state, clause, frame.type)
        if frame.rank_beside == "numbered":
            own_figures(self.reading, match, draft.attributes)
        if nominal is not None and nominal["prep"] == "nach":
            # `fiel in Runde vier nach einem Dreher zurück`: it was before
            for key in MOMENT:
                draft.attributes.pop(key, None)
        session = session_of_noun(self.reading, clause, nominal) if nominal is not None else ""
        if session:
            draft.attributes["session"] = session
        draft.attributes.update(slot_attributes(self.resolver, match))
        draft.attributes.update(frame.attributes)
        if match.noun is not None and draft.attributes.get("kind") == "other":
            kind = kind_by_amount(self.reading, vocabulary.words, match.noun["head"])
            draft.attributes["kind"] = kind or "other"
        if frame.type == "result" and runs_by_happening(self.reading, self.cues, clause):
            cues = cues - {"running"}
        draft.cues = cues
        write_rank(self.reading, match, draft)
        draft.race = self.meetings.of_clause(clause)
        draft.anchor = match.noun["head"] if match.noun is not None else match.token
        draft.definite = nominal is not None and nominal["definite"] and frame.anchor == "noun"
        if "hearsay" in cues:
            draft.attributes["hearsay"] = True
        if self.other_meetings.holds(clause, draft.anchor if nominal is not None else -1):
            self._set_elsewhere(draft)
        return draft

    def _set_elsewhere(self, draft: Draft) -> None:
        """Mark what happened at another meeting, on its track where the text names it."""
        draft.attributes["background"] = True
        draft.attributes.pop("track", None)
        whole = self.resolver.state.main_session
        if (
            whole in ("qualifying", "practice")
            and draft.attributes.get("session") == whole
            and "session" not in draft.frame.attributes
            and not self.reading.mentions_in(draft.clause, "SESSION")
        ):
            # in a report of the training: `zuletzt in Austin wurde er Siebter`
            draft.attributes.pop("session")
        track = self.other_meetings.track(draft.clause)
        if track is not None:
            draft.attributes["track"] = track
