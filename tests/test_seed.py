"""The fault that Go fixed on 5 November 2014, and the fix: what examples/seed/README.md tells is what the commands print.

With `-tags selftrace` the runtime traces a goroutine on its own stack, as it did until then. What real Go of the day before
printed for each entry point (with stackfromsystem and stackfaultonfree) stands in LINES.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from tests import programs
from tests.programs import EFENCE, EXAMPLES, Mode, Outcome

SEED = EXAMPLES / "seed"
ENGINES = ("python", "llvm")
UNFIXED = ("-tags", "selftrace")
# Each entry point, and how real Go's crash began: code=0x2 is a page that is there but must not be touched.
SIGNAL = r"\[signal SIGSEGV: segmentation violation code=0x2 addr=0x[0-9a-f]+ pc=0x[0-9a-f]+\]\n"
LINES = {
    "Callers": rf"unexpected fault address 0x[0-9a-f]+\nfatal error: fault\n{SIGNAL}",
    "Caller": rf"unexpected fault address 0x[0-9a-f]+\nfatal error: fault\n{SIGNAL}",
    "GoroutineProfile": rf"fatal error: unexpected signal during runtime execution\n{SIGNAL}",
    "Stack": SIGNAL,
    "StackAll": SIGNAL,
    "malloc": rf"fatal error: unexpected signal during runtime execution\n{SIGNAL}",
}
NEAR_THE_GUARD = """package main

import (
	"os"
	"runtime"
)

var (
	records = make([]runtime.StackRecord, 100)
	text    [1 << 14]byte
	kept    *[8]int
	look    = map[string]func(){
		"Callers":          func() { var pcs [20]uintptr; runtime.Callers(0, pcs[:]) },
		"Caller":           func() { runtime.Caller(1) },
		"GoroutineProfile": func() { runtime.GoroutineProfile(records) },
		"Stack":            func() { runtime.Stack(text[:], false) },
		"StackAll":         func() { runtime.Stack(text[:], true) },
		"malloc":           func() { kept = new([8]int) },
	}[os.Args[1]]
)

//go:noinline
func descend(n int) int {
	var local [3]int
	local[n%3] = n
	if n == 0 {
		look()
		return 0
	}
	return descend(n-1) + local[n%3]
}

func main() {
	if os.Args[1] == "malloc" {
		runtime.MemProfileRate = 1
	}
	done := make(chan int)
	for i := 0; i < 40; i++ {
		for n := 0; n < 100; n++ {
			go func(n int) { done <- descend(n) }(n)
			<-done
		}
	}
	os.Stderr.WriteString("survived\\n")
}
"""


def run(target: Path, mode: Mode, *args: str, flags: tuple[str, ...] = ()) -> Outcome:
    if mode.engine == "llvm":
        pytest.importorskip("llvmlite")
    return programs.execute(programs.command("run", mode, [target.name], list(args), flags), mode, target.parent)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("entry", LINES)
def test_every_entry_point_faults_near_the_guard(entry: str, engine: str, tmp_path: Path) -> None:
    prog = tmp_path / "prog.go"
    prog.write_text(NEAR_THE_GUARD)
    outcome = run(prog, Mode(engine, EFENCE), entry, flags=UNFIXED)
    assert outcome.exit_code == 2
    assert re.match(LINES[entry], outcome.stderr), outcome.stderr[:1000]
    trace = outcome.stderr.split("\n\n")[1]
    names = re.findall(r"^([\w.*()/]+)\(", trace, re.MULTILINE)
    assert names[:2] == ["runtime.throw", "runtime.sigpanic"] and "main.descend" in names, trace
    assert "runtime.gentraceback" in names or entry not in ("Callers", "Caller", "malloc"), trace


@pytest.mark.slow
@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("godebug", [EFENCE, "stackpoison=1", "stackmove=1"])
@pytest.mark.parametrize("entry", LINES)
def test_the_fixed_runtime_survives(entry: str, godebug: str, engine: str, tmp_path: Path) -> None:
    prog = tmp_path / "prog.go"
    prog.write_text(NEAR_THE_GUARD)
    outcome = run(prog, Mode(engine, godebug), entry)
    assert (outcome.exit_code, outcome.stderr) == (0, "survived\n")


# ---- what the README says --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("engine", ENGINES)
def test_the_seeds_program_faults(engine: str) -> None:
    outcome = run(SEED / "seed_bug.go", Mode(engine, EFENCE), flags=UNFIXED)
    assert outcome.exit_code == 2 and re.match(LINES["malloc"], outcome.stderr)
    names = re.findall(r"^([\w.*()/]+)\(", outcome.stderr.split("\n\n")[1], re.MULTILINE)
    want = ["runtime.throw", "runtime.sigpanic", "runtime.gentraceback", "runtime.callers", "runtime.mProf_Malloc", "runtime.profilealloc"]
    assert names[:6] == want and "runtime.mallocgc" in names
    assert names.index("runtime.mallocgc") < names.index("main.descend")
    readme = (SEED / "README.md").read_text()
    quoted = readme[readme.index("$ GODEBUG=stackfromsystem") :]
    quoted = quoted[: quoted.index("```")]
    assert re.findall(r"^([\w.*()/]+)\(", quoted, re.MULTILINE) == [*want[:5], "main.descend"]


@pytest.mark.parametrize("engine", ENGINES)
def test_the_check_fires_at_the_first_event(engine: str) -> None:
    outcome = run(SEED / "seed_bug.go", Mode(engine), flags=("-tags", "selftrace,selfcheck"))
    assert outcome.exit_code == 2
    assert outcome.stderr.startswith("fatal error: gentraceback cannot trace user goroutine on its own stack\n")


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("godebug", ["", EFENCE, "stackpoison=1", "stackmove=1", pytest.param("gcstress=1", marks=pytest.mark.slow)])
def test_the_seeds_program_survives_with_the_fix(godebug: str, engine: str) -> None:
    outcome = run(SEED / "seed_bug.go", Mode(engine, godebug))
    assert (outcome.exit_code, outcome.stderr, outcome.stdout) == (0, "survived 80200\n", "")


@pytest.mark.slow
@pytest.mark.parametrize(("look", "column"), [("callers", 2), ("stack", 3)])
def test_how_many_answers_are_wrong(look: str, column: int) -> None:
    """The README's table is what count.go says, but for what changes with the size of the runtime's frames."""

    def wrong(flags: tuple[str, ...]) -> int:
        outcome = run(SEED / "count.go", Mode("", "stackpoison=1"), look, flags=flags)
        found = re.fullmatch(r"18060 calls of \w+, (\d+) wrong answers\n", outcome.stdout)
        assert found, outcome.stderr
        return int(found[1])

    row = next(line for line in (SEED / "README.md").read_text().splitlines() if line.startswith("| here, `-tags selftrace`"))
    written = int(row.split("|")[column].split(" of ")[0].replace(",", ""))
    assert abs(wrong(UNFIXED) - written) <= written // 10
    assert wrong(()) == 0


def test_the_drawing_can_be_made_anew(tmp_path: Path) -> None:
    done = programs.execute([sys.executable, str(SEED / "draw.py"), str(tmp_path / "new.svg")], Mode(), tmp_path)
    assert done.exit_code == 0, done.stderr
    for drawing in (tmp_path / "new.svg", SEED / "stacks.svg"):
        text = drawing.read_text()
        assert text.startswith("<svg") and "gentraceback" in text and "descend" in text
