"""A corpus with other names, in the layout of the corpus it is made from."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zlib import crc32

from spacy.language import Language
from spacy.tokens import Doc

from rennbericht.contract.slug import fold
from rennbericht.curation.corpus import SPLITS, compile_gold, gold_text, read_report
from rennbericht.discourse.vocabulary import load_vocabulary
from rennbericht.entities.folding import key
from rennbericht.entities.gazetteer import load_gazetteer
from rennbericht.entities.model import MENTIONS
from rennbericht.entities.vocabulary import Vocabulary, load_cues
from rennbericht.errors import RennberichtError
from rennbericht.patterns import patterns_dir

from .forms import Finder, Shift
from .gold import Rewriter
from .people import Driver, driver, forms_of, rename, wishes
from .pool import Kind, Pool
from .things import Thing, Things

_PERSONS = ("DRIVER", "PERSON")
_THINGS = ("TEAM", "MANUFACTURER", "CAR", "TRACK", "CORNER", "SERIES", "CLASS")


@dataclass
class Renamed:
    """A report with other names."""

    doc_id: str
    text: str
    gold: str
    #: how many names were exchanged
    exchanged: int


class Augmenter:
    """Gives reports other names.

    Args:
        nlp: the pipeline, which tells teams, cars and tracks.
        kind: `known` names have lines in the gazetteer, `unknown` ones none.
        seed: of the choice; the same gives the same names.
    """

    def __init__(self, nlp: Language, kind: Kind, seed: int = 0) -> None:
        self._nlp = nlp
        self._kind: Kind = kind
        self._seed = seed
        self.gazetteer = load_gazetteer()
        self._vocabulary = load_vocabulary(patterns_dir())
        self._words = Vocabulary(self.gazetteer, load_cues())
        self._pool = Pool(self.gazetteer, kind)

    def rename(self, root: Path, doc_id: str, *, test: bool) -> Renamed:
        """One report with other names.

        Args:
            root: the corpus.
            doc_id: the report.
            test: whether it is of the split `test`, which shares no names with the others.

        Raises:
            RennberichtError: RB301, its gold is at fault or cannot be carried over.
        """
        text = read_report(root, doc_id)
        events = compile_gold(root, doc_id)["events"]
        doc = self._nlp(text)
        things = things_in(doc)
        drivers = participants(events, things, self._words)
        rng = random.Random(crc32(f"{self._seed} {doc_id}".encode()))
        wanted = wishes(drivers, text, events, self._vocabulary, self._pool)
        taken = {key(word) for word in text.replace("-", " ").replace("/", " ").split()}
        series = {thing.id for thing in things if thing.label == "SERIES" and thing.id}
        new = rename(
            drivers, wanted, self._pool, rng, test=test, taken=taken, series=series
        )  # fmt: skip
        family = {fold(one.family): new[one.name].family for one in drivers}
        exchange = Things(self.gazetteer, self._words, self._kind, rng, family)
        forms = forms_of(drivers, new)
        forms += exchange.forms(things)
        hits = Finder(forms).hits(text, barred(doc))
        shift = Shift(text, hits)
        names = exchange.names | {fold(name): person.full for name, person in new.items()}
        rewriter = Rewriter(text, shift, lambda name: names.get(fold(name), name))
        path = root / "gold" / f"{doc_id}.gold"
        try:
            gold = rewriter.rewrite(path)
        except ValueError as error:
            raise RennberichtError("RB301", str(error), path=path) from None
        return Renamed(doc_id, shift.text, gold, len(hits))


def participants(
    events: Sequence[dict[str, Any]], things: Sequence[Thing], words: Vocabulary
) -> list[Driver]:
    """The drivers whom the gold names: all participants that are neither car nor team."""
    others = {fold(name) for thing in things for name in (thing.name, thing.text)}
    names = {n: None for e in events for unit in e["roles"].values() for n in unit}
    found = []
    for name in names:
        labels = {n.label for n in words.gazetteer.phrase(" ".join(map(key, name.split())) + " ")}
        thing = labels and not labels & set(_PERSONS)
        team = any(words.word(word).cue.startswith("team") for word in name.split())
        if not (thing or team or fold(name) in others or any(c.isdigit() for c in name)):
            found.append(driver(name))
    return found


def things_in(doc: Doc) -> list[Thing]:
    """The names of teams, cars and places, as the extractor finds them."""
    found: dict[Thing, None] = {}
    for mention in doc.user_data[MENTIONS]:
        if mention["label"] in _THINGS and not mention["parts"] and mention["name"]:
            span = doc[mention["start"] : mention["end"]].text
            name = mention["name"]
            if span == name + "s":
                span = name
            found[Thing(span, mention["label"], mention["id"], name)] = None
    return list(found)


def barred(doc: Doc) -> list[tuple[int, int]]:
    """Stretches of text that are longer names of the gazetteer, persons aside."""
    return [
        (doc[m["start"]].idx, doc[m["end"] - 1].idx + len(doc[m["end"] - 1]))
        for m in doc.user_data[MENTIONS]
        if m["label"] in _THINGS and m["source"] == "gazetteer" and m["end"] - m["start"] > 1
    ]


def augment(
    root: Path, out: Path, nlp: Language, kind: Kind, *, seed: int = 0, split: str | None = None
) -> list[Renamed]:
    """Write a corpus with other names; return its reports.

    Args:
        root: the corpus.
        out: the folder to write; it may exist, files of the same names are replaced.
        nlp: the pipeline.
        kind: of the new names.
        seed: of the choice.
        split: take only the reports of this part.

    Raises:
        RennberichtError: RB301, a gold file is at fault; RB001, no splits.json.
    """
    path = root / "splits.json"
    if not path.is_file():
        raise RennberichtError("RB001", "no splits.json in the corpus", path=path)
    splits: dict[str, list[str]] = json.loads(path.read_text(encoding="utf-8"))
    parts = {part: splits.get(part, []) for part in SPLITS if split in (None, part)}
    if not parts:
        raise RennberichtError("RB301", f"no split {split!r}", path=path)
    augmenter = Augmenter(nlp, kind, seed)
    for folder in ("reports", "gold"):
        (out / folder).mkdir(parents=True, exist_ok=True)
    made = []
    for part, ids in parts.items():
        for doc_id in ids:
            renamed = augmenter.rename(root, doc_id, test=part == "test")
            (out / "reports" / f"{doc_id}.txt").write_bytes(renamed.text.encode("utf-8"))
            (out / "gold" / f"{doc_id}.gold").write_text(renamed.gold, encoding="utf-8")
            gold = compile_gold(out, doc_id)
            (out / "gold" / f"{doc_id}.gold.json").write_text(gold_text(gold), encoding="utf-8")
            made.append(renamed)
    text = json.dumps(parts, ensure_ascii=False, indent=2) + "\n"
    (out / "splits.json").write_text(text, encoding="utf-8")
    return made
