"""The catalogue of coded errors: every message a user can meet has one code here."""

from __future__ import annotations

from pathlib import Path

CATALOGUE: dict[str, str] = {
    # reading input
    "RB001": "cannot be opened",
    "RB002": "no text: the input is empty",
    "RB003": "not a text file: binary data",
    "RB004": "cannot be decoded",
    "RB005": "not valid JSON",
    "RB006": "record holds no text",
    "RB007": "text too long",
    "RB008": "refused format",
    "RB009": "input format not recognised",
    "RB010": "article in another language",
    "RB011": "record without keys",
    "RB012": "not about racing",
    "RB013": "only the beginning of a paid article",
    "RB014": "damaged row or element",
    "RB015": "article of the same id",
    "RB016": "article of the same text",
    # patterns
    "RB101": "pattern line is not valid JSON",
    "RB102": "unknown key in pattern line",
    "RB103": "missing key in pattern line",
    "RB104": "unknown value in pattern line",
    "RB105": "pattern id used twice",
    "RB106": "patterns directory not found",
    "RB107": "unknown synonym set",
    "RB108": "verb that the lexicon does not know",
    "RB109": "the same pattern twice",
    "RB110": "one name under two ids",
    "RB111": "frame that can never fire",
    "RB112": "example does not give what it expects",
    "RB113": "counter-example fires the frame",
    "RB114": "facts that end before they begin",
    "RB115": "id that nothing has",
    "RB116": "facts without a source",
    "RB117": "everyday word without a guard",
    "RB118": "line not in canonical order",
    # models
    "RB201": "German model not installed",
    "RB202": "embedded model damaged or missing",
    # evaluation and corpus
    "RB301": "gold file not valid",
    "RB302": "prediction file not valid",
    # installation
    "RB401": "optional dependency missing",
    # usage
    "RB501": "option not understood",
    # runs in a folder
    "RB601": "the folder holds a run of another kind",
    "RB602": "another process works in this folder",
    "RB603": "ledger damaged",
    "RB604": "cannot be written",
    # the pipeline itself
    "RB901": "extraction failed on this article",
    "RB902": "worker process ended",
    "RB903": "extraction took too long on this article",
}


class RennberichtError(Exception):
    """Root of all errors the package raises on purpose.

    Args:
        code: a key of `CATALOGUE`.
        detail: what exactly is wrong and what to do, one sentence.
        path: the file concerned, if any.
        line: its 1-based line, if any.
    """

    def __init__(
        self, code: str, detail: str, *, path: str | Path | None = None, line: int | None = None
    ) -> None:
        if code not in CATALOGUE:
            raise KeyError(f"unknown error code {code}")
        self.code = code
        self.detail = detail
        self.path = str(path) if path is not None else None
        self.line = line
        where = ""
        if self.path is not None:
            where = self.path + (f":{line}" if line is not None else "") + ": "
        super().__init__(f"{code} {where}{CATALOGUE[code]}: {detail}")


class InputError(RennberichtError):
    """An input cannot be read; a batch sets it aside and goes on."""


class PatternError(RennberichtError):
    """A line of `patterns/` is wrong."""


class ModelError(RennberichtError):
    """A German model is missing or does not serve."""
