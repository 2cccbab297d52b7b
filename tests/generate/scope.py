"""What a piece of a generated program can name: variables, functions, labels; and the names that are still free."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.generate.choices import Choices
from tests.generate.types import Pool, Type


@dataclass(slots=True)
class Var:
    """A variable; `fixed` ones are not assigned to, `quiet` functions in variables change nothing."""

    name: str
    type: Type
    fixed: bool = False
    quiet: bool = True


@dataclass(slots=True)
class Func:
    """A declared function; `pure`: without effects that others can see, so that it may be called anywhere."""

    name: str
    params: tuple[Type, ...]
    results: tuple[Type, ...]
    pure: bool
    variadic: bool = False


@dataclass(slots=True)
class Label:
    """A label around the place at hand, and whether a statement has used it."""

    name: str
    loop: bool
    used: bool = False


@dataclass(slots=True)
class Body:
    """The function that is being written. `calm`: no calls of the program's own functions, for code beside other
    goroutines."""

    pure: bool
    results: tuple[Type, ...] = ()
    calm: bool = False
    depth: int = 0
    labels: list[Label] = field(default_factory=list)
    loops: int = 0
    size: int = 0


@dataclass(slots=True)
class World:
    """What the rooms share: chance, types, functions, the helpers asked for, the variables of the place at hand."""

    choices: Choices
    pool: Pool
    funcs: list[Func] = field(default_factory=list)
    helpers: dict[str, str] = field(default_factory=dict)  # text by name
    vars: list[Var] = field(default_factory=list)
    body: Body = field(default_factory=lambda: Body(True))
    names: int = 0
    imports: set[str] = field(default_factory=set)

    def name(self, stem: str = "v") -> str:
        """A name that nothing has yet."""
        self.names += 1
        return f"{stem}{self.names}"

    def of_type(self, t: Type) -> list[Var]:
        """Variables of this type, the last declared first."""
        return [v for v in reversed(self.vars) if v.type.text == t.text]

    def helper(self, stem: str, t: Type, text: str) -> str:
        """A function of the program's own for values of a type; `text` has `$` for its name."""
        name = f"§{stem}_" + "".join(ch if ch.isalnum() else f"{ord(ch):x}" for ch in t.text)
        self.helpers.setdefault(name, text.replace("$", name))
        return name

    def use(self, package: str) -> None:
        """The program imports a package."""
        self.imports.add(package)
