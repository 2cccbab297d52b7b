"""Draws the two stacks at the moment of the seed's fault, from the machine's own events and the trace it prints.

    python examples/seed/draw.py [OUT.svg]

Runs seed_bug.go with the unfixed runtime and freed stacks made inaccessible, listens to the growths and frees of stacks, takes the frames from
the trace on stderr, and writes an SVG: left the old stack, which is gone, right the new one, with the frame of gentraceback on it that still
walks the old.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

from morestack.compiler.driver import Options, compile_program
from morestack.runtime import launch
from morestack.vm.events import Event
from morestack.vm.machine import Limits

from morestack import cache

HERE = Path(__file__).resolve().parent
FRAME = re.compile(r"^(\S+)\((.*)\)\n\t.* fp=0x([0-9a-f]+) sp=0x([0-9a-f]+)", re.M)
FAULT = re.compile(r"addr=0x([0-9a-f]+)")
WIDTH, HEIGHT, TOP = 760, 560, 70


@dataclass(frozen=True)
class Frame:
    """One frame of the trace, addresses in bytes."""

    name: str
    fp: int
    sp: int


def run() -> tuple[list[Event], str]:
    """The stack events of the run, and what it printed on stderr."""
    options = Options(tags=("selftrace",), std_root=str(cache.std_root()))
    image = compile_program([str(HERE / "seed_bug.go")], options)
    events: list[Event] = []
    printed = bytearray()
    host = launch.Host(
        ["seed_bug"],
        {"GODEBUG": "stackfromsystem=1,stackfaultonfree=1"},
        sinks={1: printed.extend, 2: printed.extend},
    )
    launch.run(image, launch.Setup(host=host, limits=Limits(time=120), listeners=[events.append]))
    return events, printed.decode()


def draw(events: list[Event], trace: str) -> str:
    """The picture as SVG text."""
    frames = [Frame(m[1], int(m[3], 16), int(m[4], 16)) for m in FRAME.finditer(trace)]
    found = FAULT.search(trace)
    if not frames or found is None:
        raise SystemExit("the program did not fault")
    fault = int(found[1], 16)
    grown = [e.values for e in events if e.kind == "stack_grow"]
    last = next(v for v in reversed(grown) if v["old_lo"] <= fault < v["old_lo"] + v["old_size"])
    old_hi, new_hi = last["old_lo"] + last["old_size"], last["new_lo"] + last["new_size"]
    mine = [f for f in frames if last["new_lo"] <= f.sp < new_hi]
    span = max(new_hi - min(f.sp for f in mine), old_hi - fault, 1)
    scale = (HEIGHT - TOP - 60) / span

    def y(address: int, hi: int) -> float:
        return TOP + (hi - address) * scale

    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="monospace" font-size="11">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>',
        f'<text x="30" y="30" font-size="13">old stack, freed: {last["old_lo"]:#x} … {old_hi:#x}</text>',
        f'<text x="400" y="30" font-size="13">new stack: {last["new_lo"]:#x} … {new_hi:#x}</text>',
        f'<rect x="30" y="{TOP}" width="300" height="{HEIGHT - TOP - 40}" fill="#eee" stroke="#999" stroke-dasharray="4 3"/>',
        f'<rect x="400" y="{TOP}" width="330" height="{HEIGHT - TOP - 40}" fill="none" stroke="#333"/>',
    ]
    walker = next((f for f in mine if f.name == "runtime.gentraceback"), mine[0])
    written = 0.0
    for f in sorted(mine, key=lambda f: -f.sp):
        top, bottom = y(f.fp, new_hi), y(f.sp, new_hi)
        shade = "#fc9" if f is walker else "#def" if f.name.startswith("main.") else "#f4f4f4"
        out.append(
            f'<rect x="400" y="{top:.1f}" width="330" height="{max(bottom - top, 1):.1f}" fill="{shade}" stroke="#888"/>'
        )
        if (top + bottom) / 2 - written > 11:
            written = (top + bottom) / 2
            out.append(f'<text x="408" y="{written + 4:.1f}">{escape(f.name)}</text>')
    at, source = y(fault, old_hi), (y(walker.fp, new_hi) + y(walker.sp, new_hi)) / 2
    out += [
        f'<line x1="30" x2="330" y1="{at:.1f}" y2="{at:.1f}" stroke="red" stroke-width="2"/>',
        f'<text x="38" y="{at - 6:.1f}" fill="red">the word at {fault:#x} is read: fault</text>',
        f'<line x1="400" x2="332" y1="{source:.1f}" y2="{at:.1f}" stroke="red" marker-end="url(#a)"/>',
        '<defs><marker id="a" markerWidth="8" markerHeight="8" refX="7" refY="4" orient="auto">'
        '<path d="M0,0 L8,4 L0,8 z" fill="red"/></marker></defs>',
        f'<text x="30" y="{HEIGHT - 14}">gentraceback holds sp as an integer: copystack adjusted every pointer, but not that.</text>',
        "</svg>",
    ]
    return "\n".join(out) + "\n"


def main() -> None:
    """Runs, draws, writes."""
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "stacks.svg"
    target.write_text(draw(*run()))


if __name__ == "__main__":
    main()
