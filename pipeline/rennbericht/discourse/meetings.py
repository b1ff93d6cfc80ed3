"""Which race a sentence tells of: the meeting (series and track), and the run of its weekend.

`Im ADAC GT Masters in Oschersleben ...` opens a meeting where an article goes through several,
`Rennen 2:`, `Lauf zwei gewann ...`, `am Samstag` a run where the weekend has two.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..clauses.model import Clause
from ..entities.model import Mention
from ..german.dates import WEEKDAYS, weekday
from .meeting_words import MeetingWords
from .reading import Reading
from .stand_ins import counted_race

#: a series or run opens where it stands within so many tokens of a paragraph's or sentence's start
PARAGRAPH_FRONT, FRONT = 8, 4
#: so far into an article its own race may be named first
OPENING_SENTENCES = 4
#: no weekend has more races
MOST_RUNS = 4
#: prepositions of the race in which something happened
INSIDE = frozenset({"in", "im", "bei", "beim", "während"})
_INSIDE_OR_BARE = INSIDE | {""}
_IN_PHRASE = INSIDE | {None}
#: what stands before the place that somebody comes from: `Vettel (Spa)`
HOME = frozenset({"(", "/", "aus"})
#: days of a weekend on which races are held
RACE_DAYS = (4, 5, 6)


class Race(NamedTuple):
    """One race: ids of series and track, and the run (`1`, `2`, `5` for a Saturday, `sprint`)."""

    series: str | None = None
    track: str | None = None
    run: str = ""

    def may_be(self, other: Race) -> bool:
        """Whether both may be one race; a run that is not told may be any."""
        same = (self.series, self.track) == (other.series, other.track)
        return same and (not self.run or not other.run or self.run == other.run)


class Meetings:
    """The meetings of one document, sentence by sentence, found before the walk.

    Args:
        reading: the document.
        words: the words by which meetings are known.
    """

    def __init__(self, reading: Reading, words: MeetingWords) -> None:
        self.reading = reading
        self.words = words
        #: names of series and tracks by id
        self.names: dict[str, str] = {}
        self._by_sentence: dict[int, list[Mention]] = {}
        self._of_clause: dict[int, Race] = {}
        for mention in reading.mentions:
            if (
                mention["label"] in ("SERIES", "TRACK", "SESSION")
                and not (reading.silent[mention["start"]])
            ):
                sentence = reading.sentence_of(mention["start"])
                self._by_sentence.setdefault(sentence, []).append(mention)
                if mention["id"]:
                    self.names[mention["id"]] = mention["name"] or ""
        #: numbers of races that clauses tell without their noun: `Im zweiten siegte A`
        self._counted: dict[int, list[int]] = {}
        for clause in reading.clauses:
            for phrase in clause["phrases"]:
                if phrase["prep"] in _IN_PHRASE:
                    number = counted_race(reading, clause, phrase)
                    if number is not None:
                        self._counted.setdefault(clause["index"], []).append(number)
        self.days = self._days()
        self.runs = self._runs()
        #: an article that opens series at tracks of their own goes through several meetings
        self.round_up = len({track for _, track in self._opened()}) > 1
        #: meeting and run that each sentence opens or goes on with
        self.at: list[Race] = []
        self._follow()
        self.tracks = frozenset(race.track for race in self.at if race.track)

    def of_clause(self, clause: Clause) -> Race:
        """The race of a clause: its own words for a run go before those of the sentence."""
        known = self._of_clause.get(clause["index"])
        if known is None:
            known = self._of_clause[clause["index"]] = self._race_of(clause)
        return known

    def _race_of(self, clause: Clause) -> Race:
        race = self.at[clause["sentence"]]
        found = {
            run
            for mention in self.reading.mentions_in(clause, "SESSION")
            if (run := self._run(mention)) and self.reading.preposition(mention) in _INSIDE_OR_BARE
        }
        for number in self._counted.get(clause["index"], ()):
            if not found:
                found.update({str(number)} & self.runs)
        if not found and self.days:
            found = {
                self.days[day]
                for token in self.reading.tokens(clause)
                if (day := self._day(token)) in self.days
            }
        if len(found) > 1:
            return race._replace(run="")
        return race._replace(run=found.pop()) if found else race

    def _follow(self) -> None:
        """Go through the sentences and note the race of each."""
        reading = self.reading
        current = self._main()
        for sentence, (start, _) in enumerate(reading.sentences):
            found = self._by_sentence.get(sentence, [])
            series = self._series(found, start)
            if series is not None and series != current.series:
                track = self._track(found) or (None if self.round_up else current.track)
                current = Race(series, track)
            run = self._opened_run(found, start)
            if run:
                current = current._replace(run=run)
            self.at.append(current)

    def _main(self) -> Race:
        """Series and track that the article opens with."""
        series = track = None
        for sentence in range(min(OPENING_SENTENCES, len(self.reading.sentences))):
            found = self._by_sentence.get(sentence, [])
            series = series or next((m["id"] for m in found if self._is_series(m)), None)
            track = track or self._track(found)
        # what is named once somewhere is an earlier race, a corner, somebody's home
        series = series or self._only(
            m["id"] for ms in self._by_sentence.values() for m in ms if self._is_season(m)
        )
        tracks = [m["id"] for ms in self._by_sentence.values() for m in ms if self._is_track(m)]
        track = track or (self._only(tracks) if len(tracks) > 1 else None)
        return Race(series, track)

    @staticmethod
    def _only(ids: Iterable[str | None]) -> str | None:
        distinct = set(ids)
        return distinct.pop() if len(distinct) == 1 else None

    def _opened(self) -> Iterator[tuple[str, str]]:
        """Series with the track that opens beside them."""
        for sentence, found in self._by_sentence.items():
            series = self._series(found, self.reading.sentences[sentence][0])
            track = self._track(found)
            if series is not None and track is not None:
                yield series, track

    def _series(self, found: list[Mention], start: int) -> str | None:
        reading = self.reading
        opens = not start or "\n" in reading.blanks_before(start) or reading.headline[start]
        for mention in found:
            near = mention["start"] - start
            if not self._is_series(mention):
                continue
            if self.reading.headline[start] or (opens and near <= PARAGRAPH_FRONT):
                return mention["id"]
            if near <= FRONT and self.reading.preposition(mention) in INSIDE:
                return mention["id"]
        return None

    def _is_series(self, mention: Mention) -> bool:
        head = mention["parts"].get("head")
        # `in der Königsklasse LMP1`
        classed = self.reading.label_at(min(mention["end"], len(self.reading.words) - 1)) == "CLASS"
        return mention["label"] == "SERIES" and not classed and (
            head is None or head in self.words.race_heads
        )  # fmt: skip

    def _is_season(self, mention: Mention) -> bool:
        """Whether a mention tells at least of whose season it is: `GT-Open-Meisterschaft`."""
        head = mention["parts"].get("head")
        return self._is_series(mention) or (
            mention["label"] == "SERIES" and head in self.words.season_heads
        )

    def _is_track(self, mention: Mention) -> bool:
        """Whether it is where somebody races, not where somebody comes from: `Vettel (Spa)`."""
        if mention["label"] != "TRACK" or "head" in mention["parts"]:
            return False
        start, _ = self.reading.sentences[self.reading.sentence_of(mention["start"])]
        before = self.reading.words[mention["start"] - 1] if mention["start"] else ""
        return (
            (mention["start"] - start < PARAGRAPH_FRONT and before not in HOME)
            or self.reading.headline[start]
            or bool(self.reading.preposition(mention))
        )

    def _track(self, found: list[Mention]) -> str | None:
        return next((m["id"] for m in found if self._is_track(m)), None)

    def _opened_run(self, found: list[Mention], start: int) -> str:
        """The run that a heading or the head of a sentence opens."""
        for mention in found:
            run = self._run(mention)
            if not run:
                continue
            preposition = self.reading.preposition(mention)
            if self.reading.headline[start] and preposition in _INSIDE_OR_BARE:
                return run
            before = self.reading.tags[start : mention["start"]]
            if mention["start"] - start <= FRONT and (
                preposition in INSIDE
                or (not preposition and not any(tag.startswith("V") for tag in before))
            ):
                return run
        return ""

    def _run(self, mention: Mention) -> str:
        """The run of the weekend that a session is, "" where it is none of several."""
        value = mention["value"] or {}
        if mention["label"] != "SESSION":
            return ""
        if value.get("session") == "qualifying" and mention["end"] - mention["start"] > 1:
            # `Qualifying 2` goes with the second race, `Q2` is a part of one
            return str(value["number"]) if str(value.get("number")) in self.runs else ""
        if value.get("session") != "race":
            return ""
        noun = self.reading.words[mention["end"] - 1]
        day = next((d for name, d in WEEKDAYS.items() if noun.lower().startswith(name)), None)
        if day in self.days:
            return self.days[day]
        number = value.get("number")
        return str(number) if str(number) in self.runs else ""

    def _numbers(self) -> Iterator[int]:
        """Numbers of races that count the weekend: `Rennen 2`, not `der achte Saisonlauf`."""
        for mentions in self._by_sentence.values():
            for mention in mentions:
                value = mention["value"] or {}
                if mention["label"] != "SESSION" or value.get("session") != "race":
                    continue
                words = self.reading.words[mention["start"] : mention["end"]]
                if "number" in value and not self.words.season & set(words):
                    yield value["number"]
        for numbers in self._counted.values():
            yield from numbers

    def _runs(self) -> frozenset[str]:
        numbers = {number for number in self._numbers() if number <= MOST_RUNS}
        counted = numbers | set(range(1, max(numbers, default=0)))
        if len(numbers) < 2:
            return frozenset(self.days.values())
        return frozenset(str(number) for number in counted)

    def _days(self) -> dict[int | None, str]:
        """The run of each day, where a race was held on two: `Samstagsrennen`, `Rennen 2`."""
        named = {
            day
            for mentions in self._by_sentence.values()
            for mention in mentions
            if mention["label"] == "SESSION" and (mention["value"] or {}).get("session") == "race"
            for name, day in WEEKDAYS.items()
            if self.reading.words[mention["end"] - 1].lower().startswith(name)
        }
        numbers = {number for number in self._numbers() if number <= MOST_RUNS}
        lower = self.reading.lower
        dated = [at for at in range(len(lower)) if not at or lower[at - 1] == "am"]
        told = {day for token in dated if (day := self._day(token))}
        if numbers == {1, 2} and (named or {5, 6} <= told):
            return {5: "1", 6: "2"}
        if len(named) > 1 and not numbers - {1}:
            return {day: str(at) for at, day in enumerate(sorted(named), 1)}
        return {}

    def _day(self, token: int) -> int | None:
        """The race day of `am Samstag`, `am Sonntagnachmittag`; None for other words."""
        word = self.reading.words[token]
        if not word[:1].isupper() or self.reading.lower[token - 1 : token] not in (["am"], []):
            return None
        day = weekday(word)
        return day if day in RACE_DAYS else None
