"""The small pipeline and working folder of the command's tests."""

from __future__ import annotations

from tests.cli.conftest import folder, small

__all__ = ["folder", "small"]
