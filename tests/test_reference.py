"""The reference programs print what Go 1.27 printed, after normalisation."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import programs


@pytest.mark.parametrize("program", programs.references(), ids=lambda program: program.name)
def test_reference(program: programs.Program, mode: programs.Mode, tmp_path: Path) -> None:
    outcome = programs.run(program, mode, tmp_path)
    problems = programs.differences(program, outcome)
    assert not problems, "\n".join(problems)
