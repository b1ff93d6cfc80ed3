"""Checks of a patterns folder: every finding names file, line, code and what to do."""
