"""Compares morestack with real Go on the programs beside this file, in one command:

    python -m tests.benchmarks.run [--engine E] [--runs N] [--go GO] [--json FILE] [--svg FILE] [--keep] [--cpu] [GROUP | PROGRAM | FILE.go ...]

Each program is built with `go build` and to an image. An unmeasured run of each fills the caches, is watched for its peak memory and
must print the same. Then both run alternately N times, each as a process of its own from start to end: morestack, Go, and Go with
GOMAXPROCS=1. Medians, ratios, and the geometric mean of each group are printed, written as JSON and drawn as SVG; with `--keep`
together with what the JSON file already has of other programs. A run of all groups writes those that README.md shows, docs/benchmarks.*,
if no others are named. Memory is what a program needs beyond one that does nothing.
`--cpu` compares processor time (user and system) instead of the clock: for a machine that does other things too.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path

HERE = Path(__file__).resolve().parent
SHOWN = HERE.parent.parent / "docs" / "benchmarks"  # what README.md shows, .json and .svg
GROUPS: dict[str, tuple[str, ...]] = {
    "compute": (
        "fib", "tak", "nqueens", "nbody", "spectralnorm", "mandelbrot", "fannkuch", "matmul", "sieve", "sha256",
        "levenshtein", "quicksort", "fnv", "collatz",
    ),
    "data": ("binarytrees", "mapint", "mapstring", "interfaces", "closures", "structs", "stringbuild", "appends"),
    "goroutines": ("pingpong", "chain", "primesieve", "manygoroutines", "mutex", "selects", "workers"),
    "runtime": (
        "deepstack", "growreturn", "callers10", "callers100", "callers1000", "stacktext", "panicrecover", "defers",
    ),
}  # fmt: skip
OTHER = "other"  # programs named by their files
TARGET = {"compute": 1.0, "data": 1.5, "goroutines": 1.0, "runtime": 1.0}
SECONDS = 300.0
LOOK = 0.005  # seconds between looks at a process's memory
IDLE = "package main\n\nfunc main() {}\n"
SMALL = 4096  # kilobytes: of less memory no ratio is given


@dataclass(slots=True)
class Sample:
    """One run: seconds of the clock and of the processor, output."""

    wall: float
    cpu: float
    output: bytes


@dataclass(slots=True)
class Row:
    """A program's figures; seconds are medians. ``single`` is Go's with GOMAXPROCS=1. Peaks are kilobytes beyond an idle process's."""

    name: str
    group: str
    ours: float = 0.0
    go: float = 0.0
    single: float = 0.0
    ours_peak: int = 0
    go_peak: int = 0
    all_ours: list[float] = field(default_factory=list)
    all_go: list[float] = field(default_factory=list)
    problem: str = ""

    @property
    def ratio(self) -> float:
        return self.ours / self.go if self.go else math.nan

    @property
    def single_ratio(self) -> float:
        return self.ours / self.single if self.single else math.nan

    @property
    def memory_ratio(self) -> float:
        return self.ours_peak / self.go_peak if self.go_peak >= SMALL else math.nan


def measure(line: list[str], env: dict[str, str] | None = None) -> Sample:
    """Runs a command to its end. Raises subprocess errors."""
    start = time.perf_counter()
    with subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=env) as p:
        assert p.stdout is not None
        output = p.stdout.read()
        _, status, used = os.wait4(p.pid, 0)
        p.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - start
    if p.returncode:
        raise subprocess.CalledProcessError(p.returncode, line, output)
    return Sample(wall, used.ru_utime + used.ru_stime, output)


def watch(line: list[str]) -> tuple[int, bytes]:
    """Runs a command to its end: the peak of its resident memory in kilobytes, and its output. The peak that the system reports when a
    process has ended would not do: it counts what the process was before it became this program. Raises subprocess errors."""
    peak = 0
    with tempfile.TemporaryFile() as out, subprocess.Popen(line, stdout=out, stderr=subprocess.STDOUT) as p:
        while p.poll() is None:
            time.sleep(LOOK)
            with suppress(OSError, ValueError):
                for text in Path(f"/proc/{p.pid}/status").read_text().splitlines():
                    if text.startswith("VmHWM:"):
                        peak = max(peak, int(text.split()[1]))
        out.seek(0)
        output = out.read()
    if p.returncode:
        raise subprocess.CalledProcessError(p.returncode, line, output)
    return peak, output


class Pair:
    """A program built for both."""

    def __init__(self, source: Path, options: argparse.Namespace, folder: Path) -> None:
        name = source.stem
        binary, image = folder / name, folder / f"{name}.msi"
        subprocess.run([options.go, "build", "-o", binary, source], check=True, capture_output=True)
        build = [sys.executable, "-m", "morestack", "build", "-o", str(image), str(source)]
        subprocess.run(build, check=True, capture_output=True, timeout=SECONDS)
        self.ours = [sys.executable, "-m", "morestack", "run", "--engine", options.engine, str(image), *options.arg]
        self.go = [str(binary), *options.arg]


def compare(source: Path, group: str, options: argparse.Namespace, folder: Path, idle: tuple[int, int]) -> Row:
    """Builds and measures one program."""
    row = Row(source.stem, group)
    samples: list[tuple[Sample, Sample, Sample]] = []
    try:
        pair = Pair(source, options, folder)
        measure(pair.ours)  # fills the caches
        peak, output = watch(pair.ours)
        go_peak, reference = watch(pair.go)
        row.ours_peak, row.go_peak = max(0, peak - idle[0]), max(0, go_peak - idle[1])
        if output != reference:
            row.problem = f"output differs: {output[:80]!r}, Go {reference[:80]!r}"
        alone = {**os.environ, "GOMAXPROCS": "1"}
        for _ in range(options.runs):
            samples.append((measure(pair.ours), measure(pair.go), measure(pair.go, alone)))
    except (subprocess.SubprocessError, OSError) as e:
        text = getattr(e, "output", b"") or getattr(e, "stderr", b"") or b""
        row.problem = f"{type(e).__name__}: {text[-200:].decode('utf-8', 'replace') or e}"
        return row
    figure = (lambda s: s.cpu) if options.cpu else (lambda s: s.wall)
    row.all_ours, row.all_go = [figure(s[0]) for s in samples], [figure(s[1]) for s in samples]
    row.ours, row.go = statistics.median(row.all_ours), statistics.median(row.all_go)
    row.single = statistics.median([figure(s[2]) for s in samples])
    return row


def idle_peaks(options: argparse.Namespace, folder: Path) -> tuple[int, int]:
    """Peak memory of a program that does nothing, ours and Go's, in kilobytes."""
    source = folder / "idle.go"
    source.write_text(IDLE)
    pair = Pair(source, options, folder)
    measure(pair.ours)
    return watch(pair.ours)[0], watch(pair.go)[0]


def mean(ratios: list[float]) -> float:
    """The geometric mean."""
    return math.exp(sum(map(math.log, ratios)) / len(ratios)) if ratios else math.nan


def number(ratio: float) -> str:
    """A ratio as text, a dash if there is none."""
    return "-" if math.isnan(ratio) else f"{ratio:.2f}"


def table(rows: list[Row]) -> str:
    """The figures as text, group by group."""
    lines = [f"{'program':<16}{'ours s':>9}{'go s':>9}{'ratio':>8}{'1 proc':>8}{'ours MB':>9}{'go MB':>7}{'ratio':>7}"]
    for group in (*GROUPS, OTHER):
        inside = [r for r in rows if r.group == group]
        if not inside:
            continue
        lines.append(f"-- {group}")
        for r in inside:
            if r.go:
                lines.append(
                    f"{r.name:<16}{r.ours:>9.3f}{r.go:>9.3f}{r.ratio:>8.2f}{r.single_ratio:>8.2f}"
                    f"{r.ours_peak / 1024:>9.0f}{r.go_peak / 1024:>7.0f}{number(r.memory_ratio):>7}  {r.problem}"
                )
            else:
                lines.append(f"{r.name:<16} {r.problem}")
        good = [r for r in inside if r.go and not r.problem]
        lines.append(
            f"{'geometric mean':<34}{mean([r.ratio for r in good]):>8.2f}{mean([r.single_ratio for r in good]):>8.2f}"
            + (f"   (wanted: at most {TARGET[group]})" if group in TARGET else "")
        )
    return "\n".join(lines)


COLOURS = {"compute": "#4878a8", "data": "#6aa84f", "goroutines": "#e69138", "runtime": "#a64d79"}
LINE, LEFT, WIDTH = 18, 130, 560  # of the chart, in pixels: height of a row, where the bars' room begins, how wide it is


def place(ratio: float) -> float:
    """Where a ratio stands in the chart, on a logarithmic scale from 1/4 to 8."""
    return LEFT + WIDTH / math.log(32) * math.log(min(8.0, max(0.25, ratio)) * 4)


def bar(row: Row, y: int) -> str:
    """A program's bar, from 1 to its ratio; a stroke where it stands to Go on one processor, if it has goroutines."""
    low, high = sorted((place(1), place(row.ratio)))
    text = (
        f'<text x="{LEFT - 6}" y="{y + 11}" text-anchor="end">{row.name}</text>'
        f'<rect x="{low:.1f}" y="{y}" width="{max(1.0, high - low):.1f}" height="13" fill="{COLOURS[row.group]}"/>'
        f'<text x="{LEFT + WIDTH + 8}" y="{y + 11}">{number(row.ratio)}</text>'
    )
    if row.group == "goroutines" and row.single:
        text += f'<rect x="{place(row.single_ratio) - 1:.1f}" y="{y - 1}" width="2.5" height="15"/>'
    return text


def chart(rows: list[Row]) -> str:
    """The ratios as bars, group by group, each group with its mean."""
    groups = {g: [r for r in rows if r.group == g and r.go and not r.problem] for g in GROUPS}
    lines: list[tuple[str, Row | None]] = []
    for group, inside in groups.items():
        if inside:
            lines.append((f"{group}: {number(mean([r.ratio for r in inside]))}", None))
            lines += [("", r) for r in inside]
    bottom = LINE * (len(lines) + 2)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{LEFT + WIDTH + 70}" height="{bottom + 24}" font-family="sans-serif" font-size="12">',
        f'<rect width="{LEFT + WIDTH + 70}" height="{bottom + 24}" fill="white"/>',
        f'<text x="{LEFT}" y="14">time relative to go build (1: as fast; less: faster); black strokes: to Go on one processor</text>',
    ]
    for mark in (0.25, 0.5, 1, 2, 4, 8):
        parts.append(
            f'<line x1="{place(mark):.0f}" x2="{place(mark):.0f}" y1="22" y2="{bottom}" stroke="{"#333" if mark == 1 else "#ddd"}"/>'
            f'<text x="{place(mark):.0f}" y="{bottom + 14}" text-anchor="middle">{mark:g}</text>'
        )
    for n, (heading, row) in enumerate(lines):
        y = 26 + LINE * n
        parts.append(bar(row, y) if row else f'<text x="{LEFT + 6}" y="{y + 11}" font-weight="bold">{heading}</text>')
    return "\n".join([*parts, "</svg>\n"])


def facts_of(row: Row) -> dict[str, object]:
    """A row for JSON, which has no NaN."""
    ratios = {"ratio": row.ratio, "single_ratio": row.single_ratio, "memory_ratio": row.memory_ratio}
    return asdict(row) | {name: None if math.isnan(ratio) else round(ratio, 3) for name, ratio in ratios.items()}


def kept(file: str, measured: list[Row]) -> list[Row]:
    """The rows of a JSON file that were not measured now, with those that were, in the order of the groups."""
    rows = {r.name: r for r in measured}
    names = {f.name for f in fields(Row)}
    with suppress(FileNotFoundError):
        for old in json.loads(Path(file).read_text())["rows"]:
            rows.setdefault(old["name"], Row(**{k: v for k, v in old.items() if k in names}))
    order = [name for group in GROUPS.values() for name in group]
    return sorted(rows.values(), key=lambda r: order.index(r.name) if r.name in order else len(order))


def means(rows: list[Row]) -> dict[str, list[float]]:
    """For each group the geometric means of its ratios to Go and to Go on one processor."""
    found: dict[str, list[float]] = {}
    for group in GROUPS:
        good = [r for r in rows if r.group == group and r.go and not r.problem]
        if good:
            found[group] = [round(mean([r.ratio for r in good]), 3), round(mean([r.single_ratio for r in good]), 3)]
    return found


def processor() -> str:
    """The processor's name."""
    with suppress(OSError):
        for line in Path("/proc/cpuinfo").read_text().splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def main(argv: list[str] | None = None) -> int:
    """The command."""
    p = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    p.add_argument("--engine", default="llvm")
    p.add_argument("--runs", type=int, default=5)
    p.add_argument("--go", default=os.environ.get("GO", "go"))
    p.add_argument("--json", default="")
    p.add_argument("--svg", default="")
    p.add_argument("--keep", action="store_true")
    p.add_argument("--cpu", action="store_true")
    p.add_argument("--arg", action="append", default=[], help="an argument for every program (its size)")
    p.add_argument("programs", nargs="*")
    options = p.parse_args(argv)
    if not (options.programs or options.json or options.svg or options.arg):
        options.json, options.svg = f"{SHOWN}.json", f"{SHOWN}.svg"
    wanted = set(options.programs)
    chosen = [(HERE / f"{n}.go", g) for g, names in GROUPS.items() for n in names if not wanted or n in wanted or g in wanted]
    chosen += [(Path(name).absolute(), OTHER) for name in options.programs if name.endswith(".go")]
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        idle = idle_peaks(options, Path(folder))
        for source, group in chosen:
            row = compare(source, group, options, Path(folder), idle)
            rows.append(row)
            print(f"{row.name:<16}{row.ours:>9.3f}{row.go:>9.3f}{row.ratio:>8.2f}  {row.problem}", file=sys.stderr, flush=True)
    if options.keep:
        rows = kept(options.json, rows)
    print(table(rows))
    if options.json:
        facts = {
            "engine": options.engine, "figure": "cpu" if options.cpu else "wall", "runs": options.runs,
            "machine": processor(), "cores": os.cpu_count(), "python": platform.python_version(),
            "go": subprocess.run([options.go, "version"], capture_output=True, text=True, check=True).stdout.split()[2],
            "load": os.getloadavg()[0], "idle": idle, "means": means(rows),
            "rows": [facts_of(r) for r in rows],
        }  # fmt: skip
        Path(options.json).parent.mkdir(parents=True, exist_ok=True)
        Path(options.json).write_text(json.dumps(facts, indent=1) + "\n")
    if options.svg:
        Path(options.svg).write_text(chart(rows))
    return 1 if any(r.problem for r in rows) else 0


if __name__ == "__main__":
    sys.exit(main())
