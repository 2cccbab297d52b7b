"""Which words travel in registers between compiled functions: the convention of a function, found from its code alone.

Memory stays the truth: a caller stores the arguments in its outgoing area and also passes some in registers; a function stores its results
and also returns some in registers. So whoever does not know of registers (the Python engine, calls through a pc, a return to code that has
none) reads the frame, and registers only save the reading.
"""

from __future__ import annotations

from array import array
from typing import NamedTuple

from morestack.vm import isa
from morestack.vm.image import Func, Image

W = isa.WORDS_PER_INSTRUCTION
PARAM_INTS, PARAM_FLOATS = 6, 4
RESULT_INTS, RESULT_FLOATS = 3, 2


class Convention(NamedTuple):
    """(argument word, "i" or "d") of what goes in registers. A parameter's register has the number of its word, so that callers through a
    pc, who don't know the function, find it; of results the n-th "i" goes in integer register n, the n-th "d" in float register n."""

    params: tuple[tuple[int, str], ...] = ()
    results: tuple[tuple[int, str], ...] = ()


NONE = Convention()
CLASS = {"i": "i", "u": "i", "d": "d", "f": ""}
_VALUES = [
    tuple((n, o.role == "d", CLASS[o.kind]) for n, o in enumerate(row.operands) if o.role in "dabc") for row in isa.OPS
]
_PLACES = [tuple(n for n, o in enumerate(row.operands) if o.role == "S") for row in isa.OPS]


def _limited(words: dict[int, str], ints: int, floats: int) -> tuple[tuple[int, str], ...]:
    left = {"i": ints, "d": floats}
    chosen = []
    for word in sorted(words):
        kind = words[word]
        if kind and left[kind]:
            left[kind] -= 1
            chosen.append((word, kind))
    return tuple(chosen)


def convention(code: array[int], func: Func) -> Convention:
    """The convention of a function. Words that are named as memory, or as values of both kinds, stay in memory."""
    if not func.arg_words:
        return NONE
    first = func.frame_words
    words = code[func.entry * W : func.end * W].tolist()
    reads: dict[int, str] = {}
    writes: dict[int, str] = {}
    for at in range(0, len(words), W):
        row = words[at]
        for n, written, kind in _VALUES[row]:
            slot = words[at + 1 + n]
            if slot >= first:
                table = writes if written else reads
                word = slot - first
                table[word] = kind if table.get(word, kind) == kind else ""
        for n in _PLACES[row]:
            if words[at + 1 + n] >= first:
                return NONE
    params = {w: k for w, k in reads.items() if w not in writes}
    results = {w: k for w, k in writes.items() if reads.get(w, k) == k}
    places = {"i": PARAM_INTS, "d": PARAM_FLOATS, "": 0}
    carried = tuple((w, k) for w, k in sorted(params.items()) if w < places[k])
    return Convention(carried, _limited(results, RESULT_INTS, RESULT_FLOATS))


class Conventions:
    """The conventions of an image's functions, found when asked for."""

    def __init__(self, image: Image) -> None:
        self.image = image
        self._found: dict[int, Convention] = {}

    def __call__(self, index: int) -> Convention:
        """That of function number ``index``."""
        found = self._found.get(index)
        if found is None:
            found = self._found[index] = convention(self.image.code, self.image.funcs[index])
        return found


def param_registers(words: tuple[tuple[int, str], ...]) -> list[tuple[int, str, str]]:
    """(word, kind, name of the register that carries it) of parameters."""
    return [(word, kind, f"%{'v' if kind == 'i' else 'd'}{word}") for word, kind in words]


def result_registers(words: tuple[tuple[int, str], ...]) -> list[tuple[int, str, str]]:
    """The same of results."""
    count = {"i": 0, "d": 0}
    found = []
    for word, kind in words:
        found.append((word, kind, f"%{'v' if kind == 'i' else 'd'}{count[kind]}"))
        count[kind] += 1
    return found
