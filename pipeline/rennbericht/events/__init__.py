"""Frames matched to clauses: the events of an article."""
