"""Whole programs: constants, types with methods, variables, functions, and a main that uses them."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from hypothesis import strategies as st

from tests.generate import control, effects, goroutines, recursion
from tests.generate.choices import Choices, Draw
from tests.generate.printing import show
from tests.generate.scope import Body, Func, Var, World
from tests.generate.statements import Lines, Maker, Statements
from tests.generate.types import FLOAT64, INT, Pool, Type, function, results_text, slice_of

PURE: list[Maker] = [
    control.declare, control.assign, control.assign, control.update, control.declare, control.condition, control.loop, control.range_over,
    control.switch, control.jump, control.swap, control.collect, control.labelled, control.again, control.type_switch, control.change, control.several,
]  # fmt: skip
EVERY: list[Maker] = [
    *PURE, effects.print, effects.print, effects.print, effects.store, effects.store, effects.call, effects.call, effects.closure, effects.captured,
    effects.risky, effects.risky, effects.where, effects.grow, effects.deferred, effects.alias, recursion.deep, goroutines.goroutine,
    goroutines.selecting, effects.recovered, effects.mutate, effects.mutate,
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Generated:
    """A program: its text, in which `§` begins the names that are its own at package level, and what it imports."""

    template: str
    packages: frozenset[str]


@st.composite
def programs(draw: Draw) -> Generated:
    """A strategy for well-typed programs with deterministic output."""
    return Writer(Choices(draw)).program()


class Writer:
    """Writes one program, top down."""

    def __init__(self, choices: Choices) -> None:
        self.c = choices
        self.w = World(choices, Pool(choices))
        self.s = Statements(self.w, PURE, EVERY)
        self.parts: list[Lines] = []

    def program(self) -> Generated:
        """The program."""
        w, c = self.w, self.c
        for _ in c.more(0, 4, 3):
            t = w.pool.declare()
            if t.kind not in ("interface", "pointer"):
                self._methods(t)
        constants = self._constants()
        shared = self._variables()
        w.vars[:] = constants
        for _ in c.more(0, 2, 3):
            self._function(pure=True)
        w.vars[:] = [*constants, *shared]
        for _ in c.more(0, 2, 4):
            self._function(pure=False)
        w.body = Body(False)
        main = ["func §main() {"]
        for _ in c.more(2, 9, 7):
            main += self.s.statement()
        for v in w.vars[-4:]:
            main += show(w, v)
        self.parts.append([*main, "}"])
        lines = [*w.pool.declarations, *(line for part in self.parts for line in ["", *part]), *("\n" + text for text in w.helpers.values())]
        text = indent("\n".join(lines).split("\n"))
        packages = frozenset(w.imports & PACKAGES)
        unused = [p for p in packages if f"{p.rpartition('/')[2]}." not in text]
        return Generated(text, packages - set(unused))

    def _constants(self) -> list[Var]:
        """Constants whose values are worked out with arbitrary precision."""
        c = self.c
        found: list[Var] = []
        lines = ["const ("]
        for n in c.more(0, 4, 4):
            name = f"§c{n}"
            if c.chance(4):
                text, value = self._rational(3)
                if abs(value) > Fraction(10) ** 300 or 0 < abs(value) < Fraction(1, 10**300):
                    continue
                lines.append(f"{name} float64 = {text}")
                found.append(Var(name, FLOAT64, True))
                continue
            text, number = self._whole(3)
            fitting = [t for t in self.w.pool.basic if t.kind in ("int", "uint") and fits(number, t)]
            if fitting:
                t = c.pick(fitting)
                lines.append(f"{name} {t.text} = {text}")
                found.append(Var(name, t, True))
        names = [self.w.name("§i") for _ in range(c.below(4))]
        for n, name in enumerate(names):
            lines.append(f"{name} int = {c.pick(['iota', '1 << iota', '-iota * 3', 'iota*iota + 7'])}" if n == 0 else name)
        found += [Var(name, INT, True) for name in names]
        if found:
            self.parts.append([*lines, ")"])
        for v in found:
            v.fixed = True
        return [Var(self._hidden(v), v.type, True) for v in found]

    def _hidden(self, v: Var) -> str:
        """A constant behind a variable, so that operations on it are not constant."""
        name = v.name.replace("§", "§v")
        self.parts.append([f"var {name} {v.type.text} = {v.name}"])
        return name

    def _whole(self, depth: int) -> tuple[str, int]:
        """An untyped integer constant expression and its value."""
        c = self.c
        if depth == 0 or c.chance(4):
            value = c.pick([0, 1, 2, 3, 7, 255, 1 << 31, (1 << 64) - 1, 1 << 100, 10**30])
            return str(value), value
        op = c.pick(["+", "-", "*", "/", "%", "&", "|", "^", "&^", "<<", ">>"])
        left, a = self._whole(depth - 1)
        if op in ("<<", ">>"):
            n = c.below(70)
            value = a << n if op == "<<" else a >> n
            text = f"({left} {op} {n})"
        else:
            right, b = self._whole(depth - 1)
            text = f"({left} {op} {right})"
            match op:
                case "+":
                    value = a + b
                case "-":
                    value = a - b
                case "*":
                    value = a * b
                case "/" | "%":
                    if b == 0:
                        return left, a
                    quotient = abs(a) // abs(b) * (1 if (a < 0) == (b < 0) else -1)
                    value = quotient if op == "/" else a - quotient * b
                case "&":
                    value = a & b
                case "|":
                    value = a | b
                case "^":
                    value = a ^ b
                case _:
                    value = a & ~b
        return (text, value) if value.bit_length() < 500 else (left, a)

    def _rational(self, depth: int) -> tuple[str, Fraction]:
        """An untyped floating-point constant expression and its value."""
        c = self.c
        if depth == 0 or c.chance(4):
            text = c.pick(["0.0", "1.0", "2.5", "0.1", "1e100", "3e-20", "123.456", "0x1p-20"])
            return text, Fraction(float.fromhex(text)) if text.startswith("0x") else Fraction(text)
        op = c.pick(["+", "-", "*", "/"])
        (left, a), (right, b) = self._rational(depth - 1), self._rational(depth - 1)
        if op == "/" and b == 0:
            return left, a
        value = {"+": a + b, "-": a - b, "*": a * b, "/": a / b if b else a}[op]
        return f"({left} {op} {right})", value

    def _variables(self) -> list[Var]:
        """Package-level variables, some initialised by others that stand below."""
        c, w = self.c, self.w
        found = []
        for _ in c.more(0, 3, 3):
            t = w.pool.any(1)
            v = Var(w.name("§g"), t)
            self.parts.append([f"var {v.name} {t.text} = {self.s.e.literal(t).text}"])
            found.append(v)
        return found

    def _methods(self, t: Type) -> None:
        """Methods of a declared type."""
        c, w = self.c, self.w
        for signature in w.pool.signatures.values():
            if not c.chance(3):
                continue
            by_pointer = c.chance(2)
            receiver = Var(w.name("r"), t, fixed=signature.pure)
            if by_pointer:
                receiver.fixed = True
            t.methods[signature.name] = type(signature)(signature.name, signature.params, signature.results, by_pointer)
            w.body = Body(signature.pure, signature.results)
            w.vars[:] = [Var(f"(*{receiver.name})", t, signature.pure) if by_pointer else receiver]
            head = f"func ({receiver.name} {'*' if by_pointer else ''}{t.text}) {signature.name}"
            kind = Type("", "func", params=signature.params, results=signature.results)
            self.parts.append(self.s.function(kind, signature.pure, 3, head))
        w.vars[:] = []

    def _function(self, pure: bool) -> None:
        """A declared function: plain, variadic, with named results and a deferred call that changes them."""
        c, w = self.c, self.w
        params = tuple(w.pool.any(1) for _ in range(c.below(4)))
        variadic = c.chance(5)
        if variadic:
            params = (*params, slice_of(w.pool.any(0)))
        results = tuple(w.pool.any(1) for _ in range(c.below(3) + (1 if pure else 0)))
        f = Func(f"§f{len(w.funcs)}", params, results, pure, variadic)
        w.body = Body(pure, results)
        before = list(w.vars)
        if pure:
            lines = self.s.function(function(params, results), True, 5, f"func {f.name}")
        else:
            lines = self._effects(f)
        if variadic:
            last = params[-1]
            at = lines[0].rindex(f" {last.text})", 0, len(lines[0]) - len(results_text(results)) - 2 + 1)
            lines[0] = f"{lines[0][:at]} ...{last.of.text}){lines[0][at + len(last.text) + 2 :]}"
        w.vars[:] = before
        w.funcs.append(f)
        self.parts.append(lines)

    def _effects(self, f: Func) -> Lines:
        """A function with effects; its results may have names, which a deferred function changes."""
        c = self.c
        kind = function(f.params, f.results)
        head = f"func {f.name}"
        if not f.results or not all(t.zero for t in f.results) or c.chance(2):
            return self.s.function(kind, False, 7, head)
        named = [Var(self.w.name("r"), t) for t in f.results]
        self.w.vars.extend(named)
        lines = self.s.function(kind, False, 7, head)
        before = len(lines[0]) - len(results_text(f.results)) - 2
        lines[0] = f"{lines[0][:before]} ({', '.join(f'{v.name} {v.type.text}' for v in named)}) {{"
        deferred = self.s.function(Type("", "func"), False, 2)
        catch = [f"say({c.below(100)}, recover())"] if c.chance(2) else []
        return [*lines[:2], f"defer {deferred[0]}", *catch, *deferred[1:-1], "}()", *lines[2:]]


PACKAGES = frozenset({"fmt", "errors", "math", "runtime", "strconv", "strings", "sync", "sync/atomic"})


def fits(value: int, t: Type) -> bool:
    """Whether a constant can be of an integer type."""
    low, high = (-(1 << t.bits - 1), (1 << t.bits - 1) - 1) if t.kind == "int" else (0, (1 << t.bits) - 1)
    return low <= value <= high


def indent(lines: Lines) -> str:
    """Lines with tabs by their braces."""
    depth = 0
    out = []
    for line in lines:
        if line.startswith(("}", ")")):
            depth -= 1
        shift = -1 if line.startswith(("case ", "default:")) else 0
        out.append("\t" * max(0, depth + shift) + line if line else line)
        if line.endswith(("{", "(")):
            depth += 1
    return "\n".join(out) + "\n"
