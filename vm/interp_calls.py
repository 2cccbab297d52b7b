"""How functions call each other in the Python engine's text: which argument words are parameters and which result words
are returned; and the image as the printer sees it."""

from __future__ import annotations

import math
import struct
from array import array
from collections.abc import Iterator
from typing import NamedTuple

from morestack.vm import image as im
from morestack.vm.record import record
from morestack.vm.regions import Body

MAX_RESULTS = 6


class Word(NamedTuple):
    """An argument or result that is passed as a Python value: word of the argument area, kind, slot it goes to (or
    -1)."""

    word: int
    kind: str
    slot: int


@record(frozen=True)
class Signature:
    """How ``eN`` is called: the argument words it takes as parameters, and the result words it returns (None: in
    memory)."""

    params: tuple[Word, ...]
    results: tuple[Word, ...] | None
    native: int = -1  # index of the native that is the whole body
    param_pcs: frozenset[int] = frozenset()  # the moves that parameters stand for


IN_MEMORY = Signature((), None)


class Program:
    """An image as the printer sees it: decoded functions, signatures, constants."""

    def __init__(self, image: im.Image, base: int, consts: array[int], natives: list[tuple[str, str]]) -> None:
        self.image = image
        self.base = base
        self.consts = consts
        self.native_signatures = natives
        self._bodies: dict[int, Body] = {}
        self._signatures: dict[int, Signature] = {}

    def body(self, index: int) -> Body:
        """The decoded function number ``index``; a few are kept."""
        found = self._bodies.get(index)
        if found is None:
            if len(self._bodies) > 64:
                self._bodies.clear()
            found = self._bodies[index] = Body(self.image.funcs[index], self.image.code)
        return found

    def signature(self, index: int) -> Signature:
        """How function number ``index`` is called."""
        found = self._signatures.get(index)
        if found is None:
            found = self._signatures[index] = self._find_signature(self.body(index))
        return found

    def _find_signature(self, body: Body) -> Signature:
        if [i.name for i in body.ins] == ["enter", "native", "ret"]:
            native = body.ins[1].ops[0]
            params, results = self.native_signatures[native]
            return Signature(
                tuple(Word(j, k, -1) for j, k in enumerate(params)),
                tuple(Word(len(params) + j, k, -1) for j, k in enumerate(results)),
                native,
            )
        moves = list(_param_moves(body))
        return Signature(
            tuple(word for _, word in moves), self._find_results(body), -1, frozenset(pc for pc, _ in moves)
        )  # fmt: skip

    @staticmethod
    def _find_results(body: Body) -> tuple[Word, ...] | None:
        """The result words that every `ret` is preceded by the moves of, if nothing else touches them."""
        m = body.frame_words
        expected: dict[int, str] | None = None
        in_runs = 0
        for at, i in enumerate(body.ins):
            if i.name == "setcallerpc":
                return None
            if i.name == "ret":
                run = dict(_result_run(body, at))
                in_runs += len(run)
                if expected is not None and run != expected:
                    return None
                expected = run
        if not expected:
            return ()
        if len(expected) > MAX_RESULTS:
            return None
        places = {m + word for word in expected}
        for i in body.ins:
            for operand, value in zip(i.row.operands, i.ops, strict=False):
                if operand.role == "d" and value in places:
                    in_runs -= 1
                elif (operand.role in "abc" and value in places) or (operand.role == "S" and value >= m):
                    return None
        return None if in_runs else tuple(Word(word, expected[word], -1) for word in sorted(expected))

    def constant(self, operand: int, kind: str) -> str:
        """The Python text of a constant operand."""
        bits = self.consts[~operand]
        if kind == "i":
            value = bits - (1 << 64) if bits >> 63 else bits
            return str(value) if value >= 0 else f"({value})"
        if kind == "u":
            return str(bits)
        if kind == "d":
            return _float_text(struct.unpack("<d", struct.pack("<Q", bits))[0], f"bits_f64({bits:#x})")
        return _float_text(struct.unpack("<f", struct.pack("<I", bits & 0xFFFFFFFF))[0], f"bits_f32({bits:#x})")


def _float_text(value: float, bits: str) -> str:
    if math.isfinite(value):
        text = repr(value)
        return f"({text})" if text[0] == "-" else text
    return bits


def _param_moves(body: Body) -> Iterator[tuple[int, Word]]:
    """The moves at a function's begin that fetch arguments into variables, with the words they fetch."""
    m = body.frame_words
    seen = 0
    words: set[int] = set()
    for i in body.ins[1:]:
        if i.pc in body.leaders or not (i.name == "getctx" or (i.name.startswith("mov.") and i.ops[1] >= m)):
            return
        if i.name != "getctx" and body.locals_mask & i.writes & ~seen and i.ops[1] not in words:
            words.add(i.ops[1])
            yield i.pc, Word(i.ops[1] - m, i.name[4], i.ops[0])
        seen |= i.writes


def _result_run(body: Body, at: int) -> Iterator[tuple[int, str]]:
    """The moves to argument words right before the `ret` at index ``at``: (word, kind)."""
    m = body.frame_words
    while body.ins[at].pc not in body.leaders:
        at -= 1
        i = body.ins[at]
        if not i.name.startswith("mov.") or i.ops[0] < m:
            return
        yield i.ops[0] - m, i.name[4]
