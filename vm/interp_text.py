"""The words of the Python engine's text: lines, operands, addresses, and what is known of values on the way."""

from __future__ import annotations

from collections.abc import Callable

from morestack.vm import isa, semantics
from morestack.vm.flavour import Flavour
from morestack.vm.interp_calls import IN_MEMORY, Program
from morestack.vm.interp_ranges import Range
from morestack.vm.record import field, record
from morestack.vm.regions import Region, slots_of

MIN64, MAX64 = semantics.MIN64, semantics.MAX64
VIEW = {
    "i8": "b", "u8": "B", "i16": "h", "u16": "H", "i32": "i", "u32": "I", "i64": "q", "u64": "Q", "f32": "f",
    "f64": "d",
}  # fmt: skip
SHIFT = {1: 0, 2: 1, 4: 2, 8: 3}
INDEX_NAME = {1: "x", 2: "y", 4: "z", 8: "w"}
KIND_VIEW = {"i": "q", "u": "Q", "d": "d"}
Line = tuple[int, str, int]  # depth, text, pc


class Restart(Exception):
    """The text so far rests on an assumption that turned out wrong, or lacks a way to a label: it is printed again."""


@record()
class Known:
    """What is known at a point: ranges of slots, which index variables hold, which operands are less than which."""

    ranges: dict[int, Range] = field(default_factory=dict)
    indexes: set[tuple[int, int]] = field(default_factory=set)
    less: set[tuple[int, int]] = field(default_factory=set)

    def copy(self) -> Known:
        return Known(dict(self.ranges), set(self.indexes), set(self.less))

    def without(self, mask: int) -> None:
        """Forgets what was known of the slots of a set: they change."""
        self.ranges = {k: r for k, r in self.ranges.items() if not mask >> k & 1}
        self.indexes = {x for x in self.indexes if not mask >> x[0] & 1}
        self.less = {x for x in self.less if not any(slot >= 0 and mask >> slot & 1 for slot in x)}

    def meet(self, other: Known) -> None:
        mine, theirs = self.ranges, other.ranges
        self.ranges = {k: (min(r[0], theirs[k][0]), max(r[1], theirs[k][1])) for k, r in mine.items() if k in theirs}
        self.indexes &= other.indexes
        self.less &= other.less


class Writer:
    """Writes one region's lines. ``form``: "e", "d" or "r", as the names in vm.interp's text."""

    def __init__(self, program: Program, index: int, start: int, form: str, flavour: Flavour) -> None:
        self.program = program
        self.body = program.body(index)
        self.base = program.base
        self.start = start
        self.form = form
        self.nested = form != "r"
        self.flavour = flavour
        self.signature = program.signature(index) if form == "e" else IN_MEMORY
        self.not_rising: set[int] = set()  # counters that may wrap: their lower bound is unknown

    def begin(self, region: Region) -> None:
        """Starts the text (again)."""
        self.region = region
        self.lines: list[Line] = []
        self.depth = 1
        self.pc = self.start
        self.avail = 0
        self.dirty = 0
        self.known = Known()
        self.rising: set[int] = set()
        self.temps = 0
        self.out_values: dict[int, tuple[str, str, int]] = {}  # memory word -> (text, kind, slot it depends on or -1)

    # ---- lines -----------------------------------------------------------------------------------------------------

    def emit(self, text: str) -> None:
        self.lines.append((self.depth, text, self.pc))

    def trace(self, pc: int) -> None:
        """Reports a safepoint, in the text that does: its live slots are in the frame."""
        if self.flavour.traced:
            self.emit(f"T({pc}, s)")

    def trace_return(self, pc: int) -> None:
        """The same behind a call."""
        if self.body.returns_to(pc):
            self.trace(pc)

    def capture(self, print_it: Callable[[], bool]) -> tuple[list[Line], bool]:
        """The lines that a call prints, taken out of the text, and whether control falls off their end."""
        before, self.lines = self.lines, []
        try:
            falls = print_it()
            return self.lines, falls
        finally:
            self.lines = before

    # ---- operands --------------------------------------------------------------------------------------------------

    def place(self, slot: int, kind: str) -> str:
        """The element that holds a slot in memory."""
        if kind == "f":
            return f"f[s * 2 + {2 * slot}]"
        return f"{KIND_VIEW[kind]}[s + {slot}]" if slot else f"{KIND_VIEW[kind]}[s]"

    def is_local(self, slot: int) -> bool:
        """Whether a slot is kept in a variable."""
        return slot >= 0 and bool(self.body.locals_mask >> slot & 1)

    def value(self, operand: int, kind: str) -> str:
        """The text of a source operand; loads a slot's variable if it is not loaded yet."""
        if operand < 0:
            return self.program.constant(operand, kind)
        if self.body.locals_mask >> operand & 1:
            if not self.avail >> operand & 1:
                self.load(operand)
            return f"v{operand}"
        found = self.out_values.get(operand)
        if found is not None and found[1] == kind:
            return found[0]
        return self.place(operand, kind)

    def simple(self, operand: int, kind: str) -> str:
        """As value, but a text that may be repeated."""
        text = self.value(operand, kind)
        if "[" not in text:
            return text
        name = self.temp()
        self.emit(f"{name} = {text}")
        return name

    def temp(self) -> str:
        self.temps += 1
        return f"t{self.temps}"

    def load(self, slot: int) -> None:
        self.emit(f"v{slot} = {self.place(slot, self.body.kinds.get(slot, 'i'))}")
        self.avail |= 1 << slot

    def store(self, slot: int, kind: str, text: str) -> None:
        """Writes a slot's memory."""
        if kind == "f":
            self.emit(f"q[s + {slot}] = 0")
        self.emit(f"{self.place(slot, kind)} = {text}")

    def assign(self, slot: int, kind: str, text: str, known: Range | None = None) -> None:
        """Gives a slot its new value."""
        if self.body.locals_mask >> slot & 1:
            self.emit(f"v{slot} = {text}")
            self.defined(slot, known)
        else:
            self.store(slot, kind, text)
            self.out_values.pop(slot, None)

    def defined(self, slot: int, known: Range | None) -> None:
        """A slot's variable has a new value."""
        bit = 1 << slot
        self.avail |= bit
        self.dirty |= bit
        if known is None:
            self.known.ranges.pop(slot, None)
        else:
            self.known.ranges[slot] = known
        if self.known.indexes:
            self.known.indexes = {x for x in self.known.indexes if x[0] != slot}
        if self.known.less:
            self.known.less = {x for x in self.known.less if slot not in x}
        if self.out_values:
            for word in [w for w, v in self.out_values.items() if v[2] == slot]:
                del self.out_values[word]

    def range_of(self, operand: int, kind: str) -> Range:
        """The values an operand can have."""
        if operand < 0:
            bits = self.program.consts[~operand]
            value = bits - (1 << 64) if kind == "i" and bits >> 63 else bits
            return value, value
        return self.known.ranges.get(operand) or semantics.KIND_RANGE.get(kind, (MIN64, MAX64))

    def narrow(self, operand: int, kind: str, low: int, high: int) -> None:
        """Notes that a slot's value lies within bounds."""
        if operand >= 0 and self.body.locals_mask >> operand & 1:
            a, b = self.range_of(operand, kind)
            low, high = max(a, low), min(b, high)
            if low <= high:
                self.known.ranges[operand] = (low, high)

    def flush(self, mask: int) -> None:
        """Stores the slots of a set that are newer in their variables."""
        for slot in slots_of(self.dirty & mask):
            self.store(slot, self.body.kinds[slot], f"v{slot}")

    # ---- addresses -------------------------------------------------------------------------------------------------

    def make_index(self, slot: int, size: int) -> None:
        """Sets a slot's index variable for elements of a size."""
        shift = f" >> {SHIFT[size]}" if size > 1 else ""
        self.emit(f"{INDEX_NAME[size]}{slot} = v{slot} - {self.base:#x}{shift}")
        self.known.indexes.add((slot, size))

    def element(self, width: str, base: int, k: int, index: str, again: bool) -> str:
        """The element of a view at address base + index * size + k. ``again``: the same base is used again soon."""
        size = isa.SIZE_OF[width]
        view = VIEW[width]
        if self.flavour.unaligned or self.flavour.checked:
            return self._careful_element(view, size, base, k, index)
        plus = f" + {index}" if index else ""
        text = self.value(base, "i")
        if self.is_local(base) and k % size == 0:
            if again and (base, size) not in self.known.indexes:
                self.make_index(base, size)
            if (base, size) in self.known.indexes:
                step = f" + {k // size}" if k > 0 else f" - {-k // size}" if k < 0 else ""
                return f"{view}[{INDEX_NAME[size]}{base}{plus}{step}]"
        below = self.base - k
        if size == 1:
            return f"{view}[{text}{plus} - {below:#x}]"
        if index:
            return f"{view}[({text} - {below:#x} >> {SHIFT[size]}){plus}]"
        return f"{view}[{text} - {below:#x} >> {SHIFT[size]}]"

    def _careful_element(self, view: str, size: int, base: int, k: int, index: str) -> str:
        """As element, but the page's state is asked for, or the address may be no multiple of the size."""
        text = self.value(base, "i") + (f" + {index} * {size}" if index else "") + (f" + {k}" if k else "")
        if self.flavour.checked:
            text = f"check({text}, {size})"
        if size == 1:
            return f"{view}[{text} - {self.base:#x}]"
        if self.flavour.unaligned:
            return f"odd_{view}[{text}]"
        return f"{view}[{text} - {self.base:#x} >> {SHIFT[size]}]"

    def frame_element(self, width: str, slot: int, k: int) -> str:
        """The element of a view at k bytes above a slot's address."""
        size = isa.SIZE_OF[width]
        at = slot * 8 + k
        if at % size:
            return f"odd_{VIEW[width]}[s * 8 + {self.base + at:#x}]"
        scale = {8: "s", 4: "s * 2", 2: "s * 4", 1: "s * 8"}[size]
        plus = at // size
        return f"{VIEW[width]}[{scale} + {plus}]" if plus else f"{VIEW[width]}[{scale}]"
