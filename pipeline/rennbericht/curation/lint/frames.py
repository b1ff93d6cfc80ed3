"""Frames: keys and values, ids, verbs that exist, and frames that can never fire."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from rennbericht.clauses.words import load_words
from rennbericht.contract.attributes import Attributes
from rennbericht.contract.types import TYPES
from rennbericht.discourse.rivals import UNDERSTOOD
from rennbericht.discourse.slots import NAMED
from rennbericht.errors import PatternError
from rennbericht.events.frames import ANY_VERB, MENTION_LABELS, Frame
from rennbericht.events.line import FrameLine, as_list
from rennbericht.events.load_frames import compile_line, parse_line
from rennbericht.events.roles import COLLECTIVE
from rennbericht.events.spread import SETTLED
from rennbericht.events.synonyms import Synonyms
from rennbericht.german.lexicon import lexicon

from .findings import Finding, Line, Lines

SLOTS = UNDERSTOOD | NAMED
#: attributes that only frames have, settled before an event is written
_FRAME_ATTRIBUTES = frozenset({"positions", "championship"})
_ADVICE = {
    "RB102": "take the key out, or mend its spelling (patterns/README.md names all keys)",
    "RB103": "add the key",
    "RB104": "write a value that patterns/README.md gives for the key",
    "RB107": "declare the set, or mend its name",
}


class FrameLint:
    """Looks through the frames of a folder once, finding by finding."""

    def __init__(self, folder: Path, lines: Lines) -> None:
        self.lines = lines
        self._prepositions = {p for p, _case in load_words(folder).prepositions.values()}
        self._sets = {
            str(record["set"]): list(record.get("words", ()))
            for _, record in lines.records("events")
            if "set" in record
        }
        self._gives = {
            str(record["set"]): dict(record.get("gives", {}))
            for _, record in lines.records("events")
            if "set" in record
        }
        self._own_verbs = {str(r["verb"]) for _, r in lines.records("language") if "verb" in r}
        #: the frames that are well formed, with their lines
        self.frames: list[tuple[Line, FrameLine, Frame]] = []

    def findings(self) -> Iterator[Finding]:
        """Everything that is wrong with the lines themselves."""
        yield from self._shapes()
        yield from self._ids()
        yield from self._verbs()
        yield from self._copies()
        yield from self._shadowed()

    def _shapes(self) -> Iterator[Finding]:
        synonyms = Synonyms(self._sets, self._gives)
        for line, record in self.lines.records("events"):
            if "set" in record:
                yield from self._set(line, record)
                continue
            try:
                parsed = parse_line(record, Path(line.file), line.number)
                path = Path(line.file)
                frames = compile_line(parsed, synonyms, len(self.frames), path, line.number)
                parts = synonyms.apart(parsed)
            except PatternError as error:
                yield line.finding(error.code, error.detail, _ADVICE.get(error.code, ""))
                continue
            wrong = [f"{key}: {why}" for part in parts for key, why in self._values(part)]
            for detail in dict.fromkeys(wrong):
                yield line.finding("RB104", detail, _ADVICE["RB104"])
            if not wrong:
                self.frames += [(line, *both) for both in zip(parts, frames, strict=True)]

    def _set(self, line: Line, record: dict[str, Any]) -> Iterator[Finding]:
        for key in sorted(record.keys() - {"set", "words", "gives", "note"}):
            yield line.finding("RB102", repr(key), _ADVICE["RB102"])
        if not record.get("words"):
            yield line.finding("RB103", "words", _ADVICE["RB103"])
        for word in record.get("words") or ():
            if str(word).startswith("@") and word not in self._sets:
                yield line.finding("RB107", str(word), _ADVICE["RB107"])

    def _values(self, line: FrameLine) -> Iterator[tuple[str, str]]:
        """Roles, slots, attributes and kinds that the contract or the slots do not know."""
        spec = TYPES.get(line.type)
        roles = spec.roles if spec else ("holder",)
        for role in line.roles:
            if role not in roles:
                yield "roles", f"{line.type} has the roles {', '.join(roles) or 'none'}, not {role}"
        slots = {
            **{f"roles.{role}": as_list(value) for role, value in line.roles.items()},
            **{f"attribute_slots.{k}": as_list(v) for k, v in line.attribute_slots.items()},
            "in": as_list(line.noun_in), "rank": as_list(line.rank),
            "from_rank": as_list(line.from_rank), "chain": as_list(line.chain),
            "ahead": as_list(line.ahead),
            "without": line.without,
        }  # fmt: skip
        for key, names in slots.items():
            for name in names:
                if not self._is_slot(name):
                    yield key, f"no slot {name!r}"
        for needed in line.requires:
            if (
                needed not in ("rank", "leader")
                and needed not in roles
                and needed not in MENTION_LABELS
            ):
                yield "requires", f"{needed!r} is no role of {line.type}, no label and not rank"
        known = {f.alias or name for name, f in Attributes.model_fields.items()}
        for key in (*line.attributes, *line.attribute_slots):
            if key not in known | _FRAME_ATTRIBUTES:
                yield "attributes", f"no attribute {key!r}"
        if spec and "kind" in line.attributes and line.attributes["kind"] not in spec.kinds:
            yield "attributes.kind", f"{line.attributes['kind']!r} is no kind of {line.type}"
        constant = {
            key: value
            for key, value in line.attributes.items()
            if key in known and value not in SETTLED
        } if not any(isinstance(v, list) for v in line.attributes.values()) else {}  # fmt: skip
        try:
            Attributes.model_validate(constant)
        except ValidationError as error:
            first = error.errors()[0]
            yield "attributes." + ".".join(map(str, first["loc"])), first["msg"]

    def _is_slot(self, name: str) -> bool:
        name = name.removeprefix("of:")
        return name in SLOTS or name in self._prepositions

    def _ids(self) -> Iterator[Finding]:
        seen: dict[str, Line] = {}
        for line, record in self.lines.records("events"):
            key = str(record.get("id", record.get("set")))
            if key in seen:
                first = seen[key]
                yield line.finding(
                    "RB105", f"{key} stands already in {first.file}:{first.number}",
                    "give this line an id of its own, or take it out",
                )  # fmt: skip
            seen.setdefault(key, line)

    def _verbs(self) -> Iterator[Finding]:
        known = lexicon()
        for line, _, frame in self.frames:
            for verb in (*frame.verbs, *sorted(frame.infinitives)):
                # `ließ ihn durch`: a particle may stand for the infinitive
                alone = verb in frame.infinitives and known.is_particle(verb)
                if alone or verb.endswith(ANY_VERB) or verb in self._own_verbs:
                    continue
                if known.is_verb(verb):
                    continue
                yield line.finding(
                    "RB108", verb,
                    'write the infinitive, particle first (vorbeigehen); a verb of the sport that '
                    'is right as it is: {"verb": "..."} in language/verbs.jsonl',
                )  # fmt: skip

    def _copies(self) -> Iterator[Finding]:
        """The same frame under two ids."""
        seen: dict[str, tuple[Line, Frame]] = {}
        told = {"id", "example", "expect", "counter", "note"}
        for line, parsed, frame in self.frames:
            content = repr(sorted(parsed.model_dump(exclude=told, exclude_defaults=True).items()))
            if content in seen:
                first, other = seen[content]
                yield line.finding(
                    "RB109", f"{frame.id} says the same as {other.id} in "
                    f"{first.file}:{first.number}",
                    "put both examples into one line",
                )  # fmt: skip
            seen.setdefault(content, (line, frame))

    def _shadowed(self) -> Iterator[Finding]:
        groups: dict[str, list[tuple[Line, Frame]]] = {}
        for line, _, frame in self.frames:
            for first, earlier in groups.get(frame.group or "", ()):
                if shadows(earlier, frame):
                    yield line.finding(
                        "RB111",
                        f"whenever {frame.id} fits, {earlier.id} in {first.file}:{first.number} "
                        f"fires first in the group {frame.group}",
                        "put the more exact line first, or take it out of the group",
                    )
                    break
            if frame.group:
                groups.setdefault(frame.group, []).append((line, frame))


def shadows(first: Frame, second: Frame) -> bool:
    """Whether a frame fires whenever a later one of its group would.

    It is anchored wherever the later one is, and asks for nothing that the later one does not.
    """
    return (
        _anchored_too(first, second)
        and set(first.requires) <= set(second.requires)
        and (not first.beside or (bool(second.beside) and second.beside <= first.beside))
        and first.not_beside <= second.not_beside
        and set(first.without) <= set(second.without)
        and (not first.context or (bool(second.context) and second.context <= first.context))
        and (not first.modal or (bool(second.modal) and second.modal <= first.modal))
        and all(
            getattr(first, key) in (None, getattr(second, key))
            for key in ("reflexive", "fragment", "voice", "polarity", "tense")
        )
        and _filled_too(first, second)
    )


def _anchored_too(first: Frame, second: Frame) -> bool:
    if first.anchor != second.anchor or first.rank_beside != second.rank_beside:
        return False
    prefixes = tuple(verb[:-1] for verb in first.verbs if verb.endswith(ANY_VERB))
    verbs = all(v in first.verbs or (prefixes and v.startswith(prefixes)) for v in second.verbs)
    nouns = not first.nouns or (bool(second.nouns) and second.nouns <= first.nouns)
    places = not first.noun_in or (
        bool(second.noun_in) and set(second.noun_in) <= set(first.noun_in)
    )
    infinitives = second.infinitives <= first.infinitives and (
        bool(first.infinitives) == bool(second.infinitives)
    )
    return (
        verbs
        and nouns
        and places
        and infinitives
        and set(second.adjectives) <= set(first.adjectives)
        and first.phrase == second.phrase
        and set(first.rank) <= set(second.rank)
    )


def _filled_too(first: Frame, second: Frame) -> bool:
    """Whether the roles that must be filled are, wherever those of the second frame are."""
    others = dict(second.roles)
    core = TYPES[first.type].core_roles if first.type in TYPES else ("holder",)
    for role, slots in first.roles:
        if role in core or role in first.requires:
            theirs = others.get(role)
            if theirs is None or not set(theirs) <= set(slots):
                return False
            # one collision slot is filled by one party alone, several want a second one
            if role in COLLECTIVE and len(slots) > 1 and len(theirs) == 1:
                return False
    return True
