"""Other names for private teams, cars, tracks and corners."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from rennbericht.contract.slug import fold
from rennbericht.entities.folding import key, keys
from rennbericht.entities.gazetteer import Gazetteer
from rennbericht.entities.vocabulary import Vocabulary

from .forms import Form
from .pool import Kind, families

_GENERIC = re.compile(
    r"(?P<stem>(?=[^\W\d])(?=[^a-zäöü])[\w' -]*?)"
    r"(?P<generic>-Kurve|-Kehre|-Schikane|kurve|kehre|schikane)"
)
_RING = "ring"
#: of their names new places are made
_GERMAN = ("DE", "AT", "CH")
_MAKES = "manufacturer"
#: what tells a class, not a model
_CLASS = re.compile(r"(?:LM)?G?T?[A-Z]?\d|GT\w+|LM\w+|TCR", re.ASCII)
_TRIES = 200


@dataclass(frozen=True, slots=True)
class Thing:
    """A name that stands in a report, as the extractor reads it."""

    text: str
    label: str
    id: str | None
    name: str


class Things:
    """Draws names for the things of one report.

    Args:
        gazetteer: the names that are known.
        vocabulary: what words can be parts of a team's name.
        kind: whether new names are to be known or unknown.
        rng: the seeded source of chance.
        family: new family names by the folded old ones; a team named after a driver follows him.
    """

    def __init__(
        self,
        gazetteer: Gazetteer,
        vocabulary: Vocabulary,
        kind: Kind,
        rng: random.Random,
        family: dict[str, str],
    ) -> None:
        self._gazetteer = gazetteer
        self._vocabulary = vocabulary
        self._known = kind == "known"
        self._rng = rng
        self._family = family
        self._words = families(gazetteer)
        self._stems = [w for w in families(gazetteer, _GERMAN) if w[-1] not in "aeiouy"]
        #: new canonical names by the folded old ones
        self.names: dict[str, str] = {}
        self._taken: set[str] = set()

    def forms(self, things: Sequence[Thing]) -> list[Form]:
        """The forms of all names that are exchanged."""
        self._taken = {key(word) for thing in things for word in thing.text.split()}
        found: list[Form] = []
        for label, make in (("TEAM", self._team), ("CAR", self._car)):
            groups: dict[str, list[Thing]] = {}
            for thing in things:
                if thing.label == label:
                    groups.setdefault(thing.id or fold(thing.name), []).append(thing)
            for group in groups.values():
                found += make(group)
        return found + self._places(things)

    def _form(self, thing: Thing, new: str, name: str) -> Form:
        self.names[fold(thing.name)] = name
        return Form(thing.text, new, thing.label, thing.name)

    def _labels(self, name: str) -> set[str]:
        """The labels under which the gazetteer holds a name."""
        return {n.label for n in self._gazetteer.phrase(" ".join(keys(name)) + " ")}

    def _cue(self, word: str) -> bool:
        return self._vocabulary.word(word).cue in ("team-end", "team-start")

    def _core(self, name: str) -> str:
        """A team's name without `Racing`, `Team` and the like."""
        return " ".join(word for word in name.split() if not self._cue(word))

    def _team(self, group: list[Thing]) -> list[Form]:
        core = self._core(group[0].name)
        cores = [word for word in core.split() if len(word) > 2]
        if not cores or any(
            self._labels(word) - {"TEAM", "DRIVER", "CORNER"}
            or self._vocabulary.word(word).ordinary
            for word in cores
        ):
            return []  # a works team, or named by a word
        follows = self._family.get(fold(core))
        if self._known and follows is None:
            full, new = self._known_team()
        else:
            new = follows or self._word()
            full = ""
        found = []
        for thing in group:
            if self._core(thing.text) != core and thing.text != thing.name:
                continue
            named = full or " ".join(word for word in _swapped(thing.text, core, new, self._cue))
            found.append(self._form(thing, named if thing.text != core else new, full or named))
        if found and core not in {thing.text for thing in group}:
            found.append(
                self._form(Thing(core, "TEAM", None, group[0].name), new, full or found[0].new)
            )
        return found

    def _known_team(self) -> tuple[str, str]:
        teams = []
        for entity, name in sorted(self._gazetteer.names.items()):
            core = self._core(name)
            if not entity.startswith("team:") or core == name or " " in core or len(core) < 4:
                continue
            if self._labels(core) == {"TEAM"} and not self._vocabulary.word(core).listed:
                teams.append((name, core))
        return self._rng.choice(teams)

    def _car(self, group: list[Thing]) -> list[Form]:
        facts = self._gazetteer.facts.get(group[0].id or "", {})
        make = self._gazetteer.names.get(str(facts.get(_MAKES, "")), "")
        models = {_model(thing.text, make) for thing in group}
        longest = max(models, key=len)
        if not re.search(r"\d", longest) or not group[0].id:
            return []
        new = self._known_model(group[0].id, make) if self._known else self._model(longest)
        if not new:
            return []
        found = []
        for thing in group:
            model = _model(thing.text, make)
            if model and model == longest:
                whole = thing.text.replace(model, new)
                found.append(self._form(thing, whole, f"{make} {new}".strip()))
        return found

    def _known_model(self, car: str, make: str) -> str:
        """Another model of the make that is known by itself."""
        others = []
        for entity, name in sorted(self._gazetteer.names.items()):
            model = _model(name, make)
            same = self._gazetteer.facts.get(entity, {}).get(_MAKES) if make else None
            if entity == car or not entity.startswith("car:") or not same or model == name:
                continue
            if re.search(r"\d", model) and "CAR" in self._labels(model):
                others.append(model)
        return self._rng.choice(others) if others else ""

    def _model(self, model: str) -> str:
        """The model with other numbers, so that nobody knows it."""
        for _ in range(_TRIES):
            words = [
                word if _CLASS.fullmatch(word) and " " in model
                else re.sub(r"[1-9]", lambda m: str(self._rng.randint(1, 9)), word)
                for word in model.split()
            ]  # fmt: skip
            new = " ".join(words)
            if new != model and not self._labels(new):
                return new
        return ""

    def _places(self, things: Sequence[Thing]) -> list[Form]:
        """Forms of tracks and corners, exchanged together or not at all."""
        tracks = [t for t in things if t.label == "TRACK" and t.id]
        corners = [t for t in things if t.label == "CORNER" and _GENERIC.fullmatch(t.text)]
        others = [t for t in things if t.label not in ("TRACK", "CORNER")]
        free = [
            t for t in tracks
            if " " not in t.text and not self._vocabulary.word(t.text).ordinary
            and not any(t.text in other.text for other in others)
        ]  # fmt: skip
        if not self._known:
            return self._invented(free, corners)
        ids = list(dict.fromkeys(t.id for t in tracks))
        if len(ids) != 1 or len(free) != len(tracks):
            return []
        return self._known_places(free, [t for t in things if t.label == "CORNER"])

    def _invented(self, tracks: Iterable[Thing], corners: Iterable[Thing]) -> list[Form]:
        found: list[Form] = []
        new: dict[str | None, str] = {}
        for thing in tracks:
            ring = thing.text.lower().endswith(_RING)
            stem = new.setdefault(thing.id, self._word(self._stems) + (_RING if ring else "au"))
            found.append(self._form(thing, stem, stem))
        for thing in corners:
            match = _GENERIC.fullmatch(thing.text)
            assert match is not None
            name = new.setdefault(thing.id or thing.text, self._word()) + match["generic"]
            found.append(self._form(thing, name, name))
        return found

    def _known_places(self, tracks: list[Thing], corners: list[Thing]) -> list[Form]:
        """Another track of the gazetteer that has corners of the same kind for all of these."""
        facts = self._gazetteer.facts
        ring = tracks[0].text.lower().endswith(_RING)
        homes: dict[str, list[str]] = {}
        for entity, name in sorted(self._gazetteer.names.items()):
            if entity.startswith("corner:"):
                homes.setdefault(str(facts.get(entity, {}).get("track")), []).append(name)
        candidates = [
            (entity, name) for entity, name in sorted(self._gazetteer.names.items())
            if entity.startswith("track:") and " " not in name and entity != tracks[0].id
            and name.lower().endswith(_RING) == ring and not self._vocabulary.word(name).ordinary
        ]  # fmt: skip
        self._rng.shuffle(candidates)
        generic = [_GENERIC.fullmatch(corner.text) for corner in corners]
        if not all(generic):
            return []
        for entity, name in candidates:
            there = {kind: [] for kind in (m["generic"] for m in generic if m)}  # type: dict[str, list[str]]
            for one in homes.get(entity, ()):
                match = _GENERIC.fullmatch(one)
                if match and match["generic"] in there:
                    there[match["generic"]].append(one)
            new: dict[str, str] = {}
            for corner, kind in zip(corners, generic, strict=True):
                assert kind is not None
                names = there[kind["generic"]]
                if corner.text not in new and names:
                    new[corner.text] = names.pop()
            if all(corner.text in new for corner in corners):
                return [self._form(t, name, name) for t in tracks] + [
                    self._form(c, new[c.text], new[c.text]) for c in corners
                ]
        return []

    def _word(self, words: Sequence[str] = ()) -> str:
        """A name that no gazetteer line and nothing in the report has."""
        while True:
            word = self._rng.choice(words or self._words)
            if key(word) not in self._taken:
                self._taken.add(key(word))
                return word


def _swapped(text: str, core: str, new: str, cue: Callable[[str], bool]) -> list[str]:
    return text.replace(core, new).split() if core in text else [
        *(word for word in text.split() if cue(word)), new
    ]  # fmt: skip


def _model(name: str, make: str) -> str:
    """A car's name without its make."""
    return name[len(make) :].strip() if make and name.startswith(make + " ") else name
