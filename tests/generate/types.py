"""The types of a generated program: the basic ones, those made of others, and the declared ones with their methods.

A declared name begins with `§`, which stands for a prefix of its own in each program, so that many fit into one package.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.generate.choices import Choices


@dataclass(frozen=True, slots=True)
class Method:
    """A method's signature; `pure` ones change nothing that others can see."""

    name: str
    params: tuple[Type, ...]
    results: tuple[Type, ...]
    pointer: bool = False  # declared for the pointer

    @property
    def pure(self) -> bool:
        """By its name: P… methods change their receiver."""
        return not self.name.startswith("P")


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a struct; an embedded one is named after its type."""

    name: str
    type: Type
    embedded: bool = False


@dataclass(eq=False, slots=True)
class Type:
    """A type by its text. `kind` is that of the underlying type; `zero` says whether its zero value may be used as any
    other: what holds nil pointers, functions or interfaces may not."""

    text: str
    kind: str
    bits: int = 0
    elem: Type | None = None
    key: Type | None = None
    length: int = 0
    fields: tuple[Field, ...] = ()
    params: tuple[Type, ...] = ()
    results: tuple[Type, ...] = ()
    methods: dict[str, Method] = field(default_factory=dict)  # declared with it, or those of an interface
    zero: bool = True
    comparable: bool = True
    plain: bool = True  # prints the same everywhere: without pointers, functions, channels

    @property
    def of(self) -> Type:
        """The element type of what has one."""
        assert self.elem is not None
        return self.elem

    @property
    def named(self) -> bool:
        """Whether a declaration of the program made it."""
        return self.text.startswith("§")


def _basic(kind: str, bits: int, *names: str) -> list[Type]:
    return [Type(name, kind, bits) for name in names]


INT, INT8, INT16, INT32, INT64 = (Type(f"int{n or ''}", "int", n or 64) for n in (0, 8, 16, 32, 64))
UINT, UINT8, UINT16, UINT32, UINT64 = (Type(f"uint{n or ''}", "uint", n or 64) for n in (0, 8, 16, 32, 64))
UINTPTR = Type("uintptr", "uint", 64)
FLOAT64, FLOAT32 = Type("float64", "float", 64), Type("float32", "float", 32)
COMPLEX128, COMPLEX64 = Type("complex128", "complex", 128), Type("complex64", "complex", 64)
STRING, BOOL = Type("string", "string"), Type("bool", "bool")
ANY = Type("any", "interface", zero=True)
ERROR = Type("error", "interface", zero=False, plain=False, methods={"Error": Method("Error", (), (STRING,))})

INTEGERS = [INT, UINT8, INT8, INT32, UINT, INT64, UINT32, UINT64, INT16, UINT16, UINTPTR]
BASIC = [*INTEGERS, STRING, BOOL, FLOAT64, FLOAT32, COMPLEX128, COMPLEX64]
KEYS = [INT, STRING, UINT8, BOOL, INT16, UINT64]


def array(elem: Type, length: int) -> Type:
    """[length]elem"""
    return Type(
        f"[{length}]{elem.text}", "array", elem=elem, length=length,
        zero=elem.zero, comparable=elem.comparable, plain=elem.plain,
    )  # fmt: skip


def slice_of(elem: Type) -> Type:
    """[]elem"""
    return Type(f"[]{elem.text}", "slice", elem=elem, comparable=False, plain=elem.plain)


def map_of(key: Type, elem: Type) -> Type:
    """map[key]elem"""
    return Type(f"map[{key.text}]{elem.text}", "map", elem=elem, key=key, comparable=False, plain=elem.plain)


def pointer(elem: Type) -> Type:
    """*elem"""
    return Type(f"*{elem.text}", "pointer", elem=elem, zero=False, plain=False)


def function(params: tuple[Type, ...], results: tuple[Type, ...]) -> Type:
    """func(params) results"""
    text = f"func({', '.join(t.text for t in params)}){results_text(results)}"
    return Type(text, "func", params=params, results=results, zero=False, comparable=False, plain=False)


def struct(fields: tuple[Field, ...], text: str = "") -> Type:
    """A struct type, written out unless `text` names it."""
    types = [f.type for f in fields]
    return Type(
        text or struct_text(fields), "struct", fields=fields, zero=all(t.zero for t in types),
        comparable=all(t.comparable for t in types), plain=all(t.plain for t in types),
    )  # fmt: skip


def struct_text(fields: tuple[Field, ...]) -> str:
    """The text of a struct type."""
    return "struct { " + "; ".join(f.type.text if f.embedded else f"{f.name} {f.type.text}" for f in fields) + " }"


def results_text(results: tuple[Type, ...]) -> str:
    """The results of a function as they stand after its parameters."""
    if not results:
        return ""
    return f" {results[0].text}" if len(results) == 1 else f" ({', '.join(t.text for t in results)})"


def selectors(t: Type) -> list[tuple[str, Type]]:
    """The fields that can be selected from a struct, promoted ones too (Go specification, "Selectors")."""
    found: dict[str, Type] = {}
    hidden: set[str] = set()
    level = [t]
    while level:
        names: dict[str, list[Type]] = {}
        below: list[Type] = []
        for one in level:
            for f in one.fields if one.kind == "struct" else ():
                names.setdefault(f.name, []).append(f.type)
                if f.embedded:
                    below.append(f.type.of if f.type.kind == "pointer" else f.type)
        found.update((name, types[0]) for name, types in names.items() if name not in hidden and len(types) == 1)
        hidden.update(names)
        level = below
    return list(found.items())


def method_set(t: Type, addressable: bool = False) -> dict[str, Method]:
    """The methods of a type (Go specification, "Method sets"); `addressable`: those of its pointer too."""
    if t.kind == "pointer":
        return {} if t.of.kind in ("interface", "pointer") else method_set(t.of, True)
    found: dict[str, Method] = {}
    hidden: set[str] = set()
    level = [(t, addressable)]
    while level:
        names: dict[str, list[tuple[Method, bool]]] = {}
        below: list[tuple[Type, bool]] = []
        for one, at in level:
            for m in one.methods.values():
                names.setdefault(m.name, []).append((m, at or not m.pointer))
            for f in one.fields if one.kind == "struct" else ():
                names.setdefault(f.name, [])
                if f.embedded:
                    below.append((f.type.of, True) if f.type.kind == "pointer" else (f.type, at))
        for name, ways in names.items():
            if name not in hidden and len(ways) == 1 and ways[0][1]:
                found[name] = ways[0][0]
        hidden.update(names)
        level = below
    return found


class Pool:
    """The types that a program may use so far, and the text of those it declares."""

    def __init__(self, choices: Choices) -> None:
        self.choices = choices
        self.declared: list[Type] = []
        self.declarations: list[str] = []
        self.fields = 0
        few = [choices.pick(INTEGERS) for _ in range(2)]
        self.basic = [INT, *few, STRING, BOOL, choices.pick([FLOAT64, FLOAT32, COMPLEX128, COMPLEX64])]
        some = self.basic[choices.below(len(self.basic))]
        text = choices.pick(["M1", "M1", "String", "Error"])
        self.signatures = {  # what a method of this name takes and gives in this program
            "M0": Method("M0", (INT,), (INT,)),
            text: Method(text, (), (STRING,)),
            "M2": Method("M2", (some,), (some, BOOL)),
            "P0": Method("P0", (INT,), ()),
            "P1": Method("P1", (some,), (some,)),
        }

    def declare(self) -> Type:
        """Declares one more type."""
        c = self.choices
        name = f"§T{len(self.declared)}"
        kind = c.pick(["struct", "struct", "struct", "basic", "slice", "map", "array", "func", "interface"])
        if kind == "struct":
            t = struct(self._fields(), name)
            text = struct_text(t.fields)
        elif kind == "interface" and (found := self._interface(name)):
            t, text = found
        else:
            under = self._composite(kind)
            t = Type(
                name, under.kind, under.bits, under.elem, under.key, under.length, under.fields, under.params, under.results,
                zero=under.zero, comparable=under.comparable, plain=under.plain,
            )  # fmt: skip
            text = under.text
        self.declared.append(t)
        self.declarations.append(f"type {name} {text}")
        return t

    def _interface(self, name: str) -> tuple[Type, str] | None:
        """An interface that some declared type satisfies."""
        c = self.choices
        able = [m for t in self.declared if t.kind != "interface" and (m := method_set(t, True))]
        if not able:
            return None
        wanted = c.pick(able)
        names = sorted(wanted)
        kept = {n: wanted[n] for i, n in enumerate(names) if i == 0 or c.chance(2)}
        inner = [t for t in self.declared if t.kind == "interface" and t.methods and set(t.methods) < set(kept)]
        text = [f"{n}({', '.join(p.text for p in m.params)}){results_text(m.results)}" for n, m in sorted(kept.items())]
        if inner and c.chance(2):
            text = [inner[0].text, *(line for line in text if line.split("(")[0] not in inner[0].methods)]
        return Type(name, "interface", methods=kept, zero=False, plain=False), f"interface {{ {'; '.join(text)} }}"

    def _fields(self) -> tuple[Field, ...]:
        c = self.choices
        found: list[Field] = []
        for _ in c.more(1, 5, 4):
            embeddable = [t for t in self.declared if t.text not in {f.name for f in found}]
            if embeddable and c.chance(3):
                t = c.pick(embeddable)
                as_pointer = t.kind not in ("interface", "func") and c.chance(4)
                found.append(Field(t.text, pointer(t) if as_pointer else t, True))
                continue
            self.fields += 1
            name = "_" if c.chance(30) else f"f{self.fields}"
            if name != "_":
                found.append(Field(name, self.any(1)))
        return tuple(found) or (Field("f0", INT),)

    def _composite(self, kind: str) -> Type:
        c = self.choices
        match kind:
            case "slice":
                return slice_of(self.any(1))
            case "map":
                return map_of(self.key(), self.any(1))
            case "array":
                return array(self.any(1), 1 + c.below(5))
            case "func":
                return function((self.any(0),), (self.any(0),))
        return c.pick(self.basic)

    def key(self) -> Type:
        """A type of map keys, whose order fmt knows."""
        c = self.choices
        able = [t for t in self.declared if t.comparable and t.plain and _orderly(t)]
        if able and c.chance(3):
            return c.pick(able)
        return array(c.pick(KEYS), 2) if c.chance(8) else c.pick(KEYS)

    def any(self, depth: int = 2) -> Type:
        """Any type of values, with so many levels of composition."""
        c = self.choices
        roll = c.below(12)
        if depth <= 0 or roll < 4:
            if self.declared and c.chance(3):
                return c.pick(self.declared)
            return c.pick(self.basic)
        match roll:
            case 4 | 5:
                return c.pick(self.declared) if self.declared else INT
            case 6 | 7:
                return slice_of(self.any(depth - 1))
            case 8:
                inner = self.any(depth - 1)
                return array(array(inner, 1 + c.below(3)) if c.chance(4) else inner, 1 + c.below(4))
            case 9:
                return map_of(self.key(), self.any(depth - 1))
            case 10:
                return pointer(self.any(depth - 1)) if c.chance(2) else function((self.any(0),), (self.any(0),))
        return ANY

    def implementers(self, wanted: Type) -> list[Type]:
        """Types whose values an interface can hold, the simplest first; at least one."""
        if not wanted.methods:
            return [*self.basic, *(t for t in self.declared if t.kind != "interface" and t.plain and t.comparable)]
        found = []
        for t in self.declared:
            if t.kind != "interface":
                if set(wanted.methods) <= set(method_set(t)):
                    found.append(t)
                if set(wanted.methods) <= set(method_set(t, True)):
                    found.append(pointer(t))
        return found


def _orderly(t: Type) -> bool:
    """Whether two different values of a key type always differ to fmt and to ==: no floats (NaN), no interfaces."""
    if t.kind == "struct":
        return all(_orderly(f.type) for f in t.fields)
    if t.kind == "array":
        return _orderly(t.of)
    return t.kind in ("int", "uint", "string", "bool")
