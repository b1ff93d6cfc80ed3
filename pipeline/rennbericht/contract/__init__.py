"""What the package emits: record models, tables of types, ids and JSON Schema.

`types`, `slug` and `ids` are plain data and functions; `records` holds the pydantic models and is
imported only where records are made or checked.
"""
