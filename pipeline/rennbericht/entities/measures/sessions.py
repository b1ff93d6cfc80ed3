"""Sessions (`im Qualifying`, `Q3`, `WP 5`, `erstes Rennen`), counts, start numbers."""

from __future__ import annotations

import re
from functools import lru_cache

from ...bounds import KEPT_WORDS
from ...german.lexicon import lexicon
from ...german.numerals import cardinal, whole_number
from ...german.ordinals import Ordinal, ordinal
from ..model import Mention
from .stream import Stream
from .vocabulary import Vocabulary

Found = tuple[list[Mention], int]
_CODE = re.compile(r"([A-Z]{1,2})(\d{1,2})\.?\Z")
_PREPOSITIONS = {
    "im": "in", "in": "in", "ins": "in", "beim": "bei", "bei": "bei", "vom": "von", "von": "von",
    "zum": "zu", "zur": "zu", "zu": "zu", "nach": "nach", "vor": "vor", "während": "während",
    "für": "für", "fürs": "für", "am": "an", "auf": "auf", "aus": "aus", "seit": "seit",
    "ab": "ab", "bis": "bis", "mit": "mit",
}  # fmt: skip
#: so many figures a start number has at most
LONGEST_NUMBER = 3
#: tags of what an ordinal counts: `mit der 22. Startposition`
_COUNTED = frozenset({"NN", "ADJA"})
#: words before the start number of a car whose driver is named behind it
_FEMININE = frozenset({"die", "Die"})
#: words before a start number that has no noun
_BEFORE_NUMBER = frozenset({"der", "die", "Die", "Der", "unsere", "Unsere", "unserer"})
#: no meeting has more sessions of a kind, no rally more stages; `sein 100. Rennen` counts a career
_MOST = 40
#: words between a preposition and its session
_BETWEEN = 3


@lru_cache(maxsize=KEPT_WORDS)
def _code(word: str) -> tuple[str, int] | None:
    found = _CODE.match(word)
    return (found[1], int(found[2])) if found else None


def code_of(word: str, vocabulary: Vocabulary) -> tuple[str, int] | None:
    """`Q3` gives qualifying, 3; `WP5` stage, 5; None for other words."""
    pair = _code(word)
    if pair is None or pair[0] not in vocabulary.session_codes:
        return None
    return vocabulary.session_codes[pair[0]], pair[1]


def _mention(stream: Stream, start: int, end: int, session: str, number: int | None) -> Found:
    value: dict[str, str | int] = {"session": session}
    if number is not None:
        value["number"] = number
    for at in range(start - 1, start - 2 - _BETWEEN, -1):
        preposition = _PREPOSITIONS.get(stream.word(at).lower())
        if preposition:
            value["prep"] = preposition
            break
        if not stream.word(at).isalpha() or stream.is_capital(at):
            break
    return [stream.mention(start, end, "SESSION", value)], end


def code(stream: Stream, position: int) -> Found | None:
    """`Q1`, `FP2`, `WP5` in one token."""
    pair = code_of(stream.word(position), stream.vocabulary)
    if pair is None or _is_class(stream, position, pair[0]):
        return None
    return _mention(stream, position, position + 1, *pair)


def _is_class(stream: Stream, position: int, session: str) -> bool:
    """`in der SP10`, `Klasse SP7` is a class of touring cars; stages are driven `auf` them."""
    if session != "stage":
        return False
    before = stream.word(position - 1)
    return before.startswith("Klasse") or (
        before == "der" and stream.word(position - 2).lower() == "in"
    )


def noun(stream: Stream, position: int) -> Found | None:
    """`Qualifying`, `Rennen 1`, `Lauf zwei`, `WP 5`, `im Rennen`."""
    facts = stream.vocabulary.sessions[stream.word(position)]
    if facts["session"] == "sprint" and stream.is_cue(position + 1, "spurt-goal"):
        # `im Sprint zum Zielstrich`: how one rides
        return None
    number = _number(stream, position + 1)
    if number is not None:
        return _mention(stream, position, position + 2, facts["session"], number)
    if stream.word(position) == "Stage" and stream.word(position - 1) == "Power":
        return _mention(stream, position - 1, position + 1, facts["session"], None)
    if facts.get("numbered"):
        running = stream.word(position) == "Rennen" and stream.word(position - 1).lower() == "im"
        if not running:
            return None
    return _mention(stream, position, position + 1, facts["session"], None)


def _last_part(word: str, vocabulary: Vocabulary) -> str:
    """`Sprint` of `Formel-1-Sprint`, but nothing of `Ziel-Sprint`, which is no session."""
    before, _, last = word.rpartition("-")
    return last if before and before not in vocabulary.cues["spurt"] else ""


def of_compound(word: str, vocabulary: Vocabulary) -> str:
    """The session that the last part of a compound names: `MotoGP-Sprint`, `F1-Qualifying`."""
    facts = vocabulary.sessions.get(_last_part(word, vocabulary))
    if facts is None or facts.get("numbered") or facts["session"] in ("stage", "test"):
        return ""
    return str(facts["session"])


def of_run(word: str, vocabulary: Vocabulary) -> str:
    """The session that a counted noun names: `Lauf`, `Superbike-Lauf`, `GT4-Rennen`."""
    facts = vocabulary.sessions.get(word)
    if facts is None:
        facts = vocabulary.sessions.get(_last_part(word, vocabulary))
        if facts is None or facts["session"] != "race":
            return ""
    return str(facts["session"])


def compound(stream: Stream, position: int) -> Found | None:
    """`Österreich-Sprint`, `Formel-2-Hauptrennen`."""
    session = of_compound(stream.word(position), stream.vocabulary)
    return _mention(stream, position, position + 1, session, None)


def _number(stream: Stream, position: int) -> int | None:
    word = stream.word(position)
    value = whole_number(word.rstrip("."), _MOST)
    if value is None:
        return None
    after = stream.word(position + 1)
    if word[-1] == "." and (after[:1].islower() or after == ","):
        # `wurde im Rennen 18. und fiel zurück`
        return None
    # `auf WP 3 Evans, auf WP 4 Neuville`: a name is not what the number counts
    noun = stream.is_capital(position + 1) and "NN" in lexicon().tags(after)
    if after in stream.vocabulary.units or (noun and word[-1] != "."):
        return None
    return value


def by_ordinal(stream: Stream, position: int, rank: Ordinal, at: int) -> Found | None:
    """`erstes Rennen`, `2. Lauf`, `12. Prüfung`, `dritten freien Training`."""
    if rank.from_end or rank.number > _MOST:
        return None
    session = of_run(stream.word(at), stream.vocabulary)
    return _mention(stream, position, at + 1, session, rank.number)


def counted(stream: Stream, position: int, rank: Ordinal, at: int) -> Found | None:
    """`zum dritten Mal`, `zweiter Stopp`, `seinen dritten Saisonsieg`."""
    if rank.from_end:
        return None
    value = {"count": rank.number}
    if stream.word(at) in stream.vocabulary.ranks:
        # `seinen ersten Podestplatz`: the noun says a place by itself
        return [stream.mention(position, position + 1, "COUNT", value)], at
    return [stream.mention(position, at + 1, "COUNT", value)], at + 1


def times(stream: Stream, position: int) -> Found | None:
    """`zweimal`, `dreimal`."""
    value = {"count": cardinal(stream.word(position).removesuffix("mal")), "times": True}
    return [stream.mention(position, position + 1, "COUNT", value)], position + 1


def several(stream: Stream, start: int, value: float, at: int) -> Found | None:
    """`drei Boxenstopps`."""
    if not float(value).is_integer() or value < 2:
        return None
    return [stream.mention(start, at + 1, "COUNT", {"count": int(value)})], at + 1


def start_number(stream: Stream, position: int) -> Found | None:
    """`#16`, `#16er`, `Nummer 7`, `die Startnummer 33`, `Startnummer sieben`."""
    word = stream.word(position)
    if word.startswith("#") and len(word) > 1:
        figures, end = word[1:], position + 1
    else:
        figures, end = stream.word(position + 1).rstrip("."), position + 2
    if word.startswith("#"):
        figures = figures.removesuffix("er")
    elif not figures.isdecimal():
        figures = _figures(figures)
    if not (figures.isdecimal() and len(figures) <= LONGEST_NUMBER):
        return None
    return [stream.mention(position, end, "NUMBER", {"number": figures})], end


def number_alone(stream: Stream, position: int) -> Found | None:
    """A start number without its noun: `der Audi mit der 15`, `die 31 hielt die Führung`."""
    before = stream.word(position - 1)
    word, last = stream.word(position), _closes(stream, position)
    if before not in _BEFORE_NUMBER or (stream.is_capital(position + 1) and not last):
        return None
    figures = _figures(word[:-1] if last else word)
    if not figures or len(figures) > LONGEST_NUMBER:
        return None
    behind_car = [stream.word(position - 2), before] == ["mit", "der"]
    # `die 62 mit Adam Carr am Steuer`
    crewed = stream.word(position + 1) == "mit" and stream.is_capital(position + 2)
    known = figures in stream.numbers or (crewed and before in _FEMININE)
    if not (behind_car and stream.is_capital(position - 3)) and not known:
        return None
    return [stream.mention(position, position + 1, "NUMBER", {"number": figures})], position + 1


def _closes(stream: Stream, position: int) -> bool:
    """Whether a number ends its sentence: `lag der BMW mit der 22. Dahinter ...`."""
    if stream.word(position)[-1:] != "." or stream.word(position - 2) != "mit":
        return False
    # `mit der 31. Zweiter war ...`
    return stream.tag(position + 1) not in _COUNTED or bool(ordinal(stream.word(position + 1)))


def _figures(word: str) -> str:
    """The figures of a number that is no fraction; empty where a word is none."""
    value = cardinal(word)
    return str(value) if isinstance(value, int) and value > 0 and word[-1] != "." else ""
