"""Prints a Go function as LLVM text: one native function for each root of its plan (vm.llvm_flow), all ``preserve_none``, of one
signature, leaving only by tail calls. So no Go call uses the native stack.

Slots are LLVM variables between safepoints, read from the frame where a root begins and written back where control leaves,
if live and changed. ``%m`` is the register page, ``%sp`` SP in bytes, ``%pc`` the VM pc to which an indirect jump goes (the exit to
the host needs it), ``%v0``.. values for the support code.

Symbols, resolved when the code is put in its place (vm.codespace): ``entry`` the table of native entries by pc, ``pcs`` the number of pcs, ``pK`` the pc
``entry of this function + K``, ``fK`` the native function of that pc, ``FK`` the entry of the K-th function called, ``cK`` the
cell that holds the K-th data address, ``ms.*`` support code, and the C library's memory functions. The text holds no number that depends on
the rest of the image, so equal functions of two programs have equal text.
"""

from __future__ import annotations

import math
import struct
from array import array
from collections.abc import Sequence

from morestack.vm import isa, layout, llvm_abi, llvm_text, semantics
from morestack.vm.image import NATIVE, Func, Image
from morestack.vm.jitcache import References
from morestack.vm.llvm_abi import Conventions
from morestack.vm.llvm_flow import Block, Counted, Flow, Root
from morestack.vm.llvm_text import COMPARES, MEMORY_TYPE, ROWS, TYPE
from morestack.vm.record import field, record
from morestack.vm.regions import Body, Ins, faults_at_nil, slots_of

VALUES, FLOATS = llvm_abi.PARAM_INTS, llvm_abi.PARAM_FLOATS
SIGNATURE = ", ".join(
    ["ptr %m", "ptr %sp", "i64 %pc", *(f"i64 %v{i}" for i in range(VALUES)), *(f"double %d{i}" for i in range(FLOATS))]
)
TYPES = ", ".join(["ptr", "ptr", "i64", *["i64"] * VALUES, *["double"] * FLOATS])
CC = "preserve_nonecc"
SLOT, MEMORY, REGISTER, COLD, INVARIANT = "!tbaa !4", "!tbaa !5", "!tbaa !6", "!prof !7", "!invariant.load !8"
METADATA = """
!0 = !{!"morestack"}
!1 = !{!"slot", !0}
!2 = !{!"memory", !0}
!3 = !{!"register", !0}
!4 = !{!1, !1, i64 0}
!5 = !{!2, !2, i64 0}
!6 = !{!3, !3, i64 0}
!7 = !{!"branch_weights", i32 1, i32 1000000}
!8 = !{}
"""
ITERATIONS = 1024  # of a counted loop between polls
CAREFUL = """
declare dso_local i1 @ms.bad(ptr, i64, i64)
declare dso_local i1 @ms.moved(ptr, i64)
declare dso_local void @ms.trace(ptr, i64, ptr)
"""
SUPPORT = ("more", "sigpanic", "bounds", "panicdivide", "panicshift", "systemstack", "systemstackret", "mcall", "gogo", "trap", "exitvm", "fault")


RootFact = tuple[int, tuple[tuple[int, str], ...]]  # pc behind the entry, (offset from SP, register) of each value


# Opcodes that read memory and give a value: the operands that are addresses, and the one that is their size.
READS = {"memequal": ("ab", "c"), "memcmp": ("ab", "c"), "memhash": ("a", "b"), "indexbyte": ("a", "b")}


class Unsupported(Exception):
    """A function stays with the Python engine, for the reason given."""


@record()
class Text:
    """The LLVM text of one Go function: ``roots`` are the pcs, relative to its entry, that have a native function, each with what
    it takes in registers; ``callees`` function indices, ``cells`` data addresses as in the image's constants."""

    source: str
    roots: tuple[RootFact, ...]
    callees: list[int] = field(default_factory=list)
    cells: list[int] = field(default_factory=list)


def tail_call(
    target: str, sp: str, pc: str = "poison", values: Sequence[str] = (), floats: Sequence[str] = ()
) -> str:
    """The text that leaves for a native function."""
    rest = [*(f"i64 {v}" for v in values), *["i64 poison"] * (VALUES - len(values))]
    rest += [*(f"double {v}" for v in floats), *["double poison"] * (FLOATS - len(floats))]
    return f"  musttail call {CC} void {target}(ptr %m, ptr {sp}, i64 {pc}, {', '.join(rest)})\n  ret void"


def compilable(func: Func) -> bool:
    """Whether a function can have native code: natives can only if they need no host."""
    return not func.flags & NATIVE or func.name in llvm_text.NATIVES


class Maps:
    """Stack maps of an image by pc, read from its tables."""

    def __init__(self, image: Image) -> None:
        self.places: array[int] = array("I")
        self.words: array[int] = array("Q")
        count = len(image.code) // isa.WORDS_PER_INSTRUCTION
        at = image.symbols.get("go:pcmap")
        maps = image.symbols.get("go:stackmaps")
        if at is not None and maps is not None:
            self.places.frombytes(bytes(image.data[at : at + 4 * count]))
            end = maps + (len(image.data) - maps) // 8 * 8
            self.words.frombytes(bytes(image.data[maps:end]))

    def slots(self, pc: int, frame_words: int) -> int:
        """Bits of the pointer slots at a safepoint."""
        place = self.places[pc] if pc < len(self.places) else 0
        if not place:
            return 0
        n = -(-frame_words // 64)
        value = 0
        for i in range(n):
            value |= self.words[place - 1 + i] << 64 * i
        return value


class Printer:
    """Prints one function. ``careful``: for the modes in which every access asks for the state of its page, stacks move at
    every check, or safepoints are reported; which of these are on, the support code sees in the register page."""

    def __init__(
        self, image: Image, func: Func, maps: Maps, data_constants: frozenset[int], conventions: Conventions,
        careful: bool = False,
    ) -> None:  # fmt: skip
        self.careful = careful
        self.image, self.func = image, func
        self.conventions = conventions
        self.data_constants = data_constants
        if not compilable(func):
            raise Unsupported("native")
        self.body = Body(func, image.code)
        self.flow = Flow(self.body, lambda pc: maps.slots(pc, func.frame_words), image.consts.__getitem__)
        self.locals = self.body.locals_mask
        self.kinds = self.body.kinds
        references = References(image, func, data_constants)
        self.callees, self.cells = references.callees, references.cells
        self.pcs: set[int] = set()
        self.names = 0
        self.out: list[str] = []
        self.cold: list[str] = []
        self.dirty = 0
        self.mine = llvm_abi.convention(image.code, func)
        self.tracks = not self._names_outside()
        self.counted: dict[int, Counted] = {}
        self.fixed: dict[int, tuple[str, str]] = {}  # slot outside the locals -> (kind, value) throughout a root's blocks
        self.known: dict[int, tuple[str, str]] = {}  # the same for the block being printed

    def _names_outside(self) -> bool:
        """Whether the address of an outgoing or argument word is taken."""
        return any(i.name == "lea" and not self.func.out_words <= i.ops[1] < self.func.frame_words for i in self.body.ins)

    # ---- the whole -------------------------------------------------------------------------------------------------

    def text(self) -> Text:
        """The function's text. Raises Unsupported."""
        parts: list[str] = []
        for root in self.flow.roots.values():
            self.out, self.cold = [], []
            self._root(root)
            parts.append("\n".join([*self.out, *self.cold, "}"]))
        head = [llvm_text.DECLARATIONS, *(f"@{t} = external dso_local global [0 x ptr]" for t in ("entry", "back"))]
        head.append("@pcs = external dso_local global i8")
        head += [f"@p{k} = external dso_local global i8" for k in sorted(self.pcs)]
        head += [f"@c{k} = external dso_local global i64" for k in self.cells.values()]
        head += [f"declare dso_local {CC} void @F{k}({TYPES})" for k in self.callees.values()]
        head += [f"declare dso_local {CC} void @ms.{name}({TYPES})" for name in SUPPORT]
        if self.careful:
            head.append(CAREFUL)
        roots = tuple(self._described(r) for r in self.flow.roots.values() if r.public)
        return Text("\n".join([*head, *parts, METADATA]), roots, list(self.callees), list(self.cells))

    def _described(self, root: Root) -> RootFact:
        """What the placing of code must know of a root."""
        shift = 1 - self.func.frame_words if root.pc == self.func.entry else 0  # at the entry pc the frame is one word high
        return root.pc - self.func.entry, tuple((8 * (slot + shift), name[1:]) for slot, _, name in self._incoming(root))

    def _incoming(self, root: Root) -> list[tuple[int, str, str]]:
        """(slot, kind, register) of what can come in registers where a root begins: parameters, or results of the call before."""
        f = self.func
        if root.pc == f.entry:
            return [(f.frame_words + word, kind, name) for word, kind, name in llvm_abi.param_registers(self.mine.params)]
        before = self.body.ins[root.pc - f.entry - 1]
        if before.name != "call" or not root.public:
            return []
        return llvm_abi.result_registers(self.conventions(before.ops[0]).results)

    def _root(self, root: Root) -> None:
        f, flow = self.func, self.flow
        entry = root.pc == f.entry
        rel = root.pc - f.entry
        incoming = self._incoming(root)
        self.emit(f"define dso_local {CC} void @f{rel}({SIGNATURE}) nounwind {{")
        self.emit("start:")
        self.fixed = {slot: (kind, name) for slot, kind, name in incoming} if entry else {}
        first = {}
        if not entry and not any(p in root.dirty_in for p in flow.blocks[root.pc].preds):
            first = {slot: (kind, name) for slot, kind, name in incoming}
        drop = -8 * (f.frame_words - 1) if entry else 0
        self.emit(f"  %fp = getelementptr i8, ptr %sp, i64 {drop}")
        used = 0
        for pc in root.blocks:
            b = flow.blocks[pc]
            for i in b.ins:
                used |= (i.reads | self.body.writes(i)) & self.locals
            used |= self._leaving(b, root) & self.locals
        live = flow.blocks[root.pc].live_in & self.locals
        for slot in slots_of(used | live):
            self.emit(f"  %s{slot} = alloca {self._type(slot)}")
        self.counted = {h: c for h, c in flow.counted.items() if h in root.dirty_in and all(b in root.dirty_in for b in c.loop)}
        if self.careful:
            self.counted = {}  # every round is a safepoint
        for head in self.counted:
            self.emit(f"  %limit{head - f.entry} = alloca i64")
        if not entry:
            for slot in slots_of(live):
                value = self.load_frame(slot, self.kinds[slot])
                self.emit(f"  store {self._type(slot)} {value}, ptr %s{slot}")
        if self.body.returns_to(root.pc):
            self._trace(root.pc)
        self.emit(f"  br label %b{rel}")
        for pc in root.blocks:
            self.known = first if pc == root.pc else {}
            self._block(flow.blocks[pc], root)

    def _type(self, slot: int) -> str:
        return TYPE[self.kinds.get(slot, "i")]

    def _leaving(self, b: Block, root: Root) -> int:
        """Slots that may be written to the frame at b's end."""
        mask = 0
        inside = set(root.blocks)
        for s in b.succs:
            if s not in inside:
                mask |= self.flow.live_at(s)
        if b.after >= 0:
            mask |= self.flow.live_at_call(b)
        return mask

    def _block(self, b: Block, root: Root) -> None:
        self.emit(f"b{b.pc - self.func.entry}:")
        self.dirty = root.dirty_in[b.pc]
        last = len(b.ins) - 1
        skip = False
        for n, i in enumerate(b.ins):
            if skip:
                break
            following = b.ins[n + 1] if n < last else None
            if following is not None and n + 1 == last and b.pc not in self.counted and self._merges(i, following, b):
                self._branch(following, b, root, i)
                skip = True
            elif "branch" in i.row.flags and i.name != "jmp":
                self._branch(i, b, root, None)
                skip = True
            else:
                self._instruction(i, b)
                if i.name == "poll" and b.pc in self.counted:
                    self._counted_head(self.counted[b.pc], b.pc)
        if not skip and not self._left(b.ins[-1]):
            target = b.succs[0] if b.succs else -1
            if target < 0:
                self.emit("  unreachable")
            else:
                self.emit(f"  br label %{self._way(b, target, root)}")

    @staticmethod
    def _left(i: Ins) -> bool:
        return "call" in i.row.flags or ("terminator" in i.row.flags and i.name != "jmp")

    def _merges(self, i: Ins, branch: Ins, b: Block) -> bool:
        """A comparison whose only use is the branch behind it needs no bool of its own; LLVM would find out, later."""
        if branch.name not in ("br", "brz") or i.name not in COMPARES or not i.writes:
            return False
        return i.ops[0] == branch.ops[0] and not (b.live_out & i.writes) and bool(i.writes & self.locals)

    def _branch(self, i: Ins, b: Block, root: Root, compare: Ins | None) -> None:
        subject = compare if compare is not None else i
        if b.pc in self.counted:
            self._counted_branch(i, b, root)
            return
        test = self.condition(subject)
        taken = self._way(b, i.ops[-1], root)
        if len(b.succs) == 1:
            self.emit(f"  br label %{taken}")
            return
        other = self._way(b, i.pc + 1, root)
        if compare is not None and i.name == "brz":
            taken, other = other, taken
        self.emit(f"  br i1 {test}, label %{taken}, label %{other}")

    def _counted_head(self, c: Counted, head: int) -> None:
        """Behind the poll of a counted loop: how far the loop may run until the next poll."""
        i, bound, limit, far = self.value(c.slot, "i"), self.value(c.bound, "i"), self.name(), self.name()
        sign = "s" if c.signed else "u"
        step, pick = ("add", "min") if c.up else ("sub", "max")
        if c.by >= 0:  # the step is not known to be positive: at least one round must be left
            by, span, way, one = self.value(c.by, "i"), self.name(), self.name(), self.name()
            self.emit(f"  {span} = mul i64 {by}, {ITERATIONS}")
            self.emit(f"  {way} = call i64 @llvm.sadd.sat.i64(i64 {i}, i64 {span})")
            self.emit(f"  {one} = call i64 @llvm.sadd.sat.i64(i64 {i}, i64 1)")
            self.emit(f"  {far} = call i64 @llvm.smax.i64(i64 {way}, i64 {one})")
        else:
            self.emit(f"  {far} = call i64 @llvm.{sign}{step}.sat.i64(i64 {i}, i64 {c.step * ITERATIONS})")
        self.emit(f"  {limit} = call i64 @llvm.{sign}{pick}.i64(i64 {bound}, i64 {far})")
        rel = head - self.func.entry
        self.emit(f"  store i64 {limit}, ptr %limit{rel}")
        self.emit(f"  br label %h{rel}")
        self.emit(f"h{rel}:")

    def _counted_branch(self, i: Ins, b: Block, root: Root) -> None:
        """The test of a counted loop: inside against the limit, and behind that against the true bound."""
        c = self.counted[b.pc]
        rel = b.pc - self.func.entry
        inside = next(s for s in b.succs if s in c.loop)
        outside = next(s for s in b.succs if s not in c.loop)
        body, leave = self._way(b, inside, root), self._way(b, outside, root)
        for target, bound in ((f"c{rel}", f"%limit{rel}"), (leave, "")):
            value, limit, test = self.value(c.slot, "i"), self.name(), self.name()
            if bound:
                self.emit(f"  {limit} = load i64, ptr {bound}")
            else:
                limit = self.value(c.bound, "i")
            low, high = (value, limit) if c.up else (limit, value)
            self.emit(f"  {test} = icmp {c.condition} i64 {low}, {high}")
            self.emit(f"  br i1 {test}, label %{body if bound else f'b{rel}'}, label %{target}")
            if bound:
                self.emit(f"c{rel}:")

    def _way(self, b: Block, target: int, root: Root) -> str:
        """The label to jump to for a successor: its block, or a block that leaves for another root."""
        rel = target - self.func.entry
        if target in root.dirty_in:
            if target in self.counted and b.pc in self.counted[target].loop:
                return f"h{rel}"  # round the loop without a poll
            return f"b{rel}"
        label = f"x{b.pc - self.func.entry}.{rel}"
        lines = self.out
        self.out = []
        self.emit(f"{label}:")
        self.flush(self.dirty & self.flow.live_at(target))
        values, floats = ["poison"] * VALUES, ["poison"] * FLOATS
        for slot, kind, register in self._incoming(self.flow.roots[target]):
            (values if kind == "i" else floats)[int(register[2:])] = self.load_frame(slot, kind)
        self.emit(tail_call(f"@f{rel}", "%fp", "poison", values, floats))
        if not any(line.startswith(f"{label}:") for line in self.cold):
            self.cold += self.out
        self.out = lines
        return label

    # ---- values ----------------------------------------------------------------------------------------------------

    def emit(self, text: str) -> None:
        self.out.append(text)

    def name(self) -> str:
        self.names += 1
        return f"%t{self.names}"

    def pc(self, pc: int) -> str:
        """A pc of this function as a constant."""
        rel = pc - self.func.entry
        self.pcs.add(rel)
        return f"ptrtoint (ptr @p{rel} to i64)"

    def slot_address(self, slot: int, k: int = 0) -> str:
        at = self.name()
        self.emit(f"  {at} = getelementptr i8, ptr %fp, i64 {8 * slot + k}")
        return at

    def _tag(self, slot: int) -> str:
        return SLOT if self.locals >> slot & 1 or slot == self.func.frame_words - 1 else MEMORY

    def load_frame(self, slot: int, kind: str) -> str:
        """The value of a slot in the frame."""
        at, value = self.slot_address(slot), self.name()
        ty = "i32" if kind == "f" else TYPE[kind]
        self.emit(f"  {value} = load {ty}, ptr {at}, align 8, {self._tag(slot)}")
        if kind != "f":
            return value
        number = self.name()
        self.emit(f"  {number} = bitcast i32 {value} to float")
        return number

    def store_frame(self, slot: int, kind: str, value: str) -> None:
        """Writes a slot of the frame."""
        if kind == "f":
            bits, value32 = self.name(), value
            self.emit(f"  {bits} = bitcast float {value32} to i32")
            value = self.name()
            self.emit(f"  {value} = zext i32 {bits} to i64")
            kind = "i"
        at = self.slot_address(slot)
        self.emit(f"  store {TYPE[kind]} {value}, ptr {at}, align 8, {self._tag(slot)}")

    def value(self, operand: int, kind: str) -> str:
        """The LLVM value of a source operand."""
        if operand < 0:
            return self.constant(~operand, kind)
        if self.locals >> operand & 1:
            value = self.name()
            self.emit(f"  {value} = load {TYPE[kind]}, ptr %s{operand}")
            return value
        found = self.known.get(operand) or self.fixed.get(operand)
        if found is not None and found[0] == llvm_abi.CLASS[kind]:
            return found[1]
        return self.load_frame(operand, kind)

    def constant(self, place: int, kind: str) -> str:
        bits = self.image.consts[place]
        if place in self.data_constants:
            number = self.cells[bits]
            value = self.name()
            self.emit(f"  {value} = load i64, ptr @c{number}, align 8, {INVARIANT}")
            return value
        if kind == "d":
            return f"bitcast (i64 {bits} to double)"
        if kind == "f":
            return f"bitcast (i32 {bits & 0xFFFFFFFF} to float)"
        return str(bits - (1 << 64) if bits >> 63 else bits)

    def assign(self, slot: int, kind: str, value: str) -> None:
        """Gives a destination slot its value."""
        if self.locals >> slot & 1:
            self.emit(f"  store {TYPE[kind]} {value}, ptr %s{slot}")
            self.dirty |= 1 << slot
        else:
            self.store_frame(slot, kind, value)
            self.known.pop(slot, None)
            if self.tracks and llvm_abi.CLASS[kind]:
                self.known[slot] = (llvm_abi.CLASS[kind], value)

    def flush(self, mask: int) -> None:
        """Writes slots from variables to the frame."""
        for slot in slots_of(mask & self.locals):
            kind = self.kinds.get(slot, "i")
            value = self.name()
            self.emit(f"  {value} = load {TYPE[kind]}, ptr %s{slot}")
            self.store_frame(slot, kind, value)

    def operands(self, i: Ins) -> dict[str, str]:
        found: dict[str, str] = {}
        for o, word in zip(i.row.operands, i.ops, strict=True):
            if o.role in "abc":
                found[o.role] = self.value(word, o.kind)
            elif o.role == "k":
                found["k"] = str(word)
        return found

    def row(self, text: str, operands: dict[str, str]) -> str:
        """Prints a row of llvm_text; returns the result's name."""
        result = self.name()
        filled = text.format(r=result, t=result + ".", **operands)
        self.out.extend("  " + line for line in filled.split("\n"))
        return result

    def condition(self, i: Ins) -> str:
        return self.row(COMPARES[i.name], self.operands(i))

    # ---- instructions ----------------------------------------------------------------------------------------------

    def _instruction(self, i: Ins, b: Block) -> None:
        name = i.name
        row = ROWS.get("memequal.n" if name == "memequal" and i.ops[3] >= 0 else name)
        if row is not None:
            if name.startswith(("div.", "rem.")) and name[4] in "iu":
                self._zero_check(i)
            operands = self.operands(i)
            if name in READS:
                for place in READS[name][0]:
                    self._page_check(i, operands[place], operands[READS[name][1]])
            value = self._constant_nan(i) or self.row(row, operands)
            self.assign(i.ops[0], i.row.operands[0].kind, value)
        elif name in COMPARES and i.writes:
            test = self.condition(i)
            value = self.name()
            self.emit(f"  {value} = zext i1 {test} to i64")
            self.assign(i.ops[0], "i", value)
        elif name.startswith("mov."):
            self.assign(i.ops[0], name[4], self.value(i.ops[1], name[4]))
        elif name.startswith(("ld", "st")) and name[2] in ".xl":
            self._access(i)
        else:
            method = METHODS.get(name)
            if method is None:
                raise Unsupported(f"opcode {name}")
            method(self, i, b)

    def _constant_nan(self, i: Ins) -> str:
        """The result of a computation with constants that gives no number: LLVM would take a NaN of another sign than amd64's."""
        kind = i.row.operands[0].kind
        if kind not in "df" or any(word >= 0 for word in i.ops[1:]) or i.row.operands[1].kind != kind:
            return ""
        code = "<d" if kind == "d" else "<f"
        size = struct.calcsize(code)
        given = [struct.unpack(code, self.image.consts[~word].to_bytes(8, "little")[:size])[0] for word in i.ops[1:]]
        if any(map(math.isnan, given)) or not math.isnan(semantics.fold(i.name, *given)):
            return ""
        return f"bitcast (i64 {-1 << 51} to double)" if kind == "d" else f"bitcast (i32 {-1 << 22} to float)"

    def _access(self, i: Ins) -> None:
        """Loads and stores: ld st (address), ldx stx (element), ldl stl (frame memory)."""
        name, ops = i.name, i.ops
        load, sort, width = name[0] == "l", name[2], name.partition(".")[2]
        kind = isa.KIND_OF[width]
        place = ops[1:] if load else ops
        if sort == "l":
            at = self.slot_address(place[0], place[1])
            rest = place[2:]
        else:
            base = self.value(place[0], "i")
            at = self.name()
            self.emit(f"  {at} = inttoptr i64 {base} to ptr")
            if sort == "x":
                index, k, rest = self.value(place[1], "i"), place[2], place[3:]
                at, before = self.name(), at
                self.emit(f"  {at} = getelementptr {MEMORY_TYPE[width]}, ptr {before}, i64 {index}")
            else:
                k, rest = place[1], place[2:]
            if k:
                at, before = self.name(), at
                self.emit(f"  {at} = getelementptr i8, ptr {before}, i64 {k}")
            if self.careful:
                address = self.name()
                self.emit(f"  {address} = ptrtoint ptr {at} to i64")
                self._page_check(i, address, str(isa.SIZE_OF[width]))
        ty = MEMORY_TYPE[width]
        narrow = ty in ("i8", "i16", "i32")
        if load:
            value = self.name()
            self.emit(f"  {value} = load {ty}, ptr {at}, align 1, {MEMORY}")
            if narrow:
                wide = self.name()
                self.emit(f"  {wide} = {llvm_text.extend(width)} {ty} {value} to i64")
                value = wide
            self.assign(ops[0], kind, value)
            return
        value = self.value(rest[0], kind)
        if sort == "l":
            self._forget(place[0] + place[1] // 8, 1)
        if narrow:
            cut = self.name()
            self.emit(f"  {cut} = trunc i64 {value} to {ty}")
            value = cut
        self.emit(f"  store {ty} {value}, ptr {at}, align 1, {MEMORY}")

    # traps

    def _trap_block(self, i: Ins, test: str, target: str, values: tuple[str, ...]) -> None:
        """Leaves for support code if ``test`` holds; the slots that a recovering function reads go to the frame first."""
        n = self.name()[1:]
        self.emit(f"  br i1 {test}, label %{n}.trap, label %{n}.ok, {COLD}")
        lines = self.out
        self.out = []
        self.emit(f"{n}.trap:")
        self.flush(self.dirty & self.flow.resume_live)
        self.emit(tail_call(f"@ms.{target}", "%fp", self.pc(i.pc), values))
        self.cold += self.out
        self.out = lines
        self.emit(f"{n}.ok:")

    def _page_check(self, i: Ins, address: str, size: str) -> None:
        """Whether bytes may be accessed, in the careful text."""
        if self.careful:
            test = self.name()
            self.emit(f"  {test} = call i1 @ms.bad(ptr %m, i64 {address}, i64 {size})")
            self._trap_block(i, test, "fault", ())

    def _trace(self, pc: int) -> None:
        """Reports a safepoint, in the careful text: all its live slots are in the frame."""
        if self.careful:
            self.emit(f"  call void @ms.trace(ptr %m, i64 {self.pc(pc)}, ptr %fp)")

    def _zero_check(self, i: Ins) -> None:
        divisor = i.ops[2]
        if divisor < 0 and self.image.consts[~divisor]:
            return
        test = self.name()
        value = self.value(divisor, "i")
        self.emit(f"  {test} = icmp eq i64 {value}, 0")
        self._trap_block(i, test, "panicdivide", ())

    def _check(self, i: Ins, _: Block) -> None:
        operands = self.operands(i)
        test = self.row(COMPARES[i.name], operands)
        if i.name == "nilcheck":
            self._nilcheck(i, test)
        elif i.name == "shiftcheck":
            self._trap_block(i, test, "panicshift", ())
        else:
            signed = "0" if i.name.endswith(".u") else "1"
            self._trap_block(i, test, "bounds", (operands["a"], signed, operands["b"], operands["k"]))

    def _nilcheck(self, i: Ins, test: str) -> None:
        """A nil pointer faults where the access right behind the check is, if that lies in the first page."""
        pc = i.pc + 1
        if pc < self.func.end and pc not in self.body.leaders:
            behind = self.body.at(pc)
            if faults_at_nil(behind, i.ops[0]):
                offset = behind.ops[2 if behind.name.startswith("ld") else 1]
                self._trap_block(behind, test, "sigpanic", (str(offset),))
                return
        self._trap_block(i, test, "sigpanic", ("0",))

    # frame memory

    def _lea(self, i: Ins, _: Block) -> None:
        at, value = self.slot_address(i.ops[1], i.ops[2]), self.name()
        self.emit(f"  {value} = ptrtoint ptr {at} to i64")
        self.assign(i.ops[0], "i", value)

    def _zero(self, i: Ins, _: Block) -> None:
        cleared, runs = self.body.zero_split(i)
        for slot in slots_of(cleared):
            kind = self.kinds[slot]
            self.assign(slot, kind, {"d": "0.0", "f": "0.0"}.get(kind, "0"))
        for first, count in runs:
            self._forget(first, count)
            at = self.slot_address(first)
            self.emit(f"  call void @llvm.memset.p0.i64(ptr align 8 {at}, i8 0, i64 {8 * count}, i1 false), {MEMORY}")

    def _forget(self, first: int, count: int) -> None:
        """Words of the frame change by other means than as values."""
        for slot in range(first, first + count):
            self.known.pop(slot, None)

    def _copy(self, i: Ins, _: Block) -> None:
        to, source, count = i.ops
        self._forget(to, count)
        a, b = self.slot_address(to), self.slot_address(source)
        self.emit(
            f"  call void @llvm.memmove.p0.p0.i64(ptr align 8 {a}, ptr align 8 {b}, i64 {8 * count}, i1 false), {MEMORY}"
        )

    def _memory(self, i: Ins, _: Block) -> None:
        to = self.name()
        operands = self.operands(i)
        size = operands["b" if i.name == "memclr" else "c"]
        self._page_check(i, operands["a"], size)
        if i.name == "memmove":
            self._page_check(i, operands["b"], size)
        self.emit(f"  {to} = inttoptr i64 {operands['a']} to ptr")
        if i.name == "memclr":
            self.emit(f"  call void @llvm.memset.p0.i64(ptr {to}, i8 0, i64 {operands['b']}, i1 false), {MEMORY}")
            return
        source = self.name()
        self.emit(f"  {source} = inttoptr i64 {operands['b']} to ptr")
        self.emit(f"  call void @llvm.memmove.p0.p0.i64(ptr {to}, ptr {source}, i64 {operands['c']}, i1 false), {MEMORY}")

    # control

    def _guard_check(self, i: Ins, low: str, sp: str, live: int) -> None:
        """A comparison with the stack guard, and what happens if it fails."""
        at, guard, here, test = self.name(), self.name(), self.name(), self.name()
        n = at[1:]
        self.emit(f"  {at} = getelementptr i8, ptr %m, i64 {8 * layout.REG_GUARD}")
        self.emit(f"  {guard} = load atomic i64, ptr {at} monotonic, align 8, {REGISTER}")
        self.emit(f"  {here} = ptrtoint ptr {low} to i64")
        self.emit(f"  {test} = icmp ult i64 {here}, {guard}")
        self.emit(f"  br i1 {test}, label %{n}.more, label %{n}.on, {COLD}")
        lines = self.out
        self.out = []
        self.emit(f"{n}.more:")
        if self.careful:
            moved = self.name()
            self.emit(f"  {moved} = call i1 @ms.moved(ptr %m, i64 {self.pc(i.pc)})")
            self.emit(f"  br i1 {moved}, label %{n}.on, label %{n}.leave")
            self.emit(f"{n}.leave:")
        self.flush(live)
        back, home = self.name(), self.slot_address(self.func.frame_words - 1)
        self.emit(f"  {back} = ptrtoint ptr {home} to i64")
        self.emit(tail_call("@ms.more", sp, self.pc(i.pc), (here, back)))
        self.cold += self.out
        self.out = lines
        self.emit(f"{n}.on:")

    def _enter(self, i: Ins, _: Block) -> None:
        if not i.ops[1]:
            self._guard_check(i, "%fp", "%sp", 0)
        if not self.func.flags & NATIVE:
            self._trace(i.pc)

    def _poll(self, i: Ins, b: Block) -> None:
        live = self.dirty & self.flow.live_at(b.pc)
        self._guard_check(i, "%fp", "%fp", live)
        if self.careful:
            self.flush(live)
            self._trace(i.pc)

    def _go(
        self, code: str, sp: str, table: str = "entry", values: Sequence[str] = (), floats: Sequence[str] = ()
    ) -> None:
        """Jumps to the native code of the VM pc ``code``."""
        place, target = self.name(), self.name()
        self.emit(f"  {place} = getelementptr [0 x ptr], ptr @{table}, i64 0, i64 {code}")
        self.emit(f"  {target} = load ptr, ptr {place}, align 8, {REGISTER}")
        self.emit(tail_call(target, sp, code, values, floats))

    def _carried(self, words: list[tuple[int, str, str]], first: int) -> tuple[list[str], list[str]]:
        """The values of words from slot ``first`` on, each at the place of its register."""
        values, floats = ["poison"] * VALUES, ["poison"] * FLOATS
        for word, kind, name in words:
            (values if kind == "i" else floats)[int(name[2:])] = self.value(first + word, kind)
        return values, floats

    def _ret(self, _: Ins, __: Block) -> None:
        m = self.func.frame_words
        values, floats = self._carried(llvm_abi.result_registers(self.mine.results), m)
        back = self.load_frame(m - 1, "i")
        sp = self.slot_address(m)
        if self.image.unsafe:
            self._check_return(back, sp)
        self._go(back, sp, "back", values, floats)

    def _check_return(self, back: str, sp: str) -> None:
        """A return pc that no code has, because somebody wrote over it, is a fault at that pc."""
        test, n = self.name(), self.name()[1:]
        self.emit(f"  {test} = icmp ugt i64 {back}, ptrtoint (ptr @pcs to i64)")
        self.emit(f"  br i1 {test}, label %{n}.wild, label %{n}.ok, {COLD}")
        self.cold += [f"{n}.wild:", tail_call("@ms.sigpanic", sp, back, (back,))]
        self.emit(f"{n}.ok:")

    def _push(self, pc: int) -> str:
        """Puts a return pc under the frame; returns the callee's SP."""
        at = self.slot_address(-1)
        self.emit(f"  store i64 {self.pc(pc)}, ptr {at}, align 8, {SLOT}")
        return at

    def _call(self, i: Ins, b: Block) -> None:
        self.flush(self.dirty & self.flow.live_at_call(b))
        values, floats = self._carried(llvm_abi.param_registers(self.conventions(i.ops[0]).params), 0)
        sp = self._push(i.pc + 1)
        self._trace(i.pc)
        target = "@f0" if self._is_me(i.ops[0]) else f"@F{self.callees[i.ops[0]]}"
        self.emit(tail_call(target, sp, "poison", values, floats))

    def _is_me(self, index: int) -> bool:
        return self.image.funcs[index].entry == self.func.entry

    def _callclosure(self, i: Ins, b: Block) -> None:
        if self.careful:
            self.flush(self.dirty & self.flow.live_at_call(b))
            self._trace(i.pc)
        closure = self.value(i.ops[0], "i")
        test = self.name()
        self.emit(f"  {test} = icmp eq i64 {closure}, 0")
        self._trap_block(i, test, "sigpanic", ("0",))
        self._page_check(i, closure, "8")
        self.flush(self.dirty & self.flow.live_at_call(b))
        place, code, ctx = self.name(), self.name(), self.name()
        self.emit(f"  {ctx} = getelementptr i8, ptr %m, i64 {8 * layout.REG_CTX}")
        self.emit(f"  store i64 {closure}, ptr {ctx}, align 8, {REGISTER}")
        self.emit(f"  {place} = inttoptr i64 {closure} to ptr")
        self.emit(f"  {code} = load i64, ptr {place}, align 8, {MEMORY}")
        values, floats = self._arguments(b)
        sp = self._push(i.pc + 1)
        self._go(code, sp, "back", values, floats)

    def _callpc(self, i: Ins, b: Block) -> None:
        code = self.value(i.ops[0], "i")
        self.flush(self.dirty & self.flow.live_at_call(b))
        values, floats = self._arguments(b)
        sp = self._push(i.pc + 1)
        self._trace(i.pc)
        self._go(code, sp, "back", values, floats)

    def _arguments(self, b: Block) -> tuple[list[str], list[str]]:
        """The values of the outgoing words that may be arguments of the call that ends b, for a function not known."""
        words = [(w, "i", f"%v{w}") for w in slots_of(self.flow.outgoing[b.pc]["i"]) if w < VALUES]
        words += [(w, "d", f"%d{w}") for w in slots_of(self.flow.outgoing[b.pc]["d"]) if w < FLOATS]
        return self._carried(words, 0)

    def _switch(self, i: Ins, b: Block) -> None:
        """systemstack, mcall, gogo: support code does them."""
        value = self.value(i.ops[0], "i")
        if i.name != "gogo":
            self.flush(self.dirty & self.flow.live_at_call(b))
            self._trace(i.pc)
        home, back = self.slot_address(self.func.frame_words - 1), self.name()
        self.emit(f"  {back} = ptrtoint ptr {home} to i64")
        self.pc(i.pc)
        self.emit(tail_call(f"@ms.{i.name}", "%fp", self.pc(i.pc + 1), (value, back)))

    def _leave(self, i: Ins, _: Block) -> None:
        values = (str(i.ops[0]),) if i.ops else ()
        self.emit(tail_call(f"@ms.{i.name}", "%fp", self.pc(i.pc), values))

    # registers

    def _register(self, i: Ins, _: Block) -> None:
        at, value = self.name(), self.name()
        number = layout.REG_G if i.name == "getg" else layout.REG_CTX
        self.emit(f"  {at} = getelementptr i8, ptr %m, i64 {8 * number}")
        self.emit(f"  {value} = load i64, ptr {at}, align 8, {REGISTER}")
        self.assign(i.ops[0], "i", value)

    def _where(self, i: Ins, _: Block) -> None:
        if i.name == "getpc":
            self.assign(i.ops[0], "i", self.pc(i.pc))
            return
        slot = 0 if i.name == "getsp" else self.func.frame_words
        at, value = self.slot_address(slot), self.name()
        self.emit(f"  {value} = ptrtoint ptr {at} to i64")
        self.assign(i.ops[0], "i", value)

    def _callerpc(self, i: Ins, _: Block) -> None:
        home = self.func.frame_words - 1
        if i.name == "getcallerpc":
            self.assign(i.ops[0], "i", self.load_frame(home, "i"))
        else:
            self.store_frame(home, "i", self.value(i.ops[0], "i"))

    def _native(self, i: Ins, _: Block) -> None:
        """A native that needs no host."""
        name = self.image.natives[i.ops[0]]
        if name not in llvm_text.NATIVES:
            raise Unsupported(f"native {name}")
        text, count = llvm_text.NATIVES[name]
        first = self.func.frame_words
        result = self.row(text, {f"a{n}": self.value(first + n, "i") for n in range(count)})
        self.assign(first + count, "i", result)

    def _nothing(self, _: Ins, __: Block) -> None:
        pass


METHODS = {
    "lea": Printer._lea, "zero": Printer._zero, "copy": Printer._copy, "memmove": Printer._memory, "memclr": Printer._memory,
    "nilcheck": Printer._check, "bound": Printer._check, "boundle": Printer._check, "bound.u": Printer._check,
    "boundle.u": Printer._check, "shiftcheck": Printer._check, "enter": Printer._enter, "poll": Printer._poll,
    "call": Printer._call, "callclosure": Printer._callclosure, "callpc": Printer._callpc, "ret": Printer._ret,
    "systemstack": Printer._switch, "mcall": Printer._switch, "gogo": Printer._switch, "systemstackret": Printer._leave,
    "trap": Printer._leave, "exitvm": Printer._leave, "getg": Printer._register, "getctx": Printer._register,
    "getsp": Printer._where, "getcallersp": Printer._where, "getpc": Printer._where, "getcallerpc": Printer._callerpc,
    "setcallerpc": Printer._callerpc, "native": Printer._native, "jmp": Printer._nothing,
}  # fmt: skip

if missing := set(isa.BY_NAME) - set(METHODS) - set(ROWS) - set(COMPARES):
    if wrong := {n for n in missing if not n.startswith(("mov.", "ld", "st"))}:
        raise ImportError(f"opcodes without LLVM text: {sorted(wrong)}")

