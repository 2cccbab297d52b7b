"""Bugs of stacks that went stale, which other projects had: each has a test here or where the table says.

| where | what went stale | test |
|---|---|---|
| Go 1.4, the seed | sp as uintptr over a call that grows | `test_seed.py` |
| oxcaml#6764 | the walker's stack pointer while a tick handler grows that stack | `test_ticks_and_samples_while_stacks_are_traced` |
| ocaml#7168, ocaml-multicore#210 | a wrong estimate of a frame's size; sp not reset after growth | `run/stack/big_frames`, `run/stack/guard_distances` |
| wazero#2503 | locals restored from a copy of the stack | `run/stack/panic_through_moves`, `test_locals_are_the_last_ones_after_recover` |
| wazero#357 | native code holds a stack address over a shrink | `run/stack/shrink` in `test_modes.py`, `test_native_frames_through_shrinking` |
| eclipse/omr#888 | machine code caches the stack's base | the modes efence and stackpoison of `test_seed.py`, with `llvm` |
| berry#42, Luau's HARDSTACKTESTS | a pointer to the top over a push | stackmove=1 in `test_reference.py`, `test_modes.py`, `test_trails.py` |
| tinygo#5375, llgo#2626 | a size without what a switch costs; no bounds | `run/stack/guard_distances`, `test_bad_stacks.py`, `unit/test_vm_verify.py` |
| PetterS/quickjs#7, quickjs.rb#82 | a limit bound to the thread that made the machine | `test_a_machine_of_one_thread_runs_in_another` |
| cpython#113037, greenlet#393 | frames of a parked stack walked after it moved | `test_frames_are_held_while_stacks_move_and_end` |
| delve#1066, go#10546 | no trace during growth or on the system stack | `test_both_stacks_can_be_walked_at_every_safepoint_of_growth` |
| datago#38, wasmtime's memory growth | the host's view outlives guest memory | `test_values_outlive_the_memory_that_they_came_from` |
| QuickJS's limit | no room left to build the error of the overflow itself | `test_overflow_of_the_smallest_stack` |
"""

from __future__ import annotations

import gc
import io
import re
import threading
from pathlib import Path
from typing import Any

import pytest
from morestack.runtime import launch
from morestack.runtime.host import Host
from morestack.vm import layout
from morestack.vm.image import TOPFRAME, Image
from morestack.vm.machine import Machine

import morestack
from morestack import front
from tests.programs import EFENCE

ENGINES = ("python", "llvm")
MODES = tuple((engine, godebug) for engine in ENGINES for godebug in ("", "stackmove=1", EFENCE))


def run(text: str, engine: str, godebug: str = "") -> morestack.Result:
    if engine == "llvm":
        pytest.importorskip("llvmlite")
    return morestack.run(text, engine=engine, godebug=godebug, timeout=300)


TICKS = """package main

import (
	"bytes"
	"fmt"
	"runtime"
	"runtime/pprof"
	"strings"
	"time"
)

var ticks int

func tick(n int) int {
	var room [40]int
	room[n%40] = n
	if n == 0 {
		ticks++
		time.AfterFunc(200*time.Microsecond, func() { tick(30) })
		return 0
	}
	return tick(n-1) + room[0]
}

//go:noinline
func down(n int, buf []byte, pcs []uintptr) (int, int) {
	var room [5]int
	room[n%5] = n
	if n == 0 {
		return strings.Count(string(buf[:runtime.Stack(buf, false)]), "main.down("), runtime.Callers(0, pcs)
	}
	a, b := down(n-1, buf, pcs)
	return a + room[n%5] - n, b
}

func main() {
	var profile bytes.Buffer
	if err := pprof.StartCPUProfile(&profile); err != nil {
		panic(err)
	}
	tick(0)
	buf, pcs := make([]byte, 1<<16), make([]uintptr, 200)
	wrong := 0
	done := make(chan bool)
	for n := 0; n < 80; n += 7 {
		go func() {
			a, b := down(n, buf, pcs)
			if a != n+1 || b != n+4 { // Callers, down …, this literal, goexit
				wrong++
			}
			done <- true
		}()
		<-done
	}
	for ticks < 2 {
		time.Sleep(time.Millisecond)
	}
	pprof.StopCPUProfile()
	fmt.Println(wrong, ticks > 1, profile.Len() > 0)
}
"""


@pytest.mark.parametrize(("engine", "godebug"), MODES)
def test_ticks_and_samples_while_stacks_are_traced(engine: str, godebug: str) -> None:
    result = run(TICKS, engine, godebug)
    assert (result.stdout, result.exit_code) == (b"0 true true\n", 0), result.stderr


LOCALS = """package main

import "fmt"

func deep(n int) int {
	var room [50]int
	if n == 0 {
		panic("up")
	}
	return deep(n-1) + room[n%50]
}

func changed(n int) (a, b int, s []int) {
	x := n
	p := &x
	c := 1
	add := func(d int) { c += d; *p += d }
	defer func() {
		if recover() != nil {
			a, b = x, c
			s = append(s, *p, c)
		}
	}()
	for i := 0; i < n; i++ {
		x++
		add(i)
		s = append(s, x)
	}
	x *= 2
	deep(n * 5)
	return 0, 0, nil
}

func main() {
	for n := 0; n < 40; n += 3 {
		done := make(chan string)
		go func() { a, b, s := changed(n); done <- fmt.Sprint(a, b, len(s), s[len(s)-2:]) }()
		x, c := n, 1
		for i := 0; i < n; i++ {
			x, c = x+1+i, c+i
		}
		if got, want := <-done, fmt.Sprint(2*x, c, n+2, []int{2 * x, c}); got != want {
			fmt.Println(got, want)
		}
	}
}
"""


@pytest.mark.parametrize(("engine", "godebug"), MODES)
def test_locals_are_the_last_ones_after_recover(engine: str, godebug: str) -> None:
    result = run(LOCALS, engine, godebug)
    assert (result.stdout, result.exit_code) == (b"", 0), result.stderr


SHRINKING = """package main

import "runtime"

func grow(n int) int {
	var room [100]int
	if n > 0 {
		return grow(n-1) + room[n%100]
	}
	return 0
}

//go:noinline
func hold(p, q *int, n int) (sum int) {
	for i := 0; i < n; i++ { // a loop that is hot, with addresses of this stack in registers
		sum += *p
		*q += i
		if i%2000 == 1999 {
			grow(500)
			runtime.GC() // halves the stack
			runtime.GC()
		}
	}
	return
}

func main() {
	done := make(chan bool)
	for k := 0; k < 3; k++ {
		go func() {
			var frame [4]int
			frame[1] = k
			n := 20000
			if sum := hold(&frame[1], &frame[2], n); sum != k*n || frame[2] != n*(n-1)/2 || frame[0]+frame[3] != 0 {
				println(k, sum, frame[2])
			}
			done <- true
		}()
	}
	for k := 0; k < 3; k++ {
		<-done
	}
}
"""


@pytest.mark.parametrize(("engine", "godebug"), [*MODES, ("auto", ""), ("llvm", "stackpoison=1")])
def test_native_frames_through_shrinking(engine: str, godebug: str) -> None:
    result = run(SHRINKING, engine, godebug)
    assert (result.stderr, result.exit_code) == (b"", 0)
    assert result.stats.shrinks >= 3


DEEP = """package p

func Deep(n int) int {
	if n == 0 {
		return 0
	}
	return Deep(n-1) + 1
}

func Panics(n int) int {
	if n == 0 {
		panic("there")
	}
	return Panics(n-1) + 1
}

func Bytes(n int) []byte { return make([]byte, n) }
func Sum(b []byte) (sum int) {
	for _, x := range b {
		sum += int(x)
	}
	return
}
"""


@pytest.mark.parametrize("engine", ENGINES)
def test_a_machine_of_one_thread_runs_in_another(engine: str) -> None:
    """Made in one thread, run in threads with much less native stack, and closed in a third."""
    if engine == "llvm":
        pytest.importorskip("llvmlite")
    program: Any = morestack.compile(DEEP, engine=engine)
    found: list[int] = []
    before = threading.stack_size(256 << 10)
    try:
        for work in (lambda: found.append(program.Deep(100_000)), lambda: found.append(program.Deep(30)), lambda: program.close()):
            thread = threading.Thread(target=work)
            thread.start()
            thread.join()
    finally:
        threading.stack_size(before)
    assert found == [100_000, 30] and program.closed


HELD = """package main

import (
	"fmt"
	"runtime"
	"strings"
)

func deep(n int) int {
	var room [30]int
	if n > 0 {
		return deep(n-1) + room[n%30]
	}
	return 0
}

//go:noinline
func hold(n int, pcs []uintptr) *runtime.Frames {
	if n > 0 {
		return hold(n-1, pcs)
	}
	return runtime.CallersFrames(pcs[:runtime.Callers(1, pcs)])
}

func read(frames *runtime.Frames, most int) (names []string) {
	for ; most > 0; most-- {
		f, more := frames.Next()
		names = append(names, strings.TrimPrefix(f.Function, "main."))
		if !more {
			break
		}
	}
	return
}

func main() {
	held := make(chan *runtime.Frames)
	go func() {
		pcs := make([]uintptr, 20)
		frames := hold(3, pcs)
		first := read(frames, 2)
		deep(2000) // the stack moves
		fmt.Println(first, read(frames, 1))
		held <- frames // and its goroutine ends
	}()
	frames := <-held
	for i := 0; i < 10; i++ {
		go deep(i * 50) // somebody else gets the stack
		runtime.GC()
	}
	fmt.Println(read(frames, 9))
}
"""


@pytest.mark.parametrize(("engine", "godebug"), MODES)
def test_frames_are_held_while_stacks_move_and_end(engine: str, godebug: str) -> None:
    result = run(HELD, engine, godebug)
    assert (result.stdout, result.exit_code) == (b"[hold hold] [hold]\n[hold main.func1 runtime.goexit]\n", 0), result.stderr


def test_a_panic_is_held_after_its_program_went_on_and_was_closed() -> None:
    with morestack.compile(DEEP, engine="python", godebug=EFENCE) as program:
        with pytest.raises(morestack.GoPanic) as caught:
            program.Panics(5)
        program.Deep(10_000)
    names = [frame.function for frame in caught.value.frames]
    assert names.count("p.Panics") == 6 and "there" in str(caught.value)


class Walker:
    """A tracer that, at each safepoint on g0 under newstack, walks g0's stack and that of the goroutine which grows."""

    def __init__(self, image: Image) -> None:
        self.image = image
        self.o = image.offsets
        self.m: Machine | None = None
        self.episodes = 0
        self.points: set[int] = set()
        self.growing: list[str] = []
        self.problems: list[str] = []

    def start(self, machine: Machine) -> None:
        self.m = machine

    def names(self, pc: int, s: int, whole: bool) -> list[str]:
        """The functions of the frames from (pc, index of sp) to the top of the stack. ``whole``: the innermost has its frame
        already; else, at its entry, only the return pc."""
        assert self.m is not None
        found: list[str] = []
        while True:
            f = self.image.find_func(pc)
            assert f is not None, f"pc {pc:#x} under {found}"
            found.append(f.name)
            if f.flags & TOPFRAME or f.name == "runtime.morestack":
                return found
            words = f.frame_words if pc != f.entry or whole else 1
            pc = self.m.Q[s + words - 1]
            s += words
            whole = False

    def __call__(self, pc: int, s: int) -> None:
        try:
            self.look(pc, s)
        except AssertionError as e:  # the callers are not prepared for any
            self.problems.append(str(e))

    def look(self, pc: int, s: int) -> None:
        """Walks, if this is a point of growth."""
        m = self.m
        assert m is not None
        base, Q = m.base, m.Q

        def word(at: int) -> int:
            return int(Q[at - base >> 3])

        g = Q[layout.REG_G]
        mp = word(g + self.o["g.m"]) if g else 0
        if not mp or word(mp + self.o["m.g0"]) != g:
            self.growing = []
            return
        here = self.names(pc, s, True)
        if here[-1] != "runtime.morestack":
            self.growing = []
            return
        assert here[-2] == "runtime.newstack"
        self.points.add(pc)
        gp = word(mp + self.o["m.curg"])
        sched = self.o["g.sched.pc"], self.o["g.sched.sp"]
        user = self.names(word(gp + sched[0]), word(gp + sched[1]) - base >> 3, False)
        assert user[-1] in ("runtime.goexit", "runtime.rt0_go"), user
        if not self.growing:
            self.episodes += 1
            self.growing = user
        assert user == self.growing


GROWING = """package main

type node struct{ up *node; value int }

func descend(n int, up *node) int {
	here := node{up, n}
	defer func() { here.value++ }()
	if n == 0 {
		sum := 0
		for p := &here; p != nil; p = p.up {
			sum += p.value
		}
		return sum
	}
	return descend(n-1, &here)
}

func main() {
	done := make(chan int)
	for _, n := range []int{3, 30, 300} {
		go func() { done <- descend(n, nil) }()
		println(<-done)
	}
}
"""


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("godebug", ["", EFENCE, "stackpoison=1", "stackdebug=1"])
def test_both_stacks_can_be_walked_at_every_safepoint_of_growth(godebug: str, engine: str) -> None:
    """Whoever stops the machine in newstack or copystack finds g0's frames, and unchanged the goroutine's."""
    if engine == "llvm":
        pytest.importorskip("llvmlite")
    image = front.image_of(front.Source(text=GROWING.encode()))
    walker = Walker(image)
    written = io.BytesIO()
    host = Host(["prog"], {"GODEBUG": godebug}, b"")
    host.sinks = {1: written.write, 2: written.write}
    outcome = launch.run(image, launch.Setup(host=host, engine=engine, tracer=walker))
    assert outcome.status == 0
    assert [line for line in written.getvalue().splitlines() if line.isdigit()] == [b"6", b"465", b"45150"]
    assert not walker.problems, walker.problems[:3]
    assert walker.episodes >= 5 and len(walker.points) >= 20
    f = image.func_named("runtime.copystack")
    assert any(f.entry <= pc < f.end for pc in walker.points)


def test_values_outlive_the_memory_that_they_came_from() -> None:
    """No view of the heap is ever given: what comes out is a copy, what goes in is copied (and back)."""
    with morestack.compile(DEEP, engine="python") as program:
        held = [program.Bytes(1000 + n) for n in range(50)]
        mine = bytearray(b"\1" * 5000)
        view = memoryview(mine)
        assert program.Sum(view) == 5000
        program.Deep(50_000)
        program.Bytes(50 << 20)
        gc.collect()
        assert program.Sum(mine) == 5000
    mine.extend(view[:0].tobytes())  # nobody pins it
    view.release()
    mine += b"x"
    assert all(data == bytes(1000 + n) for n, data in enumerate(held))


OVERFLOW = """package main

import "runtime/debug"

type e struct{ room [20]int }

func (x *e) Error() string { return down(x, 1).Error() }

func down(x *e, n int) error {
	if n > 0 {
		return down(x, n+1)
	}
	return x
}

func main() {
	debug.SetMaxStack(%d)
	%s
}
"""


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("most", [1, 2048, 4096, 10_000])
@pytest.mark.parametrize("what", ["defer func() { println(recover()) }(); down(nil, 1)", "panic(&e{})", "go down(nil, 1); select {}"])
def test_overflow_of_the_smallest_stack(what: str, most: int, engine: str) -> None:
    """The error is made on g0: it needs nothing of the stack that is full."""
    result = run(OVERFLOW % (most, what), engine)
    assert result.exit_code == 2
    error = result.stderr.decode()
    assert error.startswith(f"runtime: goroutine stack exceeds {most}-byte limit\n"), error[:500]
    assert "\nfatal error: stack overflow\n\nruntime stack:\nruntime.throw(" in error and "main.down(" in error


def test_the_table_names_tests_that_exist() -> None:

    assert __doc__ is not None
    here = Path(__file__)
    for name in re.findall(r"`(test_\w+)`", __doc__):
        assert name in globals()
    for name in re.findall(r"`((?:unit/)?test_\w+\.py)", __doc__):
        assert (here.parent / name).exists(), name
    for name in re.findall(r"`(run/stack/\w+)`", __doc__):
        assert list(here.parent.glob(f"{name}.*")), name
