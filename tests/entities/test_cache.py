"""The cache of packed tables: it saves time and changes nothing."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from rennbericht import cache
from rennbericht.entities import gazetteer
from rennbericht.entities.gazetteer import Gazetteer, load_gazetteer
from rennbericht.entities.tables import Table, join, pack, split


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def patterns(tmp_path: Path) -> Path:
    root = tmp_path / "patterns"
    for part in ("entities", "facts"):
        (root / part).mkdir(parents=True)
    write(root, "Mika Aho", "Jörg van der Bos")
    return root


def write(root: Path, *names: str) -> None:
    lines = [
        f'{{"label": "DRIVER", "pattern": "{name}", "id": "driver:d{number}"}}\n'
        for number, name in enumerate(names)
    ]
    (root / "entities" / "drivers.jsonl").write_text("".join(lines), "utf-8")
    (root / "facts" / "drivers.jsonl").write_text(
        '{"id": "driver:d0", "name": "Mika Aho", "nationality": "FI"}\n', "utf-8"
    )


def fresh(root: Path) -> Gazetteer:
    gazetteer._load.cache_clear()
    return load_gazetteer(root)


def seen(found: Gazetteer) -> object:
    return (
        dict(found.names),
        dict(found.facts),
        {key: found.phrase(key) for key in found.phrases},
        {key: found.bearers(key) for key in found.surnames},
    )


def no_build(root: Path) -> list[bytes]:
    raise AssertionError(f"{root} is built anew")


def test_a_hit_gives_what_the_build_gave(
    patterns: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built = seen(fresh(patterns))
    assert len(list(folder.glob("gazetteer-*.bin"))) == 1
    monkeypatch.setattr(gazetteer, "build", no_build)
    assert seen(fresh(patterns)) == built


def test_the_shipped_names_survive_the_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    built = seen(fresh(gazetteer.patterns_dir()))
    monkeypatch.setattr(gazetteer, "build", no_build)
    assert seen(fresh(gazetteer.patterns_dir())) == built


def test_changed_lines_are_built_anew(patterns: Path, folder: Path) -> None:
    assert not fresh(patterns).phrase("nora lund ")
    write(patterns, "Mika Aho", "Nora Lund")
    assert [name.id for name in fresh(patterns).phrase("nora lund ")] == ["driver:d1"]
    assert len(list(folder.glob("gazetteer-*.bin"))) == 2


@pytest.mark.parametrize("damage", ["cut", "flipped", "empty", "other"])
def test_a_damaged_file_is_built_anew(patterns: Path, folder: Path, damage: str) -> None:
    built = seen(fresh(patterns))
    (path,) = folder.glob("gazetteer-*.bin")
    whole = path.read_bytes()
    middle = len(whole) // 2
    path.write_bytes(
        {
            "cut": whole[:middle],
            "flipped": whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :],
            "empty": b"",
            "other": b"x" * len(whole),
        }[damage]
    )
    assert seen(fresh(patterns)) == built
    assert path.read_bytes() == whole


def test_no_folder_costs_only_time(
    patterns: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built = seen(fresh(patterns))
    (tmp_path / "file").write_text("no folder")
    for value in ("", str(tmp_path / "file"), str(tmp_path / "file" / "below"), "/proc/none"):
        monkeypatch.setenv(cache.VARIABLE, value)
        assert seen(fresh(patterns)) == built


def test_without_a_home(patterns: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless(path: Path) -> Path:
        raise RuntimeError("no home")

    monkeypatch.delenv(cache.VARIABLE)
    monkeypatch.setattr(Path, "expanduser", homeless)
    assert cache.cache_dir() is None
    assert fresh(patterns).names["driver:d0"] == "Mika Aho"


def test_many_at_once(folder: Path) -> None:
    body = bytes(range(256)) * 4000
    with ThreadPoolExecutor(8) as pool:
        got = list(
            pool.map(lambda _: bytes(cache.kept("thing", "ab" * 32, lambda: body)), range(40))
        )
    assert got == [body] * 40
    assert [path.suffix for path in folder.iterdir()] == [".bin"]


def test_old_files_go(folder: Path) -> None:
    for number in range(20):
        cache.kept("thing", f"{number:064x}"[::-1], lambda: b"x")
    assert len(list(folder.glob("thing-*.bin"))) == 8


def test_tables() -> None:
    table = Table(pack({"a ": 1, "a b ": [2, "ä"], "a b c ": None, "ö ": {"x": 3}}))
    assert len(table) == 4 and set(table) == {"a ", "a b ", "a b c ", "ö "}
    assert table.get("a b ") == [2, "ä"] and table.get("ö ") == {"x": 3}
    assert table.get("b ") is None and "b " not in table
    assert table.goes_on("a ") and table.goes_on("a b ") and not table.goes_on("a b c ")
    assert not table.goes_on("b ")
    assert table.key(table.number("a b ")) == "a b "
    assert not len(Table(pack({})))


def test_join_and_split() -> None:
    for parts in ([], [b""], [b"a", b"", b"bcd"]):
        assert [bytes(part) for part in split(join(parts))] == parts
