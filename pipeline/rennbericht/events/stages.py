"""Which stage of a rally a result is of: `Bestzeit auf WP 3` and one on WP 7 are two."""

from __future__ import annotations

from ..discourse.reading import Reading
from .draft import Draft

#: a stage that the paragraph told of so many sentences before is still the one spoken of
REACH = 2
_STAGE = ("SESSION",)


def of_two_stages(reading: Reading, first: Draft, second: Draft) -> bool:
    """Whether two results are of different stages, or one of several."""
    if first.attributes.get("session") != "stage" or second.attributes.get("session") != "stage":
        return False
    if first.sentence != second.sentence and (
        _several(reading, first) != _several(reading, second)
    ):
        # `fuhr vier der acht Bestzeiten. ... Auf WP 9 war er wieder Schnellster`
        return True
    stages = stage_of(reading, first), stage_of(reading, second)
    return None not in stages and stages[0] != stages[1]


def stage_of(reading: Reading, draft: Draft) -> int | str | None:
    """Number or name of the stage that a result is told on, None where nobody says."""
    for clause in (draft.clause, None):
        for sentence in range(draft.sentence, max(-1, draft.sentence - 1 - REACH), -1):
            start, end = reading.sentences[sentence]
            mentions = (
                reading.mentions_in(clause, *_STAGE)
                if clause is not None
                else reading.mentions_between(start, end, _STAGE)
            )
            told = [m for m in mentions if (m["value"] or {}).get("session") == "stage"]
            told = [m for m in told if _named(reading, m["start"], m["value"] or {}) is not None]
            if told:
                near = min(told, key=lambda m: abs(m["start"] - draft.anchor))
                return _named(reading, near["start"], near["value"] or {})
            if clause is not None or "\n" in reading.blanks_before(start):
                break
    return None


def _named(reading: Reading, token: int, value: dict[str, object]) -> int | str | None:
    number = value.get("number")
    if isinstance(number, int):
        return number
    lemma = reading.lemmas_lower[token]
    # die Powerstage, die Auftaktprüfung: there is one
    return None if lemma.startswith(tuple(reading.classes["any-stage-start"])) else lemma


def _several(reading: Reading, draft: Draft) -> bool:
    """Whether a result is of more than one stage: `vier Bestzeiten`."""
    form, lemma = reading.lower[draft.anchor], reading.lemmas_lower[draft.anchor]
    return form != lemma and form.endswith(tuple(reading.classes["several-wins-end"]))
