"""Runs generated programs and compares what they print.

    python -m tests.generate --count 5000 --against go,python,stackmove
    python -m tests.generate --time 600 --against python,llvm,switch,gcstress --findings found

The first of `--against` is right, the others are compared with it: `go`, and the modes listed by --help. Each program
that differs is shrunk and written to the folder of findings; the same folder remembers which batches are done, so that
a run that was stopped goes on where it was.
"""

from __future__ import annotations

import argparse
import json
import os
import time
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from pathlib import Path

from tests.generate import batch, compare
from tests.generate.progress import Progress


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.generate", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=0, help="programs in all")
    parser.add_argument("--time", type=float, default=0, help="seconds, in place of a count")
    parser.add_argument("--against", default="python,llvm", help=f"go, {', '.join(batch.MODES)}")
    parser.add_argument("--batch", type=int, default=60, help="programs in one build")
    parser.add_argument("--first", type=int, default=0, help="number of the first batch, from which all seeds follow")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--findings", type=Path, default=Path("findings"))
    parser.add_argument("--no-shrink", action="store_true")
    options = parser.parse_args()
    wrong = [mode for mode in options.against.split(",") if mode != batch.GO and mode not in batch.MODES]
    if wrong:
        parser.error(f"no such mode: {', '.join(wrong)}")
    if not options.count and not options.time:
        options.count = 300
    return options


def main() -> int:
    """Exit code 1 if anything differed."""
    options = arguments()
    against = tuple(options.against.split(","))
    options.findings.mkdir(parents=True, exist_ok=True)
    journal = options.findings / "done.jsonl"
    rows = [json.loads(line) for line in journal.read_text().splitlines()] if journal.exists() else []
    done = {row["batch"]: row for row in rows if row["against"] == options.against}
    programs = sum(row["programs"] for row in done.values())
    runs = sum(row["runs"] for row in done.values())
    differences = [d for row in done.values() for d in row["differences"]]
    progress = Progress(options.time or options.count, "s" if options.time else "programs")
    start, number = time.monotonic(), options.first
    running: set[Future[compare.Report]] = set()
    with ProcessPoolExecutor(options.jobs) as pool:
        while True:
            elapsed = time.monotonic() - start
            asked = programs + len(running) * options.batch
            while len(running) < options.jobs and (elapsed < options.time if options.time else asked < options.count):
                if number not in done:
                    task = compare.Task(number, options.batch, against, options.findings, not options.no_shrink)
                    running.add(pool.submit(compare.run, task))
                    asked += options.batch
                number += 1
            if not running:
                break
            finished, running = wait(running, timeout=1, return_when=FIRST_COMPLETED)
            for future in finished:
                report = future.result()
                programs += report.programs
                runs += report.runs
                differences += report.differences
                for difference in report.differences:
                    print(difference, flush=True)
                row = {"batch": report.number, "against": options.against, "programs": report.programs, "runs": report.runs, "differences": report.differences}
                with journal.open("a") as f:
                    f.write(json.dumps(row) + "\n")
            progress.show(time.monotonic() - start if options.time else programs, f"{len(differences)} differences")
    progress.show(options.time or programs, f"{len(differences)} differences", last=True)
    print(f"{programs} programs, {runs} runs, {len(differences)} differences ({options.against})")
    return 1 if differences else 0


if __name__ == "__main__":
    raise SystemExit(main())
