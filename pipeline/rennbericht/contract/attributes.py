"""Attributes of events: where, when, which place. A closed table, every key allowed everywhere."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from rennbericht.contract.types import By, Direction, How, Outcome, Quality, Session

Number = int | float
Rank = Annotated[int, Field(ge=1)]


class Strict(BaseModel):
    """Base of all parts of records: no key beyond the contract, no silent conversion."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True, strict=True)


class Place(Strict):
    """A series, track or corner: one id for all its spellings."""

    id: str | None = None
    name: str


class LapNumber(Strict):
    """A lap counted from the start."""

    number: Annotated[int, Field(ge=0)]


class LapFromEnd(Strict):
    """A lap counted from the end: the last one is 1."""

    from_end: Annotated[int, Field(ge=0)]


class LapAfter(Strict):
    """So many laps after another event (`of`, its id)."""

    after: Annotated[int, Field(ge=0)]
    of: str | None = None


class Clock(Strict):
    """Seconds after the start or before the end of the session."""

    seconds: Annotated[Number, Field(ge=0)]
    anchor: Literal["start", "end"]


class Seconds(Strict):
    """A time span in seconds."""

    seconds: Number


class Laps(Strict):
    """A time span in laps."""

    laps: Number


Lap = LapNumber | LapFromEnd | LapAfter
Span = Seconds | Laps


class Attributes(Strict):
    """What is known of an event beside who took part; absent where the text does not say."""

    position: Rank | None = None
    position_from_end: Rank | None = Field(None, description="1 = last")
    position_within: Rank | None = Field(None, description="Top 5 is 5")
    from_position: Rank | None = None
    change: int | None = Field(None, description="places, signed")
    direction: Direction | None = None
    class_: str | None = Field(None, alias="class", description="canonical, e.g. LMP1, GT3")
    series: Place | None = None
    track: Place | None = None
    corner: Place | None = None
    session: Session | None = Field(None, description="absent means race")
    lap: Lap | None = None
    clock: Clock | None = None
    time_of_day: Annotated[str, Field(pattern=r"^([01]\d|2[0-4]):[0-5]\d$")] | None = None
    date: Annotated[str, Field(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")] | None = None
    time: Span | None = None
    margin: Span | None = None
    duration: Span | None = None
    component: str | None = None
    reason: str | None = None
    count: int | None = None
    lapping: bool | None = None
    background: bool | None = None
    hearsay: bool | None = None
    by: By | None = None
    how: How | None = None
    kind: str | None = Field(None, description="values by type, see the contract's table")
    outcome: Outcome | None = None
    quality: Quality | None = None
