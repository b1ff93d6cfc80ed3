"""Full names that no gazetteer lists, by first names, cues and shapes."""

from __future__ import annotations

import re
from collections.abc import Set

from ..contract.slug import entity_key
from .nameparts import ELIDED, PARTICLES
from .subject import about_racing
from .surnames import fixed_phrase
from .text import Claim, Text
from .vocabulary import Word

#: labels that a single word next to a first name loses against a person (`Max Berger`)
_YIELD = ("TEAM", "TRACK", "CORNER", "CAR", "CLASS")
#: labels of what a person may have
_OWNED = ("CAR", "MANUFACTURER")
_PLACE_BEFORE = ("ART", "APPRART", "PPOSAT", "PDAT")
_CUE_REACH = 3
#: a surname that names a place first (`Ried`) is one behind a first name
_PLACE = "place"
_INITIALS = re.compile(r"(?:[A-ZÄÖÜ]\.)+")
_PLACE_ENDS = ("er", "te", "en")


def claim_full_names(text: Text) -> None:
    """Claim unknown persons written with first name and surname, or behind a cue.

    The sure ones come first: what they tell keeps the later passes from mistakes.
    """
    named = {text.words[claim.end - 1].key for claim in text.standing() if claim.full_person}
    for i in text.live:
        word = text.words[i]
        end = 0
        # `Jordan` is a place before it is a first name
        cue = word.cue and not (word.first and word.cue == _PLACE)
        if word.name_like and not cue and (word.first or text.behind_cue(i)) and _open(text, i):
            end = _full_name(text, i)
        elif word.form[-1] == "." and _initials(text, i):
            end = _with_initials(text, i)
        if end and not _two_people(text, i, end, named):
            enter_person(text, i, end)
    people = [claim for claim in text.standing() if claim.full_person]
    firsts = {text.words[claim.start].key for claim in people}
    surnames = {text.words[claim.end - 1].key for claim in people}
    racing = about_racing(text, near=True)
    for i in text.named:
        word = text.words[i]
        if text.owner[i] >= 0 or word.cue or fixed_phrase(text, i):
            continue
        if word.first:
            behind = text.words[i + 1] if i + 1 < text.size else None
            alone = word.key in firsts or word.key in surnames
            lone = word.ordinary or word.surnames
            alone = alone or bool(lone and not (behind and behind.family))
            end = 0 if alone else _with_noun(text, i)
        elif word.base_surnames and not word.surnames and word.base in text.name_keys:
            end = 0  # `Masuokas Pajero`, where Masuoka is named
        else:
            # two words that nobody knows are people where the text is about racing
            end = _full_name(text, i) if racing else 0
            if end and any(w.key in surnames or w.base in surnames for w in text.words[i:end]):
                end = 0  # two surnames in a row make no new name, nor does `Kremers Erzrivale`
        if end:
            enter_person(text, i, end)


def _two_people(text: Text, i: int, end: int, named: Set[str]) -> bool:
    """Whether what looks like one name is two surnames: `wurde Russell von Norris überholt`.

    Args:
        text: the document.
        i: its first word.
        end: where it ends.
        named: keys of the surnames of all who are written in full.
    """
    first, last = text.words[i], text.words[end - 1]
    if text.words[i + 1].form in _NOBLE and (first.surnames or first.key in named):
        return bool(last.surnames or last.base_surnames) or last.key in named
    if end - i > 2 or first.key not in named:
        return False
    # weil der Brite Norris Sainz überholte; but a first name is somebody's surname as well
    return last.key in named or last.base in named or bool(last.surnames and not first.first)


def _open(text: Text, i: int) -> bool:
    """Whether a word is free, or a first name that names a place or car as well (`Leon`)."""
    claim = text.at(i)
    if claim is None:
        return True
    if not text.words[i].first or claim.end - claim.start > 1:
        return False
    # `der Australier Riley Cobden`, but `im Riley Cobden`
    make = claim.label == "MANUFACTURER" and not (i and text.tags[i - 1] in _PLACE_BEFORE)
    return make or claim.label in _YIELD


def _with_noun(text: Text, i: int) -> int:
    """End of a first name with a surname that is a word as well (`Nick Winkel`), or 0.

    Only where nobody else of the text bears that name, so that it does not stand alone.
    """
    k = i + 1
    if k >= text.size:
        return 0
    word, lexicon = text.words[k], text.vocabulary.lexicon
    if not word.name_like or not word.ordinary or word.cue or text.owner[k] >= 0:
        return 0
    nouns = [reading.lemma for reading in lexicon.readings(word.form) if reading.tag == "NN"]
    if nouns and word.form not in nouns:
        return 0
    return k + 1


def _initials(text: Text, i: int) -> bool:
    """Whether a word is nothing but initials: `J.`, `A.J.`."""
    form = text.words[i].form
    return form[-1] == "." and text.owner[i] < 0 and bool(_INITIALS.fullmatch(form))


def _with_initials(text: Text, i: int) -> int:
    """End of a name that begins with initials and an unknown surname (`J. P. Vandersmissen`)."""
    k = i + 1
    while k < text.size and _initials(text, k) and k - i < 3:
        k += 1
    if k >= text.size or text.sentence_start(k):
        return 0
    word = text.words[k]
    known = word.listed or word.surnames or word.base_surnames or word.cue
    return k + 1 if word.name_like and not known and text.owner[k] < 0 else 0


def enter_person(text: Text, start: int, end: int) -> Claim:
    """Claim a full name as that of a driver, or of another person where a cue says so."""
    generation = text.vocabulary.cues.classes["generation"]
    if end < text.size and text.words[end].lower in generation and text.owner[end] < 0:
        end += 1
    label = "PERSON" if is_other(text, start, end) else "DRIVER"
    name = _base_form(text, start, end)
    return text.claim(Claim(start, end, label, entity_key(label, name), name, "cue"))


def is_other(text: Text, start: int, end: int) -> bool:
    """Whether a word beside a name says that this is no driver (`Teamchef`, `Experte`)."""
    words = text.words
    for back in range(start - 1, max(-1, start - 1 - _CUE_REACH), -1):
        cue = words[back].cue
        if cue in ("driver", "other"):
            return cue == "other" and all(
                text.owner[k] >= 0 or words[k].upper for k in range(back + 1, start)
            )
        if not words[back].upper:
            break
    after = end
    apposed = after + 1 < text.size and not text.tags[after + 1].startswith("APPR")
    # `Ocon, vom Teamchef gelobt, ...`: no apposition
    if apposed and words[after].form in (",", "(", "–", "-"):
        for ahead in range(after + 1, min(after + 1 + _CUE_REACH, text.size)):
            if words[ahead].cue:
                return words[ahead].cue == "other"
            if words[ahead].upper and ahead > after + 1:
                return False
    return False


def _full_name(text: Text, i: int) -> int:
    """End of the full name that begins with a word, or 0."""
    words = text.words
    first = words[i]
    j = i + 1
    if j < text.size:
        behind = words[j]
        if not behind.name_like and behind.form[-1] != "." and not _particle(text, j):
            # most words: no name goes on so
            return 0
    initial = False
    while j < text.size and j - i < 3 and (_more_first(text, j) or _initial(text, j)):
        initial = initial or _initial(text, j)
        j += 1
    strong = first.first and (not first.ordinary or j > i + 1 or text.tags[i] == "NE")
    k = j
    while k < text.size and _particle(text, k) and k - j < 3:
        k += 1
    if k >= text.size or text.words[k].cue == "driver":
        return _back_off(text, i, j)
    particle = k > j
    if particle and first.ordinary and any(word.form in _GERMAN for word in words[j:k]):
        return 0  # `Art der`
    if not _surname_like(text, k, strong=strong or particle, lone=not first.first):
        return _back_off(text, i, j)
    if not first.first and not initial and not _shape(text, i, k, particle):
        return 0
    end = k + 1
    if not particle and end < text.size and words[end].form.lower() in PARTICLES:
        far = end + 1
        while far < text.size and words[far].form.lower() in PARTICLES:
            far += 1
        lower = words[end].form[0].islower()
        if far < text.size and lower and words[far].form[:1].isupper() and _of_name(text, end, far):
            return far + 1
    if (
        end < text.size
        and _surname_like(text, end, strong=False, lone=True)
        and not words[end].first
        and not words[end].cue
        and not words[end].ordinary
        and not text.vocabulary.composed(words[end].form)
        and text.owner[end] < 0
    ):
        end += 1
    return end


def _particle(text: Text, k: int) -> bool:
    """Whether a word opens a surname: `van`, `de`, `O` and `’` in `O’Ward`."""
    lower = text.lower(k)
    return (
        lower in PARTICLES
        or (lower in ELIDED and text.lower(k + 1) == "’")
        or (lower == "’" and text.lower(k - 1) in ELIDED)
    )


def _of_name(text: Text, particle: int, surname: int) -> bool:
    """Whether a particle inside a name is no German word (`von`, `zu`, `der` may be)."""
    word = text.words[surname]
    if text.words[particle].form in _GERMAN:
        return False
    return word.name_like and not word.ordinary


def _back_off(text: Text, i: int, j: int) -> int:
    """Two first names in a row may be a full name (`Marc Max`, `Elton Julian`)."""
    if j != i + 2 or text.words[j - 1].ordinary or _initial(text, i + 1):
        return 0
    return j if text.words[i].first or _shape(text, i, i + 1, False) else 0


def _more_first(text: Text, j: int) -> bool:
    word = text.words[j]
    return word.first and word.name_like and text.owner[j] < 0 and not word.cue


def _initial(text: Text, j: int) -> bool:
    form = text.words[j].form
    return len(form) == 2 and form[0].isupper() and form[1] == "." and text.owner[j] < 0


def _surname_like(text: Text, k: int, *, strong: bool, lone: bool) -> bool:
    """Whether a word can be the surname behind a first name."""
    word = text.words[k]
    if not word.name_like or (word.cue and not (strong and word.cue == _PLACE)):
        return False
    claim = text.at(k)
    if claim is not None:
        return strong and claim.label in _YIELD and claim.end - claim.start == 1
    known = bool(word.surnames or word.base_surnames) or word.family
    if not word.ordinary:
        return known or not (lone and word.listed)
    tag = text.tags[k]
    if not strong:
        return lone and word.family and tag.startswith("N")
    return tag in ("NE", "FM") or (tag in ("NN", "XY") and known)


def _shape(text: Text, i: int, k: int, particle: bool) -> bool:
    """Whether two words that nobody knows look like a person's name."""
    words = text.words
    first, last = words[i], words[k]
    if first.cue:
        return False
    german = particle and words[i + 1].form in _GERMAN
    if german and (words[i + 1].form not in _NOBLE or first.surnames or first.family):
        # `weil der Brite Button von Massa`, `der Brite Button den Flügel`: no particle of a name
        return False
    if text.behind_cue(i) and not last.listed and not words[i + 1].first and text.tags[i] != "ADJA":
        return True  # `Mercedes-Fahrerin May Berntsen`
    if german:
        return False
    known = last.surnames or last.base_surnames or last.family
    if (first.listed and not _listed_as_name(text, i, k)) or (last.listed and not known):
        return False
    if first.surnames and last.surnames:
        # `überholte Vettel Hamilton`: two bearers of known surnames
        return False
    vocabulary = text.vocabulary
    if vocabulary.composed(first.form) or vocabulary.ends_in_noun(first.form):
        return False
    if first.form.isupper() or last.form.isupper() or k - i > (3 if particle else 1):
        return False
    if i and (text.tags[i - 1] in _PLACE_BEFORE or text.lower(i - 1) in _LOCATIVE):
        return text.behind_cue(i)
    return True


def _listed_as_name(text: Text, i: int, k: int) -> bool:
    """Whether a word that the lexicon knows as a name alone stands before one nobody knows.

    `Renault-Pilot Alistair Penderick`: a first name that is in no list of them.
    """
    first, last, lexicon = text.words[i].form, text.words[k], text.vocabulary.lexicon
    if set(lexicon.tags(first)) != {"NE"} or lexicon.tags(first.lower()):
        # `Seine Aufholjagd`: a word that is a name as well
        return False
    return not (last.listed or last.surnames or last.base_surnames)


#: particles of names that are German words as well
_GERMAN = frozenset({"von", "vom", "zu", "der", "den", "du"})
_NOBLE = frozenset({"von", "zu"})
_LOCATIVE = frozenset({"in", "aus", "bei", "nach", "im", "am", "zum", "beim", "zur", "to", "of"})


def _base_form(text: Text, start: int, end: int) -> str:
    """The name without a genitive -s.

    That is one where the name without it stands in the text as well, and where what belongs to
    the person follows everywhere (`Curtis Weavers Toyota`).
    """
    name = text.phrase(start, end)
    last = text.words[end - 1]
    if last.base is not None and (last.base in text.name_keys or _owning(text, last)):
        return name[:-1]
    return name.rstrip(".")


def _owning(text: Text, last: Word) -> bool:
    """Whether a make, car or noun stands directly behind each mention of a name in -s."""
    if last.family or last.listed or last.surnames:
        return False
    return all(
        i + 1 < text.size and not text.sentence_start(i + 1) and _owned(text, i + 1)
        for i in text.places_of(last.key)
    )


def _owned(text: Text, i: int) -> bool:
    """Whether a word may be what belongs to somebody: a noun or the name of a car."""
    claim, word = text.at(i), text.words[i]
    if claim is not None:
        return claim.label in _OWNED
    # wurde Montes Tagesvierter: a place is nobody's
    place = word.lower[-2:] in _PLACE_ENDS and text.vocabulary.counts(word.form)
    return word.upper and text.tags[i] == "NN" and not word.cue and not place
