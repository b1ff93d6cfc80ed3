"""Joining base phrases inside a clause: lists, apposition, attributes behind the noun."""

from __future__ import annotations

from .agents import free_agent
from .agreement import CASE_MASK, SINGULAR
from .chunk import Chunk, Item
from .chunks import Chunker
from .crews import one_crew
from .genitives import is_genitive, maybe_genitive
from .group import Group, cases_of
from .tokens import MEASURES, Tokens
from .words import Words

_PERSONS = ("DRIVER", "PERSON")
_AMOUNTS = frozenset({"GAP", "TIME", "COUNT", "LAP", "LAPS", "CLOCK"})
_PLACES = ("CORNER", "TRACK")
_GROUPS = ("TEAM", "MANUFACTURER", "CAR")
_CONTEST = ("SERIES", "CLASS")
#: prepositions before whom a place goes to
_GIVEN = frozenset({"an", "für"})
#: what `der` before a contest makes a genitive of, by what stands right before it: of a car or
#: team only a series (`dahinter der Ferrari der WEC`, but `nach dem Audi der LMP2 von Cool Racing`)
_CONTESTS: dict[str, tuple[str, ...]] = {
    "POSITION": _CONTEST,
    "SESSION": _CONTEST,
    "": _CONTEST,
    "DRIVER": (),
    "PERSON": (),
}
_SERIES = ("SERIES",)


class Grouper:
    """Groups the chunks of one clause."""

    def __init__(self, words: Words, chunker: Chunker) -> None:
        self._words = words
        self._chunker = chunker
        #: tokens of conjuncts that are denied in favour of another one (`nicht A, sondern B`)
        self.denied: set[int] = set()

    def group(
        self, tokens: Tokens, items: list[Item], prefield_end: int, passive: bool
    ) -> list[Group]:
        """The phrases of a clause.

        Args:
            tokens: the document.
            items: the clause's items.
            prefield_end: token of the finite verb of a verb-second clause, else -1.
            passive: whether a von-phrase may be the agent.
        """
        self._t = tokens
        self.denied = set()
        self._groups: list[Group] = []
        #: the phrases that end where we are, innermost last: what a conjunct can join
        self._tail: list[Group] = []
        #: for each phrase what follows it behind commas while no conjunction has come
        self._pending: list[tuple[Group, list[Group]]] = []
        separator: tuple[str, int] | None = None
        latest: Chunk | None = None
        interrupted: list[Group] = []
        for letter, token, chunk in items:
            if letter in ",K":
                separator = ("K" if letter == "K" or separator == ("K", -1) else ",", token)
            elif letter == "p":
                self._parenthesis(token, latest)
            elif chunk is None or letter not in "cxw":
                self._settle()
                interrupted = self._tail if letter == "|" else []
                self._tail, separator = [], None
            else:
                if interrupted and separator is not None and self._goes_on(interrupted, chunk):
                    self._tail = interrupted
                latest, interrupted = chunk, []
                # Vettel aber, der Weltmeister, ...
                contrast = self._words.classes["by-contrast"]
                aside = token < prefield_end and tokens.lower[chunk.head] in contrast
                if (separator is not None or aside) and self._tail:
                    if chunk.prep is None and (chunk.kind == "adverb" or self._later(chunk)):
                        # A, dann B und zuletzt C: one list; A, dahinter B and C: a new one
                        self._groups.append(Group(chunk))
                        word = tokens.lower[chunk.head]
                        if word in self._words.classes["next-in-line"]:
                            self._settle()
                            self._tail, separator = [], None
                        continue
                    if separator is not None and self._conjoin(chunk, *separator):
                        separator = None
                        continue
                    self._settle()
                    self._tail = []
                separator = None
                group = self._add(chunk)
                if self._tail:
                    self._attach(group, self._tail, token < prefield_end, passive)
                if passive:
                    free_agent(self._groups, group)
                if group.of >= 0 and self._tail:
                    self._tail.append(group)
                else:
                    self._settle()
                    self._tail = [group]
        self._settle()
        return self._groups

    def _later(self, chunk: Chunk) -> bool:
        """`A und wenig später auch B`, `A und eine Runde später B`: when stands in a list."""
        last = self._t.lower[chunk.end - 1]
        return chunk.kind in ("adjective", "np") and last in self._words.classes["later"]

    def _add(self, chunk: Chunk) -> Group:
        """A group of its own, and one for each phrase inside it."""
        group = Group(chunk)
        self._groups.append(group)
        self._groups.extend(Group(inner) for inner in chunk.inner)
        return group

    def _conjoin(self, chunk: Chunk, kind: str, conjunction: int) -> bool:
        """Take a phrase behind a comma or conjunction into a list, or tell that it is in none."""
        outer = self._tail[0]
        if kind == "," and outer.apposed and not self._is_name(chunk):
            # `hat A, Sieger des Vorjahres, den Finnen überholt`: the comma closes the apposition
            return False
        host = self._host(self._tail, chunk)
        if host is not None and kind == "," and host.of == outer.first.head:
            # Der Rivale des Führenden, Bortolotti, ...
            host = outer if self._apposed(outer, chunk) else host
        if host is None:
            first = self._tail[0].first
            if (
                kind == "K"
                and chunk.prep == first.prep
                and self._contrasts(self._tail[0], conjunction)
            ):
                self.denied.update(range(first.start - 1, first.end))
                self._groups.remove(self._tail[0])
            return False
        if kind == "K" and self._contrasts(host, conjunction):
            self.denied.update(range(host.first.start - 1, host.first.end))
            chunk.prep = host.first.prep
            chunk.kind = host.first.kind if chunk.prep else chunk.kind
            host.chunks, host.first = [chunk], chunk
        elif kind == "K" and self._two_titles(host, chunk):
            host.named_by(chunk)
        elif kind == "K":
            for waiting, later in self._pending:
                if waiting is host:
                    for one in later:
                        self._groups.remove(one)
                        host.chunks.extend(one.chunks)
            self._join(host, chunk, conjunction)
            self._groups.extend(Group(inner) for inner in chunk.inner)
            # der Audi von A und B, der BMW von C und D: the names in it end no list of cars
            self._pending = [
                (waiting, later)
                for waiting, later in self._pending
                if waiting is not host and waiting in self._tail
            ]
            del self._tail[self._tail.index(host) + 1 :]
        elif self._apposed(host, chunk):
            host.named_by(chunk)
        else:
            # a list whose conjunction is still to come
            single = self._add(chunk)
            single.listed = host
            for waiting, later in self._pending:
                if waiting is host:
                    later.append(single)
                    break
            else:
                self._pending.append((host, [single]))
            self._tail[self._tail.index(host) + 1 :] = [single]
        return True

    def _goes_on(self, tail: list[Group], chunk: Chunk) -> bool:
        """Whether a list of names goes on behind a clause: `vor A, der stoppte, und B`."""
        host = tail[-1].chunks[-1] if tail else None
        if host is None or chunk.prep is not None:
            return False
        return self._sort(host) == self._sort(chunk) != "noun"

    def _contrasts(self, host: Group, conjunction: int) -> bool:
        """`nicht A, sondern B`: A is out; `nicht nur A, sondern auch B` is a list."""
        lower = self._t.lower
        if conjunction < 0 or lower[conjunction] != "sondern":
            return False
        start = host.first.start
        return host.first.negative >= 0 or (start > 0 and lower[start - 1] == "nicht")

    def _settle(self) -> None:
        """What follows a comma without an `und` to come: a list of names, else an apposition."""
        for host, later in self._pending:
            names = all(self._sort(group.first) == self._sort(host.first) for group in later)
            if host.first.mention >= 0 and names:
                for one in later:
                    self._groups.remove(one)
                    host.chunks.extend(one.chunks)
            elif len(later) == 1 and self._explains(host.first, later[0].first):
                later[0].of = host.first.head
        self._pending = []

    def _explains(self, host: Chunk, chunk: Chunk) -> bool:
        """Whether a phrase between commas can be an apposition."""
        if host.kind == "pronoun" or self._t.code[chunk.start] == "C":
            return False
        thing = self._sort(host) == "person" and self._sort(chunk) == "noun"
        if thing and cases_of(chunk.mask) == 0b0010:
            # hatte Preining am Steuer des Porsche, seines Autos, einen Unfall
            return False
        return self._t.lemmas[chunk.head].lower() not in self._words.classes["time-noun"]

    # -- lists -------------------------------------------------------------------------------

    def _host(self, tail: list[Group], chunk: Chunk) -> Group | None:
        """The phrase that a conjunct joins: the nearest of its own sort, else the nearest."""
        if chunk.prep is not None or chunk.kind in ("adverb", "adjective", "pp"):
            return None
        fitting = [g for g in reversed(tail) if self._parallel(g.chunks[-1], chunk)]
        sort = self._sort(chunk)
        same = [g for g in fitting if self._sort(g.chunks[-1]) == sort]
        if not same and sort != "person":
            same = fitting
        if not same:
            # an der Spitze und Norris an zweiter Stelle: a place is no company for a person
            same = [g for g in fitting if g.first.prep is None or self._may_be_person(g.first)]
            same = [g for g in same if self._sort(g.chunks[-1]) != "measure"]
        if not same or (self._label(chunk) in _CONTEST and same[0] is not tail[-1]):
            return None  # `SP10 an A, VT2 an B`: classes with somebody between are no list
        between = tail[-1].first
        if self._label(chunk) == "POSITION" and between.prep in _GIVEN and self.is_person(between):
            return None  # `Platz drei für A, Platz vier für B`: each place goes to somebody
        if self._t.lower[chunk.start] == "der" and chunk.mask & CASE_MASK["n"]:
            # lagen A im BMW und der Lamborghini von B: rather a subject than a dative
            bare = [g for g in fitting if g.first.prep is None and g.first.mask & CASE_MASK["n"]]
            same = bare or same
        owner = self._owner(same[0], tail, chunk)
        return owner or same[0].listed or same[0]

    def _owner(self, host: Group, tail: list[Group], chunk: Chunk) -> Group | None:
        """`vor A im BMW und dem Audi von B`: nobody sits in two cars, so the list is the outer."""
        labels = {self._label(host.first), self._label(chunk)}
        if host.of < 0 or host.first.prep not in ("in", "auf") or not labels <= {*_GROUPS}:
            return None
        if self._t.code[chunk.start] != "D":
            return None
        outer = [g for g in tail if any(one.head == host.of for one in g.chunks)]
        fitting = [
            g for g in outer if self._is_name(g.chunks[-1]) or self._sort(g.first) == "person"
        ]
        return fitting[-1] if fitting and self._parallel(fitting[-1].chunks[-1], chunk) else None

    def _label(self, chunk: Chunk) -> str:
        return self._t.label(chunk.mention)

    def is_person(self, chunk: Chunk) -> bool:
        """Whether a phrase of the clause last grouped names somebody."""
        return self._sort(chunk) == "person"

    def is_named(self, chunk: Chunk) -> bool:
        """Whether a phrase of the clause last grouped is somebody or bears a name."""
        if chunk.kind == "pronoun":
            return self._t.tags[chunk.head] == "PPER" and self._t.lower[chunk.head] != "es"
        return self._sort(chunk) in ("person", "name")

    def _sort(self, chunk: Chunk) -> str:
        if chunk.mention >= 0:
            label = self._t.mentions[chunk.mention]["label"]
            if label == "NUMBER" and chunk.prep != "mit" and chunk.definite:
                return "name"  # `die #21 von A und die #64 von B`: cars, by their numbers
            return "person" if label in _PERSONS else "measure" if label in MEASURES else "name"
        if chunk.kind != "pronoun" and self._chunker.is_person(self._t.lower[chunk.head]):
            return "person"
        return "noun"

    def _may_be_person(self, chunk: Chunk) -> bool:
        """Whether a chunk is a name or a pronoun: `für ihn und seinen Partner`."""
        return self._sort(chunk) == "name" or self._t.tags[chunk.head] == "PPER"

    def _parallel(self, first: Chunk, second: Chunk) -> bool:
        if first.kind in ("adverb", "adjective"):
            return False
        if (self._label(first) in _CONTEST) != (self._label(second) in _CONTEST):
            return False  # `Gold Cup an den Mercedes von A, Silver Cup an B`
        measured = self._sort(first) == "measure"
        if measured != (self._sort(second) == "measure"):
            return False
        if measured:
            # mit der Startnummer 22 und, vier Runden vor dem Ende, ...: no list
            labels = {self._t.mentions[chunk.mention]["label"] for chunk in (first, second)}
            if len(labels) > 1 and not labels <= _AMOUNTS:
                return False
        return bool(cases_of(first.mask) & cases_of(second.mask))

    def _join(self, host: Group, chunk: Chunk, where: int) -> None:
        host.chunks.append(chunk)
        host.conjunction = where
        host.either = self._t.lower[where] in ("oder", "noch", "beziehungsweise", "bzw.")
        host.crew = host.first.definite and one_crew(self._t, host.first)

    def _apposed(self, host: Group, chunk: Chunk) -> bool:
        """`Sein Verfolger, Andrea Dovizioso, ...`: a role and the name of who has it."""
        first = host.chunks[-1]
        one, other = self._is_name(first), self._is_name(chunk)
        if one == other or self._sort(first) != "person" or self._sort(chunk) != "person":
            return False
        return bool(cases_of(first.mask) & cases_of(chunk.mask))

    def _two_titles(self, host: Group, chunk: Chunk) -> bool:
        """`Sein Teamkollege und WM-Spitzenreiter Neuville`: two titles of one person."""
        first = host.chunks[-1]
        if len(host.chunks) > 1 or self._is_name(first) or not self._is_name(chunk):
            return False
        if self._sort(first) != "person" or first.kind != "np" or first.start == first.head:
            return False
        named = self._t.mentions[chunk.mention]["start"]
        titled = self._t.tags[chunk.start] == "NN" and chunk.start < named
        return titled and bool(first.mask & SINGULAR)

    def _is_name(self, chunk: Chunk) -> bool:
        return self._label(chunk) in _PERSONS

    # -- attributes --------------------------------------------------------------------------

    def _attach(self, group: Group, tail: list[Group], prefield: bool, passive: bool) -> None:
        """Settle whether a phrase depends on the one right before it."""
        chunk, host = group.first, tail[-1].chunks[-1]
        if host.kind in ("adverb", "adjective", "pronoun") or chunk.start != host.end:
            return
        if group.of >= 0 or chunk.kind in ("adverb", "adjective"):
            return
        person = self._is_name(host)
        if chunk.prep is None:
            genitive = self._t.lower[chunk.start] in ("der", "des")
            if genitive and self._label(chunk) in _CONTESTS.get(self._label(host), _SERIES):
                # wurde Vierter der SP10, stürzte im Rennen der DTM: nobody is a class or a series
                chunk.mask = chunk.mask & CASE_MASK["g"] or CASE_MASK["g"]
                group.of = host.head
            elif maybe_genitive(self._t, chunk, host):
                group.of, group.maybe = host.head, True
            elif is_genitive(self._t, chunk, person):
                chunk.mask = chunk.mask & CASE_MASK["g"] or CASE_MASK["g"]
                group.of = host.head
            return
        if chunk.prep in ("als", "wie"):
            return
        for outer in reversed(tail):
            if chunk.prep == "von" or (chunk.prep == "an" and not chunk.mask & CASE_MASK["d"]):
                break
            amount = outer.first.prep == "um" and outer is not tail[0]
            # eine Strafversetzung um fünf Plätze für A: the penalty is A's
            if not amount and chunk.prep in self._words.valency_of(
                self._t.lemmas[outer.chunks[-1].head].lower()
            ):
                group.of = outer.chunks[-1].head
                return
        label = self._label(chunk)
        head = self._t.lower[chunk.head]
        sort = self._sort(host)
        if sort == "measure" or label in MEASURES:
            # nach Platz fünf im Qualifying fiel er zurück: the place is of the session
            by_way = host.prep in self._words.classes["place-by-the-way"]
            attached = by_way and (label, self._label(host)) == ("SESSION", "POSITION")
        elif chunk.prep == "von":
            if person:
                attached = label in ("TEAM", "MANUFACTURER")
            else:
                # gefolgt vom BMW von Rast: whoever acts in the passive is told already
                agent = passive and tail[-1].first.prep != "von"
                attached = prefield or not (agent and self._sort(chunk) == "person")
        elif sort == "person" or (host.mention >= 0 and self._label(host) not in _PLACES):
            attached = label in _GROUPS or head in self._words.classes["vehicle-noun"]
            attached = attached and chunk.prep in ("in", "auf", "mit", "an")
            # Ilya Mikhalchik aus der Ukraine
            attached = attached or (
                person
                and chunk.prep == "aus"
                and label in ("", "TRACK")
                and self._t.tags[chunk.head] == "NE"
            )
        else:
            attached = False
        if attached or (prefield and label not in MEASURES and sort != "measure"):
            group.of = host.head

    def _parenthesis(self, token: int, latest: Chunk | None) -> None:
        """What stands in parentheses belongs to the phrase before them."""
        code = self._t.code
        end = token + 1
        while end < len(code) and code[end] != ")":
            end += 1
        host = latest.head if latest is not None else -1
        for letter, _token, chunk in self._chunker.items(self._t, token + 1, end):
            if chunk is not None and letter == "c":
                chunk.of = host
                self._groups.append(Group(chunk))
        if latest is not None and latest.end == token:
            latest.end = min(end + 1, len(code))
