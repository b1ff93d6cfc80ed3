"""Lines of `patterns/events`, read, checked and put into the matcher's form."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from ..errors import PatternError
from ..patterns import read_part
from .frames import MENTION_LABELS, RANK_TYPES, SHORT_PLACE, WHOLE, Frame, FrameSet
from .line import FrameLine, as_list
from .synonyms import Synonyms


def load_frames(folder: Path) -> FrameSet:
    """Read, check and compile every frame under `folder/events`.

    Args:
        folder: a patterns directory.

    Raises:
        PatternError: RB101 to RB107, naming file, line and key.
    """
    sets: dict[str, list[str]] = {}
    gives: dict[str, dict[str, Any]] = {}
    lines: list[tuple[Path, int, dict[str, Any]]] = []
    for path, number, record in read_part(folder, "events"):
        if "set" in record:
            sets[str(record["set"])] = list(record.get("words", []))
            gives[str(record["set"])] = record.get("gives", {})
        else:
            lines.append((path, number, record))
    synonyms = Synonyms(sets, gives)
    frames: list[Frame] = []
    seen: dict[str, str] = {}
    for path, number, record in lines:
        line = parse_line(record, path, number)
        if line.id in seen:
            detail = f"{line.id} stands already in {seen[line.id]}"
            raise PatternError("RB105", detail, path=path, line=number)
        seen[line.id] = f"{path.name}:{number}"
        frames += compile_line(line, synonyms, len(frames), path, number)
    whole, short = ([word.lower() for word in sets.get(name, ())] for name in (WHOLE, SHORT_PLACE))
    return FrameSet(frames, frozenset(whole), next(iter(short), ""))


def parse_line(record: dict[str, Any], path: Path, number: int) -> FrameLine:
    """Check one line against `FrameLine`.

    Raises:
        PatternError: RB102 to RB104, naming the key.
    """
    try:
        return FrameLine.model_validate(record)
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(part) for part in first["loc"]) or "line"
        code = {"extra_forbidden": "RB102", "missing": "RB103"}.get(first["type"], "RB104")
        detail = f"{key}: {first['msg']}"
        raise PatternError(code, detail, path=path, line=number) from error


def compile_line(
    line: FrameLine, sets: Synonyms, order: int, path: Path, number: int
) -> list[Frame]:
    """Resolve synonym sets and put a line into the matcher's form.

    Args:
        line: the line.
        sets: the sets that it may name.
        order: how many frames stand before it.
        path: its file.
        number: its number there.

    Returns:
        One frame, or one for each set of nouns that gives an attribute.

    Raises:
        PatternError: RB107 where there is no such set, or it gives no such attribute.
    """
    try:
        parts = sets.apart(line)
        return [_compiled(part, sets.words, order + at) for at, part in enumerate(parts)]
    except KeyError as error:
        raise PatternError("RB107", str(error.args[0]), path=path, line=number) from error


def _label_or_lower(word: str) -> str:
    return word if word in MENTION_LABELS else word.lower()


def _compiled(line: FrameLine, words: Callable[..., list[str]], order: int) -> Frame:
    # `von der Pole aus siegte A vor B`: the verb's list, not the grid's
    default_chain = ("vor",) if line.type in RANK_TYPES and not line.phrase else ()
    return Frame(
        id=line.id,
        type=line.type,
        verbs=tuple(words(line.verb)),
        infinitives=frozenset(words(line.infinitive)),
        nouns=frozenset(words(line.noun)),
        noun_in=tuple(as_list(line.noun_in)),
        adjectives=tuple(words(line.adjective)),
        phrase=tuple(
            frozenset(word for part in item.split("|") for word in words(part))
            for item in line.phrase or []
        ),
        roles=tuple((role, tuple(as_list(slots))) for role, slots in line.roles.items()),
        attributes=line.attributes,
        attribute_slots=tuple((k, tuple(as_list(v))) for k, v in line.attribute_slots.items()),
        rank_beside=line.rank_beside,
        rank=tuple(as_list(line.rank)),
        from_rank=tuple(as_list(line.from_rank)),
        chain=tuple(as_list(line.chain)) or default_chain,
        ahead=tuple(as_list(line.ahead)),
        requires=tuple(line.requires),
        beside=frozenset(words(line.beside, _label_or_lower)),
        not_beside=frozenset(words(line.not_beside, _label_or_lower)),
        without=tuple(line.without),
        reflexive=line.reflexive,
        fragment=line.fragment,
        opens=bool(line.opens),
        voice=line.voice,
        polarity=line.polarity,
        modal=frozenset(line.modal),
        tense=line.tense,
        context=frozenset(line.context),
        status=line.status,
        corrects=line.corrects,
        group=line.group,
        order=order,
    )
