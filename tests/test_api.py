"""The Python API: `run`, `compile`, the values that travel, and the few exceptions."""

from __future__ import annotations

import array
import dataclasses
import gc
import inspect
import math
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import morestack

SOURCE = """// Package shop is called from Python.
package shop

import (
	"errors"
	"fmt"
	"os"
	"runtime"
	"strings"
	"time"
)

const Answer = 42
const Title = "shop"
const Half = 0.5

type Point struct {
	X, Y int
	Tag  string
}

type vec []float64

// Fib computes a Fibonacci number.
//
// It takes its time.
func Fib(n int) int {
	if n < 2 {
		return n
	}
	return Fib(n-1) + Fib(n-2)
}

func Reverse(s string) string {
	r := []rune(s)
	for i, j := 0, len(r)-1; i < j; i, j = i+1, j-1 {
		r[i], r[j] = r[j], r[i]
	}
	return string(r)
}

func Sum(xs []float64) (t float64) {
	for _, x := range xs {
		t += x
	}
	return
}

func Total(first int, rest ...int) int {
	for _, x := range rest {
		first += x
	}
	return first
}

func DivMod(a, b int) (quotient, remainder int) { return a / b, a % b }

func Length(s string) (int, error) {
	if s == "" {
		return 0, errors.New("empty")
	}
	return len(s), nil
}

func Words(s string) map[string]int {
	m := map[string]int{}
	for _, w := range strings.Fields(s) {
		m[w]++
	}
	return m
}

func Move(p Point, dx int) Point  { p.X += dx; return p }
func Same(x any) any              { return x }
func Bytes(b []byte) []byte       { return b }
func Vector(v vec) vec            { return v }
func Nested(x map[string][][]Point) map[string][][]Point { return x }
func Texts(x []string) []string   { return x }
func Bools(x []bool) []bool       { return x }
func Complexes(x []complex64) []complex128 {
	var out []complex128
	for _, c := range x {
		out = append(out, complex128(c))
	}
	return out
}
func Shorts(x []int16) []int16           { return x }
func Grid(x [2][3]uint8) [2][3]uint8     { return x }
func Keys(m map[[2]int]bool) map[[2]int]bool { return m }
func Int8(x int8) int8                   { return x }
func Uint64(x uint64) uint64             { return x }
func Float32(x float32) float32          { return x }
func Float(x float64) float64            { return x }
func Not(b bool) bool                    { return !b }
func Wrap(e error) error {
	if e == nil {
		return nil
	}
	return fmt.Errorf("wrapped: %w", e)
}

func Index(i int) int { return []int{1, 2, 3}[i] }
func Panic(x any)     { panic(x) }
func PanicPoint()     { panic(Point{1, 2, "x"}) }
func Goexit()         { runtime.Goexit() }
func Exit(code int)   { os.Exit(code) }
func Sleep()          { select {} }
func Spin()           { for {} }
func Elsewhere()      { go panic("over there"); select {} }
func Print(s string)  { fmt.Println(s); println("err " + s) }
func Pointer(p *int)  {}
func Now() int64      { return time.Now().Unix() }
func Home() string    { return os.Getenv("HOME") }
func Open(name string) error { _, err := os.Open(name); return err }

var count int

func Count() int { count++; return count }

func Deep(n int) int {
	if n == 0 {
		return 0
	}
	return Deep(n-1) + 1
}

func Fill() {
	var keep [][]byte
	for {
		keep = append(keep, make([]byte, 1<<20))
	}
}

func Later(c int) int {
	done := make(chan int)
	for i := range c {
		go func() { time.Sleep(time.Millisecond); done <- i }()
	}
	t := 0
	for range c {
		t += <-done
	}
	return t
}
"""


@pytest.fixture(scope="module")
def shop() -> Iterator[morestack.Program]:
    with morestack.compile(SOURCE) as program:
        yield program


def fresh(**options: Any) -> morestack.Program:
    """A program of its own."""
    return morestack.compile(SOURCE, **options)


# ---- run -------------------------------------------------------------------------------------------------------------

ECHO = """package main

import (
	"bufio"
	"fmt"
	"os"
)

func main() {
	in := bufio.NewScanner(os.Stdin)
	for in.Scan() {
		fmt.Println(os.Args[1:], in.Text(), os.Getenv("X"))
	}
	println("done")
	os.Exit(3)
}
"""


def test_run_a_text_and_a_file(tmp_path: Path) -> None:
    path = tmp_path / "echo.go"
    path.write_text(ECHO)
    for program in (ECHO, str(path), path, [path], ECHO.encode()):
        result = morestack.run(program, args=["a"], stdin=b"l1\nl2\n", env={"X": "y"})
        assert (result.stdout, result.stderr, result.exit_code) == (b"[a] l1 y\n[a] l2 y\n", b"done\n", 3)


def test_run_tells_what_it_did() -> None:
    text = "package main\nfunc f(n int, p *int) { if n > 0 { f(n-1, p) }; *p++ }\nfunc main() { t := 0; f(1000, &t) }\n"
    stats = morestack.run(text).stats
    assert stats.growths > 3 and stats.copies >= stats.growths and stats.bytes_copied > 10_000
    assert stats.pointers_adjusted > 1000 and stats.goroutines >= 1 and stats.peak_memory > 0 and stats.seconds > 0
    assert stats.events["stack_grow"] == stats.growths
    counted = morestack.run(text, max_instructions=10_000_000).stats
    assert counted.instructions > 5000


def test_run_with_check_raises_what_ended_the_program() -> None:
    with pytest.raises(morestack.GoPanic, match="panic: boom") as caught:
        morestack.run('package main\nfunc f() { panic("boom") }\nfunc main() { f() }\n', check=True)
    assert caught.value.value == "boom" and caught.value.goroutine == 1
    assert [f.function for f in caught.value.frames] == ["main.f", "main.main"]
    assert caught.value.frames[0].line == 2
    assert caught.value.stderr.startswith(b"panic: boom")
    with pytest.raises(morestack.Deadlock, match="all goroutines are asleep"):
        morestack.run("package main\nfunc main() { select {} }\n", check=True)
    with pytest.raises(morestack.GoExit) as left:
        morestack.run('package main\nimport "os"\nfunc main() { os.Exit(2) }\n', check=True)
    assert left.value.code == 2


def test_run_refuses_the_outside_world_by_default(tmp_path: Path) -> None:
    text = """package main
import ("fmt"; "os"; "time")
func main() {
	_, err := os.ReadFile(os.Args[1])
	fmt.Println(err != nil, os.WriteFile(os.Args[1]+".new", nil, 0o600) != nil, len(os.Environ()), time.Now().Year())
}
"""
    path = tmp_path / "f"
    path.write_text("x")
    assert morestack.run(text, args=[str(path)]).stdout == b"true true 0 2001\n"
    allowed = morestack.run(text, args=[str(path)], files=True, clock=True, env={"A": "b"}).stdout.split()
    assert allowed[:3] == [b"false", b"false", b"1"] and int(allowed[3]) > 2024


@pytest.mark.parametrize(
    ("kind", "body", "options"),
    [
        ("time", "for { }", {"timeout": 0.3}),
        ("time", "select { case <-time.After(time.Hour): }", {"timeout": 0.3}),
        ("instructions", "for { }", {"max_instructions": 100_000}),
        ("memory", "var k [][]byte; for { k = append(k, make([]byte, 1<<20)) }", {"max_memory": 64 << 20}),
        ("memory", "var f func(int) int; f = func(n int) int { return f(n+1) + 1 }; f(0)", {"max_memory": 16 << 20}),
        ("goroutines", "for { go func() { select {} }() }", {"max_goroutines": 100}),
        ("output", "for { println(time.Second) }", {"max_output": 10_000}),
    ],
)
def test_limits(kind: str, body: str, options: dict[str, Any]) -> None:
    with pytest.raises(morestack.LimitExceeded) as caught:
        morestack.run(f'package main\nimport "time"\nvar _ = time.Now\nfunc main() {{ {body} }}\n', **options)
    assert caught.value.kind == kind


def test_limits_are_finite_by_default() -> None:
    for function in (morestack.run, morestack.compile):
        defaults = {n: p.default for n, p in inspect.signature(function).parameters.items()}
        for name in ("max_memory", "timeout", "max_goroutines", "max_output", "max_files"):
            assert math.isfinite(defaults[name]) and defaults[name] > 0


def test_a_seed_and_godebug() -> None:
    text = "package main\nfunc main() { m := map[int]bool{}; for i := range 30 { m[i] = true }; for k := range m { print(k, ` `) } }\n"
    assert morestack.run(text, seed=1).stderr == morestack.run(text, seed=1).stderr != morestack.run(text, seed=2).stderr
    moved = morestack.run(text, godebug={"stackmove": 1}).stats.copies
    assert moved > morestack.run(text).stats.copies + 10


def test_wrong_arguments_of_run() -> None:
    with pytest.raises(FileNotFoundError):
        morestack.run("missing.go")
    with pytest.raises(ValueError, match="engine"):
        morestack.run(ECHO, engine="fast")
    with pytest.raises(ValueError, match="1.4"):
        morestack.run(ECHO, go="1.18")


# ---- compile ---------------------------------------------------------------------------------------------------------


def test_functions_are_called(shop: Any) -> None:
    assert shop.Fib(15) == 610
    assert shop.Reverse("héllo") == "olléh"
    assert shop.Sum([1.5, 2]) == 3.5
    assert shop.Total(1, 2, 3) == 6 and shop.Total(1) == 1
    assert shop.DivMod(-7, 2) == (-3, -1)
    assert shop.DivMod(b=2, a=7) == (3, 1)
    assert shop.Words("a b a") == {"a": 2, "b": 1}
    assert shop.Not(True) is False
    assert shop.Later(5) == 10


def test_errors_are_values(shop: Any) -> None:
    assert shop.Length("abc") == (3, None)
    n, error = shop.Length("")
    assert n == 0 and isinstance(error, morestack.GoError) and str(error) == "empty"
    assert shop.Wrap(None) is None
    assert str(shop.Wrap(ValueError("bad"))) == "wrapped: bad"


def test_structs_are_dataclasses(shop: Any) -> None:
    p = shop.Move(shop.Point(1, 2, "t"), 5)
    assert p == shop.Point(6, 2, "t") and dataclasses.is_dataclass(p)
    assert shop.Move({"X": 1, "Y": 2, "Tag": ""}, 1).X == 2
    with pytest.raises(TypeError, match="lacks the field Tag|Tag"):
        shop.Move({"X": 1, "Y": 2}, 1)


def test_values_of_every_type(shop: Any) -> None:
    assert shop.Bytes(b"\0\xff") == b"\0\xff" and shop.Bytes(bytearray(b"a")) == b"a" and shop.Bytes(None) == b""
    assert shop.Vector((1, 2.5)) == [1.0, 2.5]
    assert shop.Vector(array.array("d", [1, 2])) == [1.0, 2.0]
    assert shop.Texts(["a", "", "é"]) == ["a", "", "é"] and shop.Bools([True, False]) == [True, False]
    assert shop.Complexes([1, 2j, 1 + 1j]) == [1, 2j, 1 + 1j] and shop.Shorts([-5, 6, 7]) == [-5, 6, 7]
    assert shop.Grid([[1, 2, 3], [4, 5, 255]]) == [[1, 2, 3], [4, 5, 255]]
    assert shop.Keys({(1, 2): True}) == {(1, 2): True}
    nested = {"a": [[shop.Point(1, 2, "x")], []], "b": []}
    assert shop.Nested(nested) == nested
    for value in (None, True, 3, 2.5, "s", b"b", 1j, [1, [None]], {"k": [1.5]}):
        assert shop.Same(value) == value
    assert shop.Float32(0.1) != 0.1 and math.isnan(shop.Float(math.nan))


WRONG: list[tuple[str, tuple[Any, ...]]] = [
    ("Fib", ()), ("Fib", (1, 2)), ("Fib", ("1",)), ("Fib", (1.0,)), ("Fib", (True,)), ("Fib", (2**63,)), ("Fib", (None,)),
    ("Int8", (128,)), ("Uint64", (-1,)), ("Float", ("x",)), ("Float", (10**400,)), ("Not", (1,)), ("Reverse", (b"x",)),
    ("Reverse", (1,)), ("Sum", (["a"],)), ("Sum", ("abc",)), ("Sum", ([True],)), ("Sum", (3,)), ("Bytes", ("text",)),
    ("Bytes", ([256],)), ("Shorts", ([40000],)), ("Shorts", ([1.5],)), ("Texts", ("abc",)), ("Texts", ([1],)),
    ("Grid", ([[1, 2, 3]],)), ("Grid", ([[1, 2], [3, 4]],)), ("Keys", ([1],)), ("Keys", ({1: True},)), ("Total", ()),
    ("Total", (1, "x")), ("Move", (1, 2)), ("Wrap", ("text",)), ("Same", (object(),)), ("Pointer", (1,)),
]  # fmt: skip


@pytest.mark.parametrize(("name", "args"), WRONG, ids=range(len(WRONG)))
def test_wrong_arguments_are_type_errors_before_the_call(name: str, args: tuple[Any, ...], shop: Any) -> None:
    before = shop.stats.goroutines
    with pytest.raises(TypeError, match=name):
        getattr(shop, name)(*args)
    assert shop.stats.goroutines == before


def test_signatures_and_documentation(shop: Any) -> None:
    assert str(inspect.signature(shop.Fib)) == "(n: int) -> int"
    assert str(inspect.signature(shop.Total)) == "(first: int, *rest: int) -> int"
    assert str(inspect.signature(shop.DivMod)) == "(a: int, b: int) -> tuple[int, int]"
    assert inspect.signature(shop.Words).return_annotation == dict[str, int]
    assert shop.Fib.__doc__ == "func Fib(n int) int\n\nFib computes a Fibonacci number.\n\nIt takes its time."
    assert shop.__doc__ == "Package shop is called from Python."
    assert (shop.Answer, shop.Title, shop.Half) == (42, "shop", 0.5)
    assert {"Fib", "Point", "Answer"} <= set(dir(shop))
    with pytest.raises(AttributeError, match="Nothing"):
        _ = shop.Nothing
    with pytest.raises(TypeError, match=r"\*int can't be passed"):
        shop.Pointer(None)


# ---- how calls end ---------------------------------------------------------------------------------------------------


def test_a_panic_ends_the_call_alone(shop: Any) -> None:
    with pytest.raises(morestack.GoPanic) as caught:
        shop.Index(5)
    e = caught.value
    assert str(e) == "panic: runtime error: index out of range [5] with length 3"
    assert e.value == "runtime error: index out of range [5] with length 3" and e.goroutine > 1
    assert [(f.function, f.line) for f in e.frames] == [("shop.Index", SOURCE[: SOURCE.index("func Index")].count("\n") + 1)]
    assert "shop.Index" in e.__notes__[0]
    assert shop.Index(1) == 2
    for value in ("text", 3, 2.5, True, [1]):
        with pytest.raises(morestack.GoPanic) as caught:
            shop.Panic(value)
        assert caught.value.value == value
    with pytest.raises(morestack.GoPanic, match="panic: shop.Point|shop.Point"):
        shop.PanicPoint()
    with pytest.raises(morestack.GoPanic, match="Goexit"):
        shop.Goexit()


def test_state_stays_between_calls() -> None:
    with fresh() as program:
        assert [program.Count() for _ in range(3)] == [1, 2, 3]
        assert program.Deep(20_000) == 20_000
        assert program.stats.copies > 5


def test_exit_deadlock_and_other_goroutines_panics_close_the_program() -> None:
    program = fresh(stderr=lambda data: None)
    with pytest.raises(morestack.GoExit) as left:
        program.Exit(7)
    assert left.value.code == 7 and program.closed
    with pytest.raises(ValueError, match="closed: it exited with status 7"):
        program.Fib(1)
    with pytest.raises(morestack.Deadlock):
        fresh(stderr=lambda data: None).Sleep()
    with pytest.raises(morestack.GoPanic, match="over there") as caught:
        fresh(stderr=lambda data: None).Elsewhere()
    assert caught.value.value == "over there"


@pytest.mark.parametrize(
    ("name", "kind", "options"),
    [
        ("Spin", "time", {"timeout": 4.0}),
        ("Spin", "instructions", {"max_instructions": 200_000}),
        ("Fill", "memory", {"max_memory": 64 << 20}),
    ],
)
def test_limits_of_calls(name: str, kind: str, options: dict[str, Any]) -> None:
    program = fresh(stderr=lambda data: None, **options)
    assert program.Count() == 1
    with pytest.raises(morestack.LimitExceeded) as caught:
        getattr(program, name)()
    assert caught.value.kind == kind
    with pytest.raises(ValueError, match="closed"):
        program.Count()


def test_limits_hold_for_each_call() -> None:
    with fresh(max_instructions=3_000_000) as program:
        for _ in range(5):
            assert program.Fib(18) == 2584


def test_output_and_the_outside_world(capsys: pytest.CaptureFixture[str]) -> None:
    with fresh() as program:
        program.Print("é")
        assert capsys.readouterr() == ("é\n", "err é\n")
        assert program.Now() == 1_000_000_000 and program.Home() == ""
        assert str(program.Open("/etc/passwd")) == "open /etc/passwd: operation not permitted"
    pieces: list[bytes] = []
    with fresh(stdout=pieces.append, stderr=pieces.append, env={"HOME": "h"}, files=True) as program:
        program.Print("x")
        assert program.Home() == "h" and program.Open("/") is None
    assert b"".join(pieces) == b"x\nerr x\n"


@pytest.mark.parametrize("engine", ["python", "llvm", "auto"])
def test_calls_on_every_engine(engine: str) -> None:
    if engine == "llvm":
        pytest.importorskip("llvmlite")
    text = (
        "package p\nimport `errors`\nvar n int\nfunc Fib(n int) int { if n < 2 { return n }; return Fib(n-1) + Fib(n-2) }\n"
        "func Index(i int) int { n++; return []int{n}[i] }\nfunc Fail() error { return errors.New(`no`) }\nfunc Spin() { for {} }\n"
    )
    program = morestack.compile(text, engine=engine, timeout=30.0)
    assert [program.Fib(20) for _ in range(3)] == [6765] * 3
    assert program.Index(0) == 1
    with pytest.raises(morestack.GoPanic, match="out of range"):
        program.Index(1)
    assert program.Index(0) == 3 and str(program.Fail()) == "no"
    program.close()
    slow = morestack.compile(text, engine=engine, timeout=3.0)
    with pytest.raises(morestack.LimitExceeded, match="time"):
        slow.Spin()


@pytest.mark.parametrize("engine", ["python", "llvm"])
@pytest.mark.parametrize("body", ["for { n++ }", "go func() { for { n++ } }(); <-make(chan int)", "time.Sleep(time.Hour)"])
def test_ctrl_c_in_a_call(engine: str, body: str) -> None:
    """A real SIGINT while Go runs or waits: KeyboardInterrupt, the handler of before is back, and the program says that it is closed."""
    if engine == "llvm":
        pytest.importorskip("llvmlite")
    text = f"package p\nimport `time`\nvar n int\nvar _ = time.Now\nfunc Add(a, b int) int {{ return a + b }}\nfunc Stay() {{ {body} }}\n"
    program = morestack.compile(text, engine=engine, timeout=60.0)
    assert program.Add(1, 2) == 3
    before = signal.getsignal(signal.SIGINT)
    timer = threading.Timer(1.0, os.kill, (os.getpid(), signal.SIGINT))
    timer.start()
    with pytest.raises(KeyboardInterrupt):
        program.Stay()
    timer.join()
    assert signal.getsignal(signal.SIGINT) is before and program.closed
    with pytest.raises(ValueError, match="closed: a call was interrupted"):
        program.Add(1, 2)


def test_several_programs_and_threads() -> None:
    with fresh() as a, fresh() as b:
        assert (a.Count(), a.Count(), b.Count()) == (1, 2, 1)
        found: list[int] = []
        threads = [threading.Thread(target=lambda: found.append(a.Count())) for _ in range(4)]
        for t in threads:
            t.start()
        for t in threads:
            t.join()
        assert sorted(found) == [3, 4, 5, 6]


def test_a_call_from_inside_a_call_is_refused() -> None:
    program: Any = None

    def again(data: bytes) -> None:
        program.Count()

    program = fresh(stdout=again)
    with pytest.raises(ValueError, match="in a call already"):
        program.Print("x")


def test_compile_errors() -> None:
    with pytest.raises(morestack.CompileError) as caught:
        morestack.compile("package p\n\nfunc F() {\n\tx := 1\n\treturn y\n}\n")
    found = caught.value.diagnostics
    assert [(d.file, d.line, d.column, d.message) for d in found] == [
        ("prog.go", 4, 2, "declared and not used: x"),
        ("prog.go", 5, 9, "undefined: y"),
    ] or [d.line for d in found] == [4, 5, 5][: len(found)]
    assert "./prog.go:4:2: declared and not used: x" in str(caught.value)
    with pytest.raises(morestack.CompileError, match="net/http"):
        morestack.compile('package p\nimport "net/http"\nvar _ = http.Get\n')


def test_a_program_with_main_is_compiled_too(tmp_path: Path) -> None:
    path = tmp_path / "tool.go"
    path.write_text("package main\n\nfunc Twice(x int) int { return 2 * x }\nfunc main() { println(Twice(1)) }\n")
    with morestack.compile(path) as program:
        assert program.Twice(4) == 8
    assert morestack.run(path).stderr == b"2\n"


# ---- values of random shape ------------------------------------------------------------------------------------------

INTS = st.integers(-(2**63), 2**63 - 1)
ANY = st.recursive(
    st.none() | st.booleans() | INTS | st.floats(allow_nan=False) | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text("abc", max_size=3), inner, max_size=4),
    max_leaves=10,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ANY, st.lists(st.floats(allow_nan=False)), st.text(st.characters(exclude_categories=["Cs"])), st.binary())
def test_values_come_back_as_they_went(shop: Any, value: Any, floats: list[float], text: str, data: bytes) -> None:
    assert shop.Same(value) == value
    assert shop.Vector(floats) == floats
    assert shop.Texts([text]) == [text]
    assert shop.Bytes(data) == data
    assert shop.Reverse(shop.Reverse(text)) == text


# ---- the module ------------------------------------------------------------------------------------------------------


def test_everything_that_is_exported_exists() -> None:
    for name in morestack.__all__:
        assert getattr(morestack, name) is not None
    assert set(morestack.__all__) <= set(dir(morestack))
    with pytest.raises(AttributeError):
        _ = morestack.nothing


def test_importing_is_quick() -> None:
    code = "import time; t = time.perf_counter(); import morestack; print(time.perf_counter() - t)"
    best = min(float(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout) for _ in range(5))
    assert best < 0.05


def test_compilations_leave_nothing_behind() -> None:
    from morestack.compiler import tree

    for n in range(2):
        text = f"package p\n\nimport \"fmt\"\n\nfunc F(n int) string {{ return fmt.Sprint(n, {time.time_ns()}, {n}) }}\n"
        with morestack.compile(text) as program:
            assert program.F(7).startswith("7 ")
    gc.collect()
    assert [o for o in gc.get_objects() if isinstance(o, tree.Node)] == []
