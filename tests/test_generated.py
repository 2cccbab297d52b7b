"""Generated programs print the same everywhere: in both engines, in the modes that move stacks, and in real Go where it
is installed. `python -m tests.generate` does this for as many programs as there is time for."""

from __future__ import annotations

import shutil
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.generate import compare


def findings(number: int, count: int, against: tuple[str, ...], folder: Path) -> str:
    """What differs in a batch, as text; empty when nothing does."""
    report = compare.run(compare.Task(number, count, against, folder, shrink=False))
    assert report.programs == count or report.differences
    return "\n".join([*report.differences, *(path.read_text() for path in sorted(folder.glob("*.txtar")))])


@pytest.mark.parametrize(
    ("number", "count", "against"),
    [
        (1, 100, ("python", "switch", "efence", "poison", "seed")),
        (2, 25, ("python", "stackmove")),
        (3, 15, ("python", "gcstress")),
    ],
)
def test_modes_agree(number: int, count: int, against: tuple[str, ...], tmp_path: Path) -> None:
    assert not findings(number, count, against, tmp_path)


@pytest.mark.skipif(find_spec("llvmlite") is None, reason="needs llvmlite")
def test_engines_agree(tmp_path: Path) -> None:
    assert not findings(4, 25, ("python", "llvm", "auto"), tmp_path)


@pytest.mark.skipif(shutil.which("go") is None, reason="needs the go command: pip install morestack[go]")
def test_real_go_agrees(tmp_path: Path) -> None:
    assert not findings(5, 150, ("go", "python"), tmp_path)
