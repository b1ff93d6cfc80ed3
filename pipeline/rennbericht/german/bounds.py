"""Sentence bounds that are certain by form, beside those that the model finds.

After a number: `Platz 4. Sein Teamkollege ...` against `am 4. Mai`. The tokeniser gives `4.` as
one token in both, so that no full stop marks the end; a capitalised function word after it cannot
belong to an ordinal. After a final mark that stands as a token of its own.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from rennbericht.patterns import shipped_class

from .ordinals import ordinal

_RANGES = frozenset({"bis", "und"})
#: what stands before the start number of a car
_WITH_NUMBER = ["mit", "der"]
#: no date and no place in a race is counted so high
_LARGEST_DAY = 60
#: tags of what stands before a place that somebody has or comes in as
_PREDICATIVE = frozenset({"VAFIN", "ADV", "KOKOM", "ADJD"})
#: of what an ordinal without a noun of its own is no attribute
_UNGOVERNED = frozenset({"NN", "NE", "NNE", "FM", "ADV", "ADJD", "CARD"})
#: how far before a figure its verb may stand
_REACH = 16
_FINITES = (["VVFIN"], ["VAFIN"], ["VMFIN"])
_FUNCTION = frozenset(
    {"ART", "PPER", "PPOSAT", "PDS", "PDAT", "PIS", "PIAT", "PROAV", "KOUS", "KON", "APPR"}
    | {"APPRART", "ADV", "PWAV", "PWS", "KOUI", "VAFIN", "VMFIN", "PTKNEG"}
)


def starts_after_numbers(
    words: Sequence[str], tags: Sequence[str], starts: Container[int]
) -> Iterator[int]:
    """Indices of tokens that begin a sentence because a number with full stop ends the last.

    Args:
        words: forms of a text.
        tags: their STTS tags.
        starts: indices of the sentence starts known already; a number that stands first in its
            sentence (`3. Der Reifen`: an enumeration) ends none.
    """
    units, nouns = shipped_class("stopped-unit"), shipped_class("numbered-noun")
    plurals, became = shipped_class("numbered-plural"), shipped_class("became")
    for index in range(2, len(words)):
        number, word = words[index - 1], words[index]
        if number[-1:] != ".":
            continue
        if number.lower() in units and tags[index] in _FUNCTION and word[:1].isupper():
            # `fuhr Bulega in 1:30,9 min. Im zweiten Rennen ...`
            yield index
        if not number[-2:-1].isdigit():
            continue
        if index in starts or index - 1 in starts:
            continue
        # `der Aston Martin-V12. Vierte wurden`: a type of car is no ordinal
        typed = number[:1].isalpha() and len(number) > 2
        # `folgt mit 158. Maverick Viñales`: behind a preposition that high a number counts points
        named = tags[index] == "NE"
        counted = number[:-1].isdigit() and (
            (named and int(number[:-1]) > _LARGEST_DAY and tags[index - 2] == "APPR")
            # wurde nur 17. Rigon ...: before a name an ordinal has an article or preposition
            or (named and tags[index - 2] in _PREDICATIVE)
            # wurde nur 17. Conti baute ...: so too before a noun with its verb behind it
            or (
                tags[index] == "NN"
                and tags[index - 2] in _PREDICATIVE - {"KOKOM"}
                and tags[index + 1 : index + 2] in _FINITES
            )
            # wurde auf der Honda 17. Rossi ..., wurde im Rennen 17. Polesitter Rossi ...
            or (
                (named or tags[index] == "NN")
                and tags[index - 2] in _UNGOVERNED
                and place_told(words, index - 1, became)
            )
            # auf Platz 9. Rossi ..., auf den Plätzen 5 bis 12. Smrz ...
            or (named and words[index - 2].lower() in nouns)
            or (words[index - 2] in _RANGES and words[index - 4].lower() in plurals)
            # der BMW mit der 99. Dritter ist ..., mit der 99. Rossi ...
            or (
                words[index - 3 : index - 1] == _WITH_NUMBER
                and (named or ordinal(word.lower()) is not None)
            )
        )  # fmt: skip
        if not typed and not counted and (
            not number[:1].isdigit() or tags[index] not in _FUNCTION
        ):  # fmt: skip
            continue
        if word[:1].isupper() and word[1:].islower():
            yield index


def place_told(words: Sequence[str], at: int, became: Container[str]) -> bool:
    """Whether a figure with a full stop is the place that somebody came in at.

    `Bradl wurde auf der Honda 17.`, but not `1. Vettel 2. Alonso`: the verb stands before it in its
    clause, and no other figure with a full stop between them.

    Args:
        words: forms of a text.
        at: where the figure stands.
        became: the forms of `werden`.
    """
    for before in range(at - 1, max(-1, at - 1 - _REACH), -1):
        word = words[before]
        if word in MARKS or word in ":;," or (word[-1:] == "." and word[:-1].isdigit()):
            return False
        if word.lower() in became:
            return True
    return False


MARKS = frozenset({".", "!", "?", "…", "..."})
CLOSING = frozenset({'"', "“", "”", "«", "»", "'", "‘", "’", ")"})
OPENING = frozenset({'"', "„", "»", "«", "‚", "'", "(", "“"})


def starts_after_marks(words: Sequence[str], spaces: Sequence[bool | int]) -> Iterator[int]:
    """Indices of tokens that begin a sentence because a final mark of its own ends the last.

    The tokeniser keeps abbreviations and ordinals in one token with their full stop, so a full
    stop that stands alone, with a blank behind it and a capital, figure or opening quotation mark
    next, ends a sentence. A closing quotation mark or bracket may follow the mark (`!" Der ...`).

    Args:
        words: forms of a text.
        spaces: whether a blank follows each.
    """
    for index in range(2, len(words)):
        before = index - 1
        if words[before].isspace():
            # a wide gap is a token
            before -= 1
        elif not spaces[before]:
            continue
        if words[before] in CLOSING and not spaces[before - 1]:
            before -= 1
        initial = len(words[before - 1]) == 1 and words[before - 1].isalpha()
        if words[before] not in MARKS or (words[before] == "." and initial):
            continue
        first = words[index][:1]
        if first.isupper() or first.isdigit() or words[index] in OPENING:
            yield index
