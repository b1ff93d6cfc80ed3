"""Surnames alone: `Rast`, `Webers`, `van der Linde`, and names told by their company."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, field

from ..contract.slug import entity_key
from .folding import key, keys
from .initials import is_initial
from .nameparts import PARTICLES, surname_words
from .subject import about_racing
from .text import Claim, Text, longer
from .vocabulary import Word

#: before these a figure counts: `der 2. Lauf`
_ATTRIBUTES = ("ART", "APPRART", "ADJA", "PPOSAT", "PDAT", "PIAT")
#: before these a noun is a noun: `die Hand`, `im Winter`, `seine Rast`
_NOUN_BEFORE = (*_ATTRIBUTES, "CARD", "PRELAT", "PWAT")
#: what a subject behind its verb may open with, and articles that no subject has
_SUBJECT_OPENS = ("PPER", "ART", "PPOSAT", "N", "PIS", "PIAT", "PDS", "PDAT")
_OBJECT_ARTICLES = frozenset({"den", "dem", "einen", "einem"})
#: letters that a short form of a first name has at least (`Leo`: Leopold)
_SHORT = 3
_VEHICLES = ("TEAM", "MANUFACTURER", "CAR")


@dataclass(slots=True)
class Row:
    """The mentions in full of people who share a surname, in text order."""

    starts: list[int] = field(default_factory=list)
    #: id, name, label
    people: list[tuple[str | None, str, str]] = field(default_factory=list)
    #: their ids, each once, in the order in which the text brings them
    ids: dict[str, None] = field(default_factory=dict)


class Bearers:
    """Who bears a surname in this text, by the full names in it."""

    def __init__(self, text: Text) -> None:
        self._rows: dict[str, dict[tuple[str, ...], Row]] = {}
        gazetteer = text.vocabulary.gazetteer
        full = [
            claim
            for claim in text.standing()
            if claim.full_person and claim.name is not None and claim.end - claim.start > 1
        ]
        written = {
            " ".join(surname_words(c.name or "")) for c in full if not is_initial(text, c.start)
        }
        for claim in full:
            if claim.name is None or (
                # beside `Marc Márquez` an `A. Márquez` is not whom the surname alone means
                is_initial(text, claim.start) and " ".join(surname_words(claim.name)) in written
            ):
                continue
            given = gazetteer.facts.get(claim.id or "", {}).get("surname")
            forms = [given] if isinstance(given, str) else list(given or ())
            forms.append(" ".join(surname_words(claim.name)))
            forms += _further(text, claim.name)
            for form in dict.fromkeys(forms):
                cut = keys(form)
                row = self._rows.setdefault(cut[0], {}).setdefault(cut[1:], Row())
                row.starts.append(claim.start)
                row.people.append((claim.id, claim.name, claim.label))
                row.ids.setdefault(claim.id or "")

    def at(self, text: Text, i: int) -> tuple[int, Row] | None:
        """End and bearers of the longest surname of the text that stands at a word."""
        word = text.words[i]
        rows = self._rows.get(word.key)
        if rows is not None:
            for rest in sorted(rows, key=len, reverse=True):
                end = i + 1 + len(rest)
                if end <= text.size and all(
                    text.words[i + 1 + n].key == want or text.words[i + 1 + n].base == want
                    for n, want in enumerate(rest)
                ):
                    return end, rows[rest]
        rows = self._rows.get(word.base) if word.base else None
        alone = rows.get(()) if rows is not None else None
        return (i + 1, alone) if alone is not None else None


def _further(text: Text, name: str) -> list[str]:
    """The last word of a name; of two surnames (`Aranguren Etxeberria`) both and the first too."""
    parts = name.split()
    first_names = text.vocabulary.cues.first_names
    if len(parts) != 3 or key(parts[1]) in first_names or not parts[1][0].isupper():
        return parts[-1:]
    double = parts[1].rstrip(".") == parts[1] and parts[1].lower() not in PARTICLES
    return [parts[-1], f"{parts[1]} {parts[2]}", parts[1]] if double else parts[-1:]


def claim_first_names(text: Text) -> None:
    """Claim first names alone where one person of the text bears them (`Botond stieg aus`)."""
    people: dict[str, dict[str, Claim]] = {}
    for claim in text.standing():
        if claim.full_person and claim.name and claim.end - claim.start > 1:
            people.setdefault(text.words[claim.start].key, {}).setdefault(claim.name, claim)
    _shared_surnames(text, people)
    if not people:
        return
    racing = about_racing(text, near=True)
    for i in text.live:
        word = text.words[i]
        bearers = people.get(word.key) or (people.get(word.base) if word.base else None)
        if not bearers and word.name_like and text.owner[i] < 0:
            bearers = _short_form(people, word)
        if not bearers or len(bearers) > 1 or text.owner[i] >= 0 or word.ordinary or word.cue:
            continue
        if not (word.first or racing) or (i + 1 < text.size and _goes_on(text, i + 1)):
            continue
        (full,) = bearers.values()
        text.claim(
            Claim(i, i + 1, full.label, full.id, full.name, "rule",
                  candidates=[full.id] if full.id else [])
        )  # fmt: skip


def _short_form(people: dict[str, dict[str, Claim]], word: Word) -> dict[str, Claim] | None:
    """Whose first name a word is short for: `Leo` of Leopold, `Franzi` of Franziska."""
    short = word.key.removesuffix("i")
    if len(short) < _SHORT or not (word.first or len(short) < len(word.key)):
        return None
    long = [name for name in people if name.startswith(short) and len(name) > len(word.key)]
    return people[long[0]] if len(long) == 1 else None


def _shared_surnames(text: Text, people: dict[str, dict[str, Claim]]) -> None:
    """Claim the first of two people who share a surname: `Philipp und Richard Gresek`."""
    for full in [claim for bearers in people.values() for claim in bearers.values()]:
        i = full.start - 2
        if i < 0 or text.lower(i + 1) not in ("und", "&") or text.owner[i] >= 0:
            continue
        word = text.words[i]
        if word.first and not word.ordinary and not word.cue:
            name = " ".join([word.form, *surname_words(full.name or "")])
            text.claim(Claim(i, i + 1, full.label, entity_key(full.label, name), name, "rule"))


def _goes_on(text: Text, i: int) -> bool:
    """Whether a name may go on with this word."""
    word = text.words[i]
    return word.name_like and not word.ordinary and text.owner[i] < 0


def claim_surnames(text: Text, fits: Callable[[list[str]], bool]) -> Bearers:
    """Claim surnames of people named in the text or listed in the gazetteer.

    Args:
        text: the document.
        fits: whether one of these people is likely to be met in this article.
    """
    bearers = Bearers(text)
    for i in text.live:
        word = text.words[i]
        if not word.upper and word.form not in PARTICLES:
            continue
        owner = text.at(i)
        if owner is not None and owner.end - owner.start > 1:
            continue
        found = bearers.at(text, i)
        if owner is not None and owner.parts and (found is None or "-" not in word.form):
            # `Sorensen-Park` is a surname of the text, `Ferrari-Park` none
            continue
        if found is not None:
            end, row = found
            if text.words[end - 1].name_like and _person_here(text, i, end, row, owner):
                _claim(text, i, end, row)
        elif owner is None and (word.surnames or word.base_surnames or word.opens_surname):
            _listed(text, i, fits)
        elif owner is not None and (word.surnames or word.base_surnames):
            owner.readings += [
                (one.partition(":")[0].upper(), one) for one in word.surnames or word.base_surnames
            ]
    return bearers


def _claim(text: Text, i: int, end: int, row: Row) -> None:
    """The one last written in full before the word is meant, else the first behind it."""
    at = bisect_left(row.starts, i)
    best = row.people[at - 1 if at else 0]
    candidates = list(dict.fromkeys([best[0] or "", *row.ids]))
    old = text.at(i)
    readings = [(old.label, old.id)] if old is not None and old.id else []
    text.claim(
        Claim(
            i, end, best[2], best[0], best[1], "rule", candidates=candidates,
            readings=readings, surname_only=True,
        )
    )  # fmt: skip


def _person_here(text: Text, i: int, end: int, row: Row, owner: Claim | None) -> bool:
    """Whether a surname of the text stands for the person here."""
    word = text.words[i]
    if owner is not None and owner.label in _VEHICLES:
        return not vehicle_context(text, i) and row.starts[0] < i
    if end - i == 1 and word.ordinary and "-" not in word.form:
        # `Jelinski-Bach` is no brook
        return name_position(text, i) and not fixed_phrase(text, i)
    return True


def vehicle_context(text: Text, i: int) -> bool:
    """Whether a name stands as those of cars and teams do.

    `im Arden`, `der Arden`, `bei Arden`, `im zweiten Auto von Arden`.
    """
    if i == 0:
        return False
    return text.tags[i - 1] in ("ART", "APPRART", "PPOSAT", "PDAT") or team_context(text, i)


def team_context(text: Text, i: int) -> bool:
    """Whether a name stands as those of teams do: `bei Arden`, `das Auto von Arden`.

    Behind `A im Porsche von Arden` too: who drives that one has been said.
    """
    before = text.lower(i - 1)
    if before == "von":
        car = text.at(i - 2)
        if car is not None and car.label in _VEHICLES and text.lower(car.start - 1) == "im":
            driver = text.at(car.start - 2)
            return driver is not None and driver.label == "DRIVER"
        return any(text.words[k].cue == "vehicle" for k in range(max(0, i - 4), i - 1))
    return before in ("bei", "team")


def name_position(text: Text, i: int) -> bool:
    """Whether a word that is a noun as well stands where names do."""
    tag = text.tags[i]
    if text.sentence_start(i) and not tag.startswith("N"):
        return _subject_alone(text, i)
    if i == 0:
        return True
    before = text.tags[i - 1]
    if _counted(text, i - 1):
        return True
    if before == "ADJA" and text.words[i - 1].form.istitle() and not text.sentence_start(i - 1):
        # `Fünfter wurde Weber, Sechster Sommer`: an attribute has a small letter
        return True
    if text.lower(i - 1) in text.vocabulary.cues.classes["racing-participle"]:
        # `der auf Rang drei liegende Weber`
        return True
    if before.startswith(_NOUN_BEFORE) and text.words[i - 1].cue != "driver":
        return False
    return not (text.words[i].form != text.words[i].form.title() and tag == "VVFIN")


def _counted(text: Text, i: int) -> bool:
    """Whether a word is the figure of a list: `1. Vettel, 2. Schneider`, but not `der 2. Lauf`."""
    figure = text.lower(i)
    if not (figure[-1:] == "." and figure[:-1].isdigit()):
        return False
    return i == 0 or not text.tags[i - 1].startswith(_ATTRIBUTES) or text.lower(i - 1).isdigit()


def _subject_alone(text: Text, i: int) -> bool:
    """Whether the verb behind a word finds its subject in it: `Alt machte elf Plätze gut`.

    In `Lang führte er`, `Schnell war der Rückstand wettgemacht` the subject follows.
    """
    if i + 2 >= text.size or not text.tags[i + 1].endswith("FIN"):
        return False
    behind = i + 2 + (text.tags[i + 2] == "PRF")
    if behind >= text.size:
        return False
    if text.lower(behind) in _OBJECT_ARTICLES:
        return True
    return not text.tags[behind].startswith(_SUBJECT_OPENS)


def fixed_phrase(text: Text, i: int) -> bool:
    """Whether a word is part of a fixed phrase (`Hand in Hand`)."""
    word = text.words[i]
    for phrase in text.vocabulary.cues.fixed.get(word.key, ()):
        for offset, part in enumerate(phrase):
            start = i - offset
            if part != word.key or start < 0 or start + len(phrase) > text.size:
                continue
            if all(text.words[start + n].key == want for n, want in enumerate(phrase)):
                return True
    return False


def _listed(text: Text, i: int, fits: Callable[[list[str]], bool]) -> None:
    """Claim a surname that only the gazetteer knows; one that is a word needs more."""
    word = text.words[i]
    gazetteer = text.vocabulary.gazetteer
    if word.opens_surname:
        for end, folded in longer(gazetteer.surnames, text.words, i):
            if text.free(i, end) and text.words[end - 1].upper:
                _open(text, i, end, gazetteer.bearers(folded))
                return
    if not word.name_like:
        return
    if word.surnames and _alone_ok(text, i, word.surnames, fits):
        _open(text, i, i + 1, word.surnames)
    elif word.base_surnames and not word.listed and _alone_ok(text, i, word.base_surnames, fits):
        _open(text, i, i + 1, word.base_surnames)


def _alone_ok(text: Text, i: int, ids: list[str], fits: Callable[[list[str]], bool]) -> bool:
    """Whether a surname may stand for somebody whom the text names nowhere in full."""
    word = text.words[i]
    if word.cue and word.cue != "place":
        return False
    if not word.ordinary and not word.cue and not (word.first and word.listed):
        return not fixed_phrase(text, i)
    if _beside_person(text, i):
        return name_position(text, i)
    return word.first and word.listed and not word.ordinary and fits(ids)


def _beside_person(text: Text, i: int) -> bool:
    """A cue or a crew beside the word: `Pilot Rast`, `Rast/Mies`, `Rast (Audi)`."""
    if i and text.words[i - 1].cue == "driver":
        return True
    for beside, far in ((i - 1, i - 2), (i + 1, i + 2)):
        if 0 <= far < text.size and text.words[beside].form == "/":
            other = text.at(far)
            if (other is not None and other.label == "DRIVER") or text.words[far].surnames:
                return True
    if i + 2 < text.size and text.words[i + 1].form == "(":
        claim = text.at(i + 2)
        return claim is not None and claim.label in _VEHICLES
    return False


def _open(text: Text, i: int, end: int, ids: list[str]) -> None:
    """Claim for the bearers the gazetteer lists; which of them is settled later."""
    labels = {"PERSON" if one.startswith("person:") else "DRIVER" for one in ids}
    label = "DRIVER" if "DRIVER" in labels else "PERSON"
    name = text.phrase(i, end)
    word = text.words[end - 1]
    if word.base is not None and not word.surnames and end - i == 1:
        name = name[:-1]
    text.claim(
        Claim(i, end, label, None, name.rstrip("."), "gazetteer", candidates=list(ids),
              surname_only=True)
    )  # fmt: skip
