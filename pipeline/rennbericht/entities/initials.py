"""People written with the initial of their first name: `R. Schumacher`, `A. Márquez`.

The initial tells which bearer of a surname is meant, of those named in the text or of the list.
"""

from __future__ import annotations

from ..contract.slug import entity_key
from .folding import keys
from .gazetteer import Gazetteer
from .nameparts import is_initials, surname_words
from .text import Claim, Text, longer

#: so many initials may a name have
_MOST = 3


def claim_initialled(text: Text) -> None:
    """Claim surnames of named or listed people behind the initial of their first name."""
    full = _in_full(text)
    for i in text.live:
        if not is_initial(text, i) or (i and is_initial(text, i - 1)):
            continue
        k = i + 1
        while k < text.size and is_initial(text, k) and k - i < _MOST:
            k += 1
        if k >= text.size or text.sentence_start(k) or _abbreviates(text, i):
            continue
        _claim(text, i, k, full)


def is_initial(text: Text, i: int) -> bool:
    """Whether a word is nothing but initials."""
    return is_initials(text.words[i].form)


def _abbreviates(text: Text, i: int) -> bool:
    """Whether a letter belongs to an abbreviation (`z. B. Schumacher`)."""
    before = text.words[i - 1].form if i else ""
    return len(before) == 2 and before[0].islower() and before[1] == "."


def _in_full(text: Text) -> list[Claim]:
    """The people whom the text names with a first name that is written out."""
    return [
        claim
        for claim in text.standing()
        if claim.full_person and claim.name and claim.end - claim.start > 1
        if not is_initial(text, claim.start)
    ]


def _claim(text: Text, i: int, k: int, full: list[Claim]) -> None:
    letter = keys(text.words[i].form[0])[0][:1]
    told = text.at(k)
    if told is not None and told.label not in ("DRIVER", "PERSON"):
        return
    if told is not None and told.full_person and told.start > i:
        return
    for end, ids, named in _surnames(text, k, full):
        people = {
            claim.id: claim for claim in named if keys(claim.name or "")[0].startswith(letter)
        }
        if len(people) == 1:
            (one,) = people.values()
            candidates = [one.id] if one.id else []
            text.claim(Claim(i, end, one.label, one.id, one.name, "rule", candidates=candidates))
            return
        gazetteer = text.vocabulary.gazetteer
        fitting = [one for one in ids if _begins(gazetteer, one, letter)]
        if fitting:
            _claim_listed(text, i, k, end, fitting)
            return
    word = text.words[k]
    if word.surnames and word.name_like and not word.ordinary and not word.cue:
        # a surname that others bear: `K. Schumacher`
        name = text.phrase(i, k + 1)
        text.claim(Claim(i, k + 1, "DRIVER", entity_key("DRIVER", name), name, "cue"))


def _begins(gazetteer: Gazetteer, entity: str, letter: str) -> bool:
    name = gazetteer.names.get(entity, "")
    return bool(name) and keys(name)[0].startswith(letter)


def _claim_listed(text: Text, i: int, k: int, end: int, ids: list[str]) -> None:
    """Claim for one of the list, or for several of whom one is settled later."""
    gazetteer = text.vocabulary.gazetteer
    one = ids[0] if len(ids) == 1 else None
    label = "PERSON" if all(entity.startswith("person:") for entity in ids) else "DRIVER"
    name = gazetteer.names[one] if one else text.phrase(k, end)
    text.claim(
        Claim(i, end, label, one, name, "gazetteer", candidates=list(ids), surname_only=not one)
    )


def settle_initialled(text: Text) -> None:
    """Take the likeliest of several that share surname and initial: one of them is meant."""
    for claim in text.standing():
        if claim.surname_only and claim.candidates and is_initial(text, claim.start):
            claim.id = claim.id or claim.candidates[0]
            claim.name, claim.line = text.vocabulary.gazetteer.names[claim.id], claim.id
            claim.surname_only = False


def _surnames(text: Text, k: int, full: list[Claim]) -> list[tuple[int, list[str], list[Claim]]]:
    """What may be the surname from a word on: its end, who is listed, whom the text names."""
    words, gazetteer = text.words, text.vocabulary.gazetteer
    found: list[tuple[int, list[str], list[Claim]]] = []
    if words[k].opens_surname:
        found += [
            (end, gazetteer.bearers(folded), [])
            for end, folded in longer(gazetteer.surnames, words, k)
        ]
    word = words[k]
    if word.name_like:
        found.append((k + 1, list(word.surnames or word.base_surnames), []))
    for claim in full:
        wanted = keys(" ".join(surname_words(claim.name or "")))
        end = k + len(wanted)
        if end <= text.size and all(
            words[k + n].key == want or words[k + n].base == want for n, want in enumerate(wanted)
        ):
            found.insert(0, (end, [], []))
            found[0][2].append(claim)
    return _together(found)


def _together(
    found: list[tuple[int, list[str], list[Claim]]],
) -> list[tuple[int, list[str], list[Claim]]]:
    """The same with one entry for each end, the longest surname first."""
    ends: dict[int, tuple[int, list[str], list[Claim]]] = {}
    for end, ids, named in found:
        entry = ends.setdefault(end, (end, [], []))
        entry[1].extend(ids)
        entry[2].extend(named)
    return [ends[end] for end in sorted(ends, reverse=True)]
