"""Mending letters that the structure of the whole sentence contradicts.

The tags themselves are mended in `german.repair`; here only what needs names and clauses to be
known, on the letters of `tokens`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import final

from ..german.lexicon import Lexicon
from .agreement import Agreement
from .reflexives import acts_on_self
from .tokens import Tokens
from .verb_final import first_of_two
from .words import Words

_RELATIVES = frozenset({"der", "die", "das", "den", "dem"})
#: first parts of conjunctions in two
_CORRELATIVES = ("sowohl", "weder")
_REACH = 25


def mend(
    tokens: Tokens,
    bounds: Sequence[tuple[int, int]],
    classes: Words,
    lexicon: Lexicon,
    agreement: Agreement,
) -> None:
    """Mend the letters of a document in place, sentence by sentence.

    Args:
        tokens: the document.
        bounds: token bounds of its sentences.
        classes: word lists.
        lexicon: tells which forms can be finite.
        agreement: tells which articles fit which nouns.
    """
    mender = _Mender(tokens, classes, lexicon, agreement)
    for start, end in bounds:
        mender.sentence(start, end)


@final
class _Mender:
    """Mends the letters of one document: finite verbs first, which the rest goes by."""

    def __init__(
        self, tokens: Tokens, classes: Words, lexicon: Lexicon, agreement: Agreement
    ) -> None:
        self._t = tokens
        self._lexicon = lexicon
        self._agreement = agreement
        self._introducers = classes.classes["infinitive-introducer"]
        self._others = classes.classes["other-than"]
        self._subjunctions = classes.classes["mended-subjunction"]
        self._possessives = classes.determiners["fixed"]

    def sentence(self, start: int, end: int) -> None:
        """Mend the letters of one sentence."""
        code, lower = self._t.code, self._t.lower
        part = code[start:end]
        finite = part.count("F")
        if not finite and end - start > 3:
            _find_finite(self._t, start, end, self._lexicon)
        elif finite <= part.count("S") + part.count("X"):
            _find_adjective(self._t, start, end, self._lexicon)
        elif "A" in part:
            _find_front(self._t, start, end, self._lexicon)
        for i in range(start, end):
            letter = code[i]
            if letter == "Y" and i > start and code[i - 1] in "NE":
                # neben Hamilton dessen Teamkollege: no comma opens a clause
                code[i] = "D"
            elif letter in "DOX":
                self._pronoun(letter, start, i, end)
            elif letter in "AV":
                self._adjective(letter, start, i, end)
            elif lower[i] in _CORRELATIVES:
                _pair(code, lower, lower[i], i, end)
            elif letter in "PMBSIKW":
                self._connective(letter, start, i, end)

    def _pronoun(self, letter: str, start: int, i: int, end: int) -> None:
        """Articles, relative pronouns, possessives: what a form can be by what stands around it."""
        t, code = self._t, self._t.code
        form = t.lower[i]
        if letter in "DO" and form in _RELATIVES:
            if _is_relative(code, t.tags, start, i, end):
                code[i] = "X"
        elif (
            letter == "X"
            and form in _RELATIVES
            and (
                _is_article(code, t.words, form, start, i, end, self._agreement)
                or _in_infinitive(code, t.tags, i, end)
            )
        ) or (letter == "O" and form == "ihr" and _before_car(t, i, end)):
            code[i] = "D"
        elif letter in "OX" and form in self._possessives and i + 1 < end and code[i + 1] in "NEA":
            # dessen Yamaha
            code[i] = "Y" if letter == "X" else "D"
        elif letter == "O" and acts_on_self(t, start, i):
            code[i] = "R"

    def _adjective(self, letter: str, start: int, i: int, end: int) -> None:
        """Adjectives and participles that are adverbs, verbs or nouns."""
        t, code = self._t, self._t.code
        if letter == "V":
            if _before_place(t, start, i, end):
                code[i] = "J"
            elif first_of_two(t, start, i, end, self._lexicon):
                _make_finite(t, i, self._lexicon)
        elif i > start + 1 and code[i - 1] == "C" and _at_hour(t, i, end):
            _make_finite(t, i, self._lexicon)
        elif i > start and i + 1 < end and code[i + 1] not in "NA" and _made_noun(t.words[i]):
            # am Führenden Max Berger, kam der 25-Jährige an: an adjective made a noun
            code[i] = "N"

    def _connective(self, letter: str, start: int, i: int, end: int) -> None:
        """Prepositions, subjunctions and conjunctions that share their forms."""
        t, code = self._t, self._t.code
        form = t.lower[i]
        if letter == "W":
            if form == "wie" and _compares(code, t.tags, start, i, end):
                code[i] = "M"
                if t.tags[i + 1] == "VVPP":
                    # wie geplant, wie erwartet
                    code[i], code[i + 1] = "_", "B"
        elif form in self._introducers or (form == "als" and self._other_than(start, i)):
            if _opens_infinitive(code, t.tags, t.lower, start, i, end) and not (
                form == "um" and _goes_round(t.tags, t.lower, i, end)
            ):
                code[i] = "I"
            elif letter == "I":
                code[i] = "P"
        elif letter in "PMB" and form in self._subjunctions and _opens_clause(code, start, i, end):
            code[i] = "S"
        elif letter == "P" and i == start and form == "aus" and code[i + 1 : i + 2] == ["P"]:
            # Aus für Vettel
            code[i] = "N"
        elif letter == "K" and i > start and code[i - 1] == "T" and self._particle_ends(i, end):
            # hin und her
            code[i], code[i + 1] = "_", "T"

    def _other_than(self, start: int, i: int) -> bool:
        """`Es blieb ihm nichts anderes übrig, als zu warten`."""
        if i - 1 <= start or self._t.code[i - 1] != ",":
            return False
        return not self._others.isdisjoint(self._t.lower[max(start, i - _REACH) : i])

    def _particle_ends(self, i: int, end: int) -> bool:
        """Whether a second particle stands behind a conjunction at the end of a clause."""
        code = self._t.code
        last = i + 2 < end and code[i + 2] in "FV.,"
        return last and self._lexicon.is_particle(self._t.lower[i + 1])


def _before_car(tokens: Tokens, i: int, end: int) -> bool:
    """Whether `ihr` says whose the car behind it is: `obwohl ihr Audi stehen blieb`."""
    return i + 1 < end and tokens.label(tokens.unit[i + 1]) in ("CAR", "MANUFACTURER")


def _compares(code: Sequence[str], tags: Sequence[str], start: int, i: int, end: int) -> bool:
    """Whether `wie` opens no clause: `statt wie geplant zu stoppen`, `Wie A stürzte auch B`."""
    if i + 1 < end and tags[i + 1] == "VVPP":
        # but `wie gemeldet wurde, ...`
        behind = code[i + 2 : i + 4]
        return behind[:1] != [","] and (behind[:1] != ["F"] or behind[1:] not in ([","], ["."]))
    if i > start and code[i - 1] not in "BK":
        return False
    at = i + 1
    while at < end and code[at] in "BJ":
        at += 1
    if at >= end or code[at] not in "DNE":
        return False
    while at < end and code[at] not in "F,;:.VZ":
        at += 1
    # the verb of a clause of its own stood before a comma
    return at + 1 < end and code[at] == "F" and code[at + 1] not in ",;:.K"


def _at_hour(tokens: Tokens, i: int, end: int) -> bool:
    """Whether a verb follows a full hour and precedes a name: `Um zwei überholte Estre den BMW`."""
    prepositions = tokens.lower[i - 2] in ("um", "gegen") and tokens.words[i][0].islower()
    return prepositions and i + 1 < end and tokens.label(tokens.unit[i + 1]) == "DRIVER"


def _made_noun(word: str) -> bool:
    """Whether a capital makes an adjective a noun: `Führenden`, `22-Jährige`."""
    return word.rpartition("-")[2][:1].isupper()


def _before_place(tokens: Tokens, start: int, i: int, end: int) -> bool:
    """Whether a participle says how somebody came in: `wurde abgeschlagen Neunter`."""
    if tokens.tags[i] != "VVPP" or i + 1 >= end or not tokens.words[i + 1][:1].isupper():
        return False
    at = tokens.unit[i + 1]
    if at < 0 or tokens.mentions[at]["label"] != "POSITION" or tokens.unit_end[i + 1] != i + 2:
        return False
    return any(tokens.code[k] == "F" and tokens.lemmas[k] == "werden" for k in range(start, i))


def _find_adjective(tokens: Tokens, start: int, end: int, lexicon: Lexicon) -> None:
    """Every finite verb is a subordinate clause's: an adjective behind a noun is the other."""
    code = tokens.code
    for i in range(start + 1, end - 1):
        if code[i] != "A" or code[i - 1] not in "NEUn" or not tokens.words[i][0].islower():
            continue
        if code[i + 1] in "NEDOR" and "VVFIN" in lexicon.tags(tokens.lower[i]):
            _make_finite(tokens, i, lexicon)
            return


def _find_front(tokens: Tokens, start: int, end: int, lexicon: Lexicon) -> None:
    """An adjective behind the first phrase, where the part up to the comma has no verb."""
    code = tokens.code
    comma = next((i for i in range(start, end) if code[i] in ",;:"), end)
    if any(code[i] in "FVSXYWZIK" and tokens.lower[i] != "und" for i in range(start, comma)):
        return
    for i in range(start + 1, comma - 1):
        if code[i] == "A" and code[i - 1] in "NEUn" and tokens.words[i][0].islower():
            if code[i + 1] in "NEDOR" and "VVFIN" in lexicon.tags(tokens.lower[i]):
                _make_finite(tokens, i, lexicon)
            return


def _make_finite(tokens: Tokens, i: int, lexicon: Lexicon) -> None:
    tokens.code[i], tokens.tags[i] = "F", "VVFIN"
    tokens.lemmas[i] = lexicon.lemma(tokens.lower[i], "VVFIN") or tokens.lemmas[i]


def _find_finite(tokens: Tokens, start: int, end: int, lexicon: Lexicon) -> None:
    """A full sentence without finite verb: the first word that can be one behind a phrase."""
    code, words, lower = tokens.code, tokens.words, tokens.lower
    if not any(code[i] == "." for i in range(max(start, end - 3), end)):
        return
    for i in range(start + 1, end - 1):
        if code[i] not in "AVJ" or not words[i][0].islower():
            continue
        if code[i] == "V" and i + 2 >= end:
            continue
        if code[i] == "A" and code[i - 1] in "DAPC":
            continue
        if "VVFIN" in lexicon.tags(lower[i]):
            _make_finite(tokens, i, lexicon)
            return


def _opens_clause(code: Sequence[str], start: int, i: int, end: int) -> bool:
    """Whether a verb-final clause begins here: nothing finite before its last word."""
    if i > start and code[i - 1] not in ',-"(:;._':
        return False
    j, last = i + 1, min(i + _REACH, end)
    while j < last:
        if code[j] == "," and code[j - 1] in "NEn" and "X" in code[j + 1 : j + 3]:
            # als Vettel, der führte, an die Box kam
            j = _behind_relative(code, j + 1, end)
            last = min(j + _REACH, end)
            continue
        if code[j] in ",.;:" or (code[j] == "K" and code[j - 1] == "F"):
            return code[j - 1] == "F" and j - 1 > i + 1
        if code[j] == "F" and (j + 1 >= end or code[j + 1] not in ",.;:K"):
            return False
        j += 1
    return False


def _behind_relative(code: Sequence[str], j: int, end: int) -> int:
    """Where a relative clause that begins at a token is over, its comma included."""
    while j < end and not (code[j] == "," and code[j - 1] == "F"):
        j += 1
    return j + 1


def _opens_infinitive(
    code: Sequence[str], tags: Sequence[str], lower: Sequence[str], start: int, i: int, end: int
) -> bool:
    """Whether `um`, `ohne`, `statt` is followed by a zu-infinitive before the clause ends."""
    if i > start and code[i - 1] not in ',-K"(:;.N' and code[i - 2] not in ",-":
        return False
    for j in range(i + 1, min(i + _REACH, end)):
        if code[j] == "Z" or tags[j] == "VVIZU":
            return True
        if tags[j] == "VVINF" and (j + 1 >= end or code[j + 1] in ".,"):
            return "zu" in lower[j]
        if code[j] in "F.;:S":
            return False
    return False


def _goes_round(tags: Sequence[str], lower: Sequence[str], i: int, end: int) -> bool:
    """Whether `um` belongs to the verb: `gelang es ihm, um den Rivalen herumzufahren`."""
    verb = next((j for j in range(i + 1, end) if tags[j] == "VVIZU"), -1)
    return verb > 0 and lower[verb].startswith("herum") and "um" not in lower[i + 1 : verb]


def _is_relative(code: Sequence[str], tags: Sequence[str], start: int, i: int, end: int) -> bool:
    """Whether an article or demonstrative behind a comma opens a verb-final clause."""
    before = i - 1
    if before > start and code[before] == "P":
        before -= 1
    if before <= start or code[before] != "," or code[before - 1] not in "NEUAOn)":
        return False
    # der Rang sieben holte: such a place has no article
    bare = tuple(tags[i + 1 : i + 3]) == ("NN", "CARD") and code[i + 1] == "U"
    if i + 1 >= end or (code[i + 1] not in "EOBRGP" and tags[i + 1] != "NE" and not bare):
        return False
    for j in range(i + 1, min(i + _REACH, end)):
        if code[j] == "F":
            return j > i + 2 and (j + 1 >= end or code[j + 1] in ",.;:K")
        listed = code[j] == "," and code[j + 1 : j + 2] == ["E"] and code[j - 1] == "E"
        if code[j] in ",.;:" and not listed:
            # but `in der A, B und C saßen`
            return False
    return False


def _opens_phrase(code: Sequence[str], i: int, end: int) -> bool:
    """Whether an adjective with its adverbs stands before a noun."""
    while i < end and code[i] in "BMJ":
        i += 1
    first = i
    while i < end and code[i] == "A":
        i += 1
    return first < i < end and code[i] in "NE"


def _is_article(
    code: Sequence[str],
    words: Sequence[str],
    form: str,
    start: int,
    i: int,
    end: int,
    agreement: Agreement,
) -> bool:
    """Whether a relative pronoun is the article of the noun behind it.

    So behind an inner clause, while an outer verb-final one still waits for its verb
    (`weil Kane, der führte, das Auto vorbeilassen musste`), and where no verb comes any more
    (`Die GT3 ging an Kane, die GT4 an Mies`).
    """
    if i + 1 < end and code[i + 1] in "NECA" and not any(code[j] in "FV" for j in range(i, end)):
        return True
    if i == start or words[i - 1] == ";":
        # `; der dahinter fahrende BMW bremste`: no relative clause opens there
        return _opens_phrase(code, i + 1, end)
    if i - 2 < start or i + 1 >= end or code[i - 1] != ",":
        return False
    if _verb_second(code, i, end):
        return True
    if code[i - 2] != "F":
        return False
    if code[i + 1] != "N" or not agreement.determiner(form) & agreement.noun(words[i + 1]):
        return False
    opened = sum(1 for j in range(start, i) if code[j] in "SXY")
    closed = sum(1 for j in range(start, i) if code[j] == "F")
    return opened > closed


def _in_infinitive(code: Sequence[str], tags: Sequence[str], i: int, end: int) -> bool:
    """Whether an infinitive is the only verb of a clause: `, den vor ihm fahrenden A zu jagen`."""
    for j in range(i + 1, end):
        if code[j] in "F,.;:":
            return False
        if tags[j] == "VVIZU" or (tags[j] == "PTKZU" and code[j + 1 : j + 2] == ["V"]):
            return "F" not in code[j : j + 3]
    return False


def _verb_second(code: Sequence[str], i: int, end: int) -> bool:
    """Whether a verb behind the first noun has its objects behind it, so that a main clause opens.

    `die zwei Strafrunden warfen ihn zurück`; but `die Runde fuhr, als ...`.
    """
    j = i + 1
    while j < end and code[j] in "CA":
        j += 1
    if j == i + 1 or j + 2 >= end or code[j] != "N" or code[j + 1] != "F":
        return False
    return code[j + 2] in "ORDE"


def _pair(code: list[str], lower: Sequence[str], form: str, i: int, end: int) -> None:
    """`sowohl A als auch B`, `weder A noch B`: the second part is the conjunction."""
    code[i] = "G" if form == "weder" else "_"
    for j in range(i + 1, min(i + _REACH, end)):
        if form == "weder" and lower[j] == "noch":
            code[j] = "K"
            return
        if form == "sowohl" and lower[j] == "als" and j + 1 < end and lower[j + 1] == "auch":
            code[j], code[j + 1] = "K", "_"
            return
