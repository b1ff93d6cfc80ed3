"""Models of the records: events, entities and articles, as one line of JSON each."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal, Self, get_args

from pydantic import Field, model_validator

from rennbericht.contract import ids
from rennbericht.contract.attributes import Attributes, Number, Strict
from rennbericht.contract.serialise import dump_line, plain
from rennbericht.contract.types import (
    TYPES,
    ArticleStatus,
    EntityLabel,
    EntitySource,
    EventType,
    Session,
    Status,
    TextField,
    Via,
)

#: Labels of entity records: those of `doc.ents`, and triggers by their event type in capitals.
ENTITY_LABELS = frozenset(get_args(EntityLabel))
LABELS = ENTITY_LABELS | {name.upper() for name in TYPES}

Offset = Annotated[int, Field(ge=0)]


class Span(Strict):
    """A stretch of the field's string, in Unicode code points, end exclusive."""

    start: Offset
    end: Offset


class Trigger(Strict):
    """The word that carries the meaning of an event."""

    text: str
    start: Offset
    end: Offset


class Sentence(Strict):
    """The sentence an event stands in."""

    index: Offset
    start: Offset
    end: Offset
    text: str


class Link(Strict):
    """The participant a mention stands for."""

    label: EntityLabel
    id: str
    name: str


class Argument(Strict):
    """Words that stand for a participant; `entity` null where it cannot be known."""

    text: str
    start: Offset
    end: Offset
    entity: Link | None
    via: Via


class Record(Strict):
    """A record: one line of JSON."""

    #: keys whose null is a statement (not known), not an absence
    nullable: ClassVar[frozenset[str]] = frozenset()

    def as_dict(self) -> dict[str, Any]:
        """Return the record as plain data: keys in order, absent ones left out, floats rounded."""
        data: dict[str, Any] = plain(self.model_dump(by_alias=True), self.nullable)
        return data

    def as_line(self) -> str:
        """Return the record as its line of JSON, without the newline."""
        return dump_line(self.as_dict())


class Event(Record):
    """Something that happened (or did not) in a race, where the text says so."""

    nullable = frozenset({"entity", "confidence"})

    schema_: Literal["rennbericht/event@1"] = Field(default="rennbericht/event@1", alias="schema")
    id: Annotated[str, Field(pattern=r"^ev-[0-9a-f]{16}$")]
    doc_id: str
    field: TextField
    race: Offset | None = None
    type: EventType
    status: Status
    trigger: Trigger
    sentence: Sentence
    roles: dict[str, list[Argument]]
    attributes: Attributes
    also: list[Span] | None = None
    confidence: Annotated[Number, Field(ge=0, le=1)] | None = None
    pattern: str
    producer: str

    @model_validator(mode="after")
    def _of_its_type(self) -> Self:
        spec = TYPES[self.type]
        foreign = [role for role in self.roles if role not in spec.roles]
        if foreign:
            raise ValueError(f"{self.type} has no role {foreign[0]!r}")
        if list(self.roles) != (order := [r for r in spec.roles if self.roles.get(r)]):
            self.roles = {role: self.roles[role] for role in order}
        kind = self.attributes.kind
        if kind is not None and kind not in spec.kinds:
            raise ValueError(f"{self.type} has no kind {kind!r}")
        if not self.also:
            self.also = None
        return self

    @classmethod
    def build(cls, data: dict[str, Any], *, doc_id: str, field: str, producer: str) -> Event:
        """Return the event of a component's plain dict, with its id.

        Args:
            data: the record's fields but schema, id, doc_id, field and producer.
            doc_id: id of the article.
            field: the string the offsets count in: `text`, `title` or `lead`.
            producer: what made the event.

        Raises:
            pydantic.ValidationError: `data` does not follow the contract.
        """
        arguments = [
            (role, argument["start"], argument["end"])
            for role, members in data["roles"].items()
            for argument in members
        ]
        trigger = (data["trigger"]["start"], data["trigger"]["end"])
        identity = ids.event_id(doc_id, field, data["type"], trigger, arguments, data["attributes"])
        return cls.model_validate(
            {**data, "id": identity, "doc_id": doc_id, "field": field, "producer": producer}
        )


class EntityRef(Strict):
    """What a mention names: id and canonical name."""

    id: str
    name: str


class EntityRecord(Record):
    """A name or measured expression, or a trigger, at one place of the text."""

    nullable = frozenset({"entity", "line"})

    schema_: Literal["rennbericht/entity@1"] = Field(default="rennbericht/entity@1", alias="schema")
    id: Annotated[str, Field(pattern=r"^en-[0-9a-f]{16}$")]
    doc_id: str
    field: TextField
    label: str
    text: str
    start: Offset
    end: Offset
    entity: EntityRef | None
    normalised: Number | None = None
    source: EntitySource
    line: str | None

    @model_validator(mode="after")
    def _known_label(self) -> Self:
        if self.label not in LABELS:
            raise ValueError(f"unknown label {self.label!r}")
        return self


class Source(Strict):
    """Where an article was read from."""

    path: str | None = None
    line: int | None = None
    #: the record's own id (`WARC-Record-ID`), else its number in an array
    record: str | None = None
    format: str


class Race(Strict):
    """A race that an article tells of."""

    series: str | None = None
    track: str | None = None
    event: str | None = None
    date: str | None = None
    session: Session | None = None


class Article(Record):
    """What became of one article."""

    schema_: Literal["rennbericht/article@1"] = Field(
        default="rennbericht/article@1", alias="schema"
    )
    doc_id: str
    status: ArticleStatus
    reason: str | None = None
    url: str | None = None
    title: str | None = None
    published: str | None = None
    published_precision: str | None = None
    #: true where `published` is only the day of retrieval, as the user let it be
    published_assumed: bool | None = None
    language: str | None = None
    source: Source
    text_sha256: str | None = None
    chars: Offset
    words: Offset
    events: Offset
    races: list[Race]
    producer: str
    text: str | None = None
