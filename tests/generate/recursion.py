"""Recursions that make stacks grow and move under pointers into every frame of them."""

from __future__ import annotations

from tests.generate.scope import Body, Var
from tests.generate.statements import Lines, Statements, go
from tests.generate.types import INT, Type

DEEP = """
func $name(n int, p *int, q *$t, f func(int) int) (r int) {
	var own [$size]int
	var local $t
	_ = local
	$deferred
	$recover
	$change
	own[n%len(own)] = n
	*p += own[n%len(own)]
	*q = $kept
	if n <= 0 {
		$bottom
	}
	$again
	return r ^ own[n%len(own)] + *p
}
"""
DEFERRED = """
	defer func() {
		if n%7 == 3 {
			*p += n
		}
		r += *p
	}()
"""
RECOVER = """
	defer func() {
		if x := recover(); x != nil {
			if n%5 != 0 {
				panic(x)
			}
			r = own[0] + *p
		}
	}()
"""
BOTTOMS = ["return f(*p)", "panic(\"bottom\")", "var m map[int]int\nm[0] = 1", "return grow(30, p) + f(1)", "where(0)\nreturn 1"]
AGAIN = [
    "r = $name(n-1, &own[n%len(own)], &local, f)",
    "r = $name(n-1, p, &local, func(x int) int { own[0]++; return f(x) + own[0] })",
    "g := $name\nr = g(n-1, &r, q, f)",
]
RUN = """
	var $a, $r int
	var $b $t
	func() {
		defer catch($n)
		$r = $name($depth, &$a, &$b, func(x int) int { $a ^= x; return $a })
	}()
	fmt.Println($a, $r)
	_ = $b
"""


def deep(s: Statements) -> Lines:
    """A recursion with pointers to locals of the frames above, an array in each frame and panics at the bottom."""
    c, w = s.c, s.w
    w.use("fmt")
    t = w.pool.any(1)
    if not t.zero:
        t = INT
    name = w.name("§deep")
    deferred, recover, change = c.chance(2), c.chance(3), c.chance(2)
    w.helpers[name] = "\n".join(go(
        DEEP, name=name, t=t.text, size=1 + c.below(40), deferred=DEFERRED if deferred else "", recover=RECOVER if recover else "",
        change=f"local = {_inside(s, t)}" if change else "", kept=c.pick(["local", "*q"]), bottom=c.pick(BOTTOMS),
        again=go(c.pick(AGAIN), name=name),
    ))  # fmt: skip
    a, b, r = s.bind(INT), s.bind(t), s.bind(INT)
    w.vars.extend([a, b, r])
    return go(RUN, name=name, t=t.text, a=a.name, b=b.name, r=r.name, n=c.below(100), depth=c.pick([2, 7, 20, 50]))


def _inside(s: Statements, t: Type) -> str:
    """A value for a local of the recursion."""
    w = s.w
    before, w.vars[:] = list(w.vars), [Var("n", INT, True), Var("local", t), Var("*p", INT, True)]
    outer, w.body = w.body, Body(True, calm=True)
    text = s.e.text(t, 1)
    w.vars[:] = before
    w.body = outer
    return text
