"""Prints the instructions of one block of a region, and the condition of its branch."""

from __future__ import annotations

from collections.abc import Callable

from morestack.vm import isa, semantics
from morestack.vm.image import NATIVE
from morestack.vm.interp_calls import Word
from morestack.vm.interp_ranges import FIXED_RANGES, RANGES, Range
from morestack.vm.interp_text import MAX64, Restart, Writer
from morestack.vm.regions import Ins, Node, bases, faults_at_nil, slots_of

INVERSE = {"==": "!=", "!=": "==", "<": ">=", "<=": ">"}


class Condition:
    """The condition of a branch: its text both ways, and what each way says about the operands."""

    __slots__ = ("_truth", "kind", "left", "left_text", "right", "right_text", "sign")

    def __init__(
        self, sign: str, kind: str, left: int, right: int, left_text: str, right_text: str, truth: bool
    ) -> None:  # fmt: skip
        self.sign, self.kind, self.left, self.right = sign, kind, left, right
        self.left_text, self.right_text, self._truth = left_text, right_text, truth

    def text(self, truth: bool) -> str:
        """The test that is true when the branch is taken (``truth``) or when it is not."""
        wanted = truth == self._truth
        if self.sign == "":
            return self.left_text if wanted else f"not {self.left_text}"
        if wanted:
            return f"{self.left_text} {self.sign} {self.right_text}"
        if self.kind in "df" and self.sign in ("<", "<="):
            return f"not {self.left_text} {self.sign} {self.right_text}"
        return f"{self.left_text} {INVERSE[self.sign]} {self.right_text}"

    def refine(self, printer: Writer, truth: bool) -> None:
        """Notes what is known of the operands on one way."""
        if self.kind not in "iu" or not self.sign:
            return
        sign = self.sign if truth == self._truth else INVERSE[self.sign]
        left, right = self.left, self.right
        if sign in (">", ">="):
            left, right, sign = right, left, "<" if sign == ">" else "<="
        a, b = printer.range_of(left, self.kind), printer.range_of(right, self.kind)
        if sign == "==":
            low, high = max(a[0], b[0]), min(a[1], b[1])
            printer.narrow(left, self.kind, low, high)
            printer.narrow(right, self.kind, low, high)
        elif sign in ("<", "<="):
            less = 1 if sign == "<" else 0
            if less and self.kind == "i" and all(x < 0 or printer.is_local(x) for x in (left, right)):
                printer.known.less.add((left, right))
            printer.narrow(left, self.kind, a[0], b[1] - less)
            printer.narrow(right, self.kind, a[0] + less, b[1])
        elif sign == "!=" and b == (0, 0) and a[0] >= 0:
            printer.narrow(left, self.kind, 1, a[1])


ALWAYS = Condition("", "i", -1, -1, "1", "", True)


class BlockPrinter:
    """Prints the instructions of one block."""

    def __init__(self, printer: Writer, node: Node) -> None:
        self.p = printer
        self.node = node
        self.live = printer.region.live_after(node) if any("safepoint" in i.row.flags for i in node.ins) else {}
        self.at = 0

    def print_instructions(self) -> Condition | None:
        """Prints all but the jump at the end. None: control does not go on; otherwise the branch's condition, if
        any."""
        p, ins = self.p, self.node.ins
        n = len(ins)
        while self.at < n:
            i = ins[self.at]
            p.pc = i.pc
            self.at += 1
            text = semantics.TEXTS[i.name]
            if text.shape == "branch":
                return self._condition(i, text)
            if text.shape == "compare" and self._merges(i):
                p.pc = ins[self.at].pc
                return self._compare_condition(i, text, ins[self.at].name == "br")
            if not HANDLERS[text.shape](self, i, text):
                return None
        return ALWAYS

    # ---- conditions ------------------------------------------------------------------------------------------------

    def _merges(self, i: Ins) -> bool:
        """Whether a comparison is only for the branch right behind it."""
        if self.at >= len(self.node.ins):
            return False
        branch, slot = self.node.ins[self.at], i.ops[0]
        return branch.name in ("br", "brz") and branch.ops[0] == slot and not self.node.live_out >> slot & 1 and self.p.is_local(slot)

    def _compare_condition(self, i: Ins, text: semantics.Text, truth: bool) -> Condition:
        kind = i.row.operands[1].kind
        left, right = self.p.value(i.ops[1], kind), self.p.value(i.ops[2], kind)
        return Condition(text.text.split()[1], kind, i.ops[1], i.ops[2], left, right, truth)

    def _condition(self, i: Ins, text: semantics.Text) -> Condition:
        p = self.p
        if i.name in ("br", "brz"):
            return Condition("", "i", i.ops[0], -1, p.value(i.ops[0], "i"), "", i.name == "br")
        kind = i.row.operands[0].kind
        left, right = p.value(i.ops[0], kind), p.value(i.ops[1], kind)
        return Condition(text.text.split()[1], kind, i.ops[0], i.ops[1], left, right, True)

    # ---- values ----------------------------------------------------------------------------------------------------

    def operands(self, i: Ins, text: str) -> dict[str, str]:
        """The texts of the operands by role."""
        p = self.p
        found: dict[str, str] = {}
        for operand, value in zip(i.row.operands, i.ops, strict=False):
            if operand.role in "abc":
                once = text.count("{" + operand.role + "}") <= 1
                found[operand.role] = p.value(value, operand.kind) if once else p.simple(value, operand.kind)
            elif operand.role == "k":
                found["k"] = str(value)
        return found

    def _value(self, i: Ins, text: semantics.Text) -> bool:
        p = self.p
        kind = i.row.operands[0].kind
        template = text.text
        known = FIXED_RANGES.get(i.name)
        if kind in "iu" and known is None:
            template = self._shorter(i) or template
            known = self._result_range(i)
            if i.name.startswith(("div", "rem")):
                self._zero_check(i)
        p.assign(i.ops[0], kind, template.format(**self.operands(i, template)), known)
        return True

    def _compare(self, i: Ins, text: semantics.Text) -> bool:
        self.p.assign(i.ops[0], "i", text.text.format(**self.operands(i, text.text)), (0, 1))
        return True

    def _wrap(self, i: Ins, text: semantics.Text) -> bool:
        p = self.p
        slot, kind = i.ops[0], i.row.operands[0].kind
        if i.name.startswith("div"):
            self._zero_check(i)
        template = self._shorter(i) or text.text
        exact = self._result_range(i) or (-(1 << 200), 1 << 200)
        if slot in p.rising and i.name == "add.i64" and exact[1] > MAX64 and slot not in p.not_rising:
            p.not_rising.add(slot)  # the counter's step can wrap: it has no lower bound
            raise Restart
        result = template.format(**self.operands(i, template))
        low, high = semantics.RANGE[text.width]
        bits = semantics.BITS[text.width]
        if low <= exact[0] and exact[1] <= high:
            p.assign(slot, kind, result, exact)
        elif low == 0 and (bits < 64 or exact[1] - exact[0] > 1 << 66):
            p.assign(slot, kind, f"{result} & {high:#x}", (0, high))
        elif p.is_local(slot):
            p.emit(f"v{slot} = {result}")
            self._bring_in(f"v{slot}", exact, (low, high), bits)
            p.defined(slot, (low, high))
        else:
            name = p.temp()
            p.emit(f"{name} = {result}")
            self._bring_in(name, exact, (low, high), bits)
            p.store(slot, kind, name)
            p.out_values[slot] = (name, kind, -1)
        return True

    def _bring_in(self, name: str, exact: Range, allowed: Range, bits: int) -> None:
        """Prints the check that brings a variable into its type's range."""
        low, high = allowed
        size = 1 << bits
        over, under = exact[1] > high, exact[0] < low
        if over and not under and exact[1] - size <= high:
            self.p.emit(f"if {name} > {high}: {name} -= {size}")
        elif under and not over and exact[0] + size >= low:
            self.p.emit(f"if {name} < {low}: {name} += {size}")
        elif low == 0:
            self.p.emit(f"if not 0 <= {name} <= {high}: {name} &= {high:#x}")
        else:
            half = size >> 1
            self.p.emit(f"if not {low} <= {name} <= {high}: {name} = ({name} + {half:#x} & {size - 1:#x}) - {half:#x}")

    def _shorter(self, i: Ins) -> str | None:
        """A shorter text where the operands' ranges allow it."""
        p, name = self.p, i.name
        family, _, width = name.partition(".")
        if family in ("div", "rem") and width[0] == "i":
            a, b = p.range_of(i.ops[1], "i"), p.range_of(i.ops[2], "i")
            sign = "//" if family == "div" else "%"
            if a[0] >= 0 and b[0] >= 0:
                return f"{{a}} {sign} {{b}}"
            if b[0] > 0:
                return f"({{a}} {sign} {{b}} if {{a}} >= 0 else -(-{{a}} {sign} {{b}}))"
        elif family in ("shl", "shr") and p.range_of(i.ops[2], "u")[1] < semantics.BITS[width]:
            return "{a} << {b}" if family == "shl" else "{a} >> {b}"
        elif name == "index" and p.range_of(i.ops[1], "i") == (0, 0):
            return "{b} * {k}"
        elif name == "index" and i.ops[3] == 1:
            return "{a} + {b}"
        return None

    def _result_range(self, i: Ins) -> Range | None:
        """Bounds of the exact result, from the operands' ranges."""
        p = self.p
        f = RANGES.get(i.name.partition(".")[0])
        if f is None:
            return None
        operands = [(v, o.kind) for o, v in zip(i.row.operands, i.ops, strict=False) if o.role in "abc"]
        return f([p.range_of(v, kind) for v, kind in operands if kind in "iu"])

    def _zero_check(self, i: Ins) -> None:
        p = self.p
        kind = i.row.operands[2].kind
        low, high = p.range_of(i.ops[2], kind)
        if low <= 0 <= high:
            p.emit(f"if not {p.value(i.ops[2], kind)}: divide({i.pc}, s)")

    # ---- memory ----------------------------------------------------------------------------------------------------

    def _again(self, base: int, size: int) -> bool:
        """Whether a base is used again in this block before it changes."""
        for i in self.node.ins[self.at :]:
            if (base, size) in bases(i):
                return True
            if base >= 0 and i.writes >> base & 1:
                return False
        return False

    def _element(self, i: Ins, width: str, base: int, k: int, index: int | None) -> str:
        p = self.p
        text = "" if index is None else p.value(index, "i")
        changes = base >= 0 and i.writes >> base & 1
        return p.element(width, base, k, text, not changes and self._again(base, isa.SIZE_OF[width]))

    def _load(self, i: Ins, text: semantics.Text) -> bool:
        p, width, ops = self.p, text.width, i.ops
        if i.name.startswith("ldl"):
            element = p.frame_element(width, ops[1], ops[2])
        elif i.name.startswith("ldx"):
            element = self._element(i, width, ops[1], ops[3], ops[2])
        else:
            element = self._element(i, width, ops[1], ops[2], None)
        known = None if width in ("i64", "u64") else semantics.RANGE.get(width)
        if width == "u64" and element[0] == "Q" and self._only_converted(ops[0]):
            i = self.node.ins[self.at]
            self.at += 1
            p.assign(i.ops[0], "i", "q" + element[1:])
            return True
        p.assign(ops[0], i.row.operands[0].kind, element, known)
        return True

    def _only_converted(self, slot: int) -> bool:
        """Whether the next instruction converts a slot from uint64 to int64, and nothing else reads it."""
        ins = self.node.ins
        if self.at >= len(ins) or ins[self.at].name != "cvt.u.i" or ins[self.at].ops[1] != slot:
            return False
        if ins[self.at].ops[0] == slot:
            return True
        for i in ins[self.at + 1 :]:
            if i.reads >> slot & 1:
                return False
            if i.writes >> slot & 1:
                return True
        return not self.node.live_out >> slot & 1

    def _store(self, i: Ins, text: semantics.Text) -> bool:
        p, width, ops = self.p, text.width, i.ops
        value = p.value(ops[-1], i.row.operands[-1].kind)
        if i.name.startswith("stl"):
            element = p.frame_element(width, ops[0], ops[1])
            p.out_values.pop(ops[0] + ops[1] // 8, None)
        elif i.name.startswith("stx"):
            element = self._element(i, width, ops[0], ops[2], ops[1])
        else:
            element = self._element(i, width, ops[0], ops[1], None)
        p.emit(f"{element} = {value}")
        return True

    def _effect(self, i: Ins, text: semantics.Text) -> bool:
        self.p.emit(text.text.format(**self.operands(i, text.text)))
        self.p.out_values.clear()
        return True

    # ---- traps -----------------------------------------------------------------------------------------------------

    def _trap(self, i: Ins, text: semantics.Text) -> bool:
        p = self.p
        if i.name == "nilcheck":
            self._nilcheck(i)
        elif i.name == "shiftcheck":
            if p.range_of(i.ops[0], "i")[0] < 0:
                p.emit(f"if {p.value(i.ops[0], 'i')} < 0: shift({i.pc}, s)")
            p.narrow(i.ops[0], "i", 0, MAX64)
        else:
            self._bound(i)
        return True

    def _nilcheck(self, i: Ins) -> None:
        p = self.p
        pointer = i.ops[0]
        if p.range_of(pointer, "i")[0] > 0:
            return
        behind = self.node.ins[self.at] if self.at < len(self.node.ins) else None
        if behind is None or p.flavour.unaligned or not faults_at_nil(behind, pointer):
            p.emit(f"if not {p.value(pointer, 'i')}: nil({i.pc}, s)")
        p.narrow(pointer, "i", 1, MAX64)  # an access through nil raises by itself

    def _bound(self, i: Ins) -> None:
        p = self.p
        kind = i.row.operands[0].kind
        strict = 1 if i.name in ("bound", "bound.u") else 0
        a_range, b_range = p.range_of(i.ops[0], kind), p.range_of(i.ops[1], "i")
        below = (i.ops[0], i.ops[1]) in p.known.less or a_range[1] <= b_range[0] - strict
        if below and a_range[0] < 0 and kind == "i":
            a, b = p.simple(i.ops[0], kind), p.value(i.ops[1], "i")
            p.emit(f"if {a} < 0: bound({i.pc}, s, {a}, 1, {b}, {i.ops[2]})")
        elif not below:
            a, b = p.simple(i.ops[0], kind), p.simple(i.ops[1], "i")
            sign, inverse = ("<", ">=") if strict else ("<=", ">")
            test = f"{a} {inverse} {b}" if a_range[0] >= 0 else f"not 0 <= {a} {sign} {b}"
            p.emit(f"if {test}: bound({i.pc}, s, {a}, {1 if kind == 'i' else 0}, {b}, {i.ops[2]})")
        if strict and kind == "i" and i.ops[0] >= 0 and i.ops[1] >= 0 and p.is_local(i.ops[0]) and p.is_local(i.ops[1]):
            p.known.less.add((i.ops[0], i.ops[1]))
        p.narrow(i.ops[0], kind, 0, b_range[1] - strict)
        p.narrow(i.ops[1], "i", max(0, a_range[0]) + strict, MAX64)

    # ---- the frame -------------------------------------------------------------------------------------------------

    def _frame(self, i: Ins, text: semantics.Text) -> bool:
        if i.name.startswith("mov."):
            return self._mov(i)
        return FRAME_HANDLERS[i.name](self, i)

    def _mov(self, i: Ins) -> bool:
        p = self.p
        to, source = i.ops
        kind = i.name[4]
        if i.pc in p.signature.param_pcs:
            p.defined(to, None)
            return True
        value = p.value(source, kind)
        depends = source if value == f"v{source}" else -1
        if to >= p.body.frame_words and self._before_ret():
            p.out_values[to] = (value, kind, depends)
            return True
        if value == f"v{to}":
            return True
        known = p.range_of(source, kind) if kind in "iu" and (source < 0 or source in p.known.ranges) else None
        p.assign(to, kind, value, known)
        if not p.is_local(to) and "[" not in value:
            p.out_values[to] = (value, kind, depends)
        return True

    def _before_ret(self) -> bool:
        """Whether only moves of results stand between here and `ret`, and results are returned as values."""
        if not self.p.signature.results:
            return False
        m = self.p.body.frame_words
        for i in self.node.ins[self.at :]:
            if i.name == "ret":
                return True
            if not i.name.startswith("mov.") or i.ops[0] < m:
                return False
        return False

    def _lea(self, i: Ins) -> bool:
        p = self.p
        p.assign(i.ops[0], "i", f"s * 8 + {p.base + i.ops[1] * 8 + i.ops[2]:#x}", (p.base, MAX64))
        return True

    def _zero(self, i: Ins) -> bool:
        p = self.p
        cleared, runs = p.body.zero_split(i)
        for slot in slots_of(cleared):
            kind = p.body.kinds[slot]
            p.emit(f"v{slot} = {'0.0' if kind in 'df' else '0'}")
            p.defined(slot, (0, 0) if kind in "iu" else None)
        for first, count in runs:
            if count <= 4:
                for slot in range(first, first + count):
                    p.emit(f"{p.place(slot, 'i')} = 0")
            else:
                p.emit(f"q[s + {first}:s + {first + count}] = zeros({count})")
            self._forget(first, count)
        return True

    def _copy(self, i: Ins) -> bool:
        p = self.p
        to, source, count = i.ops
        if count == 1:
            p.emit(f"{p.place(to, 'i')} = {p.place(source, 'i')}")
        else:
            p.emit(f"q[s + {to}:s + {to + count}] = q[s + {source}:s + {source + count}]")
        self._forget(to, count)
        return True

    def _forget(self, first: int, count: int) -> None:
        for slot in range(first, first + count):
            self.p.out_values.pop(slot, None)

    def _address(self, i: Ins) -> bool:
        """getsp, getcallersp, getcallerpc, getpc."""
        p = self.p
        m = p.body.frame_words
        text = {
            "getsp": f"s * 8 + {p.base:#x}",
            "getcallersp": f"s * 8 + {p.base + 8 * m:#x}",
            "getcallerpc": f"q[s + {m - 1}]",
            "getpc": str(i.pc),
        }[i.name]
        p.assign(i.ops[0], "u" if i.row.operands[0].kind == "u" else "i", text, (0, MAX64))
        return True

    def _setcallerpc(self, i: Ins) -> bool:
        p = self.p
        p.emit(f"q[s + {p.body.frame_words - 1}] = {p.value(i.ops[0], 'i')}")
        return True

    # ---- entry, calls, the machine ---------------------------------------------------------------------------------

    def _due(self) -> str:
        return " or C[0] >= C[1]" if self.p.flavour.counted else ""

    def _enter(self, i: Ins) -> bool:
        p = self.p
        m = i.ops[0]
        if m > 1:
            p.emit(f"s -= {m - 1}")
        if i.ops[1] == 0:
            p.emit(f"if s < W[0]{self._due()}: more({i.pc}, s + {m - 1})")
        if not p.body.func.flags & NATIVE:
            p.trace(i.pc)
        return True

    def _poll(self, i: Ins) -> bool:
        p = self.p
        if p.flavour.traced:
            p.flush(self.live[i.pc])
        p.emit(f"if s < W[0]{self._due()}:")
        p.depth += 1
        p.flush(self.live[i.pc])
        p.emit(f"more({i.pc}, s)")
        p.depth -= 1
        p.trace(i.pc)
        return True

    def _ret(self, i: Ins) -> bool:
        p = self.p
        m = p.body.frame_words
        results = p.signature.results
        image = p.program.image
        if p.nested and image.unsafe:  # a return pc that no code has, because somebody wrote over it, is a fault there
            p.emit(f"if not 0 <= q[s + {m - 1}] < {len(image.code) // isa.WORDS_PER_INSTRUCTION}: unwind(q[s + {m - 1}], s + {m})")
        if not p.nested:
            p.emit(f"return q[s + {m - 1}], s + {m}")
        elif results:
            p.emit("return " + ", ".join(p.value(m + w.word, w.kind) for w in results))
        elif results is None and any(j.name == "setcallerpc" for j in p.body.ins):
            p.emit(f"unwind(q[s + {m - 1}], s + {m})")
        else:
            p.emit("return")
        return False

    def _call(self, i: Ins) -> bool:
        p = self.p
        callee = p.program.image.funcs[i.ops[0]]
        signature = p.program.signature(i.ops[0])
        live = self.live[i.pc]
        p.flush(live)
        p.dirty = 0
        p.emit(f"q[s - 1] = {i.pc + 1}")
        p.trace(i.pc)
        arguments = ["s - 1", *(p.value(w.word, w.kind) if w.word < p.body.out_words else p.place(w.word, w.kind)
                                for w in signature.params)]  # fmt: skip
        call = f"e{callee.entry}({', '.join(arguments)})"
        p.out_values.clear()
        if signature.results:
            self._take_results(call, signature.results, live)
        else:
            p.emit(call)
            p.trace_return(i.pc + 1)
        return True

    def _take_results(self, call: str, results: tuple[Word, ...], live: int) -> None:
        """Prints a call that returns values, together with the moves that fetch them."""
        p = self.p
        run = self._fetches()
        later = 0  # outgoing words that are read behind the moves, before another call
        for i in self.node.ins[self.at + len(run) :]:
            later |= i.reads
            if "call" in i.row.flags:
                break
        else:
            later |= self.node.live_out
        names: list[str] = []
        for w in results:
            move = run.get(w.word)
            if move is not None and move.name[4] == w.kind and not later >> w.word & 1:
                names.append(f"v{move.ops[0]}")
                del run[w.word]
                self._fetched(move)
            elif live >> w.word & 1:
                names.append(p.temp())
            else:
                names.append("_")
        back = p.pc + 1
        p.emit(call if set(names) == {"_"} else f"{', '.join(names)} = {call}")
        p.trace_return(back)
        for w, name in zip(results, names, strict=True):
            if name[0] == "v":
                p.defined(int(name[1:]), None)
            elif name[0] == "t":
                p.store(w.word, w.kind, name)
                p.out_values[w.word] = (name, w.kind, -1)
        for move in run.values():
            self._fetched(move)
            p.pc = move.pc
            p.assign(move.ops[0], move.name[4], p.value(move.ops[1], move.name[4]))

    def _fetches(self) -> dict[int, Ins]:
        """The moves right behind a call that fetch results into variables, by the word they fetch."""
        p = self.p
        run: dict[int, Ins] = {}
        taken: set[int] = set()
        for i in self.node.ins[self.at :]:
            if not i.name.startswith("mov.") or not 0 <= i.ops[1] < p.body.out_words or not p.is_local(i.ops[0]):
                break
            if i.ops[1] in run or i.ops[0] in taken:
                break
            run[i.ops[1]] = i
            taken.add(i.ops[0])
        return run

    def _fetched(self, move: Ins) -> None:
        """One of the moves behind the call has been printed: all of them are passed over."""
        self.at += 1

    def _dynamic_call(self, i: Ins) -> bool:
        p = self.p
        p.flush(self.live[i.pc])
        p.dirty = 0
        target = p.value(i.ops[0], "i")
        if i.name == "callclosure":
            p.emit(f"W[2] = {target}")
            target = p.element("i64", i.ops[0], 0, "", False)
        p.emit(f"q[s - 1] = {i.pc + 1}")
        p.trace(i.pc)
        p.emit(f"N[{target}](s - 1)")
        p.trace_return(i.pc + 1)
        p.out_values.clear()
        return True

    def _switch(self, i: Ins) -> bool:
        """systemstack and mcall: the machine changes stacks."""
        p = self.p
        p.flush(self.live[i.pc])
        p.dirty = 0
        p.trace(i.pc)
        p.emit(f"{i.name}({i.pc}, s, {p.value(i.ops[0], 'i')})")
        p.trace_return(i.pc + 1)
        p.out_values.clear()
        return True

    def _native(self, i: Ins) -> bool:
        p = self.p
        m = p.body.frame_words
        params, results = p.program.native_signatures[i.ops[0]]
        call = f"n{i.ops[0]}({', '.join(p.value(m + j, kind) for j, kind in enumerate(params))})"
        names = [p.temp() for _ in results]
        p.emit(f"{', '.join(names)} = {call}" if names else call)
        for j, kind in enumerate(results):
            p.store(m + len(params) + j, kind, names[j])
        return True

    def _final(self, i: Ins) -> bool:
        """trap, exitvm, gogo, systemstackret: the machine goes on elsewhere."""
        p = self.p
        if i.name == "gogo":
            p.emit(f"gogo({p.value(i.ops[0], 'i')})")
        elif i.name == "systemstackret":
            p.emit("systemstackret()")
        else:
            p.emit(f"{i.name}({i.pc}, s, {i.ops[0]})")
        return False

    def _jmp(self, i: Ins) -> bool:
        return True


HANDLERS: dict[str, Callable[[BlockPrinter, Ins, semantics.Text], bool]] = {
    "value": BlockPrinter._value, "wrap": BlockPrinter._wrap, "compare": BlockPrinter._compare,
    "load": BlockPrinter._load, "store": BlockPrinter._store, "effect": BlockPrinter._effect,
    "trap": BlockPrinter._trap, "frame": BlockPrinter._frame,
}  # fmt: skip
FRAME_HANDLERS: dict[str, Callable[[BlockPrinter, Ins], bool]] = {
    "lea": BlockPrinter._lea, "zero": BlockPrinter._zero, "copy": BlockPrinter._copy, "jmp": BlockPrinter._jmp,
    "poll": BlockPrinter._poll, "enter": BlockPrinter._enter, "call": BlockPrinter._call,
    "callclosure": BlockPrinter._dynamic_call, "callpc": BlockPrinter._dynamic_call, "ret": BlockPrinter._ret,
    "native": BlockPrinter._native, "trap": BlockPrinter._final, "getsp": BlockPrinter._address,
    "getcallersp": BlockPrinter._address, "getcallerpc": BlockPrinter._address, "getpc": BlockPrinter._address,
    "setcallerpc": BlockPrinter._setcallerpc, "systemstack": BlockPrinter._switch, "mcall": BlockPrinter._switch,
    "systemstackret": BlockPrinter._final, "gogo": BlockPrinter._final, "exitvm": BlockPrinter._final,
}  # fmt: skip
