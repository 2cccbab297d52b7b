"""The normaliser takes out what two right runs may differ in, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import normalise, txtar

TRACE = """panic: boom [recovered]

goroutine 1 [running]:
main.(*T).m(0xc000012345, {0x1, 0x2}, ...)
\t/tmp/x/prog.go:12 +0x1d
panic({0x511ee0?, 0x29946c502000?})
\t/go/src/runtime/panic.go:859 +0x125
main.main.func1()
\t/tmp/x/prog.go:20 +0x1d fp=0xc000 sp=0xc001 pc=0xc002
created by main.main in goroutine 7
\t/tmp/x/prog.go:9 +0x2a

goroutine 18 [chan receive, 3 minutes]:
main.f(...)
\t/tmp/x/prog.go:3
exit status 2
"""

CLEAN = """panic: boom [recovered]

goroutine 1 [running]:
main.(*T).m(...)
\t$DIR/prog.go:12
panic(...)
\t$GOROOT/src/runtime/panic.go:_
main.main.func1(...)
\t$DIR/prog.go:20
created by main.main in goroutine N
\t$DIR/prog.go:9

goroutine N [chan receive, 3 minutes]:
main.f(...)
\t$DIR/prog.go:3
"""

FOLDERS = {"/tmp/x": "$DIR", "/go": "$GOROOT"}


def test_trace() -> None:
    assert normalise.stderr(TRACE, FOLDERS) == CLEAN


def test_twice_changes_nothing() -> None:
    once = normalise.stderr(TRACE, FOLDERS)
    assert normalise.stderr(once) == once


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("panic: (main.point) 0x486f68", "panic: (main.point) 0x_"),
        ("panic: main.e{a:0x0}", "panic: main.e{a:0x0}"),
        ("[signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x4a]",
         "[signal SIGSEGV: segmentation violation code=0x_ addr=0x_ pc=0x_]"),
        ("goroutine 5 gp=0xc0000 m=0 mp=0x12 [running]:", "goroutine N [running]:"),
        ("goroutine 5 gp=0xc0000 m=nil [select]:", "goroutine N [select]:"),
        ("goroutine 1 [running, locked to thread]:", "goroutine 1 [running, locked to thread]:"),
        ("...23 frames elided...", "...23 frames elided..."),
        ("created by main.main", "created by main.main"),
        ("value (not a frame) stays", "value (not a frame) stays"),
        ("main.func·001()", "main.func·001(...)"),
    ],
)  # fmt: skip
def test_line(text: str, clean: str) -> None:
    assert normalise.stderr(text) == clean


def test_different_statuses_stay_different() -> None:
    assert normalise.stderr("goroutine 5 [select]:") != normalise.stderr("goroutine 5 [chan send]:")


def test_different_lines_of_the_program_stay_different() -> None:
    assert normalise.stderr("\t$DIR/p.go:3 +0x1") != normalise.stderr("\t$DIR/p.go:4 +0x1")


def test_references_are_archives() -> None:
    home = Path(__file__).parent.parent / "data" / "reference"
    for path in sorted(home.glob("*.txtar")):
        archive = txtar.read(path)
        assert txtar.parse(txtar.render(archive)) == archive
        assert any(name.startswith("go1.27/") for name in archive.sections), path.name
