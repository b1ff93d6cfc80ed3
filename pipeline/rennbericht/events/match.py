"""Which frames a clause meets, and where they are anchored in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import final

from ..clauses.model import Clause, Member, Phrase
from ..discourse.lineups import in_brackets
from ..discourse.reading import Reading
from ..entities.model import Mention
from .class_lists import CONTESTS
from .companions import companion, companions
from .epithets import alone, apposed, bearers, epithet, is_person, of_all
from .frames import Frame, FrameSet, VerbFrames
from .glance import Glance
from .ranks import has_rank, ranks_of

#: prefixes of verbs that take no separable particle
INSEPARABLE = ("be", "ent", "er", "ver", "zer", "über", "unter")
#: the nouns of frames that the name of any class anchors, and a place among all (`Gesamtelfter`)
_CLASS, _OVERALL = "class", "overall"
#: letters of a country's code
CODE = 3
#: names of places, whose parts say nothing
PLACES = frozenset({"CORNER", "TRACK"})


@final
class Match:
    """A frame anchored in a clause.

    Args:
        frame: the frame.
        clause: the clause.
        noun: the anchor or companion phrase.
        token: what anchors a nominal, adjectival or phrasal frame.
        end: where that ends.
        holder: the name beside the rank of a `rank_beside` frame.
        place: the place that stands in brackets behind the name.
    """

    __slots__ = ("clause", "end", "frame", "holder", "noun", "place", "token")

    def __init__(
        self,
        frame: Frame,
        clause: Clause,
        noun: Phrase | None,
        token: int,
        end: int,
        holder: Phrase | None = None,
        place: int = 0,
    ) -> None:
        self.frame = frame
        self.clause = clause
        self.noun = noun
        self.token = token
        self.end = end
        self.holder = holder
        self.place = place


def matches(
    frames: FrameSet,
    reading: Reading,
    clause: Clause,
    glance: Glance,
    missed: Callable[[Frame, str], None] | None = None,
    understood: frozenset[str] = frozenset(),
) -> Iterator[Match]:
    """All frames whose anchor stands in the clause, in no order of worth.

    Where nobody wants to know why not, frames are left out that some word is wanting for.

    Args:
        frames: the frames.
        reading: the document.
        clause: the clause.
        glance: rules out frames, where nobody wants to know why not.
        missed: is told of each frame of the clause's verb whose anchor is not complete, and why.
        understood: lower-case words that the sentence goes on from without saying them.
    """
    if clause["verb"] is not None:
        yield from _verbal(frames, reading, clause, glance, missed, understood)
    if clause["kind"] == "attribute":
        # its phrases stand in the outer clause too
        return
    found: list[Match] = []
    for phrase in clause["phrases"]:
        if phrase["kind"] in ("np", "pp"):
            for member in phrase["members"]:
                _nominal(frames, reading, clause, phrase, member, glance, found)
    if not frames.phrase_words.isdisjoint(reading.clause_words(clause)):
        _phrasal(frames, reading, clause, glance, found)
    yield from found


def _verbal(
    frames: FrameSet,
    reading: Reading,
    clause: Clause,
    glance: Glance,
    missed: Callable[[Frame, str], None] | None,
    understood: frozenset[str],
) -> Iterator[Match]:
    """The frames of the predicate, with the noun that a light verb asks for."""
    beside = companions(frames, reading, clause)
    infinitive = (clause["infinitive"] or "").lower()
    own = _of_predicate(frames, reading, clause)
    joined = frames.of_verb(verb_of(clause)).frames if infinitive else []
    if missed is None:
        words = reading.clause_words(clause)
        tried = own.beside(beside, words | understood if understood else words)
    else:
        tried = own.frames
    for frame in [*tried, *joined] if joined else tried:
        if glance.rules_out(frame):
            continue
        # `blieb stehen` is `bleiben` with an infinitive and `stehenbleiben`
        as_one = bool(joined) and frame in joined
        if bool(frame.infinitives) != bool(infinitive and not as_one) or (
            frame.infinitives and infinitive not in frame.infinitives
        ):
            if missed is not None:
                missed(frame, f"infinitive: {'|'.join(sorted(frame.infinitives)) or 'none'}")
            continue
        noun = None
        if frame.nouns:
            if not frame.nouns.isdisjoint(beside):
                noun = companion(frames, reading, clause, frame)
            if noun is None:
                if missed is not None:
                    missed(frame, _companion_wanted(frame))
                continue
        token = clause["verb_token"]
        yield Match(frame, clause, noun, token, token + 1)


def verb_of(clause: Clause) -> str:
    """The clause's verb as frames are indexed by it, with an infinitive in one word; "" without."""
    return ((clause["infinitive"] or "") + (clause["verb"] or "")).lower()


def _of_predicate(frames: FrameSet, reading: Reading, clause: Clause) -> VerbFrames:
    """The frames of the clause's verb.

    A verb with a prefix of its own takes no particle: in `überrumpelte ihn außen herum` the last
    word belongs to the adverb.
    """
    verb = (clause["verb"] or "").lower()
    if clause["particle"] >= 0:
        particle = reading.lower[clause["particle"]]
        prefixed = verb.startswith(particle) and verb[len(particle) :].startswith(INSEPARABLE)
        if prefixed and verb not in frames.by_verb:
            return frames.of_verb(verb[len(particle) :])
    return frames.of_verb(verb)


def fallbacks(frames: FrameSet, reading: Reading, clause: Clause) -> Iterator[Match]:
    """The frames of any verb, anchored at the clause's first rank."""
    if clause["verb"] is None:
        return
    if not has_rank(reading, clause):
        return
    first = {slots: ranks_of(reading, clause, slots)[:1] for slots in frames.fallback_slots}
    for frame in frames.fallbacks if any(first.values()) else ():
        for rank in first[frame.rank]:
            yield Match(frame, clause, rank.phrase, rank.mention["start"], rank.mention["end"])


def _companion_wanted(frame: Frame) -> str:
    where = f" in {'|'.join(frame.noun_in)}" if frame.noun_in else ""
    return f"noun: {'|'.join(sorted(frame.nouns))}{where}"


def _nominal(
    frames: FrameSet, reading: Reading, clause: Clause, phrase: Phrase, member: Member,
    glance: Glance, found: list[Match],
) -> None:  # fmt: skip
    """Add the frames that a conjunct of a phrase anchors, by its noun and the words before it."""
    named = is_person(reading, member)
    before = named and epithet(reading, member)
    key = frames.noun_key(member["lemma"]) if before or not named else None
    if key is None and clause["verb"] is None and _class(reading, member):
        # `SP10 an A und B, TCR an C`
        key = _CLASS if _CLASS in frames.by_noun else None
    if member["mention"] >= 0 and _overall(reading.mentions[member["mention"]]):
        key = _OVERALL if _OVERALL in frames.by_noun else key
    if key is not None and not _in_name(reading, member, key) and not _code(reading, member):
        for frame in frames.by_noun[key]:
            if frame.noun_in and phrase["prep"] not in frame.noun_in:
                continue
            if glance.rules_out(frame) or (before and not frame.told_before_name):
                continue
            about = bearers(reading, phrase, member) if before else phrase
            found.append(Match(frame, clause, about, member["head"], member["head"] + 1))
    if named and not before:
        for frame, token in apposed(frames, reading, member):
            if not glance.rules_out(frame):
                found.append(Match(frame, clause, alone(phrase, member), token, token + 1))
    if frames.by_adjective:
        by_adjective, lemmas = frames.by_adjective, reading.lemmas_lower
        for token in range(member["start"], member["head"]):
            if lemmas[token] in by_adjective:
                whole = len(phrase["members"]) == 1 or of_all(reading, phrase, token)
                about = phrase if whole else alone(phrase, member)
                for frame in by_adjective[lemmas[token]]:
                    found.append(Match(frame, clause, about, token, token + 1))


def _class(reading: Reading, member: Member) -> bool:
    """Whether a conjunct names a class; some have the name of a series."""
    at = member["mention"]
    return at >= 0 and reading.mentions[at]["label"] in CONTESTS


def _overall(mention: Mention) -> bool:
    """Whether a place is told as one among all classes: `Gesamtrang elf`, `als Gesamtelfter`."""
    return mention["label"] == "POSITION" and bool((mention["value"] or {}).get("overall"))


def _in_name(reading: Reading, member: Member, key: str) -> bool:
    """Whether a noun is only the last part of a name (`Panzerplatte`, `Porsche 935 Turbo`)."""
    mention = reading.mentions[member["mention"]] if member["mention"] >= 0 else None
    if mention is None or mention["label"] == "CAR":
        return mention is not None and mention["start"] < member["head"]
    own = key == member["lemma"].lower()
    return not own and mention["label"] in PLACES and not mention["parts"]


def _code(reading: Reading, member: Member) -> bool:
    """Whether a noun in capitals is the code of a country in brackets: `Stoner (AUS/Ducati)`."""
    word = reading.words[member["head"]]
    return word.isupper() and len(word) <= CODE and in_brackets(reading, member["head"])


def _phrasal(
    frames: FrameSet, reading: Reading, clause: Clause, glance: Glance, found: list[Match]
) -> None:
    """Add the frames of fixed phrases whose words stand in the clause."""
    lemmas, lower, by_phrase = reading.lemmas_lower, reading.lower, frames.by_phrase
    for start, end in clause["spans"]:
        for token in range(start, end):
            word, lemma = lower[token], lemmas[token]
            tried = by_phrase.get(word)
            if lemma != word and lemma in by_phrase:
                tried = [*tried, *by_phrase[lemma]] if tried is not None else by_phrase[lemma]
            if tried is None:
                continue
            for frame in tried:
                stop = token + len(frame.phrase)
                if stop > end or not _goes_on(reading, frame.phrase, token):
                    continue
                if not glance.rules_out(frame):
                    found.append(Match(frame, clause, _phrase_at(clause, token), token, stop))


def _goes_on(reading: Reading, phrase: tuple[frozenset[str], ...], token: int) -> bool:
    """Whether behind the token of its first word the others of a phrase stand."""
    lower, lemmas = reading.lower, reading.lemmas_lower
    for at in range(1, len(phrase)):
        words = phrase[at]
        if lower[token + at] not in words and lemmas[token + at] not in words:
            return False
    return True


def _phrase_at(clause: Clause, token: int) -> Phrase | None:
    """The innermost phrase that holds a token."""
    found = [phrase for phrase in clause["phrases"] if phrase["start"] <= token < phrase["end"]]
    return max(found, key=lambda phrase: phrase["start"], default=None)
