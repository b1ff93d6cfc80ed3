"""The optional compiled build: what it compiles, and that the sources keep to what mypyc takes."""

from __future__ import annotations

import ast
import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def hook() -> ModuleType:
    """The build hook; hatchling itself is there in builds only."""
    spec = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    interface = ModuleType("interface")
    interface.BuildHookInterface = dict  # type: ignore[attr-defined]
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "hatchling.builders.hooks.plugin.interface", interface)
        spec.loader.exec_module(module)
    return module


def test_only_on_demand(hook: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    for value, wanted in ((None, False), ("0", False), ("", False), ("1", True)):
        monkeypatch.delenv("RENNBERICHT_COMPILE", raising=False)
        if value is not None:
            monkeypatch.setenv("RENNBERICHT_COMPILE", value)
        assert hook.wanted() is wanted


def test_no_module_tests_against_a_display_with_a_star(hook: ModuleType) -> None:
    """`x in (*names, "")` is what mypyc stops at; a constant is faster anyway."""
    modules = hook.modules(ROOT / "pipeline")
    assert len(modules) > 90
    found = [
        f"{path}:{node.lineno}"
        for path in modules
        for node in ast.walk(ast.parse((ROOT / "pipeline" / path).read_text(encoding="utf-8")))
        if isinstance(node, ast.Compare)
        for how, right in zip(node.ops, node.comparators, strict=True)
        if isinstance(how, ast.In | ast.NotIn)
        and isinstance(right, ast.Tuple | ast.List | ast.Set)
        and any(isinstance(item, ast.Starred) for item in right.elts)
    ]
    assert not found
