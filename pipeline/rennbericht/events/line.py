"""One line of `patterns/events`: how an event is said, as people write it.

The model checks every key and value; what it accepts is documented field by field, since this
is the language that curators write in.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

#: Types of the contract, and `place`: a rank whose type the context decides
#: (`result`, `position`, `result` in qualifying, `championship`).
FrameType = Literal[
    "overtake", "battle", "lead", "position", "start", "pole", "result", "fastest_lap",
    "championship", "pit_stop", "driver_change", "technical", "repair", "puncture", "retirement",
    "off_track", "collision", "penalty", "neutralisation", "restart", "weather", "place",
]  # fmt: skip
Status = Literal["asserted", "negated", "hypothetical", "attempted", "near_miss"]
#: `pits`: this sentence or the one before speaks of stops; `stopped`: the race is neutralised or
#: stopped, by what was told before; `crews`: a race that the text gives several drivers to a car;
#: `pole`, `winner`: who took the pole or won has just been told, and nobody behind him yet
Context = Literal[
    "race", "qualifying", "practice", "standings", "rally", "pits", "stopped", "crews",
    "pole", "winner",
]  # fmt: skip
Words = str | list[str]
#: an attribute that the noun gives, by its set (`"gives": {"kind": "time"}`)
BY_NOUN = "@noun"


def as_list(value: Words | None) -> list[str]:
    """A single word or a list of words as a list; None as the empty list."""
    if value is None:
        return []
    return [value] if isinstance(value, str) else list(value)


class FrameLine(BaseModel):
    """A frame as written in a pattern file."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    id: str
    type: FrameType
    #: Anchor. One of `verb`, `noun`, `adjective`, `phrase`; a `noun` beside a `verb` is its
    #: companion (light verbs, idioms). Each a lemma, a list, or the name of a synonym set (`@...`).
    verb: Words | None = None
    infinitive: Words | None = None
    noun: Words | None = None
    #: the slots in which the companion noun may stand; any where absent; of a noun alone its
    #: prepositions (`an die Spitze`, whatever the verb)
    noun_in: Words | None = Field(default=None, alias="in")
    adjective: Words | None = None
    #: a sequence of words, each a lemma or a form; `|` separates alternatives
    phrase: list[str] | None = None

    #: anchored at a rank that no other frame takes, with the holder directly `behind` it
    #: (`Vierter Vettel`), `before` it between commas (`Vettel, Vierter, ...`), or the rank in
    #: `brackets` behind the name (`Vettel (4.)`), `apart` with words between (`Vettel, am Samstag
    #: nur Zehnter, ...`), or `numbered` in a list (`1. Vettel, 2. Alonso`)
    rank_beside: Literal["behind", "before", "apart", "brackets", "numbered"] | None = None

    #: role -> slot or slots, the first that is filled counts
    roles: dict[str, Words] = Field(default_factory=dict)
    #: constant attributes of the event; `position: next` continues the last chain of places,
    #: `behind` is the place behind who stands ahead, `before` that before whom a vor-phrase names,
    #: `between` fills the gap told before, `vacated` is the place that somebody lost again;
    #: `told` is the holder's own that was told just before, `@noun` what the set of the noun gives
    attributes: dict[str, Any] = Field(default_factory=dict)
    #: attribute -> slots whose noun gives it (`reason`, `component`, `corner`)
    attribute_slots: dict[str, Words] = Field(default_factory=dict)
    #: slots in which the rank stands; any where absent
    rank: Words | None = None
    #: slots in which a rank given up stands (`von Platz acht`)
    from_rank: Words | None = None
    #: slots that open a chain of places behind the holder (`vor`) or before it (`hinter`)
    chain: Words | None = None
    #: slots of who finished just before the holder, beside `hinter` (`musste sich nur A beugen`)
    ahead: Words | None = None

    #: what must be there: roles, `rank`, or entity labels (`CORNER`, `LAP`, `TIME`); `leader`: the
    #: holder was told to lead before, or to start from pole where nobody leads yet
    requires: list[str] = Field(default_factory=list)
    #: one of these lemmas (or entity labels) must stand in the clause
    beside: list[str] = Field(default_factory=list)
    #: none of these lemmas (or entity labels) may stand in the clause
    not_beside: list[str] = Field(default_factory=list)
    #: slots that must be empty
    without: list[str] = Field(default_factory=list)
    reflexive: bool | None = None
    #: true: only in a clause without a verb (`Hamilton an der Box`), as tickers have them
    fragment: bool | None = None
    #: true: only where the anchor opens its clause (`Vorn zog Hamilton davon`)
    opens: bool | None = None
    voice: Literal["active", "passive"] | None = None
    #: `negated`: fires only where denied, and is then asserted (`nicht mehr gewinnen`: lost)
    polarity: Literal["affirmed", "negated"] | None = None
    #: fires only under one of these modals (`kann den Titel holen`: open)
    modal: list[str] = Field(default_factory=list)
    #: of the finite verb (`kann den Titel holen` is open, `konnte den Titel holen` is not)
    tense: Literal["present", "past"] | None = None
    context: list[Context] = Field(default_factory=list)
    status: Status | None = None
    #: the place that the sentence told of the same holder before was lost (`wurde disqualifiziert`)
    corrects: bool = False
    #: of several frames of one group that match a clause, the first in the file fires
    group: str | None = None

    example: Words
    expect: dict[str, Any] | list[dict[str, Any]] = Field(default_factory=dict)
    counter: Words | None = None
    note: str | None = None

    @field_validator("id")
    @classmethod
    def _id_begins_with_type(cls, value: str) -> str:
        if "." not in value or " " in value:
            raise ValueError("an id is written type.words, without blanks")
        return value

    @model_validator(mode="after")
    def _has_anchor(self) -> FrameLine:
        anchors = [self.verb, self.noun, self.adjective, self.phrase, self.rank_beside]
        if not any(anchors):
            raise ValueError("needs one of verb, noun, adjective, phrase, rank_beside")
        if self.infinitive and not self.verb:
            raise ValueError("infinitive goes with a verb")
        if self.noun_in and not self.noun:
            raise ValueError("in goes with a noun")
        return self
