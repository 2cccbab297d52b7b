"""The instruction set: one row per opcode, from which encoder, disassembler, verifier, both engines and the documentation come.

Notation. ``s`` is the frame's bottom (SP) as a word index; slot ``k`` is the word ``s + k``. An operand is written
``role:kind``. Roles: ``d`` is a destination slot; ``a b c`` are sources, each a slot, or a constant when negative
(``~x`` indexes the image's constant pool); ``S`` names a place in the frame (its address or its memory is meant, not its value);
``k`` is a plain number; ``L`` is a pc in the same function; ``F`` is a function index; ``N`` is a native's index.
Kinds, the canonical form of a 64-bit slot:

====  =================================================================================================
i     a signed 64-bit number: every signed type sign-extended, every unsigned type below 64 bits
      zero-extended, bool 0/1, and every pointer (addresses stay below 2**63)
u     an unsigned 64-bit number: uint, uint64, uintptr
d     the bits of a float64
f     the bits of a float32, zero-extended
====  =================================================================================================

A local slot has one kind throughout a function; the outgoing area (slots below ``out_words``) and the argument area have
the kind of the instruction that touches them. An instruction is five 32-bit words: opcode and four operands.
"""

from __future__ import annotations

from morestack.vm.record import field, record

WORDS_PER_INSTRUCTION = 5

INT_WIDTHS = ("i8", "i16", "i32", "i64", "u8", "u16", "u32", "u64")
MEMORY_WIDTHS = (*INT_WIDTHS, "f32", "f64")
SIZE_OF = {"i8": 1, "u8": 1, "i16": 2, "u16": 2, "i32": 4, "u32": 4, "i64": 8, "u64": 8, "f32": 4, "f64": 8}
KIND_OF = {w: "i" for w in INT_WIDTHS} | {"u64": "u", "f32": "f", "f64": "d"}

# Codes of a failed `bound`, as Go's runtime.boundsErrorCode; the operand order is (value, limit).
BOUNDS_CODES = (
    "Index", "SliceAlen", "SliceAcap", "SliceB", "Slice3Alen", "Slice3Acap", "Slice3B", "Slice3C", "Convert",
)  # fmt: skip


@record(frozen=True)
class Operand:
    """One operand of an opcode: its role letter and, for ``d a b c S``, its kind."""

    role: str
    kind: str = ""


@record(frozen=True)
class Op:
    """A row: ``flags`` is a subset of {"safepoint", "terminator", "branch", "trap", "call"}."""

    code: int
    name: str
    operands: tuple[Operand, ...]
    effect: str
    flags: frozenset[str] = field(default_factory=frozenset)

    def has(self, flag: str) -> bool:
        return flag in self.flags


OPS: list[Op] = []
BY_NAME: dict[str, Op] = {}


def op(name: str, operands: str, effect: str, flags: str = "") -> None:
    """Adds one row; ``operands`` as in "d:i a:i b:i"."""
    parsed = tuple(Operand(*part.split(":")) for part in operands.split())
    row = Op(len(OPS), name, parsed, effect, frozenset(flags.split()))
    if name in BY_NAME or len(parsed) > WORDS_PER_INSTRUCTION - 1:
        raise ValueError(f"bad row {name}")
    OPS.append(row)
    BY_NAME[name] = row


# ---- moves ---------------------------------------------------------------------------------------------------------
for kind in "iudf":
    op(f"mov.{kind}", f"d:{kind} a:{kind}", "d = a")
op("lea", "d:i S k", "d = address of slot S, plus k bytes")
op("zero", "S k", "slots S .. S+k-1 = 0")
op("copy", "S S k", "slots S .. S+k-1 = slots T .. T+k-1 (second S; may overlap)")

# ---- integers: the result is wrapped to the width ------------------------------------------------------------------
for w in INT_WIDTHS:
    n = KIND_OF[w]
    for name, sign in (("add", "+"), ("sub", "-"), ("mul", "*")):
        op(f"{name}.{w}", f"d:{n} a:{n} b:{n}", f"d = {w}(a {sign} b)")
    op(f"div.{w}", f"d:{n} a:{n} b:{n}", f"d = {w}(a / b), truncated; b == 0 calls runtime.panicdivide", "trap")
    op(f"rem.{w}", f"d:{n} a:{n} b:{n}", "d = a - (a / b) * b; b == 0 calls runtime.panicdivide", "trap")
    op(f"neg.{w}", f"d:{n} a:{n}", f"d = {w}(-a)")
    op(f"com.{w}", f"d:{n} a:{n}", f"d = {w}(^a)")
    op(f"shl.{w}", f"d:{n} a:{n} b:u", f"d = {w}(a << b), 0 if b >= width")
    op(f"shr.{w}", f"d:{n} a:{n} b:u", "d = a >> b, sign or 0 if b >= width")
for n in "iu":
    for name, sign in (("and", "&"), ("or", "|"), ("xor", "^"), ("andnot", "&^")):
        op(f"{name}.{n}", f"d:{n} a:{n} b:{n}", f"d = a {sign} b")
for w in ("i8", "i16", "i32", "u8", "u16", "u32"):
    op(f"wrap.{w}", "d:i a:i", f"d = {w}(a)")
op("cvt.i.u", "d:u a:i", "d = uint64(a)")
op("cvt.u.i", "d:i a:u", "d = int64(a)")
op("clz.u64", "d:i a:u", "d = leading zeros, 64 for 0")
op("ctz.u64", "d:i a:u", "d = trailing zeros, 64 for 0")
op("popcnt.u64", "d:i a:u", "d = number of ones")
op("bswap.u64", "d:u a:u", "d = bytes reversed")
op("rotl.u64", "d:u a:u b:u", "d = a rotated left by b mod 64")
op("rotl.u32", "d:i a:i b:u", "d = uint32 a rotated left by b mod 32")
op("mulhi.u64", "d:u a:u b:u", "d = high word of the 128-bit product a * b")

# ---- floats --------------------------------------------------------------------------------------------------------
for n, w in (("d", "f64"), ("f", "f32")):
    for name, sign in (("add", "+"), ("sub", "-"), ("mul", "*"), ("div", "/")):
        op(f"{name}.{w}", f"d:{n} a:{n} b:{n}", f"d = {w}(a {sign} b), IEEE 754")
    op(f"neg.{w}", f"d:{n} a:{n}", "d = -a (sign bit flipped)")
    op(f"cvt.i.{w}", f"d:{n} a:i", f"d = {w}(int64 a)")
    op(f"cvt.u.{w}", f"d:{n} a:u", f"d = {w}(uint64 a)")
    op(f"cvt.{w}.i64", f"d:i a:{n}", "d = int64(a), truncated; 1<<63 negative if it does not fit (CVTTSD2SQ)")
    op(f"cvt.{w}.i32", f"d:i a:{n}", "d = int32(a), truncated; -1<<31 if it does not fit (CVTTSD2SL)")
    op(f"cvt.{w}.u64", f"d:u a:{n}", "d = uint64(a) as gc does on amd64")
op("cvt.f32.f64", "d:d a:f", "d = float64(a)")
op("cvt.f64.f32", "d:f a:d", "d = float32(a)")
op("bits.f64", "d:u a:d", "d = math.Float64bits(a)")
op("frombits.f64", "d:d a:u", "d = math.Float64frombits(a)")
op("bits.f32", "d:i a:f", "d = math.Float32bits(a)")
op("frombits.f32", "d:f a:i", "d = math.Float32frombits(a)")
for name in ("sqrt", "abs", "floor", "ceil", "trunc"):
    op(f"{name}.f64", "d:d a:d", f"d = math.{name.capitalize()}(a)")
op("copysign.f64", "d:d a:d b:d", "d = magnitude of a, sign of b")
op("fma.f64", "d:d a:d b:d c:d", "d = a * b + c, rounded once")

# ---- comparisons to bool -------------------------------------------------------------------------------------------
for n in "iudf":
    for name, sign in (("eq", "=="), ("ne", "!="), ("lt", "<"), ("le", "<=")):
        op(f"{name}.{n}", f"d:i a:{n} b:{n}", f"d = a {sign} b")

# ---- control -------------------------------------------------------------------------------------------------------
op("jmp", "L", "pc = L", "terminator branch")
op("br", "a:i L", "pc = L if a != 0", "branch")
op("brz", "a:i L", "pc = L if a == 0", "branch")
for n in "iu":
    for name, sign in (("jeq", "=="), ("jne", "!="), ("jlt", "<"), ("jle", "<=")):
        op(f"{name}.{n}", f"a:{n} b:{n} L", f"pc = L if a {sign} b", "branch")
op("poll", "", "loop head: if s < guard call morestack (preemption, limits, signals); a safepoint", "safepoint")

# ---- memory: addresses are bytes -----------------------------------------------------------------------------------
for w in MEMORY_WIDTHS:
    n = KIND_OF[w]
    op(f"ld.{w}", f"d:{n} a:i k", f"d = *({w}*)(a + k)")
    op(f"st.{w}", f"a:i k b:{n}", f"*({w}*)(a + k) = b")
    op(f"ldx.{w}", f"d:{n} a:i b:i k", f"d = *({w}*)(a + b * {SIZE_OF[w]} + k)")
    op(f"stx.{w}", f"a:i b:i k c:{n}", f"*({w}*)(a + b * {SIZE_OF[w]} + k) = c")
    op(f"ldl.{w}", f"d:{n} S k", f"d = *({w}*)(address of slot S + k)")
    op(f"stl.{w}", f"S k b:{n}", f"*({w}*)(address of slot S + k) = b")
op("index", "d:i a:i b:i k", "d = a + b * k")
op("offset", "d:i a:i k", "d = a + k")
op("nilcheck", "a:i", "a == 0 raises SIGSEGV in the VM: runtime.sigpanic is called with this pc as return pc", "trap")
op("bound", "a:i b:i k", "0 <= a < b, else call runtime.panicBounds(a, signed=1, b, code k)", "trap")
op("boundle", "a:i b:i k", "0 <= a <= b, else call runtime.panicBounds(a, signed=1, b, code k)", "trap")
op("bound.u", "a:u b:i k", "a < b, else call runtime.panicBounds(a, signed=0, b, code k)", "trap")
op("boundle.u", "a:u b:i k", "a <= b, else call runtime.panicBounds(a, signed=0, b, code k)", "trap")
op("shiftcheck", "a:i", "a < 0 calls runtime.panicshift", "trap")
op("memmove", "a:i b:i c:i", "c bytes from address b to address a; may overlap")
op("memclr", "a:i b:i", "b bytes at address a = 0")
op("memequal", "d:i a:i b:i c:i", "d = c bytes at a equal those at b")
op("memcmp", "d:i a:i b:i c:i", "d = -1, 0 or 1: compares c bytes at a and b as unsigned")
op("memhash", "d:u a:i b:i c:u", "d = hash of b bytes at a with seed c (see vm.hashing)")
op("hash64", "d:u a:u b:u", "d = hash of the word a with seed b (see vm.hashing)")
op("indexbyte", "d:i a:i b:i c:i", "d = first index of byte c in b bytes at a, or -1")

# ---- calls: arguments stand in the outgoing area, results behind them ----------------------------------------------
op("enter", "k k", "function entry: s -= k-1 words; if the second k is 0 (not nosplit) and s < guard: morestack", "safepoint")
op("call", "F", "slot[-1] = pc+1; pc = entry of F", "safepoint call")
op("callclosure", "a:i", "ctx = a; call *(word at a); a == 0 is a nil dereference", "safepoint call trap")
op("callpc", "a:i", "call the code at pc a (a method from an itab)", "safepoint call")
op("ret", "", "pc = return pc; s += frame words", "terminator")
op("native", "N", "the host runs native N on the argument area of this frame (arguments, then results)")
op("trap", "k", "stop: unreachable code was reached; k tells why", "terminator trap")

# ---- the machine: what assembly is in Go ---------------------------------------------------------------------------
op("getg", "d:i", "d = current g")
op("getctx", "d:i", "d = closure pointer given by callclosure; only directly after enter")
op("getsp", "d:i", "d = address of slot 0")
op("getcallersp", "d:i", "d = address of the first argument (the caller's SP)")
op("getcallerpc", "d:i", "d = this frame's return pc")
op("setcallerpc", "a:i", "this frame's return pc = a")
op("getpc", "d:i", "d = pc of this instruction")
op("systemstack", "a:i", "on g0: call closure a; else save pc (runtime.systemstack_switch) and s in g.sched, "
   "switch to g0, call a with return pc runtime.systemstack_return", "safepoint call")  # fmt: skip
op("systemstackret", "", "back from g0: g = m.curg, s = g.sched.sp, continue behind its systemstack", "terminator")
op("mcall", "a:i", "save pc+1 and s in g.sched, switch to g0, call closure a with g as argument; never returns", "safepoint call")
op("gogo", "a:i", "g, s, ctx, pc from gobuf a (ret, ctxt cleared)", "terminator")
op("exitvm", "k", "leave the machine: k tells the host why", "terminator")


def slots_read(row: Op) -> tuple[int, ...]:
    """Operand positions that are source slots or constants."""
    return tuple(i for i, o in enumerate(row.operands) if o.role in "abc")


def slot_written(row: Op) -> int | None:
    """Operand position of the destination slot, if the opcode has one."""
    return next((i for i, o in enumerate(row.operands) if o.role == "d"), None)
