"""Memory does not grow with the input: 100 MB through a pipe, under a cap."""

from __future__ import annotations

import importlib.util
import sys

import pytest
from tests.bench.inputs import measure

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="asks Linux for memory")


@pytest.mark.parametrize(("form", "articles"), [("json", 32_258), ("jsonl.zst", 6_507)])
def test_memory_is_capped(form: str, articles: int) -> None:
    if form.endswith("zst") and importlib.util.find_spec("zstandard") is None:
        pytest.skip("zstandard is not installed")
    found = measure(form, 100 if form == "json" else 20, cap=100)
    assert (found["articles"], found["problems"]) == (articles, 0)
    assert found["peak"] - found["before"] < 60
