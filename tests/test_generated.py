"""Generated programs print the same everywhere: in both engines, in the modes that move stacks, and in real Go where it
is installed. `python -m tests.generate` does this for as many programs as there is time for."""

from __future__ import annotations

import re
import shutil
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.generate import batch, compare

SAMPLED = 150
FEATURES = {  # what a program's text shows of it, and the least part of programs that must have it, in hundredths
    "nested calls": (r"\w\([^()\n]*\w\([^()\n]*\w\(", 50),
    "closures": (r"func\([^)]*\)[^{\n]*\{", 50),
    "defer": (r"\bdefer ", 50),
    "recover": (r"\bcatch\(|recover\(\)", 50),
    "panics": (r"\bpanic\(|\.\(\w+\)$|\[uint|:= make\(\[\]int16", 20),
    "Callers": (r"\bwhere\(", 30),
    "goroutines": (r"\bgo func", 20),
    "select": (r"\bselect \{", 15),
    "maps": (r"\bmap\[", 50),
    "slices that alias": (r":= \w+\[\d+:\d+", 8),
    "deep recursion with pointers to locals": (r"func §deep", 15),
    "type switches": (r"\.\(type\)", 15),
    "interfaces": (r"\binterface \{|\bany\(", 20),
    "embedded structs": (r"struct \{ (?:.*; )?\*?§T\d+[; ]", 10),
    "method values": (r"^\s*f\d+ := (?:\w+|\(\*\w+\))\.\w+$", 2),
    "method expressions": (r":= \(\*§T\d+\)\.\w+$", 1),
    "labelled loops": (r"^\s*L\d+: for", 5),
    "goto": (r"\bgoto ", 8),
    "complex numbers": (r"\bcomplex(?:64|128)\b", 20),
    "constants": (r"^const \(", 40),
    "variadic functions": (r"\.\.\.", 20),
    "arrays of arrays": (r"\[\d+\]\[\d+\]", 4),
    "comparisons of structs and arrays": (r"\} [!=]= |[!=]= \(?(?:§T\d+|\[\d+\]\w+)\{", 1),
    "conversions": (r"\b(?:u?int(?:8|16|32|64)?|float(?:32|64)|string)\(", 50),
    "shifts": (r"<<|>>", 40),
    "fmt": (r"%#?\+?v|fmt\.Println", 50),
    "fallthrough": (r"\bfallthrough\b", 1),
    "clear": (r"\bclear\(", 1),
}


def test_every_feature_occurs() -> None:
    """Each part of the language that generated programs are for is in so many of them."""
    texts = [batch.sample(900_000 + n).template for n in range(SAMPLED)]
    share = {name: 100 * sum(bool(re.search(sign, text, re.MULTILINE)) for text in texts) / SAMPLED for name, (sign, _) in FEATURES.items()}
    assert {name: part for name, part in share.items() if part < FEATURES[name][1]} == {}


def findings(number: int, count: int, against: tuple[str, ...], folder: Path) -> str:
    """What differs in a batch, as text; empty when nothing does."""
    report = compare.run(compare.Task(number, count, against, folder, shrink=False))
    assert report.programs == count or report.differences
    return "\n".join([*report.differences, *(path.read_text() for path in sorted(folder.glob("*.txtar")))])


@pytest.mark.parametrize(
    ("number", "count", "against"),
    [
        (1, 100, ("python", "unwind", "efence", "fault", "poison", "seed")),
        (2, 25, ("python", "stackmove")),
        (3, 15, ("python", "gcstress")),
    ],
)
def test_modes_agree(number: int, count: int, against: tuple[str, ...], tmp_path: Path) -> None:
    assert not findings(number, count, against, tmp_path)


@pytest.mark.skipif(find_spec("llvmlite") is None, reason="needs llvmlite")
def test_engines_agree(tmp_path: Path) -> None:
    assert not findings(4, 25, ("python", "llvm", "auto", "switch", "switch-stackmove"), tmp_path)


@pytest.mark.skipif(shutil.which("go") is None, reason="needs the go command: pip install morestack[go]")
def test_real_go_agrees(tmp_path: Path) -> None:
    assert not findings(5, 150, ("go", "python"), tmp_path)
