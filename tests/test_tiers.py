"""The engine that compiles what is hot: what it does in a first run and in a second one, and what it leaves to Python."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import deque
from pathlib import Path
from unittest.mock import Mock

import pytest

from tests import programs

pytest.importorskip("llvmlite")

from morestack.runtime import launch
from morestack.runtime.host import Host
from morestack.vm.machine import GUARD
from morestack.vm.native import NativeEngine
from morestack.vm.tiers import AutoEngine

from morestack import front

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
    text = HOT % (100_000_000, 32)  # minutes, if nothing were compiled
    first = run(text, tmp_path, monkeypatch)
    assert first["functions compiled"] >= 1
    second = run(text, tmp_path, monkeypatch)
    assert second["functions loaded"] >= 1
    assert second["functions compiled"] <= first["functions compiled"]


def test_a_short_run_compiles_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(HOT % (10, 5), tmp_path, monkeypatch)["functions compiled"] == 0


@pytest.mark.parametrize("engine", ["llvm", "auto", "python"])
def test_a_warm_start_loads_little(engine: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither the compiler nor what is slow to load: the time in which a small program ends is that of its imports."""
    monkeypatch.setenv("MORESTACK_CACHE", str(tmp_path / "cache"))
    source, image = tmp_path / "prog.go", tmp_path / "prog.msi"
    source.write_text(HOT % (1, 1))
    subprocess.run([sys.executable, "-m", "morestack", "build", "-o", image, source], check=True)
    for _ in range(2):
        line = [sys.executable, "-X", "importtime", "-m", "morestack", "run", "--engine", engine, image]
        text = subprocess.run(line, check=True, capture_output=True, text=True).stderr
    loaded = {row.rpartition("|")[2].strip() for row in text.splitlines() if row.startswith("import time:")}
    assert "morestack.vm.image" in loaded
    slow = {"dataclasses", "inspect", "sqlite3", "tempfile", "fractions", "llvmlite", "morestack.compiler.driver", "morestack.vm.verify"}
    assert not loaded & slow


MIXED = """package main

//go:noinline
func leaf(n int) int { return n & 1 }

func deep(n int) int {
	if n == 0 {
		return 0
	}
	half := leaf(n)
	return deep(n-1) + half
}

func main() { println(deep(20_000)) }
"""


class HalfCompiled(NativeEngine):
    """Only main.leaf has native code."""

    after: list[bool]  # whether nested calls were limited, after each call of it

    def compile_all(self) -> None:
        self.compile([[f.name for f in self.image.funcs].index("main.leaf")])

    def _call_native(self, entry: int, s: int) -> None:
        super()._call_native(entry, s)
        self.after.append(self.m.regs[GUARD] >= self.soft)


def test_calls_nest_no_deeper_after_native_code(monkeypatch: pytest.MonkeyPatch) -> None:
    """Python's text calls a compiled function in each of 20,000 frames: the guard of nested calls must stand after it."""
    HalfCompiled.after = []
    monkeypatch.setattr("morestack.vm.native.NativeEngine", HalfCompiled)
    err = bytearray()
    image = front.image_of(front.Source(text=MIXED.encode()))
    assert launch.run(image, launch.Setup(host=Host(sinks={2: err.extend}), engine="llvm")).status == 0
    assert err == b"10000\n" and len(HalfCompiled.after) > 19_000 and all(HalfCompiled.after)


def test_what_is_being_installed_does_not_grow() -> None:
    """At the end of a run the machine's thread installs what the worker holds, while that may still be at work."""
    auto = AutoEngine.__new__(AutoEngine)
    auto.held, auto.held_from, auto.sampled, auto.missed, auto.wanted, auto.delivered = [], 0.0, 0.0, set(), deque([5]), deque()
    one, other = Mock(), Mock()
    auto._hold([(1, one, one)])
    installing = auto.held
    auto._hold([(2, other, other)])
    assert [n for n, _, _ in installing] == [1] and [n for n, _, _ in auto.held] == [1, 2]
