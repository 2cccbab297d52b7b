"""The frame in which statements are written: blocks, variables, functions, and the tables of makers (see program.py).

What may panic stands alone in a statement, so that Go settles what happens first; loops end, and count steps besides.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from string import Template

from tests.generate.expressions import Expressions
from tests.generate.scope import Body, Var, World
from tests.generate.types import Type, results_text

Lines = list[str]
DEEPEST = 2  # blocks within blocks
LARGEST = 12  # statements of a function


def go(text: str, **parts: object) -> Lines:
    """The lines of a piece of Go, in which `$name` stands for a part: a text, or lines."""
    full = Template(text).substitute({k: "\n".join(v) if isinstance(v, list) else v for k, v in parts.items()})
    return [line.strip() for line in full.split("\n") if line.strip()]


class Statements:
    """Writes statements in a world: `pure` and `all` are the makers for functions without and with effects, each of
    which gives lines of Go and may declare variables for what follows."""

    def __init__(self, world: World, pure: Sequence[Maker], every: Sequence[Maker]) -> None:
        self.w = world
        self.c = world.choices
        self.e = Expressions(world)
        self.pure, self.all = pure, every

    def block(self, least: int = 0, most: int = 5) -> Lines:
        """Statements in a scope of their own."""
        w = self.w
        before = list(w.vars)
        w.body.depth += 1
        lines: Lines = []
        for _ in self.c.more(least, most, 5):
            lines += self.statement()
        w.body.depth -= 1
        w.vars[:] = before
        return lines

    def statement(self) -> Lines:
        """Any statement that fits here."""
        body = self.w.body
        body.size += 1
        if body.size > LARGEST:
            return []
        return self.c.pick(self.pure if body.pure else self.all)(self)

    def inner(self) -> bool:
        """Whether one more block may be opened here."""
        return self.w.body.depth < DEEPEST

    def bind(self, t: Type, stem: str = "v", fixed: bool = False, quiet: bool = True) -> Var:
        """A new variable, not yet in scope."""
        return Var(self.w.name(stem), t, fixed, quiet)

    def head(self, text: str) -> str:
        """An expression that may stand before a block's brace."""
        return f"({text})" if "{" in text else text

    def targets(self) -> list[Var]:
        """Variables that may be assigned to."""
        return [v for v in self.w.vars if not v.fixed]

    def function(self, t: Type, pure: bool, most: int = 4, head: str = "func") -> Lines:
        """A function literal (or, with another head, a declaration's rest) with statements in it."""
        w = self.w
        params = [self.bind(p, "a") for p in t.params]
        heads = ", ".join(f"{v.name} {v.type.text}" for v in params)
        outer, w.body = w.body, Body(pure, t.results, depth=min(DEEPEST - 1, w.body.depth + 1), size=w.body.size)
        before = list(w.vars)
        if pure:
            w.vars[:] = [Var(v.name, v.type, True, v.quiet) for v in w.vars]
        w.vars.extend(params)
        lines = self.block(0, most)
        results = ", ".join(self.e.text(r) for r in t.results)
        w.vars[:] = before
        size = w.body.size
        w.body = outer
        w.body.size = size
        return [f"{head}({heads}){results_text(t.results)} {{", *(["step()"] if not outer.calm else []), *lines, f"return {results}".rstrip(), "}"]

    def step(self) -> Lines:
        """What counts a turn of a loop, where it is counted."""
        return [] if self.w.body.calm else ["step()"]

    def turn(self, inside: Callable[[], Lines]) -> Lines:
        """The block of a loop."""
        self.w.body.loops += 1
        lines = inside()
        self.w.body.loops -= 1
        return [*self.step(), *lines]


Maker = Callable[[Statements], Lines]
