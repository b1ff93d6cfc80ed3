"""Zones of an article: title, body, captions, credits, link lists, tables, quotations."""
