"""Where the verb stands second: `und eroberte Rang vier`, `der konterte aber sofort`."""

from __future__ import annotations

from collections.abc import Sequence

from .lexicon import Lexicon

_FINITE = frozenset({"VVFIN", "VAFIN", "VMFIN"})
_STOPS = frozenset({"$.", "$,"})
#: openers behind which the verb comes last
_VERB_LAST = frozenset({"KOUS", "PRELS", "PRELAT"})
#: what stands behind the verb of a main clause only
_MIDDLE_FIELD = frozenset({"ADV", "PRF", "PPER", "PTKNEG"})
_NOUNS = frozenset({"NN", "NE"})


def mend_second_verbs(words: Sequence[str], tags: list[str], lexicon: Lexicon) -> None:
    """Behind `und` an adjective with no other before it is the second verb of the sentence.

    `drängte sich dazwischen und eroberte Rang vier`; but `neue und eroberte Plätze`.
    """
    start = 0
    for index, tag in enumerate(tags):
        if tag in _STOPS:
            start = index + 1
        elif (
            tag == "ADJA"
            and index > start + 1
            and tags[index - 1] == "KON"
            and tags[index - 2] != "ADJA"
            and words[index].endswith("te")
            and words[index].islower()
            and tags[index + 1 : index + 2] != ["ADJA"]
            and _FINITE & set(tags[start:index])
            and not _VERB_LAST & set(tags[start:index])
            and any(r.tag == "VVFIN" for r in lexicon.readings(words[index]))
            and _NOUNS & set(tags[index + 1 : index + 2])
        ):
            tags[index] = "VVFIN"
    _mend_demonstratives(tags)


def _mend_demonstratives(tags: list[str]) -> None:
    """A relative pronoun with the verb behind it is none: `, der konterte aber sofort`."""
    for index in range(1, len(tags) - 2):
        opens = tags[index] == "PRELS" and tags[index - 1] == "$,"
        if opens and tags[index + 1] in _FINITE and tags[index + 2] in _MIDDLE_FIELD:
            tags[index] = "PDS"
