"""The wheel, installed into an empty environment, extracts from there, outside the checkout."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).parents[2]
REPORT = "Lewis Hamilton überholte in Runde 12 Sebastian Vettel und übernahm die Führung.\n"


def run(*command: str | Path, cwd: Path) -> str:
    clean = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "VIRTUAL_ENV")}
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env=clean, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_wheel_extracts_outside_the_checkout(tmp_path: Path) -> None:
    run(sys.executable, "-m", "build", "--wheel", "--outdir", tmp_path, ROOT, cwd=tmp_path)
    (wheel,) = tmp_path.glob("*.whl")
    venv.create(tmp_path / "env", with_pip=True)
    python = tmp_path / "env" / "bin" / "python"
    run(python, "-m", "pip", "install", "--quiet", wheel, cwd=tmp_path)
    article = tmp_path / "bericht.txt"
    article.write_text(REPORT, encoding="utf-8")
    command = tmp_path / "env" / "bin" / "rennbericht"
    lines = run(command, "extract", article, cwd=tmp_path).splitlines()
    events = [json.loads(line) for line in lines]
    assert {"overtake", "lead"} <= {event["type"] for event in events}
    passing = next(event for event in events if event["type"] == "overtake")
    assert passing["roles"]["agent"][0]["entity"]["name"] == "Lewis Hamilton"
    assert passing["roles"]["patient"][0]["entity"]["name"] == "Sebastian Vettel"
    assert passing["attributes"]["lap"] == {"number": 12}
    where = run(python, "-c", "import rennbericht; print(rennbericht.__file__)", cwd=tmp_path)
    assert str(tmp_path) in where
