"""Settles which entity a name stands for: by the article's series, era and tracks."""

from __future__ import annotations

from collections import Counter

from ..contract.slug import entity_key
from .gazetteer import Gazetteer, Name
from .surnames import vehicle_context
from .text import Claim, Match, Text

#: how names are read that several kinds of entity share
_ORDER = ("PERSON", "DRIVER", "SERIES", "CLASS", "CORNER", "TRACK", "MANUFACTURER", "TEAM", "CAR")
#: series whose teams are called by a make's name
_TEAM_SERIES = ("series:formel-1", "series:formel-e")
#: teams of more series tell none
_FEW = 2
#: weight that teams give their series, less than its name has
_TEAM_WEIGHT = 2
_FORGOTTEN = 15
#: points of somebody who may well be meant: series or season fits, and nothing speaks against it
_FITTING = 3
#: points of somebody whose teams the facts list: a regular driver, not a guest
_PROMINENT = 0.5


class Setting:
    """What the article is about, as far as its unambiguous names tell."""

    def __init__(
        self, gazetteer: Gazetteer, matches: list[Match], series: list[str], season: int | None
    ) -> None:
        self.gazetteer = gazetteer
        self.season = season
        self.weights: Counter[str] = Counter({one: 3 * series.count(one) for one in series})
        self._counted: set[str] = set()
        self._scores: dict[str, float] = {}
        self.eras: list[tuple[int, int]] = []
        self.tracks: set[str] = set()
        for match in matches:
            labels = {name.label for name in match.names}
            for name in match.names:
                if name.label == "SERIES":
                    self.weights[name.id] += 3
                elif name.label == "TRACK":
                    self.tracks.add(name.id)
                elif name.label == "TEAM" and "MANUFACTURER" not in labels:
                    self._count_team(name.id)
                elif name.label == "DRIVER" and labels == {"DRIVER"}:
                    self.count(name.id)

    def count(self, entity: str) -> None:
        """Take a person who is certain as evidence of the series and the era, once."""
        if entity in self._counted:
            return
        self._counted.add(entity)
        self._scores.clear()
        for one in self.gazetteer.series(entity):
            self.weights[one] += 1
        era = self.gazetteer.seasons(entity)
        if era:
            self.eras.append(era)

    def _count_team(self, entity: str) -> None:
        """Take a team of few series as evidence of them, once."""
        series = self.gazetteer.series(entity)
        if entity not in self._counted and len(series) <= _FEW:
            self._counted.add(entity)
            for one in series:
                self.weights[one] = max(self.weights[one], _TEAM_WEIGHT)

    @property
    def makes_are_teams(self) -> bool:
        """Whether a bare make is a team in the article's series (`im Ferrari`)."""
        return self.series in _TEAM_SERIES

    @property
    def series(self) -> str | None:
        """The series most names speak for, None where that is even."""
        best = self.weights.most_common(2)
        if not best or (len(best) == 2 and best[0][1] == best[1][1]):
            return None
        return best[0][0]

    def of_series(self, entity: str) -> bool:
        """Whether an entity is known from the article's series."""
        series = self.series
        return series is not None and series in self.gazetteer.series(entity)

    def prefer(self) -> tuple[str, ...]:
        """Labels in the order in which a shared name is read in this article."""
        if self.makes_are_teams:
            return ("TEAM", "MANUFACTURER", "CAR")
        return ("MANUFACTURER", "TEAM", "CAR")

    def pick(self, match: Match) -> tuple[Name, list[Name]]:
        """The reading of a match and the others."""
        if len(match.names) == 1:
            return match.names[0], []
        order = {label: n for n, label in enumerate(_ORDER)}
        if self.prefer()[0] == "TEAM":
            order["TEAM"], order["MANUFACTURER"] = order["MANUFACTURER"], order["TEAM"]
        names = sorted(match.names, key=lambda name: order[name.label])
        corners = [n for n in names if n.label == "CORNER"]
        here = [n for n in corners if self._here(n)]
        if here:
            return here[0], [n for n in names if n is not here[0]]
        rest = [n for n in names if n.label != "CORNER"] or names
        # `Phoenix` is the town only where no team of that name starts in the series
        of_series = [n for n in rest if n.label == "TEAM" and self.of_series(n.id)]
        first = of_series[0] if of_series and rest[0].label == "TRACK" else rest[0]
        same = [n for n in rest if n.label == first.label]
        if len(same) > 1:
            first = self._closest(same)
        return first, [n for n in names if n is not first]

    def _here(self, corner: Name) -> bool:
        """Whether the corner's track, or the one that this is part of, is in the text."""
        track = str(self.gazetteer.facts.get(corner.id, {}).get("track", ""))
        whole = self.gazetteer.facts.get(track, {}).get("part_of")
        return track in self.tracks or whole in self.tracks

    def _closest(self, names: list[Name]) -> Name:
        ids = self.rank([name.id for name in names])
        return next(name for name in names if name.id == ids[0])

    def score(self, entity: str) -> float:
        """How well somebody fits the article."""
        found = self._scores.get(entity)
        if found is None:
            found = self._scores[entity] = self._score(entity)
        return found

    def _score(self, entity: str) -> float:
        points = 0.0
        if self.weights:
            most = max(self.weights.values())
            mine = [self.weights[one] for one in self.gazetteer.series(entity)]
            points += 2 * max(mine, default=0) / most
        if "teams" in self.gazetteer.facts.get(entity, {}):
            points += _PROMINENT
        era = self.gazetteer.seasons(entity)
        if era is None:
            return points
        if self.season is not None:
            points += 3 if era[0] - 1 <= self.season <= era[1] + 1 else -3
        elif self.eras:
            shared = sum(1 for a, b in self.eras if a <= era[1] and era[0] <= b)
            points += 2 * shared / len(self.eras)
        return points

    def fits(self, ids: list[str]) -> bool:
        """Whether one of these people is known from the series and era of the article."""
        return max(self.score(one) for one in ids) >= _FITTING

    def rank(self, ids: list[str]) -> list[str]:
        """Ids by fit, best first; those active last come first among equals."""
        last = {one: (self.gazetteer.seasons(one) or (0, 0))[1] for one in ids}
        return sorted(ids, key=lambda one: (-self.score(one), -last[one], one))

    def one_of(self, ids: list[str]) -> str | None:
        """The only one that fits, None where several do."""
        if len(ids) == 1:
            return ids[0]
        ranked = self.rank(ids)
        if self.score(ranked[0]) > self.score(ranked[1]):
            return ranked[0]
        if self.season is None and not self.eras:
            ends = [(self.gazetteer.seasons(one) or (0, 0))[1] for one in ranked]
            if ends[0] - ends[1] > _FORGOTTEN:
                return ranked[0]
        return None


def settle_surnames(text: Text, setting: Setting) -> None:
    """Give surnames that only the gazetteer knows their bearer, where one is to be told.

    Those with one bearer come first, since they tell what the article is about.
    """
    open_ = [c for c in text.standing() if c.surname_only and c.id is None and c.candidates]
    for claim in open_:
        if len(claim.candidates) == 1:
            setting.count(claim.candidates[0])
    for claim in open_:
        claim.candidates = setting.rank(claim.candidates)
        one = setting.one_of(claim.candidates)
        if one is not None:
            claim.id, claim.name, claim.line = one, setting.gazetteer.names[one], one
            claim.label = "PERSON" if one.startswith("person:") else claim.label


def settle_teams(text: Text, setting: Setting) -> None:
    """Read a team's short name (`Rosberg`) as a surname where the article speaks for that.

    It does where somebody of that surname fits series and season, the team is not one of the
    series, and the name does not stand as those of teams and cars do.
    """
    for claim in text.standing():
        people = [e for label, e in claim.readings if label == "DRIVER"]
        if claim.label != "TEAM" or claim.end - claim.start > 1 or not people:
            continue
        if vehicle_context(text, claim.start) or setting.of_series(claim.id or ""):
            continue
        best = setting.rank(people)
        if setting.score(best[0]) < _FITTING:
            continue
        one = setting.one_of(best)
        claim.readings = [("TEAM", claim.id or ""), *claim.readings]
        claim.label, claim.id, claim.line, claim.surname_only = "DRIVER", one, one, True
        claim.candidates = best
        claim.name = setting.gazetteer.names[one] if one else text.phrase(claim.start, claim.end)


def settle_makes(text: Text, setting: Setting) -> None:
    """Read bare makes as teams where the series calls its teams so (`(Jaguar)`, `im Alpine`)."""
    if not setting.makes_are_teams:
        return
    for claim in text.standing():
        if claim.label != "MANUFACTURER" or "head" in claim.parts:
            continue
        teams = [entity for label, entity in claim.readings if label == "TEAM"]
        fitting = [one for one in teams if setting.of_series(one)] or teams
        claim.readings = [("MANUFACTURER", claim.id or ""), *claim.readings]
        claim.label = "TEAM"
        claim.id = fitting[0] if fitting else entity_key("TEAM", claim.name or "")
        claim.line = fitting[0] if fitting else claim.line
        claim.name = setting.gazetteer.names.get(claim.id, claim.name)


def readings(names: list[Name]) -> list[tuple[str, str]]:
    """Readings as they stand in a mention."""
    return [(name.label, name.id) for name in names]


def from_match(match: Match, chosen: Name, others: list[Name], gazetteer: Gazetteer) -> Claim:
    """The claim that a match of the gazetteer makes."""
    return Claim(
        match.start, match.end, chosen.label, chosen.id, gazetteer.names[chosen.id],
        "gazetteer", chosen.id, readings=readings(others),
    )  # fmt: skip
