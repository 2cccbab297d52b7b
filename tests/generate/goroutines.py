"""Goroutines, channels and select, with results that do not depend on who runs first."""

from __future__ import annotations

from tests.generate.scope import Body, Var
from tests.generate.statements import Lines, Statements, go
from tests.generate.types import INT, INT64, Type, slice_of

WAIT_GROUP = """
	var $ch sync.WaitGroup
	$out := make([]$t, $n)
	for $i := range $out {
		$ch.Add(1)
		go func() {
			defer $ch.Done()
			$deeper
			$out[$i] = $work
		}()
	}
	$ch.Wait()
"""
ONE_SENDS = """
	$ch := make(chan $t, $room)
	for $i := range $n {
		go func($i int) {
			$deeper
			if $i == $n - 1 {
				$ch <- $work
			}
		}($i)
	}
	$v := <-$ch
	_ = $v
"""
PRODUCER = """
	$ch := make(chan $t, $room)
	go func() {
		defer close($ch)
		for $i := range $n {
			$deeper
			$ch <- $work
		}
	}()
	var $out []$t
	for x := range $ch {
		$out = append($out, x)
	}
"""
MUTEX = """
	$total := 0
	var $back sync.$lock
	$ch := make(chan bool)
	for $i := range $n {
		go func() {
			$deeper
			$back.Lock()
			$total += $i * 3
			$back.Unlock()
			$ch <- true
		}()
	}
	for range $n {
		<-$ch
	}
"""
ENDING = """
	$ch := make(chan string, 3)
	go func() {
		defer close($ch)
		$back := "a"
		defer func() { $ch <- fmt.Sprint(recover(), $back) }()
		defer func() { $back += "b" }()
		$end
	}()
	for x := range $ch {
		fmt.Println(x)
	}
"""
ATOMIC = """
	var $count int64
	$ch := make(chan struct{}, $n)
	for $i := range $n {
		go func() {
			$deeper
			atomic.AddInt64(&$count, int64($i))
			$ch <- struct{}{}
		}()
	}
	for range $n {
		<-$ch
	}
"""
PING_PONG = """
	$ch, $back := make(chan int), make(chan int)
	go func() {
		for x := range $ch {
			$back <- grow(x&31, &x) + x
		}
		close($back)
	}()
	$total := 0
	for $i := range $n {
		$ch <- $i + $total
		$total ^= <-$back
	}
	close($ch)
	_, _ = <-$back, $total
"""


def goroutine(s: Statements) -> Lines:
    """Several goroutines, each perhaps with a stack that grows."""
    c, w = s.c, s.w
    t = w.pool.any(1)
    i, v, out = w.name("i"), s.bind(t), s.bind(slice_of(t))
    total, count = s.bind(INT), s.bind(INT64)
    forms: list[tuple[str, str, list[Var]]] = [
        (PRODUCER, "", [out]), (ONE_SENDS, "", [v]), (MUTEX, "sync", [total]), (ENDING, "runtime", []), (ATOMIC, "sync/atomic", [count]),
        (PING_PONG, "", [total]), *([(WAIT_GROUP, "sync", [out])] if t.zero else []),
    ]  # fmt: skip
    form, package, made = c.pick(forms)
    w.use("fmt")
    w.use(package)
    lines = go(
        form, ch=w.name("ch"), back=w.name("back"), t=t.text, i=i, n=1 + c.below(5), room=c.below(3), work=_calm(s, t, i), v=v.name, out=out.name,
        total=total.name, count=count.name, lock=c.pick(["Mutex", "RWMutex"]), end=c.pick(["return", "panic(7)", "runtime.Goexit()"]),
        deeper=[f"x := {i}", f"grow({c.pick([2, 20, 60])}, &x)"] if c.chance(2) else [f"_ = {i}"],
    )  # fmt: skip
    w.vars.extend(made)
    return lines


def _calm(s: Statements, t: Type, index: str) -> str:
    """An expression that a goroutine may evaluate beside others."""
    w = s.w
    outer, w.body = w.body, Body(True, calm=True, depth=w.body.depth)
    before = list(w.vars)
    w.vars[:] = [Var(v.name, v.type, True) for v in w.vars if v.type.plain and v.type.kind != "map"]
    w.vars.append(Var(index, INT, True))
    text = s.e.text(t)
    w.vars[:] = before
    w.body = outer
    return text


RECEIVES = """
	$a, $b := make(chan $t, 1), make(chan int)
	$a <- $value
	select {
	case $x := <-$a:
		_ = $x
		$block
	case <-$b:
		fmt.Println($n)
	}
"""
DEFAULT = """
	$a := make(chan $t)
	var $b chan int
	select {
	case $x := <-$a:
		_ = $x
		$block
	case $b <- $n:
	default:
		fmt.Println($n)
	}
"""
SENDS = """
	$a := make(chan $t, 1)
	select {
	case $a <- $value:
		fmt.Println($n, len($a))
	case $x, ok := <-$a:
		_, _ = $x, ok
		$block
	}
	close($a)
	_, $ok := <-$a
	fmt.Println($ok)
"""
WAITS = """
	$a, $b := make(chan $t), make(chan int)
	go func() { $b <- $n }()
	select {
	case $x := <-$a:
		_ = $x
		$block
	case y := <-$b:
		fmt.Println(y)
	}
"""


def selecting(s: Statements) -> Lines:
    """select with one case that is ready, or becomes so."""
    c, w = s.c, s.w
    w.use("fmt")
    t = w.pool.any(1)
    x = s.bind(t, fixed=True)
    before = list(w.vars)
    value = s.e.text(t)
    w.vars.append(x)
    block = s.block(0, 3) if s.inner() else []
    w.vars[:] = before
    return go(
        c.pick([RECEIVES, DEFAULT, SENDS, WAITS]), a=w.name("ch"), b=w.name("ch"), t=t.text, x=x.name, value=value, block=block, n=c.below(100),
        ok=w.name("ok"),
    )  # fmt: skip
