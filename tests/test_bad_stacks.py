"""Stacks that somebody damaged through unsafe, traces of goroutines in every state, growth without memory: Go's message,
no hang, no crash of the host. Each program reaches into package runtime by go:linkname."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import programs
from tests.programs import Mode, Outcome

ENGINES = ("python", "llvm")
SECONDS = 120.0


def run(text: str, mode: Mode, folder: Path, *args: str, flags: tuple[str, ...] = ()) -> Outcome:
    """Runs a program; a hang is subprocess.TimeoutExpired, a crash of the host an exit code below 0."""
    if mode.engine == "llvm":
        pytest.importorskip("llvmlite")
    (folder / "prog.go").write_text(text)
    outcome = programs.execute(programs.command("run", mode, ["prog.go"], list(args), flags), mode, folder, seconds=SECONDS)
    assert "Traceback (most recent" not in outcome.stderr and "internal error" not in outcome.stderr, outcome.stderr[-2000:]
    return outcome


# ---- a return pc that was written over -------------------------------------------------------------------------------

OVERWRITTEN = """package main

import (
	"os"
	"runtime"
	"strconv"
	"unsafe"
)

const text = 0x400000 // where pcs begin, as users see them

//go:noinline
func victim(pc uintptr, then string) { overwrite(0, pc, then) }

//go:noinline
func overwrite(local int, pc uintptr, then string) {
	var pcs [2]uintptr
	runtime.Callers(1, pcs[:])
	at := uintptr(unsafe.Pointer(&local))
	for *(*uintptr)(unsafe.Pointer(at)) != pcs[1]-text {
		at += 8
	}
	*(*uintptr)(unsafe.Pointer(at)) = pc
	act(then)
}

//go:noinline
func deep(n int) int {
	var room [100]int
	if n > 0 {
		return deep(n-1) + room[n%100]
	}
	return 0
}

//go:noinline
func act(then string) {
	switch then {
	case "panic":
		panic("here")
	case "nil":
		*(*int)(nil) = 1
	case "callers":
		println(runtime.Callers(0, make([]uintptr, 10)), "frames")
	case "stack":
		b := make([]byte, 1<<16)
		os.Stderr.Write(b[:runtime.Stack(b, true)])
	case "collect":
		runtime.GC()
	case "grow":
		deep(1000)
	case "block":
		select {}
	case "recover":
		defer func() { println(recover().(string)) }()
		panic("recovered")
	case "exit":
		runtime.Goexit()
	}
}

func main() {
	pc, err := strconv.ParseUint(os.Args[2], 0, 64)
	if err != nil {
		panic(err)
	}
	victim(uintptr(pc), os.Args[1])
	println("returned")
}
"""
UNEXPECTED = "unexpected return pc for main.overwrite called from 0x"
FAULT = "fatal error: fault\n[signal SIGSEGV: segmentation violation code=0x1 addr=0xbad00000 pc=0x"
ENDS: dict[str, tuple[str, ...]] = {
    "panic": ("panic: here\n", UNEXPECTED),
    "nil": ("nil pointer dereference", UNEXPECTED),
    "callers": ("3 frames\n", "unexpected fault address 0xbad00000\n", FAULT),
    "stack": ("goroutine 1 [running]:\n", UNEXPECTED, FAULT),
    "collect": (UNEXPECTED, "fatal error: unknown caller pc\n"),
    "grow": (UNEXPECTED, "fatal error: unknown caller pc\n"),
    "block": ("all goroutines are asleep - deadlock!\n", UNEXPECTED),
    "recover": ("recovered\n", FAULT),
    "exit": ("no goroutines (main called runtime.Goexit) - deadlock!\n",),
    "return": (FAULT,),
}


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("then", ENDS)
def test_a_return_pc_that_was_written_over(then: str, engine: str, tmp_path: Path) -> None:
    outcome = run(OVERWRITTEN, Mode(engine), tmp_path, then, "0xbad00000")
    assert outcome.exit_code == 2, outcome.stderr[-2000:]
    for part in ENDS[then]:
        assert part in outcome.stderr, outcome.stderr[:2000]
    assert "returned" not in outcome.stderr


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("pc", ["0xffffff", "0x7fffffffffffffff", "0x8000000000000000", "0xffffffffffffffff"])
def test_a_return_to_a_pc_that_no_code_has(pc: str, engine: str, tmp_path: Path) -> None:
    outcome = run(OVERWRITTEN, Mode(engine), tmp_path, "return", pc)
    assert outcome.exit_code == 2
    assert f"unexpected fault address {pc}\nfatal error: fault\n" in outcome.stderr
    assert f"unexpected return pc for runtime.sigpanic called from {pc}\n" in outcome.stderr


@pytest.mark.parametrize("engine", ENGINES)
def test_a_stack_that_moves_finds_the_pc_that_was_written_over(engine: str, tmp_path: Path) -> None:
    outcome = run(OVERWRITTEN, Mode(engine, "stackmove=1"), tmp_path, "return", "0xbad00000")
    assert outcome.exit_code == 2
    assert UNEXPECTED in outcome.stderr and "fatal error: unknown caller pc\n" in outcome.stderr


# ---- a guard that was written over -----------------------------------------------------------------------------------

LINKED = """
type g struct{ lo, hi, guard uintptr }

//go:linkname allgAt runtime.allgAt
func allgAt(i int) *g

//go:linkname allglen runtime.allglen
var allglen int

//go:linkname traceback runtime.traceback
func traceback(pc, sp, lr uintptr, gp *g)

//go:linkname goroutineheader runtime.goroutineheader
func goroutineheader(gp *g)
"""
GUARD = f"""package main

import (
	"os"
	"runtime"
	"strconv"
	"unsafe"
)
{LINKED}
// mine finds the g on whose stack local lies.
func mine(local *int) *g {{
	at := uintptr(unsafe.Pointer(local))
	for i := 0; i < allglen; i++ {{
		if gp := allgAt(i); gp.lo <= at && at < gp.hi {{
			return gp
		}}
	}}
	return nil
}}

//go:noinline
func deep(n int) int {{
	var room [100]int
	room[n%100] = n
	if n > 0 {{
		return deep(n-1) + room[n%100]
	}}
	b := make([]byte, 1<<16)
	b = b[:runtime.Stack(b, true)]
	if room[0] != 0 || string(b[:10]) != "goroutine " {{
		panic("a frame was lost")
	}}
	runtime.GC()
	return 0
}}

func main() {{
	guard, err := strconv.ParseUint(os.Args[1], 0, 64)
	if err != nil {{
		panic(err)
	}}
	for _, n := range []int{{0, 3, 30, 3000}} {{
		done := make(chan int)
		go func() {{
			var local int
			mine(&local).guard = uintptr(guard)
			runtime.Gosched()
			done <- deep(n)
		}}()
		println(<-done)
	}}
}}
"""
GUARDS = ("0", "1", "0xc000000000", "0xdeadbeef", "0x7fffffffffffffff", "0xfffffffffffffade", "0xfffffffffffffb2e", "0xffffffffffffffff")


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("guard", GUARDS)
def test_a_guard_that_was_written_over(guard: str, engine: str, tmp_path: Path) -> None:
    """Too high a guard only makes checks fail that need not; below the stack's own end none is believed."""
    outcome = run(GUARD, Mode(engine), tmp_path, guard)
    sums = "".join(f"{n * (n + 1) // 2}\n" for n in (0, 3, 30, 3000))
    assert (outcome.exit_code, outcome.stderr) == (0, sums)


# ---- goroutines in every state ---------------------------------------------------------------------------------------

STATES = f"""package main

import (
	"runtime"
	"sync"
	"time"
	"unsafe"
)
{LINKED}
var _ unsafe.Pointer

func deep(n int) int {{
	var room [100]int
	if n > 0 {{
		return deep(n-1) + room[n%100]
	}}
	return 0
}}

func spin() {{
	for {{
		runtime.Gosched()
	}}
}}

func main() {{
	var mu sync.Mutex
	mu.Lock()
	var none chan int
	go deep(0)
	go deep(1000) // its stack is freed when it ends
	go func() {{ runtime.Goexit() }}()
	go spin()
	go mu.Lock()
	go func() {{ <-none }}()
	go func() {{ none <- 1 }}()
	go func() {{ <-make(chan int) }}()
	go func() {{ select {{}} }}()
	go func() {{ time.Sleep(time.Hour) }}()
	time.Sleep(100 * time.Millisecond)
	runtime.GC()
	go deep(0)
	for round := 0; round < 2; round++ {{
		for i := 0; i < allglen; i++ {{
			gp := allgAt(i)
			goroutineheader(gp)
			if i > 0 {{
				traceback(^uintptr(0), ^uintptr(0), 0, gp)
			}}
		}}
	}}
	println("done")
	traceback(^uintptr(0), ^uintptr(0), 0, allgAt(0)) // of the one that runs, from the place where it last stood
	println("and here")
}}
"""
WAITING = (
    "runnable", "dead", "sync.Mutex.Lock", "chan receive (nil chan)", "chan send (nil chan)", "chan receive", "select (no cases)", "sleep",
)  # fmt: skip


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("godebug", ["", programs.EFENCE, "stackmove=1"])
def test_goroutines_in_every_state(godebug: str, engine: str, tmp_path: Path) -> None:
    outcome = run(STATES, Mode(engine, godebug), tmp_path)
    assert "done\n" in outcome.stderr, outcome.stderr[-3000:]
    for state in WAITING:
        assert f" [{state}]:\n" in outcome.stderr
    assert outcome.exit_code in (0, 2)
    if outcome.exit_code == 2:
        assert "cannot trace user goroutine on its own stack" in outcome.stderr


# ---- no memory for a larger stack ------------------------------------------------------------------------------------

HUNGRY = """package main

func deep(n int, p *[64]int) int {
	var room [64]int
	room[n%64] = p[0]
	if n == 0 {
		return 0
	}
	return deep(n-1, &room) + room[3]
}

func main() {
	var room [64]int
	done := make(chan int)
	for i := 0; i < 200; i++ {
		go func() { done <- deep(N, &room); select {} }()
	}
	for i := 0; i < 200; i++ {
		<-done
	}
}
"""


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("depth", [50, 2000, 1_000_000])
def test_growth_when_memory_is_at_its_limit(depth: int, engine: str, tmp_path: Path) -> None:
    """Small stacks, large ones, one that is larger than all memory."""
    program = HUNGRY.replace("N", str(depth)).replace("200", str(200_000 // depth + 10))
    outcome = run(program, Mode(engine), tmp_path, flags=("--max-memory", "20M"))
    assert "runtime: out of memory: cannot allocate " in outcome.stderr and "fatal error: out of memory\n" in outcome.stderr
    assert "\nruntime stack:\nruntime.throw(" in outcome.stderr and "\nruntime.newstack()\n" in outcome.stderr
    assert "\ngoroutine " in outcome.stderr and "main.deep(" in outcome.stderr and outcome.exit_code == 125
