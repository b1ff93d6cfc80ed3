"""JSON Schema 2020-12 of the records, made from the models and the table of types."""

from __future__ import annotations

from typing import Any

from rennbericht.contract.records import Article, EntityRecord, Event, Record
from rennbericht.contract.types import TYPES

RECORDS: dict[str, type[Record]] = {"event": Event, "entity": EntityRecord, "article": Article}

#: the article's words, which records may be asked to leave out
WORDS = "text"
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema(record: str) -> dict[str, Any]:
    """Return the JSON Schema of `record` (`event`, `entity` or `article`).

    Raises:
        KeyError: there is no such record.
    """
    model = RECORDS[record]
    body = model.model_json_schema(by_alias=True)
    schema = {"$schema": DIALECT, "$id": f"urn:rennbericht:{record}:1", **body}
    schema["required"] = ["schema", *schema["required"]]
    for part in (schema, *schema.get("$defs", {}).values()):
        if WORDS in part.get("required", ()):
            part["required"] = [key for key in part["required"] if key != WORDS]
    if record == "event":
        schema["allOf"] = [_conditions(name) for name in TYPES]
    return schema


def _conditions(name: str) -> dict[str, Any]:
    """Return what the table of types says of the roles and kinds of one type."""
    spec = TYPES[name]
    kind: Any = {"enum": list(spec.kinds)} if spec.kinds else False
    return {
        "if": {"properties": {"type": {"const": name}}},
        "then": {
            "properties": {
                "roles": {"propertyNames": {"enum": list(spec.roles)}},
                "attributes": {"properties": {"kind": kind}},
            }
        },
    }
