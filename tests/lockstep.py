"""Runs a program on both engines in step: at every safepoint they are at the same pc and SP, with equal live slots, equal
first words of what live pointers point to, and the same output so far.

    python -m tests.lockstep [--godebug stackmove=1] [--most N] examples/lru.go [ARGUMENT ...]

Each engine runs in a process of its own, so that all addresses are equal; with the same seed, a clock that moves only when it is
read or slept by, and no time slices. A process sends one number for each safepoint. At the first difference both run again, and tell
what they had in the frame around there.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import zlib
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from morestack.runtime import launch
from morestack.runtime.host import Host
from morestack.runtime.natives import NATIVES
from morestack.vm import layout
from morestack.vm.asm import instruction
from morestack.vm.image import Func, Image
from morestack.vm.llvm_regions import Maps
from morestack.vm.machine import Machine, Native
from morestack.vm.regions import Body, Ins, slots_of

from morestack import cache, front

M64 = (1 << 64) - 1
CHUNK = 4096  # safepoints sent at a time
AROUND = 4  # safepoints before the first difference that are shown
ENGINES = ("python", "llvm")
START, TICK = 10**15, 1000  # nanoseconds: the clock in the beginning, and what a look at it takes


class Clock:
    """Time as the program sees it."""

    def __init__(self) -> None:
        self.now = START

    def natives(self) -> dict[str, Native]:
        """The natives that look at the host's clock, with this one."""

        def nanotime(_: Machine) -> int:
            self.now += TICK
            return self.now

        def walltime(m: Machine) -> tuple[int, int]:
            return divmod(nanotime(m), 10**9)

        def usleep(_: Machine, microseconds: int) -> None:
            self.now += max(0, microseconds) * 1000

        def pollwait(_: Machine, ns: int) -> int:
            self.now += max(0, ns)
            return 1 if ns >= 0 else 0

        return {
            "runtime.nanotime": (nanotime, "", "i"), "runtime.cputicks": (nanotime, "", "i"),
            "runtime.walltime": (walltime, "", "ii"), "runtime.usleep": (usleep, "i", ""),
            "runtime.pollwait": (pollwait, "i", "i"),
        }  # fmt: skip


class Liveness:
    """The slots of a function that hold a value needed later, before each instruction: found from the bytecode alone, by
    neither engine's analysis."""

    def __init__(self, func: Func, code: array[int]) -> None:
        self.func = func
        self.body = Body(func, code)
        ins = self.body.ins
        outside = self.body.memory_slots | self.body.out_mask | 1 << max(0, func.frame_words - 1)
        self.before = [0] * (len(ins) + 1)
        changed = True
        while changed:
            changed = False
            for n in range(len(ins) - 1, -1, -1):
                i = ins[n]
                live = (i.reads | self._after(i) & ~self.body.writes(i)) & ~outside
                if live != self.before[n]:
                    self.before[n] = live
                    changed = True

    def _after(self, i: Ins) -> int:
        entry = self.func.entry
        live = 0
        if "branch" in i.row.flags:
            live |= self.before[i.ops[-1] - entry]
        if "terminator" not in i.row.flags:
            live |= self.before[i.pc + 1 - entry]
        return live

    def at(self, pc: int, pointers: int) -> tuple[int, int]:
        """Sets of slots at a safepoint: those to compare, and among them those that point (by the stack map, ``pointers``)."""
        n = pc - self.func.entry
        if self.body.ins[n].name == "enter":
            first = self.func.frame_words
            return self.before[n] >> first << first, 0  # arguments alone
        if self.body.returns_to(pc):
            return self.at(pc - 1, pointers)
        i = self.body.ins[n]
        live = self._after(i) if "call" in i.row.flags else self.before[n]
        locals_ = (1 << max(0, self.func.frame_words - 1)) - 1
        pointers &= locals_ & ~self.body.out_mask
        return live | pointers, pointers


class Reporter:
    """Gets every safepoint of a run. ``window``: numbers of the safepoints to be told in words on stderr."""

    def __init__(self, image: Image, to: IO[bytes], window: range, most: int) -> None:
        self.image, self.to, self.window, self.most = image, to, window, most
        self.maps = Maps(image)
        self.stack = [image.offsets.get(f"g.stack.{end}", 0) for end in ("lo", "hi")]
        self.functions: dict[int, Liveness] = {}
        self.slots: dict[int, tuple[list[int], list[int]]] = {}
        self.buffer = array("Q")
        self.count = 0
        self.output = 0
        self.m: Machine | None = None

    def start(self, m: Machine) -> None:
        """The machine that will run."""
        self.m = m

    def write(self, data: bytes) -> None:
        """What the program writes."""
        self.output = zlib.crc32(data, self.output)

    def _slots(self, pc: int) -> tuple[list[int], list[int]]:
        f = self.image.find_func(pc)
        assert f is not None
        live = self.functions.get(f.entry)
        if live is None:
            live = self.functions[f.entry] = Liveness(f, self.image.code)
        at = pc - 1 if live.body.returns_to(pc) else pc
        compared, pointers = live.at(pc, self.maps.slots(at, f.frame_words))
        found = self.slots[pc] = list(slots_of(compared)), list(slots_of(pointers))
        return found

    def __call__(self, pc: int, s: int) -> None:
        m = self.m
        assert m is not None
        Q, base = m.Q, m.base
        compared, pointers = self.slots.get(pc) or self._slots(pc)
        values = [Q[s + k] for k in compared]
        limit = len(Q)
        g = Q[layout.REG_G] - base
        low, high = (Q[g + o >> 3] - base >> 3 for o in self.stack)  # what lies on this stack can be dead
        pointees = [Q[at] if 0 <= (at := Q[s + k] - base >> 3) < limit and not low <= at < high else 0 for k in pointers]
        self.buffer.append(hash((pc, s, self.output, *values, *pointees)) & M64)
        if self.count in self.window:
            self._tell(pc, s, dict(zip(compared, values, strict=True)), dict(zip(pointers, pointees, strict=True)))
        self.count += 1
        if len(self.buffer) == CHUNK:
            self.send()
        if self.count == self.most or self.count == self.window.stop:
            self.send()
            os._exit(0)

    def send(self) -> None:
        """Hands on what is there; ends the process if nobody listens any more."""
        try:
            self.to.write(self.buffer.tobytes())
            self.to.flush()
        except OSError:
            os._exit(1)
        del self.buffer[:]

    def _tell(self, pc: int, s: int, values: dict[int, int], pointees: dict[int, int]) -> None:
        f = self.image.find_func(pc)
        assert f is not None
        rows = [f"s{k} = {v:#x}" + (f" -> {pointees[k]:#x}" if k in pointees else "") for k, v in values.items()]
        print(
            f"{self.count}: {f.name}+{pc - f.entry} `{instruction(self.image, f, pc)}` s={s:#x} output={self.output:08x} {', '.join(rows)}",
            file=sys.stderr,
        )


def child(options: argparse.Namespace) -> int:
    """One engine's run: the numbers of its safepoints go to stdout."""
    image = front.image_of(front.Source((options.program,)))
    to = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    first = options.window - AROUND
    reporter = Reporter(image, to, range(max(0, first), options.window + 1) if options.window >= 0 else range(0, -1), options.most)
    host = Host(["prog", *options.arguments], {"GODEBUG": options.godebug}, sys.stdin.buffer.read())
    host.sinks = {1: reporter.write, 2: reporter.write}
    setup = launch.Setup(
        host=host, seed=options.seed, engine=options.engine, native_folder=cache.folder() / "native", code_folder=cache.folder() / "code",
        natives={**NATIVES, **Clock().natives()}, tracer=reporter,
    )  # fmt: skip
    outcome = launch.run(image, setup)
    reporter.buffer.extend([outcome.status, outcome.signal, reporter.output])
    reporter.send()
    return 0


@dataclass(slots=True)
class Comparison:
    """How two runs compare: safepoints that agree, and the texts of both around the first that does not (empty: all agree)."""

    agreed: int
    difference: str = ""


class Pair:
    """A program and how it is run."""

    def __init__(
        self, program: Path, arguments: Sequence[str] = (), stdin: bytes = b"", godebug: str = "", most: int = 0,
        seeds: tuple[int, int] = (1, 1),
    ) -> None:  # fmt: skip
        self.program, self.arguments, self.stdin, self.godebug, self.most = program, list(arguments), stdin, godebug, most
        self.seeds = seeds

    def _start(self, engine: str, seed: int, window: int, stdin: IO[bytes]) -> subprocess.Popen[bytes]:
        line = [sys.executable, "-m", "tests.lockstep", "--engine", engine, "--window", str(window), "--most", str(self.most)]
        line += ["--seed", str(seed)]
        line += ["--godebug", self.godebug, str(self.program.resolve()), *self.arguments]
        environment = {**os.environ, "PYTHONHASHSEED": "0"}
        return subprocess.Popen(
            line, cwd=Path(__file__).parent.parent, env=environment, stdin=stdin, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )

    def _both(self, window: int) -> list[subprocess.Popen[bytes]]:
        found = []
        for engine, seed in zip(ENGINES, self.seeds, strict=True):
            with tempfile.TemporaryFile() as f:
                f.write(self.stdin)
                f.seek(0)
                found.append(self._start(engine, seed, window, f))
        return found

    def compare(self) -> Comparison:
        """Runs both."""
        children = self._both(-1)
        agreed = 0
        while True:
            a, b = (c.stdout.read(8 * CHUNK) for c in children if c.stdout is not None)
            if a != b or not a:
                break
            agreed += len(a) // 8
        if a != b:
            agreed += next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b))) // 8
            for c in children:
                c.kill()
        errors = [c.communicate()[1].decode() for c in children]
        if a != b:
            return Comparison(agreed, self._explain(agreed))
        return Comparison(agreed, "" if all(c.returncode == 0 for c in children) else "\n".join(errors))

    def _explain(self, at: int) -> str:
        """What both engines had around a safepoint."""
        ends = [(engine, c.communicate()[1].decode()) for engine, c in zip(ENGINES, self._both(at), strict=True)]
        return "\n".join(f"{engine}:\n{text}" for engine, text in ends)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0] if __doc__ else "")
    parser.add_argument("--godebug", default="")
    parser.add_argument("--most", type=int, default=0, help="stop after so many safepoints")
    parser.add_argument("--seed", type=int, default=1, help="of map order, select and scheduling")
    parser.add_argument("--engine", default="", help=argparse.SUPPRESS)
    parser.add_argument("--window", type=int, default=-1, help=argparse.SUPPRESS)
    parser.add_argument("program")
    parser.add_argument("arguments", nargs=argparse.REMAINDER)
    options = parser.parse_args()
    if options.engine:
        return child(options)
    stdin = b"" if sys.stdin.isatty() else sys.stdin.buffer.read()
    found = Pair(Path(options.program), options.arguments, stdin, options.godebug, options.most, (options.seed, options.seed)).compare()
    print(f"{found.agreed} safepoints agree" + (", then:" if found.difference else ""))
    if found.difference:
        print(found.difference)
    return 1 if found.difference else 0


if __name__ == "__main__":
    sys.exit(main())
