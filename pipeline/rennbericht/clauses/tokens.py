"""A document as plain lists, with one letter for each token's part in the sentence.

The letters stand for what the later steps ask for, not for parts of speech as such:

    F finite verb       V infinitive, participle    Z zu before an infinitive   T separated particle
    D determiner        A attributive adjective     C number                    N noun
    E name (mention)    U measured expression       O pronoun                   R reflexive
    X relative pronoun  Y relative determiner       W interrogative             P preposition
    S subjunction       I um, ohne, statt (zu)      K conjunction               M als, wie
    B adverb            J predicative adjective     G negation                  H truncated noun
    , ; : - " ( ) / .   as written                  q mark round a name         _ anything else
    u measured expression with a preposition        n within a mention
"""

from __future__ import annotations

from spacy.tokens import Doc

from ..columns import blank_words_of, lemmas_of, lower_of, tags_of, words_of
from ..entities.model import MENTIONS, Mention
from .words import Words

_CODES = {
    "VVFIN": "F", "VAFIN": "F", "VMFIN": "F", "VVIMP": "F", "VAIMP": "F",
    "VVINF": "V", "VAINF": "V", "VMINF": "V", "VVPP": "V", "VAPP": "V", "VMPP": "V", "VVIZU": "V",
    "PTKZU": "Z", "PTKVZ": "T", "PTKNEG": "G",
    "ART": "D", "PPOSAT": "D", "PDAT": "D", "PIAT": "D", "PIDAT": "D",
    "ADJA": "A", "CARD": "C", "NN": "N", "NE": "N", "NNE": "N", "FM": "N", "XY": "N",
    "PPER": "O", "PDS": "O", "PIS": "O", "PPOSS": "O", "PRF": "R",
    "PRELS": "X", "PRELAT": "Y", "PWS": "W", "PWAV": "W", "PWAT": "W",
    "APPR": "P", "APPRART": "P", "APPO": "r", "APZR": "r",
    "KOUS": "S", "KOUI": "I", "KON": "K", "KOKOM": "M",
    "ADV": "B", "PROAV": "B", "PAV": "B", "PTKANT": "B", "ITJ": "B",
    "ADJD": "J", "PTKA": "a", "TRUNC": "H", "$,": ",", "$.": ".", "$(": "_",
}  # fmt: skip
_MARKS = {
    "(": "(", "[": "(", ")": ")", "]": ")", "/": "/", ";": ";", ":": ":", ",": ",",
}  # fmt: skip
#: labels that are no name of anybody or anything: places, laps, times
MEASURES = frozenset(
    {
        "POSITION",
        "LAP",
        "LAPS",
        "TIME",
        "GAP",
        "CLOCK",
        "DAYTIME",
        "DATE",
        "SESSION",
        "COUNT",
        "NUMBER",
    }
)


_LONGEST_TITLE = 6


class Tokens:
    """Parallel lists over one Doc.

    Attributes:
        classes: class of words -> lower-case forms.
        code: letter of each token, see the module.
        unit_end: end of the mention that begins at a token, 0 where none begins.
        unit: index of that mention, -1 where none begins.
    """

    __slots__ = (
        "classes",
        "code",
        "lemmas",
        "lower",
        "mentions",
        "tags",
        "unit",
        "unit_end",
        "words",
    )

    def __init__(self, doc: Doc, words: Words) -> None:
        self.classes = words.classes
        self.words = words_of(doc)
        self.lower = lower_of(doc)
        self.tags = tags_of(doc)
        self.lemmas = lemmas_of(doc)
        self.mentions: list[Mention] = doc.user_data.get(MENTIONS, [])
        size = len(self.words)
        code = self.code = [_CODES.get(tag, "_") for tag in self.tags]
        quotes, dashes = words.classes["quote"], words.classes["dash"]
        order = words.classes["order-of-telling"]
        for i, one in enumerate(code):
            if one == "F" and self.lower[i] in order:
                # a word that the lexicon lacks (`sodann`)
                code[i] = "B"
            elif one in "_.,":
                text = self.words[i]
                if text in quotes:
                    code[i] = '"'
                elif text in dashes:
                    code[i] = "-"
                else:
                    code[i] = _MARKS.get(text, one)
        for i in blank_words_of(doc):
            code[i] = "_"
        self.unit_end = [0] * size
        self.unit = [-1] * size
        self._mark_units()
        self._drop_quotes()

    def label(self, mention: int) -> str:
        """Label of a mention by its index, empty for -1."""
        return self.mentions[mention]["label"] if mention >= 0 else ""

    def _mark_units(self) -> None:
        code, done = self.code, 0
        for index, mention in enumerate(self.mentions):
            start, end = mention["start"], mention["end"]
            if start < done or end <= start:
                continue
            done = end
            if mention["label"] == "COUNT" and code[start] == "B" and code[end : end + 1] == ["A"]:
                # der zweimal gestrandete Palou
                continue
            if mention["label"] in MEASURES:
                following = code[end] if end < len(code) else "_"
                before_noun = end - start == 1 and code[start] in "AF" and following in "NAE"
                if self._listed(index):
                    before_noun = False
                if (before_noun and not self._heads(index)) or self._titles(index):
                    # der viertplatzierte Aston Martin, also where it is tagged as a verb
                    self.unit[start] = index
                    code[start] = "A"
                    continue
                letter = "U"
            elif mention["parts"].get("head"):
                letter = "N"
            else:
                letter = "E"
            self.unit[start] = index
            self.unit_end[start] = end
            code[start] = letter if letter != "U" or code[start] != "P" else "u"
            for inner in range(start + 1, end):
                code[inner] = "n"

    def _listed(self, index: int) -> bool:
        """Whether a place stands by itself: `holen als Dritte Punkte`, `als Fünfter und Achter`."""
        start = self.mentions[index]["start"]
        if not start or not self.words[start][0].isupper():
            return False
        if self.lower[start - 1] == "als" and self.tags[start + 1 : start + 2] == ["NN"]:
            return not self._holder_at(index, self.mentions[index]["end"])
        if self.code[start - 1] != "K":
            return False
        before = self.mentions[index - 1] if index else None
        return before is not None and before["label"] == "POSITION" and before["end"] == start - 1

    def _titles(self, index: int) -> bool:
        """Whether a determined place stands before its holder: `am Zweitplatzierten Green`."""
        mention = self.mentions[index]
        start, end = mention["start"], mention["end"]
        if not start or end - start != 1 or not self.lower[start].endswith(("te", "ten", "ter")):
            return False
        if self.code[start - 1] not in "DA" and self.tags[start - 1] != "APPRART":
            return False
        return self._holder_at(index, end)

    def _holder_at(self, index: int, end: int) -> bool:
        """Whether somebody is named at a token, a title before the name or none."""
        title = self.tags[end : end + 1] == ["NN"]
        for other in self.mentions[index + 1 : index + 3]:
            if other["start"] not in (end, end + title):
                return False
            if other["label"] in ("DRIVER", "PERSON"):
                return True
            if not other["parts"].get("head"):
                return False
            # Dritter Ferrari-Mann Sainz
            title, end = False, other["end"]
        return False

    def _heads(self, index: int) -> bool:
        """Whether a place stands by itself before a name: `Sieger war A, Zweiter B`."""
        mention = self.mentions[index]
        start, end = mention["start"], mention["end"]
        if not self.words[start][0].isupper() or self.lower[start][-2:] not in ("er", "te"):
            return False
        if start and self.code[start - 1] in "DAP":
            return False
        return self._holder_at(index, end)

    def _drop_quotes(self) -> None:
        """Forget the quotation marks round a name or title: `in der "Corkscrew"`."""
        code = self.code
        opened = -1
        for i, one in enumerate(code):
            if one != '"':
                continue
            inside = code[opened + 1 : i] if opened >= 0 else []
            if 0 < len(inside) < _LONGEST_TITLE and not any(x in "F.;:," for x in inside):
                code[opened] = code[i] = "q"
                opened = -1
                continue
            opened = i
