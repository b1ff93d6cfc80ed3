"""Clauses of German sentences: predicate, phrases, subject, links, from tags and fields alone."""
