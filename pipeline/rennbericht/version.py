"""The package's version, by itself so that every part may import it."""

__version__ = "0.1.0"
