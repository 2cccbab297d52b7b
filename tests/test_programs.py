"""Every golden program, archive and example prints what real Go printed, in the chosen engine and mode."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import programs


@pytest.mark.parametrize("program", programs.all_programs(), ids=lambda program: program.name)
def test_program(program: programs.Program, mode: programs.Mode, tmp_path: Path) -> None:
    outcome = programs.run(program, mode, tmp_path)
    problems = programs.differences(program, outcome)
    assert not problems, "\n".join(problems)
