"""Random trees of calls whose program knows its own stack: Callers, Caller, Stack and GoroutineProfile agree with it at every
point, on every engine, while stacks move and while the collector runs.

Each function of tests/data/trails.go hands what it calls a trail of names, and compares the trail with what the runtime says:
in recursion, literals, methods (of interfaces, promoted, as values), deferred functions (called at a return, by a panic, by
Goexit), while a panic is on its way and when it has been recovered, in goroutines and of goroutines that wait.
Real Go agrees, too: the program was run with it, built as package main with GOMAXPROCS=1, over 3,000 random shapes.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import morestack
from tests.programs import EFENCE

SOURCE = Path(__file__).with_name("data") / "trails.go"
KINDS = 13  # of steps, in the order of trails.go's step; the last panics
MODES = (
    ("python", ""),
    ("python", "stackmove=1,nestwords=8"),
    ("python", EFENCE),
    ("python", "gcstress=1"),
    ("llvm", ""),
    ("llvm", "stackmove=1"),
    ("llvm", EFENCE),
    ("llvm", "gcstress=1"),
    ("llvm", "switchengine=1,stackmove=1"),
)
NODE = st.tuples(st.integers(0, KINDS - 1), st.integers(0, 3), st.integers(0, 60))
QUICK = ("", EFENCE)


def _modes() -> list[object]:
    return [pytest.param(*mode, marks=() if mode[1] in QUICK else (pytest.mark.slow,)) for mode in MODES]


@pytest.mark.parametrize(("engine", "godebug"), _modes())
def test_the_runtime_tells_the_true_stack(engine: str, godebug: str) -> None:
    if engine == "llvm":
        pytest.importorskip("llvmlite")
    total = 0
    examples = 30 if godebug in QUICK else 8

    @settings(max_examples=examples, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.lists(NODE, min_size=1, max_size=14))
    def check(nodes: list[tuple[int, int, int]]) -> None:
        nonlocal total
        wrong, checks = program.Walk([n for node in nodes for n in node])
        assert not wrong
        total += checks

    with morestack.compile(SOURCE, engine=engine, godebug=godebug, timeout=None) as program:
        check()
    assert total >= 5 * examples


def test_a_lie_is_found() -> None:
    """A frame that its function does not tell of is a difference."""
    text = SOURCE.read_text()
    honest = 'here := trail{t, "p.wide"}'
    assert honest in text
    with morestack.compile(text.replace(honest, "here := *t"), engine="python") as program:
        wrong, _ = program.Walk([11, 1, 0, 0, 0, 0])
        assert wrong.startswith("Callers: ") and "p.wide" in wrong
