"""Images as text: a listing with lines, stack maps and frame layouts, and an assembler that reads the same text.

A listing begins with constants' and data's sizes and goes on with functions::

    func main.fib frame=8 out=2 args=2 flags=nosplit,closure file="fib.go" line=3
        enter 8 0               ; line 3 map=[|0]
        jlt.i a0 #2 L4
        ...
    L4:
        ret

Operands: ``sK`` slot K, ``aJ`` word J of the argument area (slot frame + J), ``#V`` a constant of the operand's kind
(``#0x..`` bit pattern, ``#1.5``), ``@name+N`` the address of a data symbol, a plain number for k, a label for L, a
name for F and N. Behind ``;`` stand the source line and the map of a safepoint, ``map=[slots|argument words]``; both
are read back. Data is written as

    data main.x size=16 relocs=8:main.y+0 hex=0011...
"""

from __future__ import annotations

import re
import struct
from array import array
from collections.abc import Iterator

from morestack.vm import isa, layout
from morestack.vm.image import FLAG_NAMES, STACKMAPS, TABLES, Func, Image, flag_words

W = isa.WORDS_PER_INSTRUCTION
TOKEN = re.compile(r'"[^"]*"|\S+')
MAP = re.compile(r"map=\[([\d,]*)\|([\d,]*)\]")
LINE = re.compile(r"line (\d+)")


class AsmError(Exception):
    """The text is no assembly; the message names the line of the text."""


# ---- image -> text -------------------------------------------------------------------------------------------------


def listing(image: Image, only: str = "") -> str:
    """The whole program, or the functions whose name contains ``only``."""
    return "\n".join(line for f in image.funcs if only in f.name for line in function_lines(image, f)) + "\n"


def function_lines(image: Image, f: Func, addresses: bool = False) -> Iterator[str]:
    """One function in the form that :func:`assemble` reads; ``addresses`` puts pcs in front (for people only)."""
    names = {image_address(image, at): name for name, at in image.symbols.items()}
    flags = f" flags={','.join(flag_words(f.flags))}" if f.flags else ""
    resume = f" deferreturn=L{f.deferreturn}" if f.deferreturn else ""
    yield (
        f"func {f.name} frame={f.frame_words} out={f.out_words} args={f.arg_words}{flags}{resume} "
        f'file="{f.file}" line={f.line}'
    )
    targets = set(branch_targets(image, f)) | ({f.deferreturn} if f.deferreturn else set())
    for pc in range(f.entry, f.end):
        if pc in targets:
            yield f"L{pc}:"
        text = instruction(image, f, pc, names)
        note = []
        if line := image.line_at(pc):
            note.append(f"line {line}")
        maps = image.stack_map(pc)
        if maps is not None:
            note.append(f"map=[{bits(maps[0])}|{bits(maps[1])}]")
        head = f"{pc:6} " if addresses else "    "
        yield f"{head}{text}" + (" " * max(1, 40 - len(text)) + "; " + " ".join(note) if note else "")


def frame_picture(image: Image, f: Func) -> str:
    """The frame of a function from high to low, one line a part, with the slots that any of its maps names as
    pointers."""
    named = 0
    for pc in range(f.entry, f.end):
        maps = image.stack_map(pc)
        named |= maps[0] if maps else 0
    m = f.frame_words
    return (
        f"{f.name}: {m} words\n"
        f"  s+{m} .. s+{m + f.arg_words - 1}  arguments and results\n"
        f"  s+{m - 1}  return pc\n"
        f"  s+{f.out_words} .. s+{m - 2}  locals; pointers at some safepoint: {bits(named) or 'none'}\n"
        f"  s+0 .. s+{f.out_words - 1}  outgoing area\n"
    )


def bits(value: int) -> str:
    """The numbers of the bits that are set, "1,4"."""
    return ",".join(str(i) for i in range(value.bit_length()) if value >> i & 1)


def branch_targets(image: Image, f: Func) -> Iterator[int]:
    """The pcs that branches of f name."""
    for pc in range(f.entry, f.end):
        for i, o in enumerate(isa.OPS[image.code[pc * W]].operands):
            if o.role == "L":
                yield image.code[pc * W + 1 + i]


def image_address(image: Image, offset: int) -> int:
    """Where a data offset lies in the first arena of a process."""
    return layout.ARENA_BASE + layout.DATA_OFFSET + offset


def instruction(image: Image, f: Func, pc: int, names: dict[int, str] | None = None) -> str:
    """One instruction as text."""
    row = isa.OPS[image.code[pc * W]]
    words = image.code[pc * W + 1 : pc * W + W]
    return " ".join([row.name, *(operand(image, f, o, words[i], names or {}) for i, o in enumerate(row.operands))])


def operand(image: Image, f: Func, o: isa.Operand, word: int, names: dict[int, str]) -> str:
    """One operand as text; ``names`` maps data addresses to symbols."""
    if o.role == "L":
        return f"L{word}"
    if o.role == "F":
        return image.funcs[word].name
    if o.role == "N":
        return image.natives[word]
    if o.role == "k":
        return str(word)
    if word >= f.frame_words:
        return f"a{word - f.frame_words}"
    if word >= 0:
        return f"s{word}"
    value = image.consts[~word]
    if o.kind == "i":
        if value in names and value >= layout.ARENA_BASE:
            return f"@{names[value]}+0"
        return f"#{value - (1 << 64) if value >> 63 else value}"
    return f"#{float_text(o.kind, value)}" if o.kind in "df" else f"#{value}"


def float_text(kind: str, value: int) -> str:
    """The shortest text that gives these bits back, the bits in hex for what has none (NaN)."""
    if kind == "f" and value >> 32:
        return hex(value)  # of a damaged image
    number = struct.unpack("<d" if kind == "d" else "<f", value.to_bytes(8 if kind == "d" else 4, "little"))[0]
    text = repr(number)
    return text if float_bits(kind, text) == value and "n" not in text else hex(value)


def float_bits(kind: str, text: str) -> int:
    """The bit pattern of a constant of kind d or f."""
    if text.startswith("0x"):
        return int(text, 16)
    return int.from_bytes(struct.pack("<d" if kind == "d" else "<f", float(text)), "little")


# ---- text -> image -------------------------------------------------------------------------------------------------


class Assembler:
    """Two passes over the text: lay out data and functions, then encode instructions."""

    def __init__(self) -> None:
        self.code: array[int] = array("i", [isa.BY_NAME["trap"].code, 0, 0, 0, 0])
        self.pool: dict[tuple[str, int], int] = {}
        self.consts: array[int] = array("Q")
        self.const_data: array[int] = array("I")
        self.funcs: list[Func] = []
        self.natives: list[str] = []
        self.data = bytearray()
        self.relocs: array[int] = array("I")
        self.symbols: dict[str, int] = {}
        self.pc_tables: dict[str, list[int]] = {name: [0] for name in TABLES}
        self.maps: list[int] = []
        self.labels: dict[str, int] = {}
        self.lines: list[tuple[int, Func | None, str]] = []  # (number of the text line, function, text)
        self.fixes: list[tuple[int, str, str]] = []  # data relocations by symbol

    def run(self, text: str) -> Image:
        """The program that the text describes. Raises AsmError."""
        self._first(text)
        for number, f, line in self.lines:
            if f is not None:
                try:
                    self._instruction(f, line)
                except (KeyError, ValueError, IndexError) as e:
                    raise AsmError(f"line {number}: {line.strip()}: {e}") from e
        for at, symbol, addend in self.fixes:
            struct.pack_into(
                "<Q", self.data, at, layout.ARENA_BASE + layout.DATA_OFFSET + self.symbols[symbol] + int(addend)
            )
            self.relocs.append(at)
        self._tables()
        return Image(
            self.code,
            self.consts,
            self.const_data,
            self.funcs,
            self.data,
            self.relocs,
            0,
            self.symbols,
            self.natives,
            {"source": "assembly"},
        )

    def _first(self, text: str) -> None:
        """Pass one: functions, pcs, labels, data."""
        f: Func | None = None
        pc = 1
        resume: list[tuple[Func, str]] = []
        for number, line in enumerate(text.splitlines(), 1):
            body = line.partition(";")[0].strip()
            if not body or body.startswith("//"):
                continue
            words = TOKEN.findall(body)
            if words[0] == "func":
                if f is not None:
                    f.end = pc
                options = dict(w.split("=", 1) for w in words[2:])
                flags = sum(1 << FLAG_NAMES.index(name) for name in options.get("flags", "").split(",") if name)
                f = Func(
                    words[1],
                    pc,
                    pc,
                    int(options["frame"]),
                    int(options.get("out", 0)),
                    int(options.get("args", 0)),
                    flags,
                    options.get("file", '""').strip('"'),
                    int(options.get("line", 0)),
                    0,
                )
                self.funcs.append(f)
                if "deferreturn" in options:
                    resume.append((f, options["deferreturn"]))
            elif words[0] == "data":
                self._data(words)
            elif body.endswith(":"):
                self.labels[f"{f.name if f else ''}/{body[:-1]}"] = pc
            elif f is None:
                raise AsmError(f"line {number}: instruction outside a function")
            else:
                if words[0] not in isa.BY_NAME:
                    raise AsmError(f"line {number}: no opcode {words[0]}")
                self.lines.append((number, f, line))
                if words[0] == "poll":
                    f.loop_heads += (pc,)
                pc += 1
        if f is not None:
            f.end = pc
        for f, label in resume:
            f.deferreturn = self.labels[f"{f.name}/{label}"]

    def _data(self, words: list[str]) -> None:
        options = dict(w.split("=", 1) for w in words[2:])
        content = bytes.fromhex(options.get("hex", ""))
        at = len(self.data) + -len(self.data) % 8
        self.data.extend(
            bytes(at - len(self.data)) + content + bytes(max(0, int(options.get("size", 0)) - len(content)))
        )
        self.symbols[words[1]] = at
        for part in options.get("relocs", "").split(","):
            if part:
                offset, _, target = part.partition(":")
                symbol, _, addend = target.partition("+")
                self.fixes.append((at + int(offset), symbol, addend or "0"))

    def _instruction(self, f: Func, line: str) -> None:
        body, _, note = line.partition(";")
        name, *texts = TOKEN.findall(body.strip())
        row = isa.BY_NAME[name]
        if len(texts) != len(row.operands):
            raise ValueError(f"{name} has {len(row.operands)} operands")
        words = [self._operand(f, o, text) for o, text in zip(row.operands, texts, strict=True)]
        self.code.extend([row.code, *words, *[0] * (W - 1 - len(words))])
        found = LINE.search(note)
        self.pc_tables["go:pcline"].append(int(found[1]) if found else f.line)
        self.pc_tables["go:pcfunc"].append(self.funcs.index(f))
        self.pc_tables["go:pcinl"].append(0)
        maps = MAP.search(note)
        self.pc_tables["go:pcmap"].append(len(self.maps) + 1 if maps else 0)
        if maps:
            self.maps += map_words(bit_set(maps[1]), f.frame_words) + map_words(bit_set(maps[2]), f.arg_words)

    def _operand(self, f: Func, o: isa.Operand, text: str) -> int:
        if o.role == "L":
            return self.labels[f"{f.name}/{text}"]
        if o.role == "F":
            return next(i for i, g in enumerate(self.funcs) if g.name == text)
        if o.role == "N":
            if text not in self.natives:
                self.natives.append(text)
            return self.natives.index(text)
        if o.role == "k":
            return int(text, 0)
        if text[0] == "s":
            return int(text[1:])
        if text[0] == "a":
            return f.frame_words + int(text[1:])
        if text[0] == "@":
            symbol, _, addend = text[1:].partition("+")
            offset = self.symbols[symbol] + int(addend or "0")
            return self._const("@", layout.ARENA_BASE + layout.DATA_OFFSET + offset)
        if text[0] != "#":
            raise ValueError(f"bad operand {text}")
        if o.kind in "df":
            return self._const("", float_bits(o.kind, text[1:]))
        return self._const("", int(text[1:], 0) & (1 << 64) - 1)

    def _const(self, sort: str, value: int) -> int:
        place = self.pool.setdefault((sort, value), len(self.consts))
        if place == len(self.consts):
            self.consts.append(value)
            if sort:
                self.const_data.append(place)
        return ~place

    def _tables(self) -> None:
        self.data.extend(bytes(-len(self.data) % 8))
        for name in TABLES:
            self.symbols[name] = len(self.data)
            table = array("I", self.pc_tables[name])
            self.data.extend(table.tobytes() + bytes(-len(table) * 4 % 8))
        self.symbols[STACKMAPS] = len(self.data)
        self.data.extend(array("Q", self.maps).tobytes())


def assemble(text: str) -> Image:
    """The image that the text describes, with its line tables and stack maps. Raises AsmError."""
    return Assembler().run(text)


def bit_set(text: str) -> int:
    """The inverse of :func:`bits`."""
    return sum(1 << int(n) for n in text.split(",") if n)


def map_words(value: int, count: int) -> list[int]:
    """A bitmap of ``count`` bits as 64-bit words."""
    return [value >> 64 * i & (1 << 64) - 1 for i in range(-(-count // 64))]
