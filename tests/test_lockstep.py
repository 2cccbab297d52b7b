"""Both engines pass the same safepoints with the same frames (see tests/lockstep.py)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import programs
from tests.generate import batch
from tests.lockstep import Pair

pytest.importorskip("llvmlite")

QUICK = ("run/core/closures", "run/core/goroutines_core", "run/core/maps_core", "run/panic/nil_pointer", "run/stack/ptr_closure_vars")
MOST = 3_000_000  # safepoints of a program


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A few programs, and one while stacks move; with `--whole` all of them both ways."""
    if "program" not in metafunc.fixturenames:
        return
    whole = metafunc.config.getoption("--whole")
    found = [p for p in [*programs.all_programs(), *programs.references("1.27")] if whole or p.name in QUICK]
    ways = [(p, godebug) for p in found for godebug in ("", "stackmove=1") if whole or not godebug or p.name == QUICK[0]]
    metafunc.parametrize(("program", "godebug"), ways, ids=lambda x: getattr(x, "name", x or "plain"))


def pair(program: programs.Program, folder: Path, godebug: str) -> Pair:
    """The two runs of a program, laid out in a folder."""
    path = program.path
    if program.sources:
        path = folder / programs.lay_out(program.sources, folder)[0]
    return Pair(path, program.args, program.stdin.encode(), godebug, MOST)


def test_engines_agree(program: programs.Program, godebug: str, same_place: Path) -> None:
    found = pair(program, same_place, godebug).compare()
    assert not found.difference, f"{found.agreed} safepoints agree, then:\n{found.difference}"
    assert found.agreed > 500


@pytest.mark.parametrize(("first", "count", "godebug"), [(700_000, 8, ""), (710_000, 4, "stackmove=1")])
def test_engines_agree_over_generated_programs(first: int, count: int, godebug: str, pytestconfig: pytest.Config, tmp_path: Path) -> None:
    for n in range(50 if pytestconfig.getoption("--whole") else 1):
        folder = tmp_path / str(n)
        folder.mkdir()
        batch.write([batch.sample(first + n * count + k) for k in range(count)], folder)
        found = Pair(folder / "m", godebug=godebug, most=MOST).compare()
        assert not found.difference, f"batch {n}: {found.agreed} safepoints agree, then:\n{found.difference}"
        assert found.agreed > 500


def test_a_difference_is_found_and_told(tmp_path: Path) -> None:
    text = "package main\n\nfunc main() {\n\tfor k := range map[int]int{1: 1, 2: 2, 3: 3, 4: 4} {\n\t\tprintln(k)\n\t}\n}\n"
    (tmp_path / "prog.go").write_text(text)
    found = Pair(tmp_path / "prog.go", seeds=(1, 2)).compare()
    assert found.agreed > 10
    assert "python:\n" in found.difference and "llvm:\n" in found.difference and "runtime." in found.difference
