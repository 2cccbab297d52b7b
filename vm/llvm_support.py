"""The LLVM engine's support code as LLVM text: entering from the host, leaving to it, changes of stack, traps, the hash.

It does natively what vm.machine does in Python (`morestack`, `gogo`, `mcall`, `systemstack`, `sigpanic` …), on the same words, so
that a stack grows and a goroutine is switched without the host. The host is needed for functions that have no native code (natives among them), for what
was asked of the machine from outside, and at the end: then the pc and SP to go on with stand in the register page.

Symbols it takes: ``entry``, and ``pc.NAME`` for the pcs of the runtime's functions.
"""

from __future__ import annotations

from collections.abc import Callable

from morestack.vm import hashing, layout
from morestack.vm.exits import (
    ARENA_SIZE,
    ATTEND,
    EXIT_PC,
    EXIT_REASON,
    EXIT_SP,
    EXIT_VALUE,
    FAULT_ADDRESS,
    FAULT_CODE,
    MORESTACKS,
    NO_CODE,
    PAGES,
    STOPPED,
    TRACE,
    UNREACHABLE,
)
from morestack.vm.llvm_regions import CC, FLOATS, METADATA, REGISTER, SIGNATURE, VALUES, tail_call

FIELDS = (
    "g.stackguard0", "g.m", "g.sched.sp", "g.sched.pc", "g.sched.g", "g.sched.ctxt", "g.sig", "g.sigcode0", "g.sigcode1",
    "g.sigpc", "m.g0", "m.curg", "m.morebuf.pc", "m.morebuf.sp", "m.morebuf.g", "gobuf.sp", "gobuf.pc", "gobuf.g",
    "gobuf.ctxt", "gobuf.ret", "g.movedpc",
)  # fmt: skip
PCS = {
    "newstack": ("runtime.newstack", 0), "sigpanic": ("runtime.sigpanic", 0), "panicBounds": ("runtime.panicBounds", 0),
    "panicdivide": ("runtime.panicdivide", 0), "panicshift": ("runtime.panicshift", 0),
    "systemstack_switch": ("runtime.systemstack_switch", 0), "systemstack_return": ("runtime.systemstack_return", 1),
    "morestack": ("runtime.morestack", 1), "mstart": ("runtime.mstart", 2),
}  # fmt: skip


class _Code:
    """Lines of one support function, with small words for loads, stores and jumps."""

    def __init__(self, offsets: dict[str, int]) -> None:
        self.offsets = offsets
        self.lines: list[str] = []
        self.n = 0

    def name(self) -> str:
        self.n += 1
        return f"%x{self.n}"

    def __call__(self, text: str) -> None:
        self.lines.append("  " + text)

    def label(self, name: str) -> None:
        self.lines.append(f"{name}:")

    def at(self, base: str, offset: int) -> str:
        """The address ``offset`` bytes behind a pointer."""
        place = self.name()
        self(f"{place} = getelementptr i8, ptr {base}, i64 {offset}")
        return place

    def load(self, base: str, offset: int) -> str:
        place, value = self.at(base, offset), self.name()
        self(f"{value} = load i64, ptr {place}, align 8")
        return value

    def store(self, base: str, offset: int, value: str) -> None:
        place = self.at(base, offset)
        self(f"store i64 {value}, ptr {place}, align 8")

    def pointer(self, value: str) -> str:
        p = self.name()
        self(f"{p} = inttoptr i64 {value} to ptr")
        return p

    def number(self, pointer: str) -> str:
        n = self.name()
        self(f"{n} = ptrtoint ptr {pointer} to i64")
        return n

    def field(self, base: str, name: str) -> str:
        return self.load(base, self.offsets.get(name, 0))

    def set_field(self, base: str, name: str, value: str) -> None:
        self.store(base, self.offsets.get(name, 0), value)

    def register(self, number: int) -> str:
        return self.load("%m", 8 * number)

    def set_register(self, number: int, value: str) -> None:
        place = self.at("%m", 8 * number)
        if number == layout.REG_GUARD:
            self(f"store atomic i64 {value}, ptr {place} monotonic, align 8, {REGISTER}")
        else:
            self(f"store i64 {value}, ptr {place}, align 8, {REGISTER}")

    def set_g(self, g: str) -> None:
        """Makes the goroutine at pointer ``g`` the current one."""
        self.set_register(layout.REG_G, self.number(g))
        self.set_register(layout.REG_GUARD, self.guard(g))

    def guard(self, g: str) -> str:
        """g.stackguard0, but never so low that a frame could leave the stack, whoever wrote over it."""
        guard = self.field(g, "g.stackguard0")
        if "g.stack.lo" not in self.offsets:
            return guard
        bottom, least = self.name(), self.name()
        low = self.field(g, "g.stack.lo")
        self(f"{bottom} = add i64 {low}, {layout.NOSPLIT_LIMIT}")
        self(f"{least} = call i64 @llvm.umax.i64(i64 {guard}, i64 {bottom})")
        return least

    def save(self, g: str, pc: str, sp: str, ctxt: str) -> None:
        """g.sched = {sp, pc, g, ctxt}"""
        self.set_field(g, "g.sched.pc", pc)
        self.set_field(g, "g.sched.sp", sp)
        self.set_field(g, "g.sched.g", self.number(g))
        self.set_field(g, "g.sched.ctxt", ctxt)

    def to_g0(self, m: str) -> str:
        """Switches to g0; the bottom of its stack as a pointer."""
        g0 = self.pointer(self.field(m, "m.g0"))
        self.set_g(g0)
        return self.pointer(self.field(g0, "g.sched.sp"))

    def go(self, code: str, sp: str) -> None:
        """Jumps to the native entry of a VM pc."""
        place, target = self.name(), self.name()
        self(f"{place} = getelementptr [0 x ptr], ptr @entry, i64 0, i64 {code}")
        self(f"{target} = load ptr, ptr {place}, align 8")
        self.lines.append(tail_call(target, sp, code))

    def leave(self, reason: int, value: str = "0") -> None:
        """Back to the host, which goes on at %pc, %sp."""
        self.set_register(EXIT_PC, "%pc")
        self.set_register(EXIT_SP, self.number("%sp"))
        self.set_register(EXIT_REASON, str(reason))
        self.set_register(EXIT_VALUE, value)
        self("ret void")


def pc_of(name: str) -> str:
    """A runtime function's pc as a constant."""
    return f"ptrtoint (ptr @pc.{name} to i64)"


def _more(c: _Code) -> None:
    """A stack check failed at %pc; %v0 is the lowest address the frame needs, %v1 that of the return pc."""
    g = c.pointer(c.register(layout.REG_G))
    guard = c.guard(g)
    c(f"%enough = icmp uge i64 %v0, {guard}")
    c("br i1 %enough, label %host, label %grow")
    c.label("grow")
    mm = c.field(g, "g.m")
    c(f"%none = icmp eq i64 {mm}, 0")
    c("br i1 %none, label %host, label %call")
    c.label("call")
    m = c.pointer(mm)
    count = c.register(MORESTACKS)
    c(f"%count = add i64 {count}, 1")
    c.set_register(MORESTACKS, "%count")
    c.save(g, "%pc", c.number("%sp"), c.register(layout.REG_CTX))
    home = c.pointer("%v1")
    c.set_field(m, "m.morebuf.pc", c.load(home, 0))
    c("%fp = add i64 %v1, 8")
    c.set_field(m, "m.morebuf.sp", "%fp")
    c.set_field(m, "m.morebuf.g", c.number(g))
    c.set_register(layout.REG_CTX, "0")
    top = c.to_g0(m)
    c.store(top, -8, pc_of("morestack"))
    c.go(pc_of("newstack"), c.at(top, -8))
    c.label("host")
    c.leave(ATTEND)


def _gogo(c: _Code) -> None:
    """Continues the goroutine of the gobuf at %v0."""
    buf = c.pointer("%v0")
    pc, sp = c.field(buf, "gobuf.pc"), c.pointer(c.field(buf, "gobuf.sp"))
    c.set_register(layout.REG_CTX, c.field(buf, "gobuf.ctxt"))
    c.set_field(buf, "gobuf.ctxt", "0")
    c.set_field(buf, "gobuf.ret", "0")
    c.set_g(c.pointer(c.field(buf, "gobuf.g")))
    c.go(pc, sp)


def _mcall(c: _Code) -> None:
    """%pc: where the goroutine goes on; %v0: the closure to call on g0."""
    g = c.pointer(c.register(layout.REG_G))
    code = c.load(c.pointer("%v0"), 0)
    c.save(g, "%pc", c.number("%sp"), "0")
    top = c.to_g0(c.pointer(c.field(g, "g.m")))
    c.store(top, 0, c.number(g))
    c.store(top, -8, pc_of("mstart"))
    c.set_register(layout.REG_CTX, "%v0")
    c.go(code, c.at(top, -8))


def _systemstack(c: _Code) -> None:
    """%pc: the return pc on g0; %v0: the closure; %v1: the address of this frame's return pc."""
    code = c.load(c.pointer("%v0"), 0)
    c.set_register(layout.REG_CTX, "%v0")
    gn = c.register(layout.REG_G)
    g = c.pointer(gn)
    mm = c.field(g, "g.m")
    c(f"%none = icmp eq i64 {mm}, 0")
    c("br i1 %none, label %here, label %look")
    c.label("look")
    m = c.pointer(mm)
    g0 = c.field(m, "m.g0")
    c(f"%same = icmp eq i64 {g0}, {gn}")
    c("br i1 %same, label %here, label %switch")
    c.label("here")
    c.store("%sp", -8, "%pc")
    c.go(code, c.at("%sp", -8))
    c.label("switch")
    c.save(g, pc_of("systemstack_switch"), "%v1", "0")
    top = c.to_g0(m)
    c.store(top, -8, pc_of("systemstack_return"))
    c.go(code, c.at(top, -8))


def _systemstackret(c: _Code) -> None:
    m = c.pointer(c.field(c.pointer(c.register(layout.REG_G)), "g.m"))
    g = c.pointer(c.field(m, "m.curg"))
    c.set_g(g)
    saved = c.field(g, "g.sched.sp")
    c(f"%bottom = sub i64 {saved}, ptrtoint (ptr @systemstack.frame to i64)")
    c.go("ptrtoint (ptr @systemstack.ret to i64)", c.pointer("%bottom"))


def _sigpanic(c: _Code, address: str = "%v0", code: str = "1") -> None:
    """A signal at %pc for the address %v0."""
    g = c.pointer(c.register(layout.REG_G))
    place = c.at(g, c.offsets.get("g.sig", 0))
    c(f"store i32 11, ptr {place}, align 4")
    c.set_field(g, "g.sigcode0", code)
    c.set_field(g, "g.sigcode1", address)
    c.set_field(g, "g.sigpc", "%pc")
    c.store("%sp", -8, "%pc")
    c.go(pc_of("sigpanic"), c.at("%sp", -8))


def _fault(c: _Code) -> None:
    """A signal at %pc for what ms.bad found."""
    _sigpanic(c, c.register(FAULT_ADDRESS), c.register(FAULT_CODE))


def _panic_call(c: _Code, name: str) -> None:
    c("%back = add i64 %pc, 1")
    c.store("%sp", -8, "%back")
    c.go(pc_of(name), c.at("%sp", -8))


def _bounds(c: _Code) -> None:
    """%v0 value, %v1 signed, %v2 limit, %v3 code."""
    for i in range(4):
        c.store("%sp", 8 * i, f"%v{i}")
    _panic_call(c, "panicBounds")


def text(offsets: dict[str, int]) -> str:
    """The module. ``offsets`` are those of the image (image.RUNTIME_FIELDS)."""
    functions: dict[str, Callable[[_Code], object]] = {
        "more": _more, "gogo": _gogo, "mcall": _mcall, "systemstack": _systemstack, "systemstackret": _systemstackret,
        "sigpanic": _sigpanic, "bounds": _bounds, "panicdivide": lambda c: _panic_call(c, "panicdivide"),
        "panicshift": lambda c: _panic_call(c, "panicshift"), "exit": lambda c: c.leave(NO_CODE),
        "fault": _fault, "exitvm": lambda c: c.leave(STOPPED, "%v0"), "trap": lambda c: c.leave(UNREACHABLE, "%v0"),
    }  # fmt: skip
    parts = ["@entry = external dso_local global [0 x ptr]", "declare i64 @llvm.umax.i64(i64, i64)"]
    parts += [f"@pc.{name} = external dso_local global i8" for name in PCS]
    parts += ["@systemstack.frame = external dso_local global i8", "@systemstack.ret = external dso_local global i8"]
    for name, build in functions.items():
        c = _Code(offsets)
        build(c)
        parts += [f"define dso_local {CC} void @ms.{name}({SIGNATURE}) nounwind {{", *c.lines, "}"]
    poison = ", ".join(["i64 poison"] * VALUES + ["double poison"] * FLOATS)
    parts.append(
        f"define dso_local void @ms.run(ptr %m, ptr %sp, i64 %pc) nounwind {{\n"
        "  %place = getelementptr [0 x ptr], ptr @entry, i64 0, i64 %pc\n  %target = load ptr, ptr %place, align 8\n"
        f"  call {CC} void %target(ptr %m, ptr %sp, i64 %pc, {poison})\n  ret void\n}}"
    )
    parts += [HASH, EQUAL, COUNT, _careful(offsets), METADATA]
    return "\n".join(parts)


def _careful(offsets: dict[str, int]) -> str:
    """What only the careful text calls, as C functions."""
    return f"""
define dso_local i1 @ms.moved(ptr %m, i64 %pc) nounwind {{
  %rg = getelementptr i8, ptr %m, i64 {8 * layout.REG_G}
  %g = load ptr, ptr %rg
  %at = getelementptr i8, ptr %g, i64 {offsets.get("g.movedpc", 0)}
  %moved = load i64, ptr %at
  %same = icmp eq i64 %moved, %pc
  br i1 %same, label %pass, label %out
pass:
  store i64 0, ptr %at
  ret i1 true
out:
  ret i1 false
}}
define dso_local void @ms.trace(ptr %m, i64 %pc, ptr %sp) nounwind {{
  %rt = getelementptr i8, ptr %m, i64 {8 * TRACE}
  %t = load ptr, ptr %rt
  %none = icmp eq ptr %t, null
  br i1 %none, label %out, label %report
report:
  call void %t(i64 %pc, ptr %sp)
  ret void
out:
  ret void
}}
define dso_local i1 @ms.bad(ptr %m, i64 %a, i64 %n) nounwind {{
start:
  %some = icmp sgt i64 %n, 0
  br i1 %some, label %range, label %good
range:
  %base = ptrtoint ptr %m to i64
  %at = sub i64 %a, %base
  %rs = getelementptr i8, ptr %m, i64 {8 * ARENA_SIZE}
  %size = load i64, ptr %rs
  %end = add i64 %at, %n
  %low = icmp ule i64 %at, %size
  %short = icmp ule i64 %n, %size
  %high = icmp ule i64 %end, %size
  %both = and i1 %low, %short
  %inside = and i1 %both, %high
  br i1 %inside, label %pages, label %outside
pages:
  %rp = getelementptr i8, ptr %m, i64 {8 * PAGES}
  %p = load ptr, ptr %rp
  %none = icmp eq ptr %p, null
  br i1 %none, label %good, label %look
look:
  %first = lshr i64 %at, 12
  %last0 = sub i64 %end, 1
  %last = lshr i64 %last0, 12
  br label %loop
loop:
  %i = phi i64 [ %first, %look ], [ %i1, %next ]
  %q = getelementptr i8, ptr %p, i64 %i
  %state = load i8, ptr %q
  %ok = icmp eq i8 %state, 0
  br i1 %ok, label %next, label %closed
next:
  %i1 = add i64 %i, 1
  %more = icmp ule i64 %i1, %last
  br i1 %more, label %loop, label %good
closed:
  %off = shl i64 %i, 12
  %start1 = add i64 %off, %base
  %later = icmp ugt i64 %start1, %a
  %where = select i1 %later, i64 %start1, i64 %a
  br label %bad
outside:
  br label %bad
bad:
  %address = phi i64 [ %where, %closed ], [ %a, %outside ]
  %code = phi i64 [ 2, %closed ], [ 1, %outside ]
  %ra = getelementptr i8, ptr %m, i64 {8 * FAULT_ADDRESS}
  store i64 %address, ptr %ra
  %rc = getelementptr i8, ptr %m, i64 {8 * FAULT_CODE}
  store i64 %code, ptr %rc
  ret i1 true
good:
  ret i1 false
}}
"""


# r = (r * 2**64 + w) mod p from the top down: the bytes behind the last whole word first, read with what lies around them inside
# the n bytes. The second fold carries at most once; r is below 2**64, the last subtraction brings it below p.
HASH = f"""
define dso_local i64 @ms.memhash(i64 %at, i64 %n, i64 %seed) nounwind {{
start:
  %p = inttoptr i64 %at to ptr
  %some = icmp sgt i64 %n, 0
  br i1 %some, label %bytes, label %done
bytes:
  %rest = and i64 %n, 7
  %whole = sub i64 %n, %rest
  %even = icmp eq i64 %rest, 0
  %long = icmp uge i64 %n, 8
  br i1 %long, label %last, label %short
last:
  %lp0 = getelementptr i8, ptr %p, i64 %n
  %lp = getelementptr i8, ptr %lp0, i64 -8
  %lw = load i64, ptr %lp, align 1
  %bits = shl i64 %rest, 3
  %out = sub i64 0, %bits
  %out63 = and i64 %out, 63
  %la = lshr i64 %lw, %out63
  %less = sub i64 %whole, 8
  %left = select i1 %even, i64 %less, i64 %whole
  br label %words
short:
  %four = icmp uge i64 %n, 4
  br i1 %four, label %halves, label %few
halves:
  %h0 = load i32, ptr %p, align 1
  %hp0 = getelementptr i8, ptr %p, i64 %n
  %hp = getelementptr i8, ptr %hp0, i64 -4
  %h1 = load i32, ptr %hp, align 1
  %hw0 = zext i32 %h0 to i64
  %hw1 = zext i32 %h1 to i64
  %hn = sub i64 %n, 4
  %hs = shl i64 %hn, 3
  %hu = shl i64 %hw1, %hs
  %ha = or i64 %hw0, %hu
  br label %finish
few:
  %mid = lshr i64 %n, 1
  %end = sub i64 %n, 1
  %fp1 = getelementptr i8, ptr %p, i64 %mid
  %fp2 = getelementptr i8, ptr %p, i64 %end
  %f0 = load i8, ptr %p
  %f1 = load i8, ptr %fp1
  %f2 = load i8, ptr %fp2
  %fw0 = zext i8 %f0 to i64
  %fw1 = zext i8 %f1 to i64
  %fw2 = zext i8 %f2 to i64
  %fs1 = shl i64 %mid, 3
  %fs2 = shl i64 %end, 3
  %fu1 = shl i64 %fw1, %fs1
  %fu2 = shl i64 %fw2, %fs2
  %fa = or i64 %fw0, %fu1
  %fb = or i64 %fa, %fu2
  br label %finish
words:
  %i = phi i64 [ %left, %last ], [ %i1, %loop ]
  %r = phi i64 [ %la, %last ], [ %r1, %loop ]
  %over = icmp eq i64 %i, 0
  br i1 %over, label %finish, label %loop
loop:
  %i1 = sub i64 %i, 8
  %wp = getelementptr i8, ptr %p, i64 %i1
  %w = load i64, ptr %wp, align 1
  %rw = zext i64 %r to i128
  %ww = zext i64 %w to i128
  %prod = mul i128 %rw, {hashing.FOLD}
  %t = add i128 %prod, %ww
  %lo = trunc i128 %t to i64
  %th = lshr i128 %t, 64
  %hi = trunc i128 %th to i64
  %fold = mul i64 %hi, {hashing.FOLD}
  %u = add i64 %lo, %fold
  %carry = icmp ult i64 %u, %fold
  %extra = select i1 %carry, i64 {hashing.FOLD}, i64 0
  %r1 = add i64 %u, %extra
  br label %words
finish:
  %x = phi i64 [ %r, %words ], [ %ha, %halves ], [ %fb, %few ]
  %big = icmp uge i64 %x, {hashing.PRIME - (1 << 64)}
  %minus = add i64 %x, {hashing.FOLD}
  %m = select i1 %big, i64 %minus, i64 %x
  %y = xor i64 %m, %n
  br label %done
done:
  %sum = phi i64 [ %y, %finish ], [ 0, %start ]
  %z = xor i64 %sum, %seed
  %zw = zext i64 %z to i128
  %mix = mul i128 %zw, {hashing.MULTIPLIER}
  %high = lshr i128 %mix, 64
  %low64 = trunc i128 %mix to i64
  %high64 = trunc i128 %high to i64
  %result = xor i64 %low64, %high64
  ret i64 %result
}}
"""

# Most texts compared are short, or the same text: a call of the C library costs more than they do.
EQUAL = """
declare dso_local i32 @memcmp(ptr readonly captures(none), ptr readonly captures(none), i64) nounwind willreturn memory(argmem: read)
define dso_local i64 @ms.memequal(i64 %a, i64 %b, i64 %n) nounwind {
start:
  %same = icmp eq i64 %a, %b
  br i1 %same, label %yes, label %look
look:
  %p = inttoptr i64 %a to ptr
  %q = inttoptr i64 %b to ptr
  %long = icmp sgt i64 %n, 16
  br i1 %long, label %far, label %near
far:
  %order = call i32 @memcmp(ptr %p, ptr %q, i64 %n)
  %fe = icmp eq i32 %order, 0
  %fr = zext i1 %fe to i64
  ret i64 %fr
near:
  %pe = getelementptr i8, ptr %p, i64 %n
  %qe = getelementptr i8, ptr %q, i64 %n
  %eight = icmp sge i64 %n, 8
  br i1 %eight, label %words, label %less
words:
  %w0 = load i64, ptr %p, align 1
  %x0 = load i64, ptr %q, align 1
  %wp = getelementptr i8, ptr %pe, i64 -8
  %xp = getelementptr i8, ptr %qe, i64 -8
  %w1 = load i64, ptr %wp, align 1
  %x1 = load i64, ptr %xp, align 1
  %wd0 = xor i64 %w0, %x0
  %wd1 = xor i64 %w1, %x1
  %wd = or i64 %wd0, %wd1
  %we = icmp eq i64 %wd, 0
  %wr = zext i1 %we to i64
  ret i64 %wr
less:
  %four = icmp sge i64 %n, 4
  br i1 %four, label %halves, label %few
halves:
  %h0 = load i32, ptr %p, align 1
  %g0 = load i32, ptr %q, align 1
  %hp = getelementptr i8, ptr %pe, i64 -4
  %gp = getelementptr i8, ptr %qe, i64 -4
  %h1 = load i32, ptr %hp, align 1
  %g1 = load i32, ptr %gp, align 1
  %hd0 = xor i32 %h0, %g0
  %hd1 = xor i32 %h1, %g1
  %hd = or i32 %hd0, %hd1
  %he = icmp eq i32 %hd, 0
  %hr = zext i1 %he to i64
  ret i64 %hr
few:
  %any = icmp sgt i64 %n, 0
  br i1 %any, label %bytes, label %yes
bytes:
  %mid = lshr i64 %n, 1
  %bp1 = getelementptr i8, ptr %p, i64 %mid
  %cp1 = getelementptr i8, ptr %q, i64 %mid
  %bp2 = getelementptr i8, ptr %pe, i64 -1
  %cp2 = getelementptr i8, ptr %qe, i64 -1
  %b0 = load i8, ptr %p
  %c0 = load i8, ptr %q
  %b1 = load i8, ptr %bp1
  %c1 = load i8, ptr %cp1
  %b2 = load i8, ptr %bp2
  %c2 = load i8, ptr %cp2
  %bd0 = xor i8 %b0, %c0
  %bd1 = xor i8 %b1, %c1
  %bd2 = xor i8 %b2, %c2
  %bd01 = or i8 %bd0, %bd1
  %bd = or i8 %bd01, %bd2
  %be = icmp eq i8 %bd, 0
  %br = zext i1 %be to i64
  ret i64 %br
yes:
  ret i64 1
}
"""

COUNT = """
define dso_local i64 @ms.countbyte(i64 %at, i64 %n, i64 %c) nounwind {
start:
  %p = inttoptr i64 %at to ptr
  %b = trunc i64 %c to i8
  %some = icmp sgt i64 %n, 0
  br i1 %some, label %loop, label %none
loop:
  %i = phi i64 [ 0, %start ], [ %i1, %loop ]
  %sum = phi i64 [ 0, %start ], [ %sum1, %loop ]
  %q = getelementptr i8, ptr %p, i64 %i
  %x = load i8, ptr %q
  %same = icmp eq i8 %x, %b
  %one = zext i1 %same to i64
  %sum1 = add i64 %sum, %one
  %i1 = add i64 %i, 1
  %more = icmp slt i64 %i1, %n
  br i1 %more, label %loop, label %done
done:
  ret i64 %sum1
none:
  ret i64 0
}
"""
