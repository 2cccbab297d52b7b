"""The same answers in every mode: on each engine, with both taking turns, and while stacks move or the collector never rests."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import programs


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A few programs in all modes; with `--whole` all of them."""
    whole = metafunc.config.getoption("--whole")
    found = [p for p in [*programs.all_programs(), *programs.references("1.27")] if whole or p.name in programs.QUICK]
    rows = [(mode, p) for mode in programs.MODES for p in found if programs.fits(p, mode)]
    metafunc.parametrize(("way", "program"), rows, ids=lambda x: x.name)


def test_program_in_mode(way: programs.Mode, program: programs.Program, same_place: Path) -> None:
    if way.engine != "python":
        pytest.importorskip("llvmlite")
    outcome = programs.run(program, way, same_place)
    problems = programs.differences(program, outcome)
    assert not problems, "\n".join(problems)
