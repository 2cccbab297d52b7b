"""The engine that compiles what is hot: what it does in a first run and in a second one, and what it leaves to Python."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests import programs

pytest.importorskip("llvmlite")

HOT = """package main

func fib(n int) int {
	if n < 2 {
		return n
	}
	return fib(n-1) + fib(n-2)
}

func main() {
	sum := 0
	for i := 0; i < %d; i++ {
		sum += i * i %% 7
	}
	println(sum, fib(%d))
}
"""


def run(text: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, int]:
    """The figures of a run with --stats, whose cache lies in ``folder``."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder))
    (folder / "prog.go").write_text(text)
    mode = programs.Mode("auto")
    outcome = programs.execute(programs.command("run", mode, ["prog.go"], [], ("--stats",)), mode, folder)
    assert outcome.exit_code == 0
    return {name.strip(): int(n.replace(",", "")) for name, n in re.findall(r"^ *([a-z ]+)  ([\d,]+)$", outcome.stderr, re.M)}


def test_what_is_hot_is_compiled_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = HOT % (4_000_000, 27)
    first = run(text, tmp_path, monkeypatch)
    assert first["functions compiled"] >= 1
    second = run(text, tmp_path, monkeypatch)
    assert second["functions loaded"] >= 1
    assert second["functions compiled"] <= first["functions compiled"]


def test_a_short_run_compiles_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(HOT % (10, 5), tmp_path, monkeypatch)["functions compiled"] == 0
