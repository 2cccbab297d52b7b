"""Batches of generated programs compared between real Go, the engines and the modes; what differs is shrunk and kept."""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from tests import txtar
from tests.generate import batch
from tests.generate.printing import batch_files
from tests.generate.program import Generated

SHRINK_SECONDS = 120.0  # of processor time, that of compilers and programs included
SEEDS_OF_BATCH = 1000


@dataclass(frozen=True, slots=True)
class Task:
    """One batch: which seeds, how many programs, what is compared with what comes first, where findings go."""

    number: int
    count: int
    against: tuple[str, ...]
    findings: Path
    shrink: bool = True

    def seed(self, n: int) -> int:
        """The seed of the program at a place in the batch."""
        return self.number * SEEDS_OF_BATCH + n


@dataclass(slots=True)
class Report:
    """What became of a batch: programs compared, runs made, and a line for each difference."""

    number: int
    programs: int = 0
    runs: int = 0
    differences: list[str] = field(default_factory=list)


def run(task: Task) -> Report:
    """Generates, builds, runs and compares one batch."""
    report = Report(task.number)
    seeds = [task.seed(n) for n in range(task.count)]
    with tempfile.TemporaryDirectory(prefix="generate") as name:
        build, seeds = _built(task, seeds, Path(name), report)
        report.programs = len(seeds)
        if not seeds:
            return report
        first, *others = task.against
        wanted = batch.outputs(build, first, len(seeds))
        report.runs = len(seeds)
        for mode in others:
            got = batch.outputs(build, mode, len(seeds))
            report.runs += len(seeds)
            for n, seed in enumerate(seeds):
                if got[n] != wanted[n]:
                    _keep(task, seed, first, mode, report)
    return report


def _built(task: Task, seeds: list[int], folder: Path, report: Report) -> tuple[batch.Build, list[int]]:
    """The built batch, without the programs that one side refuses; each of those is a difference."""
    for attempt in range(6):
        place = folder / str(attempt)
        place.mkdir()
        build = batch.write([batch.sample(seed) for seed in seeds], place)
        side = ""
        try:
            if batch.GO in task.against:
                side = batch.GO
                batch.build_go(build)
            if set(task.against) != {batch.GO}:
                side = "build"
                batch.build_ours(build)
            return build, seeds
        except batch.Refused as e:
            guilty = batch.blamed(str(e)) or _guilty(seeds, side)
            for n in sorted(guilty):
                _keep(task, seeds[n], side, side, report)
            seeds = [seed for n, seed in enumerate(seeds) if n not in guilty]
            if not seeds or not guilty:
                report.differences.append(f"batch {task.number}: {side}: {e}")
                break
    return batch.Build(folder), []


def _guilty(seeds: list[int], side: str) -> set[int]:
    """The programs that a build refuses when they are alone."""
    return {n for n, seed in enumerate(seeds) if answers(batch.sample(seed), (side,))[0].startswith("refused")}


def answers(program: Generated, modes: tuple[str, ...]) -> list[str]:
    """What each mode says to one program; `build` is ours without a run."""
    with tempfile.TemporaryDirectory(prefix="generate") as name:
        build = batch.write([program], Path(name))
        found = []
        for mode in modes:
            try:
                if mode == batch.GO:
                    batch.build_go(build)
                elif build.image is None:
                    batch.build_ours(build)
                found.append("" if mode == "build" else batch.outputs(build, mode, 1)[0])
            except batch.Refused as e:
                found.append(f"refused\n{e}")
        return found


def differs(program: Generated, first: str, mode: str) -> bool:
    """Whether two modes say different things; or, given one twice, whether it refuses the program."""
    if first == mode:
        return answers(program, (mode,))[0].startswith("refused")
    a, b = answers(program, (first, mode))
    return a != b and not a.startswith("refused") and not b.startswith("refused")


def _processor_time() -> float:
    """Seconds that this process and its children have used."""
    t = os.times()
    return t.user + t.system + t.children_user + t.children_system


def _keep(task: Task, seed: int, first: str, mode: str, report: Report) -> None:
    """Shrinks a program on which two modes differ and writes it down with what they say."""
    path = task.findings / f"{mode}-{seed}.txtar"
    program = batch.sample(seed)
    if task.shrink:
        end = _processor_time() + SHRINK_SECONDS
        known: dict[Generated, bool] = {}  # hypothesis asks again about what failed

        def fails(p: Generated) -> bool:
            if p not in known:
                known[p] = _processor_time() < end and differs(p, first, mode)
            return known[p]

        program = batch.shrink(seed, fails)
    said = answers(program, (first,) if first == mode else (first, mode))
    sections = {"seed": f"{seed}\n", **batch_files([(program.template, program.packages)])}
    sections |= {name: text.rstrip("\n") + "\n" for name, text in zip((f"said/{first}", f"said/{mode}"), said, strict=False)}
    task.findings.mkdir(parents=True, exist_ok=True)
    path.write_text(txtar.render(txtar.Archive(f"{first} and {mode} differ\n", sections)))
    report.differences.append(str(path))
