"""Properties, with Python as the judge: integers of every width, constants, strings, slices, and trees of calls whose
stacks grow at random places. Each subject is one Go program, compiled once, whose functions hypothesis calls."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import morestack
from morestack import GoPanic

QUICK = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
WIDTHS = {f"{sign}int{bits or ''}": (sign == "", bits or 64) for sign in ("", "u") for bits in (0, 8, 16, 32, 64)}
ENGINE = {"engine": "python"}


def wrapped(value: int, name: str) -> int:
    """A Python integer as a value of a Go type."""
    signed, bits = WIDTHS[name]
    value &= (1 << bits) - 1
    return value - (1 << bits) if signed and value >> bits - 1 else value


def numbers(name: str) -> st.SearchStrategy[int]:
    """Values of an integer type, its edges among them."""
    signed, bits = WIDTHS[name]
    low, high = (-(1 << bits - 1), (1 << bits - 1) - 1) if signed else (0, (1 << bits) - 1)
    return st.one_of(st.integers(low, high), st.sampled_from([0, 1, low, low + 1, high, high - 1, high // 2 + 1]))


# ---- integers --------------------------------------------------------------------------------------------------------

BINARY: dict[str, Callable[[int, int], int]] = {
    "+": operator.add, "-": operator.sub, "*": operator.mul, "&": operator.and_, "|": operator.or_, "^": operator.xor,
    "&^": lambda a, b: a & ~b,
}  # fmt: skip
COMPARED: dict[str, Callable[[int, int], bool]] = {
    "==": operator.eq, "!=": operator.ne, "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge,
}  # fmt: skip


def _integer_functions(name: str) -> str:
    title = name.title()
    binary = ", ".join(f"a {op} b" for op in BINARY)
    compared = ", ".join(f"a {op} b" for op in COMPARED)
    conversions = "\n".join(f"func {title}To{other.title()}(a {name}) {other} {{ return {other}(a) }}" for other in WIDTHS)
    return f"""
func {title}Binary(a, b {name}) []{name} {{ return []{name}{{{binary}, -a, ^a, min(a, b), max(a, b)}} }}
func {title}Compare(a, b {name}) []bool {{ return []bool{{{compared}}} }}
func {title}Divide(a, b {name}) ({name}, {name}) {{ return a / b, a % b }}
func {title}Shift(a {name}, n uint8, m int64) []{name} {{ return []{name}{{a << n, a >> n, a << m, a >> m, a << 3, a >> 7, a << 64}} }}
func {title}Loop(a, b {name}, n int) {name} {{
	for i := 0; i < n; i++ {{
		a, b = a*b+{name}(i), a^b>>1
	}}
	return a
}}
{conversions}
"""


@pytest.fixture(scope="module")
def integers() -> Iterator[Any]:
    with morestack.compile("package p\n" + "".join(map(_integer_functions, WIDTHS)), **ENGINE) as program:
        yield program


def quotient(a: int, b: int) -> int:
    """Division that truncates towards zero."""
    q = abs(a) // abs(b)
    return q if (a < 0) == (b < 0) else -q


@pytest.mark.parametrize("name", WIDTHS)
def test_integer_arithmetic(name: str, integers: Any) -> None:
    title = name.title()
    call = {f: getattr(integers, title + f) for f in ("Binary", "Compare", "Divide", "Shift", "Loop")}

    @QUICK
    @given(numbers(name), numbers(name), st.integers(0, 255), st.integers(-3, 90), st.sampled_from(list(WIDTHS)))
    def check(a: int, b: int, n: int, m: int, other: str) -> None:
        results = [op(a, b) for op in BINARY.values()] + [-a, ~a, min(a, b), max(a, b)]
        assert list(call["Binary"](a, b)) == [wrapped(r, name) for r in results]
        assert list(call["Compare"](a, b)) == [op(a, b) for op in COMPARED.values()]
        if b:
            q = quotient(a, b)
            assert call["Divide"](a, b) == (wrapped(q, name), wrapped(a - q * b, name))
        else:
            with pytest.raises(GoPanic, match="integer divide by zero"):
                call["Divide"](a, b)
        if m < 0:
            with pytest.raises(GoPanic, match="negative shift amount"):
                call["Shift"](a, n, m)
        else:
            assert list(call["Shift"](a, n, m)) == [wrapped(r, name) for r in (a << n, a >> n, a << m, a >> m, a << 3, a >> 7, 0)]
        assert getattr(integers, f"{title}To{other.title()}")(a) == wrapped(a, other)
        x, y = a, b
        for i in range(m):
            x, y = wrapped(x * y + wrapped(i, name), name), wrapped(x ^ (y >> 1), name)
        assert call["Loop"](a, b, m) == x

    check()


# ---- constants -------------------------------------------------------------------------------------------------------

Constant = tuple[str, int | Fraction]
LARGE = 1 << 480


def _combined(pair: tuple[Constant, str, Constant]) -> Constant:
    (left, a), op, (right, b) = pair
    text = f"({left} {op} {right})"
    if isinstance(a, int) and isinstance(b, int):
        if op in "/%":
            q = quotient(a, b) if b else 0
            value: int | Fraction = (q if op == "/" else a - q * b) if b else a
            text = text if b else left
        else:
            value = BINARY[op](a, b)
    elif op not in "+-*/" or (op == "/" and not b):
        return left, a
    else:
        value = {"+": a + b, "-": a - b, "*": a * b, "/": Fraction(a) / b if b else a}[op]
    return (text, value) if abs(value) < LARGE and Fraction(value).denominator < LARGE else (left, a)


WHOLE = st.integers(-(10**30), 10**30).map(lambda n: (f"({n})", n))
RATIONAL = st.tuples(st.integers(0, 10**6), st.integers(1, 9)).map(lambda t: (f"{t[0]}.{t[1]}", Fraction(f"{t[0]}.{t[1]}")))
OPS = st.sampled_from(["+", "-", "*", "/", "%", "&", "|", "^", "&^"])
INTEGRAL = st.recursive(WHOLE, lambda inner: st.tuples(inner, OPS, inner).map(_combined), max_leaves=6)
FLOATING = st.recursive(RATIONAL, lambda inner: st.tuples(inner, OPS, inner).map(_combined), max_leaves=5)
CHUNKS = 8  # of 64 bits, of each integer


@settings(QUICK, max_examples=3)
@given(st.lists(INTEGRAL, min_size=30, max_size=60), st.lists(FLOATING, min_size=30, max_size=60))
def test_constants(whole: list[Constant], floating: list[Constant]) -> None:
    """Untyped constants: integers bit for bit, floats to the nearest float64."""
    lines = ["package p", "const ("]
    lines += [f"i{n} = {text}" for n, (text, _) in enumerate(whole)]
    lines += [f"f{n} = {text}" for n, (text, _) in enumerate(floating)]
    chunks = ", ".join(f"i{n} >> {64 * k} & (1<<64 - 1)" for n in range(len(whole)) for k in range(CHUNKS))
    lines += [")", f"func Whole() []uint64 {{ return []uint64{{{chunks}}} }}"]
    lines += [f"func Floats() []float64 {{ return []float64{{{', '.join(f'f{n}' for n in range(len(floating)))}}} }}"]
    with morestack.compile("\n".join(lines) + "\n", **ENGINE) as program:
        wanted = [value >> 64 * k & (1 << 64) - 1 for _, value in whole for k in range(CHUNKS)]  # type: ignore[operator]
        assert list(program.Whole()) == wanted
        assert list(program.Floats()) == [float(value) for _, value in floating]


# ---- strings ---------------------------------------------------------------------------------------------------------

STRINGS = """package p

func Joined(a, b []byte) []byte           { return []byte(string(a) + "/" + string(b)) }
func Part(a []byte, i, j int) []byte      { return []byte(string(a)[i:j]) }
func At(a []byte, i int) byte             { return string(a)[i] }
func Compared(a, b []byte) []bool         { s, t := string(a), string(b); return []bool{s == t, s != t, s < t, s <= t, s > t, s >= t} }
func Runes(a []byte) []int32              { return []rune(string(a)) }
func Encoded(r []int32) []byte            { return []byte(string(r)) }
func One(r int64) []byte                  { return []byte(string(rune(r))) }
func Key(a, b []byte) int                 { m := map[string]int{string(a): 1}; m[string(b)] += 2; return len(m)*10 + m[string(a)] }
func Walk(a []byte) (at []int, r []int32) {
	for i, c := range string(a) {
		at, r = append(at, i), append(r, c)
	}
	return
}
"""


@pytest.fixture(scope="module")
def strings() -> Iterator[Any]:
    with morestack.compile(STRINGS, **ENGINE) as program:
        yield program


def decoded(data: bytes) -> list[tuple[int, int]]:
    """(offset, code point) as range over a string gives them: U+FFFD of one byte for what is no UTF-8."""
    found, at = [], 0
    while at < len(data):
        for width in range(1, 5):
            try:
                c = ord(data[at : at + width].decode())
            except (UnicodeDecodeError, TypeError):
                continue
            break
        else:
            c, width = 0xFFFD, 1
        found.append((at, c))
        at += width
    return found


def encoded(r: int) -> bytes:
    """UTF-8 of a code point, or of U+FFFD."""
    return chr(r if 0 <= r < 0xD800 or 0xE000 <= r < 0x110000 else 0xFFFD).encode()


TEXT = st.one_of(st.binary(max_size=20), st.text(max_size=12).map(lambda s: s.encode("utf-8", "surrogatepass")))
RUNE = st.one_of(st.integers(-5, 0x110010), st.sampled_from([0xD7FF, 0xD800, 0xDFFF, 0xE000, 0x7F, 0x80, 0x7FF, 0x800, 0xFFFF, 0x10000]))


@settings(QUICK, max_examples=150)
@given(TEXT, TEXT, st.integers(-2, 22), st.integers(-2, 22), st.lists(RUNE, max_size=6))
def test_strings(strings: Any, a: bytes, b: bytes, i: int, j: int, runes: list[int]) -> None:
    assert bytes(strings.Joined(a, b)) == a + b"/" + b
    assert list(strings.Compared(a, b)) == [a == b, a != b, a < b, a <= b, a > b, a >= b]
    at, found = strings.Walk(a)
    assert list(zip(at or [], found or [], strict=True)) == decoded(a)
    assert list(strings.Runes(a)) == [c for _, c in decoded(a)]
    assert bytes(strings.Encoded(runes)) == b"".join(map(encoded, runes))
    assert strings.Key(a, b) == (13 if a == b else 21)
    for r in runes:
        assert bytes(strings.One(r)) == encoded(r)
    if 0 <= i <= j <= len(a):
        assert bytes(strings.Part(a, i, j)) == a[i:j]
    else:
        with pytest.raises(GoPanic, match="slice bounds out of range"):
            strings.Part(a, i, j)
    if 0 <= i < len(a):
        assert strings.At(a, i) == a[i]
    else:
        with pytest.raises(GoPanic, match="index out of range"):
            strings.At(a, i)


# ---- slices ----------------------------------------------------------------------------------------------------------

SLICES = """package p

// Play performs operations on four slices that may share arrays, and gives the contents and capacities of all at the end.
func Play(ops []int) (seen []int) {
	var s [4][]int
	for ; len(ops) >= 5; ops = ops[5:] {
		to, from, a, b, c := ops[1], ops[2], ops[3], ops[4], ops[0]/8
		switch ops[0] % 8 {
		case 0:
			s[to] = make([]int, a, a+b)
		case 1:
			s[to] = s[from][a:b]
		case 2:
			s[to] = s[from][a:b:c]
		case 3:
			s[to] = append(s[from][:len(s[from]):len(s[from])], a, b)
			s[to] = s[to][:len(s[to]):len(s[to])]
		case 4:
			s[to] = append(s[from], a)
			if len(s[from]) == cap(s[from]) {
				s[to] = s[to][:len(s[to]):len(s[to])]
			}
		case 5:
			seen = append(seen, copy(s[to], s[from]))
		case 6:
			s[to][a] = b
		case 7:
			clear(s[to])
		}
	}
	for _, x := range s {
		seen = append(append(seen, len(x), cap(x)), x...)
	}
	return seen
}
"""


@pytest.fixture(scope="module")
def slices() -> Iterator[Any]:
    with morestack.compile(SLICES, **ENGINE) as program:
        yield program


@dataclass
class Slice:
    """A slice as Go has it: an array shared with others, and what is seen of it."""

    array: list[int]
    at: int = 0
    size: int = 0
    room: int = 0

    @property
    def items(self) -> list[int]:
        """What it holds."""
        return self.array[self.at : self.at + self.size]

    def cut(self, i: int, j: int, k: int) -> Slice:
        """s[i:j:k]; IndexError where Go panics."""
        if not 0 <= i <= j <= k <= self.room:
            raise IndexError
        return Slice(self.array, self.at + i, j - i, k - i)


def fresh(items: list[int]) -> Slice:
    """A slice of a new array without room for more."""
    return Slice(items, 0, len(items), len(items))


def played(ops: list[list[int]]) -> list[int]:
    """What Play does, on lists; IndexError where it panics."""
    s = [fresh([]) for _ in range(4)]
    seen = []
    for code, to, origin, a, b in ops:
        old, c = s[origin], code // 8
        match code % 8:
            case 0:
                s[to] = Slice([0] * (a + b), 0, a, a + b)
            case 1:
                s[to] = old.cut(a, b, old.room)
            case 2:
                s[to] = old.cut(a, b, c)
            case 3:
                s[to] = fresh([*old.items, a, b])
            case 4:
                if old.size < old.room:
                    old.array[old.at + old.size] = a
                    s[to] = Slice(old.array, old.at, old.size + 1, old.room)
                else:
                    s[to] = fresh([*old.items, a])
            case 5:
                n = min(s[to].size, old.size)
                s[to].array[s[to].at : s[to].at + n] = old.items[:n]
                seen.append(n)
            case 6:
                if not 0 <= a < s[to].size:
                    raise IndexError
                s[to].array[s[to].at + a] = b
            case 7:
                s[to].array[s[to].at : s[to].at + s[to].size] = [0] * s[to].size
    for x in s:
        seen += [x.size, x.room, *x.items]
    return seen


OP = st.tuples(st.integers(0, 63), st.integers(0, 3), st.integers(0, 3), st.integers(0, 5), st.integers(0, 7)).map(list)


@settings(QUICK, max_examples=200)
@given(st.lists(OP, max_size=14))
def test_slices_share_arrays(slices: Any, ops: list[list[int]]) -> None:
    flat = [n for op in ops for n in op]
    try:
        wanted = played(ops)
    except IndexError:
        with pytest.raises(GoPanic, match="out of range"):
            slices.Play(flat)
        return
    assert list(slices.Play(flat)) == wanted


# ---- trees of calls --------------------------------------------------------------------------------------------------

TREES = """package p

// frame lies in the stack frame of each call, and points to that of the caller.
type frame struct {
	up    *frame
	value int
	total *int
}

var shape []int // kind and number of children of each call, in the order of the calls

func next() (kind, children int) {
	kind, children = shape[0], shape[1]
	shape = shape[2:]
	return
}

// touch changes the frames of all callers, through pointers into their stack frames.
func touch(f *frame, by int) {
	for ; f != nil; f = f.up {
		f.value += by
		*f.total ^= f.value
		by++
	}
}

type caller interface{ call(f *frame, big *[4]int) int }
type small struct{ pad [2]int }
type large struct{ pad [70]int }

func (s small) call(f *frame, big *[4]int) int  { s.pad[1] = walk(f, big); return s.pad[1] + s.pad[0] }
func (l *large) call(f *frame, big *[4]int) int { l.pad[69] = walk(f, big); return l.pad[69] + l.pad[0] }

func wide(f *frame, big *[4]int) int {
	var room [300]int
	for i := range room {
		room[i] = i
	}
	here := frame{up: f, value: room[7], total: &room[8]}
	r := walk(&here, big)
	for i := range room {
		if i != 8 && room[i] != i {
			panic("a local changed")
		}
	}
	return r + here.value ^ room[8]
}

func huge(f *frame, big *[4]int) (r int) {
	var room [3000]int
	p := &room[2999]
	*p = 5
	defer func() { r += *p }()
	r = walk(f, big)
	room[0]++
	return r + room[0]
}

func walk(f *frame, big *[4]int) (result int) {
	kind, children := next()
	var total int
	own := [4]int{kind, children, 2, 3}
	here := frame{up: f, value: kind, total: &total}
	add := func(n int) { here.value += n; total += own[n&3] }
	defer func() {
		if kind == 6 {
			result += total + recover().(int)
		}
	}()
	for i := 0; i < children; i++ {
		var r int
		switch kind {
		case 0:
			r = walk(&here, &own)
		case 1:
			r = wide(&here, &own)
		case 2:
			r = huge(&here, &own)
		case 3:
			func() { r = walk(&here, &own); add(r & 7) }()
		case 4:
			var c caller = small{}
			if i%2 == 1 {
				c = new(large)
			}
			r = c.call(&here, &own)
		case 5:
			call := (&large{}).call
			func() { defer func() { r = call(&here, big) }() }()
		case 6:
			r = wide(&here, big)
		}
		big[i&3] += r & 0xff
		total += r
		touch(&here, i)
	}
	if kind == 6 {
		panic(here.value & 0xffff)
	}
	return total ^ here.value ^ own[0] ^ own[1]<<4 ^ own[2]<<8 ^ own[3]<<12
}

// Walk makes the calls in a goroutine of its own, so that they begin on a small stack.
func Walk(tree []int) int {
	shape = tree
	done := make(chan int)
	go func() {
		var big [4]int
		r := walk(nil, &big)
		done <- r ^ big[0] ^ big[1] ^ big[2] ^ big[3]
	}()
	return <-done
}
"""


class Frame:
    """The model's frame: `room` is what its `total` points to, a list and an index."""

    def __init__(self, up: Frame | None, value: int, room: list[int], at: int) -> None:
        self.up, self.value, self.room, self.at = up, value, room, at


def walked(tree: list[int]) -> int:
    """What Walk does, with Python's own frames; sums stay far below 64 bits."""
    shape = iter(tree)

    def touch(f: Frame | None, by: int) -> None:
        while f is not None:
            f.value += by
            f.room[f.at] ^= f.value
            by += 1
            f = f.up

    def wide(f: Frame, big: list[int]) -> int:
        room = list(range(300))
        here = Frame(f, room[7], room, 8)
        r = walk(here, big)
        assert all(room[i] == i for i in range(300) if i != 8)
        return r + here.value ^ room[8]

    def walk(f: Frame | None, big: list[int]) -> int:
        kind, children = next(shape), next(shape)
        total, own = [0], [kind, children, 2, 3]
        here = Frame(f, kind, total, 0)
        for i in range(children):
            match kind:
                case 0 | 4:
                    r = walk(here, own)
                case 1:
                    r = wide(here, own)
                case 2:
                    r = walk(here, own) + 1 + 5
                case 3:
                    r = walk(here, own)
                    here.value += r & 7
                    total[0] += own[r & 3]
                case 5:
                    r = walk(here, big)
                case _:
                    r = wide(here, big)
            big[i & 3] += r & 0xFF
            total[0] += r
            touch(here, i)
        if kind == 6:
            return total[0] + (here.value & 0xFFFF)
        return total[0] ^ here.value ^ own[0] ^ own[1] << 4 ^ own[2] << 8 ^ own[3] << 12

    big = [0] * 4
    r = walk(None, big)
    return r ^ big[0] ^ big[1] ^ big[2] ^ big[3]


def _flat(tree: Any) -> list[int]:
    kind, children = tree
    return [kind, len(children), *(n for child in children for n in _flat(child))]


KIND = st.integers(0, 6)
TREE = st.recursive(
    KIND.map(lambda kind: (kind, [])),
    lambda inner: st.one_of(st.tuples(KIND, st.lists(inner, max_size=3)), st.tuples(KIND, inner.map(lambda one: [one]))),
    max_leaves=12,
)


@pytest.mark.parametrize("godebug", ["", "stackmove=1", "gcstress=1", "efence=1", "nestwords=8"])
def test_trees_of_calls(godebug: str) -> None:
    """Stacks grow at random calls of every kind, with pointers into every frame of them."""

    @settings(QUICK, max_examples=25 if godebug else 60)
    @given(TREE)
    def check(tree: Any) -> None:
        flat = _flat(tree)
        assert program.Walk(flat) == wrapped(walked(flat), "int")

    with morestack.compile(TREES, **ENGINE, godebug=godebug) as program:
        check()
