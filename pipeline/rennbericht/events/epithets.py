"""What stands before or behind somebody's name and says what he is: `Polesetter Leclerc`."""

from __future__ import annotations

from collections.abc import Iterator

from ..clauses.model import Member, Phrase
from ..discourse.reading import Reading
from .frames import Frame, FrameSet

#: slot of the noun that tells it behind a name
_APPOSED = ("modified",)


def is_person(reading: Reading, member: Member) -> bool:
    """Whether a conjunct is somebody's name, which is no noun of a frame (`Neumeister`)."""
    if member["mention"] < 0:
        return False
    mention = reading.mentions[member["mention"]]
    # `Hamilton-Crash` is one mention too, but its last part is a noun
    return mention["label"] in ("DRIVER", "PERSON") and not mention["parts"]


def epithet(reading: Reading, member: Member) -> bool:
    """Whether a noun stands before somebody's name: `Polesetter Leclerc`."""
    start = reading.mentions[member["mention"]]["start"]
    return is_person(reading, member) and member["head"] < start


def alone(phrase: Phrase, member: Member) -> Phrase:
    """A phrase of one conjunct only: `Polesetter A und B` makes no Polesetter of B."""
    return {
        **phrase, "start": member["start"], "end": member["end"], "head": member["head"],
        "members": [member],
    }  # fmt: skip


def bearers(reading: Reading, phrase: Phrase, member: Member) -> Phrase:
    """A phrase of those whose title a conjunct is: `Polesetter A und B` makes none of B.

    `Die Sieger A und B`, `hinter den Siegern A/B`: a title in the plural is of all named behind it.
    """
    if len(phrase["members"]) == 1 or not _plural_title(reading, member):
        return alone(phrase, member)
    at = phrase["members"].index(member)
    shared = [member]
    for other in phrase["members"][at + 1 :]:
        if not is_person(reading, other) or epithet(reading, other):
            break
        shared.append(other)
    return {**alone(phrase, member), "end": shared[-1]["end"], "members": shared}


def _plural_title(reading: Reading, member: Member) -> bool:
    """Whether the article before a title says that it is a plural: `die Sieger`, `den Siegern`."""
    articles, form = reading.lower[member["start"] : member["head"]], reading.lower[member["head"]]
    if "den" in articles:
        return form.endswith("n") and not member["lemma"].endswith("n")
    return "die" in articles and not form.endswith(("in", "e"))


def apposed(frames: FrameSet, reading: Reading, member: Member) -> Iterator[tuple[Frame, int]]:
    """Frames of the noun behind a name, and its token: `Auer, der Polesetter, verlor einen Platz`.

    Args:
        frames: the frames.
        reading: the document.
        member: the conjunct that names somebody.
    """
    end = reading.mentions[member["mention"]]["end"]
    for token in range(end + 1, member["end"]):
        key = frames.noun_key(reading.lemmas[token]) if reading.tags[token] == "NN" else None
        for frame in frames.by_noun[key] if key is not None else ():
            if not frame.noun_in and _APPOSED in dict(frame.roles).values():
                yield frame, token


def of_all(reading: Reading, phrase: Phrase, token: int) -> bool:
    """Whether an adjective is that of all: `die führenden A und B`, but `die führende A und B`."""
    first = phrase["start"] + (phrase["prep"] is not None)
    return (
        reading.lower[first] == "die"
        and token < phrase["members"][0]["head"]
        and reading.lower[token].endswith("en")
    )
