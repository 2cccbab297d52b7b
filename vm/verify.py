"""Refuses an image that breaks an invariant, before an engine runs it.

Checked for every function: opcodes exist; slots lie in the frame or the argument area, constants in the pool, branch
targets, calls and natives where they should; a local slot keeps one kind; code begins with `enter` and does not run
off its end; outgoing words fit
``out_words`` and cover what a direct callee uses; entry, calls and polls have stack maps, and these name no slot of
the outgoing area or the return pc. For the program: no chain of nosplit functions needs more stack than the guard
leaves (report as Go's linker words it, cmd/link/internal/ld/stackcheck.go).
"""

from __future__ import annotations

from collections.abc import Iterator

from morestack.vm import isa
from morestack.vm.asm import instruction
from morestack.vm.image import NOSPLIT, Func, Image
from morestack.vm.layout import NOSPLIT_LIMIT

W = isa.WORDS_PER_INSTRUCTION
ENTER, CALL = isa.BY_NAME["enter"].code, isa.BY_NAME["call"].code
INDIRECT = tuple(isa.BY_NAME[n].code for n in ("callclosure", "callpc"))
BOUNDS = tuple(isa.BY_NAME[n].code for n in ("bound", "boundle", "bound.u", "boundle.u"))


class VerifyError(Exception):
    """The image is wrong; ``problems`` has one line for each thing found."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


def verify(image: Image, maps: bool = True) -> None:
    """Checks all of it. ``maps`` False: an image without stack maps (assembly in tests). Raises VerifyError."""
    problems = list(structure(image))
    if not problems:
        for f in image.funcs:
            problems.extend(function(image, f, maps))
    if not problems:  # what follows takes calls and opcodes for good
        problems.extend(nosplit(image))
    if problems:
        raise VerifyError(problems)


def structure(image: Image) -> Iterator[str]:
    """Functions follow one another and cover the code."""
    if len(image.code) % W:
        yield "code is no whole number of instructions"
    at = 1
    for f in image.funcs:
        if f.entry != at or f.end <= f.entry:
            yield f"{f.name}: pcs {f.entry} .. {f.end - 1} do not follow {at - 1}"
        at = f.end
    if at * W != len(image.code):
        yield f"code of {len(image.code) // W} instructions, functions end at {at}"
    for index in image.const_data:
        if index >= len(image.consts):
            yield f"const_data names constant {index} of {len(image.consts)}"
    limit = len(image.data)
    for offset in image.data_relocs:
        if offset + 8 > limit:
            yield f"relocation at {offset} outside data"


def function(image: Image, f: Func, maps: bool) -> Iterator[str]:
    """One function."""
    kinds: dict[int, str] = {}
    if image.code[f.entry * W] != ENTER or image.code[f.entry * W + 1] != f.frame_words:
        yield f"{f.name}: does not begin with enter {f.frame_words}"
    if not 0 <= f.out_words < f.frame_words:
        yield f"{f.name}: {f.out_words} outgoing words in a frame of {f.frame_words}"
    for pc in range(f.entry, f.end):
        number = image.code[pc * W]
        if not 0 <= number < len(isa.OPS):
            yield f"{f.name}: pc {pc}: opcode {number}"
            continue
        row = isa.OPS[number]
        for text in operands(image, f, pc, row, kinds):
            yield f"{f.name}: pc {pc}: {text}: {_shown(image, f, pc)}"
        if maps:
            for text in safepoint(image, f, pc, row):
                yield f"{f.name}: pc {pc}: {text}"
    last = image.code[(f.end - 1) * W]
    if 0 <= last < len(isa.OPS) and not isa.OPS[last].has("terminator"):
        yield f"{f.name}: runs off its end"
    if f.deferreturn and not f.entry < f.deferreturn < f.end:
        yield f"{f.name}: deferreturn {f.deferreturn} outside"


def _shown(image: Image, f: Func, pc: int) -> str:
    try:
        return instruction(image, f, pc)
    except (IndexError, KeyError):
        return str(list(image.code[pc * W : pc * W + W]))


def operands(image: Image, f: Func, pc: int, row: isa.Op, kinds: dict[int, str]) -> Iterator[str]:
    """Operands of one instruction against the frame, the pools and the tables."""
    frame, top = f.frame_words, f.frame_words + f.arg_words
    for i, o in enumerate(row.operands):
        word = image.code[pc * W + 1 + i]
        role = o.role
        if role in "abcdS":
            if word < 0:
                if role in "dS":
                    yield f"operand {i} is a constant"
                elif ~word >= len(image.consts):
                    yield f"constant {~word} of {len(image.consts)}"
            elif word == frame - 1:
                yield "names the return pc"
            elif word >= top and not (role == "S" and word == top):
                yield f"slot {word} outside frame {frame} and {f.arg_words} argument words"
            elif role != "S" and f.out_words <= word < frame and kinds.setdefault(word, o.kind) != o.kind:
                yield f"slot {word} has kinds {kinds[word]} and {o.kind}"
        elif role == "L" and not f.entry < word < f.end:
            yield f"branch to {word}"
        elif role == "F" and not 0 <= word < len(image.funcs):
            yield f"call of function {word}"
        elif role == "N" and not 0 <= word < len(image.natives):
            yield f"native {word}"
    if row.code == CALL and 0 <= image.code[pc * W + 1] < len(image.funcs):
        callee = image.funcs[image.code[pc * W + 1]]
        if callee.arg_words > f.out_words:
            yield f"{callee.name} takes {callee.arg_words} words, outgoing area has {f.out_words}"
    if row.code in BOUNDS and f.out_words < 4:
        yield f"bounds check with {f.out_words} outgoing words"


def safepoint(image: Image, f: Func, pc: int, row: isa.Op) -> Iterator[str]:
    """The stack map of one pc."""
    found = image.stack_map(pc)
    if found is None:
        if row.has("safepoint"):
            yield f"{row.name} without a stack map"
        return
    slots, args = found
    if slots & ((1 << f.out_words) - 1 | 1 << f.frame_words - 1) or slots >> f.frame_words or args >> f.arg_words:
        yield "stack map names words that are no locals"


# ---- chains of nosplit functions -----------------------------------------------------------------------------------

Edge = tuple[int, str]  # bytes the stack grows by, the function called ("": none, a leaf)
MORESTACK = "runtime.morestack<0>"  # what a function that checks calls when there is no room
CHECK = 8  # bytes such a function needs before it has room: the return pc of its own call
TRAPS = {
    **dict.fromkeys(BOUNDS, "runtime.panicBounds"),
    isa.BY_NAME["shiftcheck"].code: "runtime.panicshift",
}
CYCLE = 1 << 40


class NosplitChains:
    """The call graph below nosplit functions, and how deep each may get."""

    def __init__(self, image: Image, limit: int = NOSPLIT_LIMIT) -> None:
        self.image = image
        self.limit = limit
        self.funcs = {f.name: f for f in image.funcs}
        self.graph: dict[str, list[Edge]] = {}
        self.heights: dict[str, int] = {}

    def edges(self, name: str) -> list[Edge]:
        """Where the stack can go from a function."""
        found = self.graph.get(name)
        if found is None:
            f = self.funcs.get(name)
            if f is None:
                found = [] if name in ("", MORESTACK) else [(CHECK, MORESTACK)]
            elif not f.flags & NOSPLIT:
                found = [(CHECK, MORESTACK)]
            else:
                grows = 8 * f.frame_words
                found = [(grows, c) for c in callees(self.image, f)] or [(grows, "")]
            self.graph[name] = found
        return found

    def height(self, name: str) -> int:
        """Bytes of stack that a call of a function may need until the next check has been made."""
        known = self.heights.get(name)
        if known is None:
            self.heights[name] = CYCLE  # met again on the way down: recursion
            known = max((grows + self.height(callee) for grows, callee in self.edges(name)), default=0)
            self.heights[name] = known
        return known

    def problems(self) -> Iterator[str]:
        """A report for each outermost function whose chain is too deep."""
        bad = [f.name for f in self.image.funcs if f.flags & NOSPLIT and self.height(f.name) > self.limit]
        inner: set[str] = set()
        for name in bad:
            if name not in inner:
                inner |= self._below(name) - {name}
        for name in bad:
            if name not in inner:
                lines = [f"{name}: nosplit stack over {self.limit} byte limit", self._shown(name)]
                self._report(name, self.limit, 1, set(), lines)
                yield "\n".join(lines)

    def _below(self, name: str) -> set[str]:
        seen: set[str] = set()
        work = [name]
        while work:
            for _, callee in self.edges(work.pop()):
                if callee in self.funcs and self.funcs[callee].flags & NOSPLIT and callee not in seen:
                    seen.add(callee)
                    work.append(callee)
        return seen

    def _shown(self, name: str) -> str:
        return f"{name}<1>" if name in self.funcs else name

    def _report(self, name: str, left: int, depth: int, above: set[str], lines: list[str]) -> None:
        """The calls from a function that lead over the limit, indented by their depth."""
        indent = "    " * depth
        for grows, callee in self.edges(name):
            if left - grows >= self.height(callee) and callee not in above:
                continue
            lines.append(f"{indent}grows {grows} bytes" + (f", calls {self._shown(callee)}" if callee else ""))
            if callee in above or callee == name:
                lines.append(f"{indent}infinite cycle")
            elif not self.edges(callee):
                lines.append(f"{indent}{grows - left} bytes over limit")
            else:
                self._report(callee, left - grows, depth + 1, above | {name}, lines)


def nosplit(image: Image, limit: int = NOSPLIT_LIMIT) -> Iterator[str]:
    """Complaints about chains of nosplit functions that need more than ``limit`` bytes."""
    return NosplitChains(image, limit).problems()


def callees(image: Image, f: Func) -> Iterator[str]:
    """Names of the functions that f calls, each once; "indirect" for calls through a pointer."""
    seen: set[str] = set()
    for pc in range(f.entry, f.end):
        number = image.code[pc * W]
        if number == CALL:
            name = image.funcs[image.code[pc * W + 1]].name
        elif number in INDIRECT:
            name = "indirect"
        elif number in TRAPS:
            name = TRAPS[number]
        else:
            continue
        if name not in seen:
            seen.add(name)
            yield name
