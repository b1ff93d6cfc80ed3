"""Results as a table: who came where, one line a place, as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path
from typing import IO, Any

import orjson

from rennbericht.sinks.base import Records
from rennbericht.sinks.lines import LinesFile

COLUMNS = (
    "doc_id", "date", "series", "track", "session", "class", "position", "driver", "team", "car",
    "gap", "event",
)  # fmt: skip
#: label of a holder -> column
_HOLDERS = {"DRIVER": "driver", "TEAM": "team", "CAR": "car", "MANUFACTURER": "car"}


def rows_of(records: Records) -> list[dict[str, Any]]:
    """The results of one article: asserted, of its own meeting, by session, class and place."""
    article = orjson.loads(records.article)
    rows = [
        _row(event, article)
        for event in map(orjson.loads, records.events)
        if event["type"] in ("result", "pole")
        and event["status"] == "asserted"
        and not event["attributes"].get("background")
    ]
    placed = [row for row in rows if row["position"]]
    return sorted(placed, key=lambda row: (row["session"], row["class"], row["position"]))


def _row(event: dict[str, Any], article: dict[str, Any]) -> dict[str, Any]:
    attributes = event["attributes"]
    pole = event["type"] == "pole"
    races = article.get("races") or [{}]
    race = races[event.get("race") or 0]
    names: dict[str, list[str]] = {}
    for holder in event["roles"].get("holder", ()):
        if holder["entity"]:
            names.setdefault(_HOLDERS.get(holder["entity"]["label"], "driver"), []).append(
                holder["entity"]["name"]
            )
    return {
        "doc_id": event["doc_id"],
        "date": attributes.get("date") or race.get("date") or (article.get("published") or "")[:10],
        "series": _name(attributes.get("series")) or race.get("series") or "",
        "track": _name(attributes.get("track")) or race.get("track") or "",
        "session": attributes.get("session") or ("qualifying" if pole else "race"),
        "class": attributes.get("class", ""),
        "position": attributes.get("position") or (1 if pole else None),
        **{column: " / ".join(names.get(column, ())) for column in ("driver", "team", "car")},
        "gap": _gap(attributes.get("margin")),
        "event": event["id"],
    }


def _name(place: dict[str, Any] | None) -> str:
    return place["name"] if place else ""


def _gap(margin: dict[str, Any] | None) -> str:
    """`4.3 s`, `2 laps`; empty where nothing is told."""
    if not margin:
        return ""
    if "laps" in margin:
        return f"{margin['laps']:g} laps"
    return f"{margin['seconds']:g} s"


def csv_lines(rows: Iterable[dict[str, Any]], *, head: bool) -> list[str]:
    """Rows as lines of CSV."""
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    if head:
        writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().splitlines()


class ResultsFile:
    """Results of all articles in one CSV file."""

    def __init__(self, path: Path) -> None:
        self._file = LinesFile(path)
        self._file.write(csv_lines((), head=True))

    def write(self, records: Records) -> None:
        """Write the results of one article."""
        self._file.write(csv_lines(rows_of(records), head=False))

    def close(self, *, keep: bool = True) -> None:
        """End the file."""
        self._file.close(keep=keep)


class ResultsStream:
    """Results as CSV on a binary stream."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream, self._head = stream, True

    def write(self, records: Records) -> None:
        """Write the results of one article."""
        for line in csv_lines(rows_of(records), head=self._head):
            self._stream.write(line.encode("utf-8") + b"\n")
        self._head = False
        self._stream.flush()

    def close(self, *, keep: bool = True) -> None:
        """Leave the stream open: it is not ours."""
