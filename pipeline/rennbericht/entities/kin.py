"""Relatives by their first name alone: `vor Bruder Sheldon`, `die Geschwister Amelie und Justus`.

Their surname is that of whoever the text names in full before them.
"""

from __future__ import annotations

from ..contract.slug import entity_key
from .folding import keys
from .nameparts import surname_words
from .text import Claim, Text

_LISTING = ("und", "&")


def claim_kin(text: Text) -> None:
    """Claim first names that stand alone behind a noun for a relative."""
    kin = text.vocabulary.cues.kin
    #: first name -> where it is told, and of whom
    told: dict[str, tuple[int, Claim]] = {}
    for i in text.live:
        if text.words[i].key not in kin or not _alone(text, i + 1):
            continue
        family = _family(text, i)
        if family is None:
            continue
        told[text.words[i + 1].key] = i, _enter(text, i + 1, family)
        if text.lower(i + 2) in _LISTING and _alone(text, i + 3):
            told[text.words[i + 3].key] = i, _enter(text, i + 3, family)
    for i in text.live if told else ():
        since, one = told.get(text.words[i].key, (text.size, None))
        if one is not None and i > since and _alone(text, i):
            text.claim(Claim(i, i + 1, "DRIVER", one.id, one.name, "rule"))


def _alone(text: Text, i: int) -> bool:
    """Whether a word is a first name that nothing goes on."""
    if i >= text.size:
        return False
    claim, word = text.at(i), text.words[i]
    if claim is not None and not (claim.surname_only and claim.source == "gazetteer"):
        # `Bruder Simon` is none of the drivers of that surname
        return False
    if not (word.first and word.name_like) or word.cue:
        return False
    return i + 1 >= text.size or text.owner[i + 1] >= 0 or not text.words[i + 1].name_like


def _family(text: Text, i: int) -> Claim | None:
    """The driver named last in full before a word."""
    before = [
        claim
        for claim in text.standing()
        if claim.end <= i and claim.label == "DRIVER" and claim.name and not claim.parts
    ]
    full = [claim for claim in before if len(keys(claim.name or "")) > 1]
    return full[-1] if full else None


def _enter(text: Text, i: int, family: Claim) -> Claim:
    """The bearer of first name and surname: of the gazetteer, of the text, or somebody new."""
    first = text.words[i]
    name = " ".join([first.form, *surname_words(family.name or "")])
    folded = keys(name)
    known = {tuple(keys(claim.name or "")): claim for claim in text.standing() if claim.full_person}
    told = known.get(folded)
    gazetteer = text.vocabulary.gazetteer
    listed = [one.id for one in gazetteer.phrase(" ".join(folded) + " ") if one.label == "DRIVER"]
    entity = told.id if told else listed[0] if listed else entity_key("DRIVER", name)
    name = told.name if told and told.name else name
    return text.claim(Claim(i, i + 1, "DRIVER", entity, name, "rule"))
