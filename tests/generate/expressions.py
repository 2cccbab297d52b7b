"""Expressions: typed, free of effects on anything that the same statement reads, and never failing.

The order of calls and the order of loads are not both settled by Go, so what changes something, and what may panic, is
left to statements. Constant operands are never alone: Go would refuse what overflows.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.generate.scope import Var, World
from tests.generate.types import FLOAT64, INT, STRING, Method, Type, method_set, results_text, selectors

Template = list["str | int | Type"]  # text, and holes: an index below a number, an expression of a type

STRINGS = ['""', '"a"', '"Go"', '"héllo"', '"\\xff\\x80z"', '"日本"', '"a b c"', '"\\x00\\n\\t"', "`r\\aw`", '"zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz"']
FLOATS = ["0", "1", "2", "0.5", "3", "1e10", "0.1", "1e-300", "123456789.25", "7.5e100"]
FLOATS32 = ["0", "1", "2", "0.5", "3", "1e10", "0.1", "1e-30", "16777216", "7.5e30"]
COMPARE = ["==", "!=", "<", "<=", ">", ">="]
INT_OPS = ["+", "-", "*", "&", "|", "^", "&^", "/", "%", "<<", ">>"]


@dataclass(slots=True)
class Expr:
    """An expression's text, and whether Go takes it for a constant."""

    text: str
    const: bool = False


class Expressions:
    """Writes expressions in a world."""

    def __init__(self, world: World) -> None:
        self.w = world
        self.c = world.choices

    def text(self, t: Type, depth: int = 2) -> str:
        """An expression of a type."""
        return self.expr(t, depth).text

    def variable(self, t: Type, depth: int = 1) -> str:
        """An expression that is no constant."""
        e = self.expr(t, depth)
        return self._varied(t, e) if e.const else e.text

    def _varied(self, t: Type, e: Expr) -> str:
        """A constant behind a function call."""
        return f"{self.w.helper('id', t, f'func $(x {t.text}) {t.text} {{ return x }}')}({e.text})"

    # ---- values without names --------------------------------------------------------------------------------------

    def literal(self, t: Type, depth: int = 2) -> Expr:
        """A value of any type, by nothing but literals."""
        c = self.c
        match t.kind:
            case "int" | "uint":
                return Expr(f"{t.text}({self._integer(t)})", True)
            case "float":
                return Expr(f"{t.text}({c.pick(FLOATS if t.bits == 64 else FLOATS32)})", True)
            case "complex":
                return Expr(f"{t.text}({c.pick(FLOATS32[:7])}+{c.pick(FLOATS32[:7])}i)", True)
            case "string":
                return Expr(f"{t.text}({c.pick(STRINGS)})" if t.named else c.pick(STRINGS), True)
            case "bool":
                return Expr(f"{t.text}({c.pick(['false', 'true'])})" if t.named else c.pick(["false", "true"]), True)
            case "interface":
                able = self.w.pool.implementers(t)
                if t.text == "error":
                    self.w.use("errors")
                    return Expr(f"errors.New({c.pick(STRINGS)})")
                one = c.pick(able) if depth > 0 else able[0]  # the first holds no interface like this one
                return Expr(f"{t.text}({self.literal(one, depth - 1).text})")
            case "pointer":
                if t.of.kind in ("struct", "array", "slice", "map") and (c.chance(2) or not t.of.zero):
                    return Expr(f"&{self.literal(t.of, depth - 1).text}")
                if t.of.zero:
                    return Expr(f"new({t.of.text})")
                name = self.w.helper("ptr", t.of, f"func $(x {t.of.text}) *{t.of.text} {{ return &x }}")
                return Expr(f"{name}({self.literal(t.of, depth - 1).text})")
            case "func":
                params = ", ".join(p.text for p in t.params)
                results = ", ".join(self.literal(r, depth - 1).text for r in t.results)
                text = f"func({params}){results_text(t.results)} {{ step(); return {results} }}"
                return Expr(f"{t.text}({text})" if t.named else text)
        return Expr(self._composite(t, lambda e: self.literal(e, depth - 1).text, depth))

    def _integer(self, t: Type) -> str:
        c = self.c
        low, high = (-(1 << t.bits - 1), (1 << t.bits - 1) - 1) if t.kind == "int" else (0, (1 << t.bits) - 1)
        roll = c.below(16)
        if roll < 10:
            return str(roll)
        match roll:
            case 10:
                return str(high)
            case 11:
                return str(low)
            case 12:
                return str(high - c.below(3))
            case 13:
                return f"'{c.pick('aZ0~')}'"
            case 14:
                return hex(c.below(256) * 0x1357_9BDF_0246_8ACE % (high + 1))
        return str(max(low, -1 - c.below(100)))

    def _composite(self, t: Type, value: Callable[[Type], str], depth: int) -> str:
        """A composite literal whose elements `value` writes."""
        c = self.c
        if t.kind == "struct":
            real = [f for f in t.fields if f.name != "_"]
            if len(real) == len(t.fields) and c.chance(3):
                return f"{t.text}{{{', '.join(value(f.type) for f in real)}}}"
            kept = [f for f in real if not f.type.zero or c.below(4)]
            return f"{t.text}{{{', '.join(f'{f.name}: {value(f.type)}' for f in kept)}}}"
        if t.kind == "array":
            if t.elem is not None and t.elem.zero and c.chance(3):
                at = c.below(t.length)
                return f"{t.text}{{{at}: {value(t.of)}}}"
            return f"{t.text}{{{', '.join(value(t.of) for _ in range(t.length))}}}"
        if t.kind == "slice":
            return f"{t.text}{{{', '.join(value(t.of) for _ in c.more(0, 4 if depth > 0 else 2, 4))}}}"
        assert t.kind == "map" and t.key is not None
        keys: list[str] = []
        for _ in c.more(0, 4 if depth > 0 else 2, 4):
            key = self.literal(t.key, 0).text
            if key not in keys:
                keys.append(key)
        keys = _distinct(t.key, keys)
        return f"{t.text}{{{', '.join(f'{k}: {value(t.of)}' for k in keys)}}}"

    # ---- any expression --------------------------------------------------------------------------------------------

    def expr(self, t: Type, depth: int = 2) -> Expr:
        """An expression of a type, nested so deep."""
        c = self.c
        known = self.w.of_type(t)
        if depth <= 0:
            return Expr(c.pick(known).name) if known and c.below(4) else self.literal(t, 0)
        roll = c.below(10)
        if roll < 3 and known:
            return Expr(c.pick(known).name)
        if roll == 3:
            return self.literal(t, depth)
        if roll in (4, 5) and (found := self._reached(t, depth)):
            return Expr(found)
        if roll == 6 and (found := self._called(t, depth)):
            return Expr(found)
        return self._operation(t, depth - 1)

    def _reached(self, t: Type, depth: int) -> str:
        """A field, an element, a target or a method's result found at a variable; "" if there is none."""
        found: list[Template] = []
        for v in self.w.vars:
            found += self._inside(v.name, v.type, t)
        if not found:
            return ""
        parts = self.c.pick(found)
        return "".join(
            part if isinstance(part, str) else self.index(part, depth) if isinstance(part, int) else self.text(part, depth - 1)
            for part in parts
        )

    def _inside(self, name: str, have: Type, wanted: Type) -> list[Template]:
        """Expressions of a type that begin with a variable."""
        found: list[Template] = []
        of = have.elem
        hit = of is not None and of.text == wanted.text
        match have.kind:
            case "struct":
                found += [[f"{name}.{f}"] for f, ft in selectors(have) if ft.text == wanted.text]
            case "pointer":
                assert of is not None
                if hit:
                    found.append([f"*{name}"])
                if of.kind == "struct":
                    found += [[f"{name}.{f}"] for f, ft in selectors(of) if ft.text == wanted.text]
                if of.kind == "array" and of.of.text == wanted.text:
                    found.append([f"{name}[", of.length, "]"])
            case "array" if hit:
                found.append([f"{name}[", have.length, "]"])
            case "slice" if hit:
                found.append([f"{self._at(have)}({name}, ", INT, ")"])
            case "map" if hit and have.key is not None:
                found.append([f"{self._get(have)}({name}, ", have.key, ")"])
            case "string" if wanted.text == "uint8" and not have.named:
                found.append([f"byteAt({name}, ", INT, ")"])
        if not self.w.body.calm:
            for m in callable_methods(have).values():
                if m.pure and len(m.results) == 1 and m.results[0].text == wanted.text:
                    args: Template = []
                    for p in m.params:
                        args += [", ", p] if args else [p]
                    found.append([f"{name}.{m.name}(", *args, ")"])
        return found

    def index(self, length: int, depth: int) -> str:
        """An index within an array."""
        if self.c.chance(2):
            return str(self.c.below(length))
        return f"uint({self.variable(INT, depth - 1)})%{length}"

    def _at(self, t: Type) -> str:
        """The helper that gets an element of a slice, or some other value of an empty one."""
        body = f"{{ if len(s) == 0 {{ return {self.literal(t.of, 0).text} }}; return s[uint(i)%uint(len(s))] }}"
        return self.w.helper("at", t, f"func $(s {t.text}, i int) {t.of.text} {body}")

    def _get(self, t: Type) -> str:
        """The helper that gets an element of a map."""
        assert t.key is not None
        if t.of.zero:
            body = "{ return m[k] }"
        else:
            body = f"{{ if v, ok := m[k]; ok {{ return v }}; return {self.literal(t.of, 0).text} }}"
        return self.w.helper("get", t, f"func $(m {t.text}, k {t.key.text}) {t.of.text} {body}")

    def _called(self, t: Type, depth: int) -> str:
        """A call of a pure function, or of one in a variable; "" if there is none."""
        w, c = self.w, self.c
        if w.body.calm:
            return ""
        if t.text in ("int", "string", "float64") and not w.body.pure and c.chance(3):
            return f"trace_{t.text}({c.below(100)}, {self.text(t, depth - 1)})"
        able = [f for f in w.funcs if f.pure and [r.text for r in f.results] == [t.text]]
        held = [v for v in w.vars if v.type.kind == "func" and v.quiet and [r.text for r in v.type.results] == [t.text]]
        count = len(able) + len(held)
        if not count:
            return ""
        which = c.below(count)
        if which < len(able):
            f = able[which]
            return f"{f.name}({', '.join(self.arguments(f.params, f.variadic, depth))})"
        v = held[which - len(able)]
        return f"{v.name}({', '.join(self.text(p, depth - 1) for p in v.type.params)})"

    def arguments(self, params: tuple[Type, ...], variadic: bool, depth: int) -> list[str]:
        """Arguments of a call."""
        if not variadic:
            return [self.text(p, depth - 1) for p in params]
        fixed = [self.text(p, depth - 1) for p in params[:-1]]
        if self.c.chance(3):
            return [*fixed, self.text(params[-1], depth - 1) + "..."]
        return [*fixed, *(self.text(params[-1].of, depth - 1) for _ in self.c.more(0, 4, 3))]

    # ---- operations, by kind of the result -------------------------------------------------------------------------

    def _operation(self, t: Type, depth: int) -> Expr:
        match t.kind:
            case "int" | "uint":
                return Expr(self._integral(t, depth))
            case "float":
                return Expr(self._float(t, depth))
            case "complex":
                return Expr(self._complex(t, depth))
            case "string":
                return Expr(self._string(t, depth))
            case "bool":
                return Expr(self._bool(t, depth))
            case "slice":
                return Expr(self._slice(t, depth))
            case "func":
                return Expr(self._func(t, depth))
            case "pointer":
                return Expr(self._pointer(t, depth))
            case "interface":
                if t.text == "error" or depth <= 0:
                    return self.literal(t, depth)
                return Expr(f"{t.text}({self.text(self.c.pick(self.w.pool.implementers(t)), depth)})")
        return Expr(self._composite(t, lambda e: self.text(e, depth), depth))

    def numeric(self) -> Type:
        """An integer type of the program."""
        return self.c.pick([t for t in self.w.pool.basic if t.kind in ("int", "uint")])

    def _integral(self, t: Type, depth: int) -> str:
        c = self.c
        roll = c.below(16)
        left = self.variable(t, depth)
        if roll < len(INT_OPS):
            op = INT_OPS[roll]
            if op in ("/", "%"):
                return f"({left} {op} ({self.text(t, depth)} | 1))"
            if op in ("<<", ">>"):
                if c.chance(2):
                    return f"({left} {op} {c.below(70)})"
                return f"({left} {op} ({self.variable(self.numeric(), depth)} & {c.pick([7, 63, 127])}))"
            return f"({left} {op} {self.text(t, depth)})"
        match roll:
            case 11:
                return f"{t.text}({self.variable(self.numeric(), depth)})"
            case 12:
                what = self._measured(depth)
                return f"{t.text}({what})"
            case 13:
                return f"({c.pick(['-', '^', '+'])}{left})"
            case 14:
                return f"{c.pick(['min', 'max'])}({left}, {self.text(t, depth)})"
        return f"{t.text}(toInt(float64({self.variable(FLOAT64, depth)})))"

    def _measured(self, depth: int) -> str:
        """The length of something."""
        able = [v for v in self.w.vars if v.type.kind in ("string", "slice", "map")]
        arrays = [v for v in self.w.vars if v.type.kind == "array"]
        if arrays and self.c.chance(4):
            return f"{self._varied(INT, Expr(f'cap({self.c.pick(arrays).name})', True))}"
        if able:
            return f"len({self.c.pick(able).name})"
        return f"len({self.variable(STRING, depth)})"

    def _float(self, t: Type, depth: int) -> str:
        c = self.c
        left = self.variable(t, depth)
        roll = c.below(8)
        if roll < 4:
            op = "+-*/"[roll]
            right = self.variable(t, depth) if op == "/" else self.text(t, depth)
            return f"({left} {op} {right})"
        match roll:
            case 4:
                return f"{t.text}({self.variable(self.numeric(), depth)})"
            case 5:
                return f"(-{left})"
            case 6:
                return f"{c.pick(['min', 'max'])}({left}, {self.text(t, depth)})"
        self.w.use("math")
        return f"{t.text}(math.{c.pick(['Sqrt', 'Floor', 'Abs', 'Trunc'])}(float64({left})))"

    def _complex(self, t: Type, depth: int) -> str:
        c = self.c
        left = self.variable(t, depth)
        roll = c.below(5)
        if roll < 3:
            return f"({left} {'+-*'[roll]} {self.text(t, depth)})"
        if roll == 3:
            return f"(-{left})"
        part = "float32" if t.bits == 64 else "float64"
        return f"{t.text}(complex({c.pick(['real', 'imag'])}({left}), {part}({self.variable(self.numeric(), depth)})))"

    def _string(self, t: Type, depth: int) -> str:
        c, w = self.c, self.w
        left = self.variable(t, depth)
        match c.below(8):
            case 0 | 1:
                return f"({left} + {self.text(t, depth)})"
            case 2:
                return f"{t.text}(sub(string({left}), {self.text(INT, depth)}, {self.text(INT, depth)}))"
            case 3:
                w.use("strconv")
                return f"{t.text}(strconv.Itoa({self.text(INT, depth)}))"
            case 4:
                return f"{t.text}(rune({self.variable(INT, depth)}))"
            case 5:
                return f"{t.text}([]byte({left}))"
            case 6:
                return f"{t.text}([]rune({left}))"
        w.use("strings")
        return f"{t.text}(strings.{c.pick(['ToUpper', 'TrimSpace'])}(string({left})))"

    def _bool(self, t: Type, depth: int) -> str:
        c = self.c
        roll = c.below(5)
        if roll == 4:
            text = f"!{self.variable(t, depth)}"
        elif roll == 3:
            text = f"({self.variable(t, depth)} {c.pick(['&&', '||'])} {self.text(t, depth)})"
        else:
            text = self.comparison(depth)
            return f"{t.text}({text})" if t.named else text
        return text

    def comparison(self, depth: int) -> str:
        """A comparison of two values of some type."""
        c = self.c
        able = [v for v in self.w.vars if v.type.comparable and v.type.kind != "interface"]
        if able and c.chance(2):
            t = c.pick(able).type
        else:
            t = c.pick(self.w.pool.basic)
        ops = COMPARE if t.kind in ("int", "uint", "float", "string") else COMPARE[:2]
        return f"({self.variable(t, depth)} {c.pick(ops)} {self._operand(t, depth)})"

    def _operand(self, t: Type, depth: int) -> str:
        """An operand of a comparison within a statement's head: no bare composite literal."""
        e = self.text(t, depth)
        return f"({e})" if e.endswith("}") else e

    def _slice(self, t: Type, depth: int) -> str:
        c, w = self.c, self.w
        roll = c.below(6)
        if not t.named and t.of.text == "uint8" and roll < 2:
            return f"[]byte({self.text(STRING, depth)})"
        if not t.named and t.of.text == "int32" and roll < 2:
            return f"[]rune({self.text(STRING, depth)})"
        known = w.of_type(t)
        if known and roll < 4:
            s = c.pick(known).name
            if roll < 2:
                items = ", ".join(self.text(t.of, depth) for _ in c.more(0, 3, 3))
                return f"append({s}[:len({s}):len({s})]{', ' + items if items else ''})"
            if roll == 2:
                return f"append({s}[:len({s}):len({s})], {self.text(t, depth)}...)"
            name = w.helper("cut", t, f"func $(s {t.text}, i, j int) {t.text} {{ i, j = cut(len(s), i, j); return s[i:j] }}")
            return f"{name}({s}, {self.text(INT, depth)}, {self.text(INT, depth)})"
        if roll == 4 and t.of.zero:
            return f"make({t.text}, {c.below(5)})"
        return self._composite(t, lambda e: self.text(e, depth), depth)

    def _func(self, t: Type, depth: int) -> str:
        """A function literal, a function's name, a method value or a method expression."""
        c, w = self.c, self.w
        found = [f.name for f in w.funcs if f.pure and not f.variadic and _same(f.params, t.params) and _same(f.results, t.results)]
        if not w.body.calm:
            for v in w.vars:
                found += [
                    f"{v.name}.{m.name}" for m in callable_methods(v.type).values()
                    if m.pure and _same(m.params, t.params) and _same(m.results, t.results)
                ]  # fmt: skip
        if found and c.chance(2) and not w.body.calm:
            text = c.pick(found)
            return f"{t.text}({text})" if t.named else text
        params = [Var(w.name("a"), p, fixed=True) for p in t.params]
        before = list(w.vars)
        w.vars.extend(params)
        result = ", ".join(self.text(r, depth) for r in t.results)
        w.vars[:] = before
        heads = ", ".join(f"{v.name} {v.type.text}" for v in params)
        text = f"func({heads}){results_text(t.results)} {{ step(); return {result} }}"
        return f"{t.text}({text})" if t.named else text

    def _pointer(self, t: Type, depth: int) -> str:
        able = self.w.of_type(t.of)
        if able and not self.w.body.pure and self.c.below(4):
            v = self.c.pick(able)
            if not v.fixed:
                return f"&{v.name}"
        if t.of.kind in ("struct", "array"):
            return f"&{self._composite(t.of, lambda e: self.text(e, depth), depth)}"
        return self.literal(t, depth).text


def callable_methods(t: Type) -> dict[str, Method]:
    """The methods that can be called on a variable of a type."""
    return t.methods if t.kind == "interface" else method_set(t, True)


def _same(a: tuple[Type, ...], b: tuple[Type, ...]) -> bool:
    return [t.text for t in a] == [t.text for t in b]


def _distinct(key: Type, texts: list[str]) -> list[str]:
    """Keys of a map literal: constants may be equal though their texts differ."""
    if key.kind in ("int", "uint", "string", "bool"):
        seen: set[object] = set()
        kept = []
        for text in texts:
            inner = text[text.index("(") + 1 : -1] if "(" in text else text
            value: object = inner
            if key.kind in ("int", "uint"):
                value = ord(inner[1]) if inner.startswith("'") else int(inner, 0)
            if value not in seen:
                seen.add(value)
                kept.append(text)
        return kept
    return texts[:1]

