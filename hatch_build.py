"""Build hook: compiles the hot packages with mypyc where `RENNBERICHT_COMPILE=1` is set.

Without it, and in an editable install, the wheel is pure Python and needs no compiler. Compiled or
not, the package says the same: the extension modules lie beside the sources they are made of.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SOURCE = Path("pipeline")
PACKAGE = "rennbericht"
#: packages and modules that are compiled
COMPILED = (
    "batches.py",
    "clauses",
    "columns.py",
    "discourse",
    "entities",
    "events",
    "german",
    "zones",
)
#: modules that are not: registered with spaCy, made of pydantic models, or nothing but networks
PURE = frozenset(
    {"__init__.py", "embed.py", "factory.py", "line.py", "load.py", "network.py", "quick.py"}
)
_MYPY = """\
[mypy]
ignore_missing_imports = True
follow_imports = silent
[mypy-spacy.*,thinc.*,numpy.*,pydantic.*,marisa_trie.*,text_to_num.*,dateparser.*,typer.*,rich.*]
follow_imports = skip
follow_imports_for_stubs = True
"""
_SETUP = """\
import sys
from mypyc.build import mypycify
from setuptools import setup
extensions = mypycify(
    ["--config-file=mypy.ini", *sys.argv.pop().split()],
    opt_level="2", debug_level="0", multi_file=True, group_name="rennbericht",
)
for extension in extensions if sys.platform.startswith("linux") else ():
    # calls between the modules go straight to their functions, not by a name that others may take
    extension.extra_compile_args += ["-fvisibility=hidden", "-fno-plt"]
    extension.extra_link_args += ["-Wl,-z,now"]
setup(name="rennbericht", packages=[], ext_modules=extensions)
"""


def wanted() -> bool:
    """Whether a compiled build is asked for."""
    return os.environ.get("RENNBERICHT_COMPILE", "") not in ("", "0")


def modules(root: Path) -> list[Path]:
    """The modules to compile, as paths below a source root."""
    package = root / PACKAGE
    found = [
        path
        for name in COMPILED
        for path in ([package / name] if name.endswith(".py") else (package / name).rglob("*.py"))
        if path.name not in PURE
    ]
    return sorted(path.relative_to(root) for path in found)


def compile_in(folder: Path) -> list[Path]:
    """Compile the modules below a folder; the extension modules, as paths below it."""
    (folder / "mypy.ini").write_text(_MYPY, encoding="utf-8")
    (folder / "setup.py").write_text(_SETUP, encoding="utf-8")
    command = [sys.executable, "setup.py", "-q", "build_ext", "--inplace"]
    command += [f"--parallel={os.cpu_count() or 1}", " ".join(map(str, modules(folder)))]
    subprocess.run(command, cwd=folder, check=True)
    return [
        path.relative_to(folder)
        for suffix in (".so", ".pyd")
        for path in sorted(folder.rglob(f"*{suffix}"))
        if "build" not in path.relative_to(folder).parts
    ]


class CompileHook(BuildHookInterface[Any]):
    """Adds the extension modules to a wheel."""

    PLUGIN_NAME = "custom"
    _folder: str | None = None

    def dependencies(self) -> list[str]:
        """What a build needs beside hatchling."""
        return ["mypy[mypyc]>=1.11", "setuptools>=65"] if wanted() else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile a copy of the sources, so that nothing is left in the tree."""
        if not wanted() or version == "editable":
            return
        self._folder = tempfile.mkdtemp(prefix="rennbericht-")
        folder = Path(self._folder)
        shutil.copytree(
            Path(self.root) / SOURCE / PACKAGE,
            folder / PACKAGE,
            ignore=shutil.ignore_patterns("__pycache__", "models", "*.so", "*.pyd"),
        )
        try:
            made = compile_in(folder)
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        for path in made:
            build_data["force_include"][str(folder / path)] = str(path)
        build_data["pure_python"] = False
        build_data["infer_tag"] = True

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove the copy."""
        if self._folder:
            shutil.rmtree(self._folder, ignore_errors=True)
