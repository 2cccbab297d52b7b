"""What every opcode means, as LLVM text: the LLVM engine's column beside vm.semantics, checked against it by tests.

A row is the text of one result: ``{r}`` is the result's name, ``{a} {b} {c}`` the operands (LLVM values of the operand's kind:
i64 for i and u, double, float), ``{k}`` a plain number, ``{t}`` a prefix for names of the row's own. Opcodes that move data in
the frame, leave the function or trap have no row: vm.llvm_regions prints them.
"""

from __future__ import annotations

from morestack.vm import isa, semantics
from morestack.vm.hashing import MULTIPLIER

TYPE = {"i": "i64", "u": "i64", "d": "double", "f": "float"}
MEMORY_TYPE = {
    "i8": "i8", "u8": "i8", "i16": "i16", "u16": "i16", "i32": "i32", "u32": "i32", "i64": "i64", "u64": "i64",
    "f32": "float", "f64": "double",
}  # fmt: skip
CONDITION = {"eq": "eq", "ne": "ne", "lt": "lt", "le": "le"}
MIN64 = semantics.MIN64

ROWS: dict[str, str] = {}
COMPARES: dict[str, str] = {}  # opcode -> text of the i1 that the comparison or branch is about


def extend(width: str) -> str:
    """How a narrow integer becomes its canonical form."""
    return "sext" if width[0] == "i" else "zext"


def _narrow(width: str, text: str, operands: str = "ab") -> str:
    """A computation in the width of the type, between cuts and extensions."""
    n = semantics.BITS[width]
    if n == 64:
        return text.format(ty="i64", r="{r}", a="{a}", b="{b}", t="{t}")
    lines = [f"{{t}}{o} = trunc i64 {{{o}}} to i{n}" for o in operands]
    lines.append(text.format(ty=f"i{n}", r="{t}n", a="{t}a", b="{t}b", t="{t}"))
    lines.append(f"{{r}} = {extend(width)} i{n} {{t}}n to i64")
    return "\n".join(lines)


def _divide(width: str, op: str) -> str:
    """Division whose divisor is known not to be 0. The one overflow wraps: the most negative number by -1."""
    if width[0] == "u":
        return _narrow(width, f"{{r}} = u{op} {{ty}} {{a}}, {{b}}")
    lines = ["{t}m = icmp eq {ty} {b}, -1", "{t}s = select i1 {t}m, {ty} 1, {ty} {b}"]
    if op == "div":
        lines += ["{t}q = sdiv {ty} {a}, {t}s", "{t}z = sub {ty} 0, {a}", "{r} = select i1 {t}m, {ty} {t}z, {ty} {t}q"]
    else:
        lines += ["{r} = srem {ty} {a}, {t}s"]
    return _narrow(width, "\n".join(lines))


def _integers() -> None:
    for w in isa.INT_WIDTHS:
        n = semantics.BITS[w]
        for name in ("add", "sub", "mul"):
            ROWS[f"{name}.{w}"] = _narrow(w, f"{{r}} = {name} {{ty}} {{a}}, {{b}}")
        ROWS[f"div.{w}"] = _divide(w, "div")
        ROWS[f"rem.{w}"] = _divide(w, "rem")
        ROWS[f"neg.{w}"] = _narrow(w, "{r} = sub {ty} 0, {a}", "a")
        ROWS[f"com.{w}"] = "{r} = xor i64 {a}, " + (str((1 << n) - 1) if w[0] == "u" and n < 64 else "-1")
        limit = "{t}m = and i64 {b}, 63\n{t}o = icmp ult i64 {b}, 64\n"
        if n == 64:
            ROWS[f"shl.{w}"] = limit + "{t}v = shl i64 {a}, {t}m\n{r} = select i1 {t}o, i64 {t}v, i64 0"
        else:
            ROWS[f"shl.{w}"] = (
                limit + "{t}v = shl i64 {a}, {t}m\n{t}w = select i1 {t}o, i64 {t}v, i64 0\n"
                f"{{t}}n = trunc i64 {{t}}w to i{n}\n{{r}} = {extend(w)} i{n} {{t}}n to i64"
            )
        if w[0] == "i":
            ROWS[f"shr.{w}"] = "{t}m = call i64 @llvm.umin.i64(i64 {b}, i64 63)\n{r} = ashr i64 {a}, {t}m"
        else:
            ROWS[f"shr.{w}"] = limit + "{t}v = lshr i64 {a}, {t}m\n{r} = select i1 {t}o, i64 {t}v, i64 0"
        if n < 64:
            ROWS[f"wrap.{w}"] = f"{{t}}n = trunc i64 {{a}} to i{n}\n{{r}} = {extend(w)} i{n} {{t}}n to i64"
    for n_ in "iu":
        for name in ("and", "or", "xor"):
            ROWS[f"{name}.{n_}"] = f"{{r}} = {name} i64 {{a}}, {{b}}"
        ROWS[f"andnot.{n_}"] = "{t}n = xor i64 {b}, -1\n{r} = and i64 {a}, {t}n"
    for name in ("cvt.i.u", "cvt.u.i"):
        ROWS[name] = "{r} = add i64 {a}, 0"
    ROWS["clz.u64"] = "{r} = call i64 @llvm.ctlz.i64(i64 {a}, i1 false)"
    ROWS["ctz.u64"] = "{r} = call i64 @llvm.cttz.i64(i64 {a}, i1 false)"
    ROWS["popcnt.u64"] = "{r} = call i64 @llvm.ctpop.i64(i64 {a})"
    ROWS["bswap.u64"] = "{r} = call i64 @llvm.bswap.i64(i64 {a})"
    ROWS["rotl.u64"] = "{r} = call i64 @llvm.fshl.i64(i64 {a}, i64 {a}, i64 {b})"
    ROWS["rotl.u32"] = (
        "{t}a = trunc i64 {a} to i32\n{t}b = trunc i64 {b} to i32\n"
        "{t}n = call i32 @llvm.fshl.i32(i32 {t}a, i32 {t}a, i32 {t}b)\n{r} = zext i32 {t}n to i64"
    )
    ROWS["mulhi.u64"] = (
        "{t}a = zext i64 {a} to i128\n{t}b = zext i64 {b} to i128\n{t}p = mul i128 {t}a, {t}b\n"
        "{t}h = lshr i128 {t}p, 64\n{r} = trunc i128 {t}h to i64"
    )
    ROWS["index"] = "{t}m = mul i64 {b}, {k}\n{r} = add i64 {a}, {t}m"
    ROWS["offset"] = "{r} = add i64 {a}, {k}"


def _to_int(ty: str, bits: int) -> str:
    """Truncation towards zero; what does not fit (or is no number) gives the most negative number, as on amd64."""
    low, high = ("0xC3E0000000000000", "0x43E0000000000000") if bits == 64 else ("0xC1E0000000200000", "0x41E0000000000000")
    above = "oge" if bits == 64 else "ogt"
    wide = "{a}"
    head = ""
    if ty == "float":
        head, wide = "{t}x = fpext float {a} to double\n", "{t}x"
    return (
        head + f"{{t}}l = fcmp {above} double {wide}, {low}\n{{t}}h = fcmp olt double {wide}, {high}\n"
        f"{{t}}o = and i1 {{t}}l, {{t}}h\n{{t}}v = fptosi double {wide} to i{bits}\n"
        f"{{t}}n = select i1 {{t}}o, i{bits} {{t}}v, i{bits} {-(1 << bits - 1)}\n"
        + ("{r} = add i64 {t}n, 0" if bits == 64 else "{r} = sext i32 {t}n to i64")
    )


def _to_unsigned(ty: str) -> str:
    head, wide = ("{t}x = fpext float {a} to double\n", "{t}x") if ty == "float" else ("", "{a}")
    return (
        head + f"{{t}}l = fcmp oge double {wide}, 0xC3E0000000000000\n{{t}}h = fcmp olt double {wide}, 0x43F0000000000000\n"
        f"{{t}}o = and i1 {{t}}l, {{t}}h\n{{t}}g = fcmp oge double {wide}, 0x43E0000000000000\n"
        f"{{t}}u = fptoui double {wide} to i64\n{{t}}s = fptosi double {wide} to i64\n"
        f"{{t}}v = select i1 {{t}}g, i64 {{t}}u, i64 {{t}}s\n{{r}} = select i1 {{t}}o, i64 {{t}}v, i64 {MIN64}"
    )


def _floats() -> None:
    for w, ty in (("f64", "double"), ("f32", "float")):
        for name in ("add", "sub", "mul", "div"):
            ROWS[f"{name}.{w}"] = f"{{r}} = f{name} {ty} {{a}}, {{b}}"
        ROWS[f"neg.{w}"] = f"{{r}} = fneg {ty} {{a}}"
        ROWS[f"cvt.i.{w}"] = f"{{r}} = sitofp i64 {{a}} to {ty}"
        ROWS[f"cvt.u.{w}"] = f"{{r}} = uitofp i64 {{a}} to {ty}"
        ROWS[f"cvt.{w}.i64"] = _to_int(ty, 64)
        ROWS[f"cvt.{w}.i32"] = _to_int(ty, 32)
        ROWS[f"cvt.{w}.u64"] = _to_unsigned(ty)
    ROWS["cvt.f32.f64"] = "{r} = fpext float {a} to double"
    ROWS["cvt.f64.f32"] = "{r} = fptrunc double {a} to float"
    ROWS["bits.f64"] = "{r} = bitcast double {a} to i64"
    ROWS["frombits.f64"] = "{r} = bitcast i64 {a} to double"
    ROWS["bits.f32"] = "{t}n = bitcast float {a} to i32\n{r} = zext i32 {t}n to i64"
    ROWS["frombits.f32"] = "{t}n = trunc i64 {a} to i32\n{r} = bitcast i32 {t}n to float"
    for name, intrinsic in (("sqrt", "sqrt"), ("abs", "fabs"), ("floor", "floor"), ("ceil", "ceil"), ("trunc", "trunc")):
        ROWS[f"{name}.f64"] = f"{{r}} = call double @llvm.{intrinsic}.f64(double {{a}})"
    ROWS["copysign.f64"] = "{r} = call double @llvm.copysign.f64(double {a}, double {b})"
    ROWS["fma.f64"] = "{r} = call double @llvm.fma.f64(double {a}, double {b}, double {c})"


def _compares() -> None:
    for name in CONDITION:
        float_name = f"o{name}" if name != "ne" else "une"
        for kind in "iu":
            code = name if name in ("eq", "ne") else ("s" if kind == "i" else "u") + name
            COMPARES[f"{name}.{kind}"] = COMPARES[f"j{name}.{kind}"] = f"{{r}} = icmp {code} i64 {{a}}, {{b}}"
        COMPARES[f"{name}.d"] = f"{{r}} = fcmp {float_name} double {{a}}, {{b}}"
        COMPARES[f"{name}.f"] = f"{{r}} = fcmp {float_name} float {{a}}, {{b}}"
    COMPARES["br"] = "{r} = icmp ne i64 {a}, 0"
    COMPARES["brz"] = "{r} = icmp eq i64 {a}, 0"
    # traps: the condition under which the trap is sprung
    COMPARES["nilcheck"] = "{r} = icmp eq i64 {a}, 0"
    COMPARES["shiftcheck"] = "{r} = icmp slt i64 {a}, 0"
    COMPARES["bound.u"] = "{r} = icmp uge i64 {a}, {b}"
    COMPARES["boundle.u"] = "{r} = icmp ugt i64 {a}, {b}"
    COMPARES["bound"] = "{r} = icmp uge i64 {a}, {b}"  # with b known not to be negative, see llvm_regions
    COMPARES["boundle"] = "{r} = icmp ugt i64 {a}, {b}"


def _memory() -> None:
    ROWS["memequal"] = (
        "{t}p = inttoptr i64 {a} to ptr\n{t}q = inttoptr i64 {b} to ptr\n"
        "{t}n = call i32 @memcmp(ptr {t}p, ptr {t}q, i64 {c})\n{t}e = icmp eq i32 {t}n, 0\n{r} = zext i1 {t}e to i64"
    )
    ROWS["memequal.n"] = "{r} = call i64 @ms.memequal(i64 {a}, i64 {b}, i64 {c})"  # n not known: LLVM has nothing to expand
    ROWS["memcmp"] = (
        "{t}p = inttoptr i64 {a} to ptr\n{t}q = inttoptr i64 {b} to ptr\n"
        "{t}n = call i32 @memcmp(ptr {t}p, ptr {t}q, i64 {c})\n{t}g = icmp sgt i32 {t}n, 0\n{t}l = icmp slt i32 {t}n, 0\n"
        "{t}x = zext i1 {t}g to i64\n{t}y = zext i1 {t}l to i64\n{r} = sub i64 {t}x, {t}y"
    )
    ROWS["memhash"] = "{r} = call i64 @ms.memhash(i64 {a}, i64 {b}, i64 {c})"
    ROWS["hash64"] = (
        f"{{t}}x = xor i64 {{a}}, {{b}}\n{{t}}w = zext i64 {{t}}x to i128\n{{t}}m = mul i128 {{t}}w, {MULTIPLIER}\n"
        "{t}s = lshr i128 {t}m, 64\n{t}y = xor i128 {t}m, {t}s\n{r} = trunc i128 {t}y to i64"
    )
    ROWS["indexbyte"] = (
        "{t}p = inttoptr i64 {a} to ptr\n{t}c = trunc i64 {c} to i32\n{t}q = call ptr @memchr(ptr {t}p, i32 {t}c, i64 {b})\n"
        "{t}n = icmp eq ptr {t}q, null\n{t}i = ptrtoint ptr {t}q to i64\n{t}d = sub i64 {t}i, {a}\n"
        "{r} = select i1 {t}n, i64 -1, i64 {t}d"
    )


_integers()
_floats()
_compares()
_memory()

# Natives that need no host: {r} the result word, {a0} {a1} .. the argument words, all i64; (text, argument words).
_CLOCK = (
    "{t}ts = alloca [2 x i64]\n{t}c = call i32 @clock_gettime(i32 1, ptr {t}ts)\n{t}s = load i64, ptr {t}ts\n"
    "{t}p = getelementptr i8, ptr {t}ts, i64 8\n{t}n = load i64, ptr {t}p\n{t}m = mul i64 {t}s, 1000000000\n{r} = add i64 {t}m, {t}n"
)
NATIVES: dict[str, tuple[str, int]] = {
    "runtime.nanotime": (_CLOCK, 0),
    "runtime.cputicks": (_CLOCK, 0),
    "runtime.countbyte": ("{r} = call i64 @ms.countbyte(i64 {a0}, i64 {a1}, i64 {a2})", 3),
    "internal/bytealg.CountString": ("{r} = call i64 @ms.countbyte(i64 {a0}, i64 {a1}, i64 {a2})", 3),
    "internal/bytealg.Count": ("{r} = call i64 @ms.countbyte(i64 {a0}, i64 {a1}, i64 {a3})", 4),
}

DECLARATIONS = """
declare i64 @llvm.umin.i64(i64, i64)
declare i64 @llvm.ctlz.i64(i64, i1)
declare i64 @llvm.cttz.i64(i64, i1)
declare i64 @llvm.ctpop.i64(i64)
declare i64 @llvm.bswap.i64(i64)
declare i64 @llvm.fshl.i64(i64, i64, i64)
declare i32 @llvm.fshl.i32(i32, i32, i32)
declare double @llvm.sqrt.f64(double)
declare double @llvm.fabs.f64(double)
declare double @llvm.floor.f64(double)
declare double @llvm.ceil.f64(double)
declare double @llvm.trunc.f64(double)
declare double @llvm.copysign.f64(double, double)
declare double @llvm.fma.f64(double, double, double)
declare void @llvm.memmove.p0.p0.i64(ptr, ptr, i64, i1)
declare void @llvm.memset.p0.i64(ptr, i8, i64, i1)
declare i64 @llvm.smin.i64(i64, i64)
declare i64 @llvm.smax.i64(i64, i64)
declare i64 @llvm.umax.i64(i64, i64)
declare i64 @llvm.sadd.sat.i64(i64, i64)
declare i64 @llvm.ssub.sat.i64(i64, i64)
declare i64 @llvm.uadd.sat.i64(i64, i64)
declare i64 @llvm.usub.sat.i64(i64, i64)
declare dso_local i32 @memcmp(ptr readonly captures(none), ptr readonly captures(none), i64) nounwind willreturn memory(argmem: read)
declare dso_local ptr @memchr(ptr readonly, i32, i64) nounwind willreturn memory(argmem: read)
declare dso_local i32 @clock_gettime(i32, ptr) nounwind
declare dso_local i64 @ms.memequal(i64, i64, i64) nounwind willreturn memory(read)
declare dso_local i64 @ms.countbyte(i64, i64, i64) nounwind willreturn memory(read)
declare dso_local i64 @ms.memhash(i64, i64, i64) nounwind willreturn memory(read)
"""
