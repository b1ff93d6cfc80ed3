"""The optional compiled build: what it compiles, and that the sources keep to what mypyc takes."""

from __future__ import annotations

import ast
import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest
from mypyc.build import mypycify

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


def test_mypyc_takes_every_module(
    hook: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All of a compiled build but the C compiler: types, what mypyc refuses, the C text.

    What it refuses it prints, with file and line, and ends. `x in (*names, "")`, a nested function
    that holds a loop's variable and `reversed` of a call are among that.
    """
    config = tmp_path / "mypy.ini"
    config.write_text(hook._MYPY, encoding="utf-8")
    monkeypatch.chdir(ROOT / "pipeline")
    modules = hook.modules(Path())
    assert len(modules) > 90
    made = mypycify(
        [f"--config-file={config}", *map(str, modules)],
        multi_file=True,
        group_name="rennbericht",
        target_dir=str(tmp_path),
    )
    assert {module.name for module in made} >= {".".join(p.with_suffix("").parts) for p in modules}


def _is_keys(node: ast.expr) -> bool:
    """`heads.keys()`."""
    called = node.func if isinstance(node, ast.Call) and not node.args else None
    return isinstance(called, ast.Attribute) and called.attr == "keys"


def _is_plain_set(node: ast.expr) -> bool:
    """`{"lap"}`, `set(names)`, `heads.keys()`: what is a plain set before and after."""
    called = node.func if isinstance(node, ast.Call) else None
    is_made = isinstance(called, ast.Name) and called.id == "set"
    return is_made or isinstance(node, ast.Set) or _is_keys(node)


def test_no_set_is_made_with_the_keys_of_a_dict(hook: ModuleType) -> None:
    """`names & heads.keys()` is a plain set, which compiled code refuses where names is frozen."""
    package = ROOT / "pipeline"
    found = [
        f"{module}:{node.lineno}"
        for module in hook.modules(package)
        for node in ast.walk(ast.parse((package / module).read_text(encoding="utf-8")))
        if isinstance(node, ast.BinOp) and _is_keys(node.right) and not _is_plain_set(node.left)
    ]
    assert not found
