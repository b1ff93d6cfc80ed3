"""Which German model is taken, and how it is loaded.

`de_core_news_lg`, `_md`, `_sm` in this order where installed, else the embedded model. The parser
and the entity recogniser are left out; the tagger listens to `tok2vec`, which therefore stays, and
the sentence recogniser that the published models ship disabled is switched on in the parser's
place.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.util import get_package_version, is_package

from rennbericht.errors import ModelError

from . import embed as _embed  # noqa: F401  registers the embedding before a model is read
from . import factory as _factory  # noqa: F401  registers the component
from .exceptions import add_exceptions
from .quick import quicken

EMBEDDED = "de_rennbericht_sm"
PUBLISHED = ("de_core_news_lg", "de_core_news_md", "de_core_news_sm")
UNUSED = ("parser", "ner", "morphologizer", "lemmatizer")
_FOLDER = Path(__file__).parent.parent / "models" / EMBEDDED
_LOG = logging.getLogger("rennbericht")


def load_german(
    model: str | Path = "auto", *, announce: Callable[[str], None] | None = None
) -> Language:
    """Loads a German pipeline that gives STTS tags, sentence bounds and our lemmas.

    Args:
        model: `auto`, `embedded`, the name of an installed package, or the path of a folder.
        announce: is given the one line that names the model; the log `rennbericht` at level INFO
            where left out.

    Raises:
        ModelError: RB201 where a named model is missing, RB202 where it cannot be read or has
            no tagger.
    """
    nlp = _read(str(model))
    if "tagger" not in nlp.pipe_names:
        raise ModelError("RB202", "the pipeline has no tagger", path=str(model))
    if "senter" in nlp.disabled:
        nlp.enable_pipe("senter")
    if not {"senter", "sentencizer"} & set(nlp.pipe_names):
        nlp.add_pipe("sentencizer", first=True)
    add_exceptions(nlp)
    nlp.add_pipe("rennbericht_lemmas")
    quicken(nlp)
    line = f"German model: {model_version(nlp)}"
    if announce is not None:
        announce(line)
    else:
        _LOG.info(line)
    return nlp


def _chosen(model: str) -> str:
    if model == "auto":
        return next((name for name in PUBLISHED if is_package(name)), "embedded")
    return model


def _read(model: str) -> Language:
    model = _chosen(model)
    if model in {"embedded", EMBEDDED} and not is_package(model):
        return _from(_FOLDER, "reinstall rennbericht")
    if is_package(model):
        return _from(model, f"python -m spacy download {model}")
    if Path(model).is_dir():
        return _from(Path(model), "give the folder of a spaCy pipeline")
    raise ModelError("RB201", f"install it with: python -m spacy download {model}")


def _from(source: str | Path, advice: str) -> Language:
    """Loads without what no component needs; `tok2vec` and `attribute_ruler` stay."""
    try:
        return spacy.load(source, exclude=list(UNUSED))
    except (OSError, ValueError) as error:
        raise ModelError("RB202", f"{error}; {advice}", path=source) from error


def model_version(nlp: Language) -> str:
    """`<model>/<version>` for a record's producer."""
    return _version(nlp.lang, nlp.meta)


def version_of(model: str | Path = "auto") -> str | None:
    """The `model_version` of what `load_german` would load, None where only loading tells it."""
    name = _chosen(str(model))
    if is_package(name):
        return f"{name}/{get_package_version(name)}"
    file = (_FOLDER if name in {"embedded", EMBEDDED} else Path(name)) / "meta.json"
    try:
        meta = json.loads(file.read_text(encoding="utf-8"))
        return _version(meta["lang"], meta)
    except (OSError, ValueError, KeyError):
        return None


def _version(lang: str, meta: dict[str, Any]) -> str:
    name = meta["name"] if meta["name"].startswith(f"{lang}_") else f"{lang}_{meta['name']}"
    return f"{name}/{meta['version']}"
