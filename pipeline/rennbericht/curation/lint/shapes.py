"""The shape of every kind of line but frames: which keys it has, of which type and values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError, create_model

from rennbericht.contract.types import Session

from .findings import Finding, Line, Lines

Text = Annotated[str, StringConstraints(pattern=r"\S")]
Texts = Annotated[list[Text], Field(min_length=1)]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z]+:[a-z0-9][a-z0-9-]*$")]
Year = Annotated[int, Field(ge=1890, le=2100)]
Years = Annotated[list[Year], Field(min_length=2, max_length=2)]
Country = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
Countries = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}( [A-Z]{2})*$")]
Day = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$")]
Number = int | float
Label = Literal[
    "DRIVER", "PERSON", "TEAM", "MANUFACTURER", "CAR", "TRACK", "CORNER", "SERIES", "CLASS"
]
CueKind = Literal[
    "again", "attempt", "attempt_noun", "background", "brink", "calendar", "ease", "final",
    "hearsay", "here", "hypothetical", "near_miss", "negation", "overall", "preview", "prospect",
    "qualifying_word", "race_deed", "race_word", "refusal", "running", "standings", "success",
    "weighing",
]  # fmt: skip
Role = Literal[
    "ahead", "attacked", "attacker", "behind", "leader", "offender", "pole", "relative", "rival",
    "runner_up", "second", "standings_leader", "sufferer", "teammate", "title_holder", "winner",
]  # fmt: skip
WheelKind = Literal[
    "wheel", "steering", "racing-with", "together", "co-driver", "driving", "changing", "handing",
    "pursued", "clashing", "trouble", "joint", "joint-verb", "manned", "limping", "own-driver",
    "mishap",
]  # fmt: skip
MeetingKind = Literal[
    "opening", "ending", "hours", "join", "meeting-part", "series-part", "meeting-name",
    "race-head", "season-head", "season", "not-place",
]  # fmt: skip
NameCue = Literal[
    "corner",
    "corner-behind-article",
    "corner-end",
    "driver",
    "guard",
    "head",
    "kin",
    "model",
    "model-class",
    "stage",
    "other",
    "place",
    "team-end",
    "team-start",
    "vehicle",
]

#: key -> type; `?` behind the key: it may be absent
Shape = Mapping[str, Any]

ENTITY: Shape = {"label": Label, "pattern": Text | list[dict[str, Text]], "id": Id}
TEAM_SEASONS: Shape = {"team": Id, "from?": Year, "to?": Year}
FACT: Shape = {
    "id": Id, "name": Text, "surname?": Text | Texts, "nationality?": Country, "birthplace?": Text,
    "home?": Text, "region?": Text, "gender?": Literal["m", "f"], "born?": Day, "team?": Id,
    "manufacturer?": Id, "track?": Id, "part_of?": Id, "place?": Text, "country?": Country,
    "length_km?": Number, "series?": list[Id], "teams?": list[dict[str, Any]],
    "drives?": list[dict[str, Any]], "seasons?": Years,
    "titles?": list[dict[str, Any]], "era?": Years, "shares_name?": list[Id], "source?": Text,
}  # fmt: skip
_CLASS: Shape = {"class": Text, "words": Texts, "note?": Text}
_CUE: Shape = {"cue": Text, "kind": CueKind, "scope?": Literal["clause"]}
_NOUN: Shape = {"noun": Text}
#: file -> the shapes that its lines may have
LANGUAGE: Mapping[str, tuple[Shape, ...]] = {
    "abbreviations": ({"abbreviation": Text, "name?": bool},),
    "clause-words": (_CLASS,),
    "countries": ({"country": Country, "names": list[Text], "codes": list[Text]},),
    "cues": (_CUE,),
    "cues-race": (_CUE,),
    "cues-running": (_CUE,),
    "cues-standings": (_CUE,),
    "demonyms": ({"country": Countries, "nouns": Texts, "adjectives?": Texts},),
    "determiners": ({"declension": Text, "stems": Texts, "negative?": bool, "note?": Text},),
    "event-words": (_CLASS,),
    "family-names": ({"names": Text, "source": Text},),
    "first-names": ({"origin": Text, "names": Text, "source": Text},),
    "inhabitants": (
        {"ending": Text},
        {"noun": Text, "place": Text},
        {"noun": Text, "place": Text, "country": Text},
    ),
    "measure-cues": ({"cue": Text, "words": Texts, "note?": Text},),
    "meetings": ({"kind": MeetingKind, "words": Texts, "as?": Text, "note?": Text},),
    "name-cues": (
        {"cue": NameCue, "words": Texts, "as?": Literal["part", "end"], "note?": Text},
    ),
    "name-endings": ({"of": Literal["surname", "noun"], "endings": Texts, "note?": Text},),
    "name-guards": ({"phrase": Text}, {"word": Text, "sense": Literal["word", "name"]}),
    "name-genders": (
        {"gender": Literal["m", "f"], "names": Text},
        {"gender": Literal["m", "f"], "surname_endings": Texts},
        {"gender": Literal["m", "f"], "unlisted_endings": Texts},
        {"gender": Literal["m", "f"], "ending": Text, "origins": Texts},
    ),
    "name-origins": ({"origin": Text, "countries": list[Country]},),
    "no-reasons": (_NOUN,),
    "noun-valency": ({"nouns": Texts, "prepositions": Texts},),
    "person-nouns": ({"noun": Text, "number": Literal["sg", "pl"], "size?": int},),
    "penalty-words": ({"word": Text, "note?": Text},),
    "other-fields": ({"field": Text, "words": Texts, "note?": Text},),
    "prepositions": (
        {"case": str, "prepositions": Texts, "note?": Text},
        {"case": str, "forms": dict[Text, Text], "note?": Text},
    ),
    "pronouns": ({"form": Text, "cells": Text},),
    "function-words": ({"language": Text, "words": Texts, "note?": Text},),
    "racing-words": ({"word": Text, "only?": bool, "note?": Text},),
    "rank-nouns": (
        {
            "kind": Text, "words": Texts, "plural?": bool, "session?": Session, "class?": bool,
            "overall?": bool, "championship?": bool, "within?": int, "places?": bool, "note?": Text,
        },
    ),
    "role-nouns": ({"noun": Text, "role": Role},),
    "sessions": ({"session": Session, "words": Texts, "code?": bool, "numbered?": bool},),
    "surname-origins": (
        {"countries": list[Country], "endings": Texts},
        {"countries": list[Country], "particles": Texts},
    ),
    "units": (
        {
            "unit": Text, "words": Texts, "plural?": bool, "from_end?": int, "seconds?": Number,
            "is?": int, "formation?": bool,
        },
    ),
    "vehicle-nouns": (_NOUN,),
    "verb-classes": ({"class": Text, "verbs": Texts, "note?": Text},),
    "wheel": ({"kind": WheelKind, "words": Texts, "note?": Text},),
    "verbs": ({"verb": Text, "note?": Text},),
    "zones": ({"zone": Text, "match": Text, "words": Texts},),
}  # fmt: skip
#: pydantic's kinds of error that have a code of their own
_CODES = {"extra_forbidden": "RB102", "missing": "RB103"}
_ADVICE = {
    "RB102": "take the key out, or mend its spelling",
    "RB103": "add the key",
    "RB104": "write one of the values that the documentation of the key gives",
}


def misshapen(lines: Lines) -> Iterator[Finding]:
    """Lines of entities, facts and language with unknown keys or values."""
    for line, record in lines.records("entities"):
        yield from against(line, record, (ENTITY,))
    for line, record in lines.records("facts"):
        yield from against(line, record, (FACT,))
        for entry in (*(record.get("teams") or ()), *(record.get("drives") or ())):
            if isinstance(entry, dict):
                yield from against(line, entry, (TEAM_SEASONS,))
    for line, record in lines.records("language"):
        shapes = LANGUAGE.get(line.name.removesuffix(".jsonl"))
        if shapes is None:
            yield line.finding("RB104", line.name, "no part of the pipeline reads this file")
        else:
            yield from against(line, record, shapes)


def against(line: Line, record: dict[str, Any], shapes: tuple[Shape, ...]) -> Iterator[Finding]:
    """What keeps a record from having one of the shapes, by the nearest of them."""
    nearest: dict[str, str] | None = None
    for shape in shapes:
        try:
            _model(tuple(shape.items())).model_validate(record)
            return
        except ValidationError as error:
            found = {
                _CODES.get(e["type"], "RB104"): f"{'.'.join(map(str, e['loc'][:2]))}: {e['msg']}"
                for e in reversed(error.errors())
            }
            if nearest is None or len(found) < len(nearest):
                nearest = found
    for code, detail in (nearest or {}).items():
        yield line.finding(code, detail, _ADVICE[code])


@cache
def _model(items: tuple[tuple[str, Any], ...]) -> type[BaseModel]:
    fields: dict[str, Any] = {
        key.removesuffix("?"): (kind, None if key.endswith("?") else ...) for key, kind in items
    }
    config = ConfigDict(extra="forbid", strict=True)
    return create_model("Line", __config__=config, **fields)
