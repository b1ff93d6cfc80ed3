"""Reports and their gold: compiling the authoring format, and checking the corpus."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from rennbericht.contract.attributes import Attributes
from rennbericht.contract.slug import fold
from rennbericht.contract.types import TYPES
from rennbericht.curation.gold_entities import EntityError, entity_records, read_entities
from rennbericht.curation.gold_format import GoldEvent, expand, read_gold
from rennbericht.errors import RennberichtError
from rennbericht.patterns import patterns_dir, read_part

# Å, Ø, Š and É open sentences like Ä: names of all nations do.
_CAPITALS = "".join(c for c in map(chr, range(0x250)) if c.isupper())
# A full stop ends a sentence where a capital or a quotation mark follows, but not behind a
# number (`3. Platz`) or a single letter; the header gives the whole sentence where this is wrong.
_SENTENCE_END = re.compile(
    rf'(?<![\d. ][\d.])(?<!\b\w)[.!?…]+["“”«»]?(?=\s+["„“»«{_CAPITALS}0-9]|$)'
)
_WHOLE = re.compile(r'[.!?…]["“”«»]?$')
GAP = re.compile(r"\s*…\s*")
SPLITS = ("train", "dev", "plain", "test")


def reports(root: Path) -> list[str]:
    """Return the ids of the reports of a corpus, sorted."""
    return sorted(path.stem for path in (root / "reports").glob("*.txt"))


def read_report(root: Path, doc_id: str) -> str:
    """Return the text of a report as it stands, newlines untouched."""
    return (root / "reports" / f"{doc_id}.txt").read_bytes().decode("utf-8")


def sentences(text: str) -> list[str]:
    """Return the sentences of a report; lines without a final mark (headlines, captions) are none.

    Only as good as its full stops: abbreviations may cut a sentence in two.
    """
    found = []
    for line in text.splitlines():
        start = 0
        for match in _SENTENCE_END.finditer(line):
            found.append(line[start : match.end()].strip())
            start = match.end()
    return found


def compile_gold(root: Path, doc_id: str, path: Path | None = None) -> dict[str, Any]:
    """Return the gold of one report as the contract's gold file.

    Args:
        root: the corpus.
        doc_id: the report.
        path: its gold as written; without it `gold/ID.gold`.

    Raises:
        RennberichtError: RB301 with file and line, where the gold does not fit report or contract.
    """
    path = path or root / "gold" / f"{doc_id}.gold"
    if not path.exists():
        raise RennberichtError("RB301", f"report {doc_id} has no gold", path=path)
    text = read_report(root, doc_id)
    events: list[dict[str, Any]] = []
    seen: dict[str, int] = {}
    line = 0
    try:
        for sentence in read_gold(path):
            line = sentence.line
            start, end = locate_sentence(text, sentence.header)
            for written in sentence.events:
                line = written.line
                for event in _compile(text, start, end, written):
                    key = json.dumps(
                        [event[k] for k in ("type", "status", "sentence", "trigger", "roles")]
                    )
                    key += json.dumps(event["attributes"], sort_keys=True)
                    if key in seen:
                        raise ValueError(f"the same event stands in line {seen[key]}")
                    seen[key] = line
                    events.append(event)
        entities = list(entity_records(text, read_entities(path)))
    except EntityError as error:
        raise RennberichtError("RB301", str(error), path=path, line=error.line) from None
    except (ValueError, KeyError) as error:
        raise RennberichtError("RB301", _message(error), path=path, line=line) from None
    events.sort(key=lambda e: (e["trigger"]["start"], e["type"]))
    gold = {"doc_id": doc_id, "events": events}
    return gold | ({"entities": entities} if entities else {})


def _message(error: ValueError | KeyError) -> str:
    if isinstance(error, ValidationError):
        first = error.errors()[0]
        return f"attribute {'.'.join(map(str, first['loc']))}: {first['msg']}"
    return str(error)


def locate_sentence(text: str, header: str) -> tuple[int, int]:
    """Return start and end of the sentence that `header` opens (or is).

    Raises:
        ValueError: the words do not stand in the text, stand there more than once, or stand
            inside a sentence.
    """
    starts = [m.start() for m in re.finditer(re.escape(header), text)]
    starts = [s for s in starts if s == 0 or text[s - 1].isspace()]
    if len(starts) != 1:
        raise ValueError(f"{header!r} opens {len(starts)} sentences, not one")
    start = starts[0]
    before = text[:start].rstrip(" ")
    if before and not re.search(r'[.!?…:]["“”«»]?$|\n$|["“”«»],?$', before):
        raise ValueError(f"{header!r} stands inside a sentence")
    if _WHOLE.search(header):
        return start, start + len(header)
    line_end = text.find("\n", start)
    line_end = len(text) if line_end < 0 else line_end
    match = _SENTENCE_END.search(text, start + len(header), line_end)
    return start, match.end() if match else line_end


def _compile(text: str, start: int, end: int, written: GoldEvent) -> Iterator[dict[str, Any]]:
    spec = TYPES[written.type]
    missing = [role for role in spec.core_roles if role not in written.roles]
    if missing:
        raise ValueError(f"{written.type} needs {missing[0]} (`{missing[0]}=?` if not told)")
    first, last = locate_trigger(text[start:end], written.trigger, written.occurrence)
    also = [
        dict(zip(("start", "end"), locate_sentence(text, h), strict=True)) for h in written.also
    ]
    for roles, attributes in expand(written):
        _check_attributes(written, attributes)
        event: dict[str, Any] = {
            "type": written.type,
            "status": written.status,
            "trigger": {
                "text": text[start + first : start + last],
                "start": start + first,
                "end": start + last,
            },
            "sentence": {"start": start, "end": end},
            "roles": roles,
            "attributes": attributes,
        }
        if also:
            event["also"] = also
        if written.optional:
            event["optional"] = True
        yield event


def locate_trigger(sentence: str, trigger: str, occurrence: int) -> tuple[int, int]:
    """Return where `trigger` stands in `sentence` for the nth time, as whole words.

    `…` stands for whatever lies between verb and separated particle.

    Raises:
        ValueError: it stands there less often.
    """
    words = r".+?\b".join(re.escape(part) for part in GAP.split(trigger))
    found = list(re.finditer(rf"(?<!\w){words}(?!\w)", sentence, re.DOTALL))
    if len(found) < occurrence:
        raise ValueError(f"trigger {trigger!r} stands {len(found)} times in its sentence")
    return found[occurrence - 1].span()


def _check_attributes(written: GoldEvent, attributes: dict[str, Any]) -> None:
    Attributes.model_validate(attributes)
    spec = TYPES[written.type]
    kind = attributes.get("kind")
    if kind is not None and kind not in spec.kinds:
        raise ValueError(f"{written.type} has no kind {kind!r}")
    stands_in = ("position", "position_from_end", "position_within", "direction")
    for key in spec.core_attributes:
        given = any(k in attributes for k in stands_in) if key == "position" else key in attributes
        if not (given or key == "session" or written.optional or written.status != "asserted"):
            raise ValueError(f"{written.type} needs {key}")


def gold_text(gold: dict[str, Any]) -> str:
    """Return gold as the text of its JSON file: one event and one entity a line."""
    parts = [
        f'"{key}": [\n'
        + ",\n".join("  " + json.dumps(r, ensure_ascii=False) for r in gold[key])
        + "\n]"
        for key in ("events", "entities")
        if key in gold
    ]
    return f'{{"doc_id": {json.dumps(gold["doc_id"])}, {", ".join(parts)}}}\n'


def build(root: Path) -> dict[str, int]:
    """Write the gold JSON of every report beside its source; return the events by report.

    Raises:
        RennberichtError: RB301 at the first fault; nothing is written then.
    """
    golds = {doc_id: compile_gold(root, doc_id) for doc_id in reports(root)}
    for doc_id, gold in golds.items():
        (root / "gold" / f"{doc_id}.gold.json").write_text(gold_text(gold), encoding="utf-8")
    return {doc_id: len(gold["events"]) for doc_id, gold in golds.items()}


def check(root: Path) -> list[str]:
    """Return what is wrong with a corpus, one message a fault; none if all is well."""
    faults: list[str] = []
    names: dict[str, set[str]] = {}
    for doc_id in reports(root):
        try:
            gold = compile_gold(root, doc_id)
        except RennberichtError as error:
            faults.append(str(error))
            continue
        if not gold.get("entities"):
            path = root / "gold" / f"{doc_id}.gold"
            faults.append(str(RennberichtError("RB301", "no entities", path=path)))
        compiled = root / "gold" / f"{doc_id}.gold.json"
        if not compiled.exists() or compiled.read_text(encoding="utf-8") != gold_text(gold):
            faults.append(f"{compiled}: not what its source compiles to, run `corpus build`")
        names[doc_id] = {
            fold(name) for e in gold["events"] for unit in e["roles"].values() for name in unit
        }
    orphans = {p.stem for p in (root / "gold").glob("*.gold")} - set(reports(root))
    faults += [f"gold/{doc_id}.gold: no such report" for doc_id in sorted(orphans)]
    return faults + _check_splits(root, names)


def _check_splits(root: Path, names: dict[str, set[str]]) -> list[str]:
    """Return faults of splits.json: each report in one part, no participant in test and outside.

    Manufacturers are real and few; any part may name them.
    """
    path = root / "splits.json"
    if not path.exists():
        return [f"{path}: missing"]
    splits: dict[str, list[str]] = json.loads(path.read_text(encoding="utf-8"))
    listed = [doc_id for part in SPLITS for doc_id in splits.get(part, [])]
    faults = [
        f"{path}: {d} is listed twice" for d in sorted({d for d in listed if listed.count(d) > 1})
    ]
    faults += [f"{path}: {d} is in no part" for d in sorted(set(reports(root)) - set(listed))]
    faults += [f"{path}: {d} is no report" for d in sorted(set(listed) - set(reports(root)))]
    held_out = set(splits.get("test", []))
    inside = {n: d for d in sorted(names) if d not in held_out for n in names[d]}
    makers = _manufacturers()
    for doc_id in sorted(held_out & set(names)):
        shared = sorted(names[doc_id] & set(inside) - makers)
        faults += [f"{path}: {n} stands in {doc_id} (test) and {inside[n]}" for n in shared]
    return faults


def _manufacturers() -> set[str]:
    """Return the names of manufacturers as the gazetteer lists them, folded."""
    return {
        fold(record["pattern"])
        for _, _, record in read_part(patterns_dir(), "entities")
        if record["label"] == "MANUFACTURER" and isinstance(record["pattern"], str)
    }
