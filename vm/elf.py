"""Reads relocatable ELF files for x86-64 (what LLVM's code generator writes) and flattens each to one block of bytes with what remains
to be filled in: the form in which native code is kept on disk and put in its place.
"""

from __future__ import annotations

import marshal
import struct

from morestack.vm.record import field, record

HEADER = struct.Struct("<16sHHIQQQIHHHHHH")
SECTION = struct.Struct("<IIQQQQIIQQ")
SYMBOL = struct.Struct("<IBBHQQ")
RELOCATION = struct.Struct("<QQq")
SHF_ALLOC = 2
SHT_NOBITS, SHT_SYMTAB, SHT_RELA = 8, 2, 4

ABSOLUTE_64, RELATIVE_32, PLT_32, UNSIGNED_32, SIGNED_32 = 1, 2, 4, 10, 11
KINDS = (ABSOLUTE_64, RELATIVE_32, PLT_32, UNSIGNED_32, SIGNED_32)


class ElfError(Exception):
    """The file is none of the kind that is expected here."""


@record()
class Block:
    """Bytes that can lie at any 64-byte boundary of the low 2 GiB. ``relocations``: (offset, kind, symbol, addend), the symbol "" being the
    block's own start; ``exports``: defined names to offsets."""

    content: bytes
    relocations: list[tuple[int, int, str, int]] = field(default_factory=list)
    exports: dict[str, int] = field(default_factory=dict)

    def pack(self) -> bytes:
        """As bytes that `unpack` reads back."""
        return marshal.dumps((self.content, self.relocations, self.exports))

    @classmethod
    def unpack(cls, raw: bytes) -> Block:
        """The inverse of `pack`; the bytes must be known to be whole (marshal trusts them)."""
        return cls(*marshal.loads(raw))


@record()
class _Section:
    name: str
    type: int
    flags: int
    offset: int
    size: int
    link: int
    info: int
    align: int
    place: int = -1  # offset in the block


def _text(table: bytes, at: int) -> str:
    return table[at : table.index(b"\0", at)].decode()


def flatten(raw: bytes) -> Block:
    """All that a relocatable file loads, as one block. Raises ElfError."""
    ident, kind, machine, _, _, _, shoff, _, _, _, _, shentsize, shnum, shstrndx = HEADER.unpack_from(raw)
    if ident[:6] != b"\x7fELF\x02\x01" or kind != 1 or machine != 62 or shentsize != SECTION.size:
        raise ElfError("no relocatable file for x86-64")
    rows = [SECTION.unpack_from(raw, shoff + n * shentsize) for n in range(shnum)]
    names = raw[rows[shstrndx][4] : rows[shstrndx][4] + rows[shstrndx][5]]
    sections = [_Section(_text(names, r[0]), r[1], r[2], r[4], r[5], r[6], r[7], max(1, r[8])) for r in rows]
    content = bytearray()
    for s in sections:
        if s.flags & SHF_ALLOC and s.size and not s.name.startswith(".eh_frame"):
            content.extend(bytes(-len(content) % min(s.align, 64)))
            s.place = len(content)
            content.extend(bytes(s.size) if s.type == SHT_NOBITS else raw[s.offset : s.offset + s.size])
    content.extend(bytes(-len(content) % 16))
    symbols = _symbols(raw, sections)
    block = Block(b"")
    for name, place, binding in symbols:
        if name and place is not None and binding:
            block.exports[name] = place
    for s in sections:
        if s.type == SHT_RELA and sections[s.info].place >= 0:
            _relocate(raw, s, sections[s.info].place, symbols, content, block)
    block.content = bytes(content)
    return block


def _symbols(raw: bytes, sections: list[_Section]) -> list[tuple[str, int | None, int]]:
    """(name, offset in the block or None if undefined, whether global) of each symbol."""
    found: list[tuple[str, int | None, int]] = []
    for s in sections:
        if s.type != SHT_SYMTAB:
            continue
        strings = raw[sections[s.link].offset : sections[s.link].offset + sections[s.link].size]
        for at in range(s.offset, s.offset + s.size, SYMBOL.size):
            name, info, _, index, value, _ = SYMBOL.unpack_from(raw, at)
            place = None
            if 0 < index < len(sections) and sections[index].place >= 0:
                place = sections[index].place + value
            found.append((_text(strings, name), place, info >> 4))
    return found


def _relocate(
    raw: bytes, s: _Section, base: int, symbols: list[tuple[str, int | None, int]], content: bytearray, block: Block
) -> None:
    for at in range(s.offset, s.offset + s.size, RELOCATION.size):
        offset, info, addend = RELOCATION.unpack_from(raw, at)
        kind = info & 0xFFFFFFFF
        name, place, _ = symbols[info >> 32]
        offset += base
        if kind not in KINDS:
            raise ElfError(f"relocation of kind {kind}")
        if place is None:
            block.relocations.append((offset, kind, name, addend))
        elif kind in (RELATIVE_32, PLT_32):
            struct.pack_into("<i", content, offset, place + addend - offset)
        else:
            block.relocations.append((offset, kind, "", place + addend))
