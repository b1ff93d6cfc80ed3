"""A copy of the shipped patterns that a test may edit."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from rennbericht.patterns import patterns_dir


@pytest.fixture
def patterns(tmp_path: Path) -> Path:
    """The shipped patterns, copied."""
    folder = tmp_path / "patterns"
    shutil.copytree(patterns_dir(), folder)
    return folder
