"""Compares the Python engine with CPython on the programs in ``python/``, each of which is there in Go and in Python:

    python -m tests.benchmarks.against_python [--runs N] [--json FILE] [PROGRAM ...]

Processor time (user and system) of whole processes, medians of N runs that alternate; what an empty program takes on
either side is subtracted. The outputs must be equal.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.run import measure

PROGRAMS = Path(__file__).resolve().parent / "python"
LIMITS = {"fib": 10, "sieve": 10, "words": 60, "records": 60, "graph": 60}
EMPTY = {"go": "package main\n\nfunc main() {}\n", "py": ""}


def command(path: Path) -> list[str]:
    """How a Go or Python program is run."""
    if path.suffix == ".py":
        return [sys.executable, str(path)]
    return [sys.executable, "-m", "morestack", "run", "--engine", "python", str(path)]


def compare(go: Path, py: Path, runs: int) -> tuple[float, float]:
    """Median seconds of a Go program and of its twin in Python. Raises ValueError if their outputs differ."""
    first, reference = measure(command(go)), measure(command(py))  # the first run fills the caches
    if first.output != reference.output:
        raise ValueError(f"{go.stem}: {first.output[-200:]!r}, Python {reference.output[-200:]!r}")
    pairs = [(measure(command(go)).cpu, measure(command(py)).cpu) for _ in range(runs)]
    return statistics.median(a for a, _ in pairs), statistics.median(b for _, b in pairs)


def main() -> int:
    """Prints a line for each program; 1 if one is slower than it may be."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--json", type=Path)
    parser.add_argument("program", nargs="*", default=list(LIMITS))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        empty = [Path(folder) / f"empty.{suffix}" for suffix in EMPTY]
        for path in empty:
            path.write_text(EMPTY[path.suffix[1:]])
        start, py_start = compare(empty[0], empty[1], options.runs)
    print(f"start: {start:.3f} s, Python {py_start:.3f} s")
    rows = {}
    for name in options.program:
        ours, theirs = compare(PROGRAMS / f"{name}.go", PROGRAMS / f"{name}.py", options.runs)
        ours, theirs = ours - start, theirs - py_start
        rows[name] = {"seconds": ours, "python": theirs, "ratio": ours / theirs, "limit": LIMITS.get(name)}
        print(f"{name:10} {ours:7.3f} s, Python {theirs:7.3f} s: {ours / theirs:6.1f} times (at most {LIMITS.get(name, '-')})", flush=True)
    if options.json:
        options.json.write_text(json.dumps(rows, indent=1) + "\n")
    return int(any(row["limit"] and row["ratio"] > row["limit"] for row in rows.values()))


if __name__ == "__main__":
    sys.exit(main())
