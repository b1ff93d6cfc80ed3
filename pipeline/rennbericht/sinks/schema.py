"""The typed, nested Arrow schema of the records, from the contract's own models."""

from __future__ import annotations

import types
import typing
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from rennbericht.contract.records import Argument, Article, EntityRecord, Event
from rennbericht.optional import optional
from rennbericht.sinks.base import Kind

MODELS: dict[Kind, type[BaseModel]] = {
    "events": Event, "entities": EntityRecord, "articles": Article,
}  # fmt: skip
#: the role's name beside each argument: a list is asked more easily than a map
ROLE = "role"


def arrow() -> Any:
    """The module pyarrow.

    Raises:
        RennberichtError: RB401 it is not installed.
    """
    purpose = "writes Parquet"
    optional("pyarrow.parquet", "parquet", purpose)
    return optional("pyarrow", "parquet", purpose)


def arrow_schema(kind: Kind) -> Any:
    """The Arrow schema of one kind of record; every field may be null."""
    pa = arrow()
    return pa.schema([pa.field(name, kind_) for name, kind_ in _fields(pa, MODELS[kind])])


def _fields(pa: Any, model: type[BaseModel]) -> list[tuple[str, Any]]:
    return [
        (field.alias or name, _type(pa, field.annotation))
        for name, field in model.model_fields.items()
    ]


def _type(pa: Any, annotation: Any) -> Any:
    """The Arrow type of an annotation; a union of models is a struct of all their fields."""
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is typing.Annotated:
        return _type(pa, inner[0])
    if origin in (typing.Union, types.UnionType):
        kinds = [kind for kind in inner if kind is not type(None)]
        models = [kind for kind in kinds if isinstance(kind, type) and issubclass(kind, BaseModel)]
        if models:
            joined = {name: kind for model in models for name, kind in _fields(pa, model)}
            return pa.struct(list(joined.items()))
        return pa.float64() if float in kinds else _type(pa, kinds[0])
    if origin is dict:  # role -> arguments
        return pa.list_(pa.struct([(ROLE, pa.string()), *_fields(pa, Argument)]))
    if origin is list:
        return pa.list_(_type(pa, inner[0]))
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return pa.struct(_fields(pa, annotation))
    plain = {int: pa.int64(), float: pa.float64(), bool: pa.bool_()}
    return plain.get(annotation, pa.string())


def arrow_row(record: dict[str, Any]) -> dict[str, Any]:
    """A record as the schema wants it: roles as one list."""
    roles = record.get("roles")
    if roles is None:
        return record
    listed = [{ROLE: role, **argument} for role, found in roles.items() for argument in found]
    return {**record, "roles": listed}
