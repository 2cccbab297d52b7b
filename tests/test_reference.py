"""The reference programs print what Go 1.27 and the Go of the seed printed, after normalisation: on every engine, and
while stacks move, fault when freed, and the collector runs all the time.

Every program runs in every mode with `pytest tests/test_reference.py`; `-m "not slow"` leaves what CI runs.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import programs
from tests.programs import Mode, Program

QUICK = ("callers_skip", "caller_walk", "deadlock_main", "names", "panic_nested", "stack_all")
MODES = (
    Mode("python", ""),
    Mode("llvm", ""),
    Mode("python", "stackmove=1"),
    Mode("llvm", "stackmove=1"),
    Mode("llvm", "stackfromsystem=1,stackfaultonfree=1"),
    Mode("llvm", "gcstress=1"),
)


def _cases() -> list[object]:
    cases: list[object] = []
    for era in programs.ERAS:
        for program in programs.references(era):
            name = f"{era}-{program.path.stem}"
            quick = program.path.stem in QUICK
            cases.append(
                pytest.param(program, None, era, id=name, marks=() if quick else (pytest.mark.slow,))
            )
            for mode in MODES:
                if programs.fits(program, mode):
                    cases.append(pytest.param(program, mode, era, id=f"{name}-{mode.name}", marks=pytest.mark.slow))
    return cases


@pytest.mark.parametrize(("program", "chosen", "era"), _cases())
def test_reference(program: Program, chosen: Mode | None, era: str, mode: Mode, same_place: Path) -> None:
    outcome = programs.run(program, chosen or mode, same_place, ("--go", era))
    problems = programs.differences(program, outcome)
    assert not problems, "\n".join(problems)
