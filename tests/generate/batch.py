"""Many programs in one package: written, built once by each side, run in every mode, their outputs told apart."""

from __future__ import annotations

import contextlib
import random
import re
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from hypothesis import HealthCheck, Phase, find, settings
from hypothesis.errors import NoSuchExample

from tests import record
from tests.generate.printing import batch_files
from tests.generate.program import Generated, programs
from tests.programs import EFENCE, Mode, Outcome, command, execute

RUN_SECONDS = 600.0  # of a batch, on a busy machine
GO_FLAGS = "-gcflags=-e -l"  # without -N, which moves deferred calls to the last line
MODES = {
    "python": Mode("python"),
    "llvm": Mode("llvm"),
    "auto": Mode("auto"),
    "unwind": Mode("python", "nestwords=8"),  # drops nested Python calls all the time
    "stackmove": Mode("python", "stackmove=1"),
    "gcstress": Mode("python", "gcstress=1"),
    "efence": Mode("python", "efence=1"),
    "fault": Mode("python", EFENCE),
    "poison": Mode("python", "stackpoison=1"),
    "llvm-stackmove": Mode("llvm", "stackmove=1"),
    "llvm-gcstress": Mode("llvm", "gcstress=1"),
    "llvm-fault": Mode("llvm", EFENCE),
    "switch": Mode("llvm", "switchengine=1"),  # changes engine at random safepoints
    "switch-stackmove": Mode("llvm", "switchengine=2,stackmove=1"),
    "switch-gcstress": Mode("llvm", "switchengine=3,gcstress=1"),
    "seed": Mode("python"),  # with another seed of scheduler and maps
}
GO = "go"

_HEAD = re.compile(r"^== (\d+)$", re.MULTILINE)
_FILE = re.compile(r"\bp(\d+)\.go:\d+")


class Refused(Exception):
    """A build failed; the text says how."""


@dataclass(slots=True)
class Build:
    """A built batch: a binary of Go's, or an image of ours."""

    folder: Path
    go: Path | None = None
    image: Path | None = None


def _settings(phases: list[Phase]) -> settings:
    return settings(max_examples=2, database=None, deadline=None, phases=phases, suppress_health_check=list(HealthCheck))


def sample(seed: int) -> Generated:
    """The program of a seed: the second that hypothesis thinks of; its first is the empty one."""
    seen: list[Generated] = []

    def look(program: Generated) -> bool:
        seen.append(program)
        return False

    with contextlib.suppress(NoSuchExample):
        find(programs(), look, random=random.Random(seed), settings=_settings([Phase.generate]))
    return seen[-1]


def shrink(seed: int, fails: Callable[[Generated], bool]) -> Generated:
    """The simplest program found that still fails; `seed` is that of one which does."""
    try:
        found: Generated = find(programs(), fails, random=random.Random(seed), settings=_settings([Phase.generate, Phase.shrink]))
    except NoSuchExample:
        found = sample(seed)
    return found


def write(batch: list[Generated], folder: Path) -> Build:
    """Lays the files of a batch out in an empty folder."""
    source = folder / "m"
    source.mkdir()
    (source / "go.mod").write_text("module m\n\ngo 1.27\n")
    for name, text in batch_files([(p.template, p.packages) for p in batch]).items():
        (source / name).write_text(text)
    return Build(folder)


def build_go(build: Build) -> None:
    """Raises Refused."""
    binary, problem = record.build(build.folder / "m", [], GO_FLAGS)
    if binary is None:
        raise Refused(problem)
    build.go = binary


def build_ours(build: Build) -> None:
    """Raises Refused."""
    image = build.folder / "m.msi"
    done = execute(command("build", Mode(), [], [], ("-o", str(image), str(build.folder / "m"))), Mode(), build.folder, seconds=RUN_SECONDS)
    if done.exit_code != 0:
        raise Refused(done.stderr)
    build.image = image


def run(build: Build, mode: str, only: int | None = None) -> Outcome:
    """Runs a batch, or one program of it."""
    args = [] if only is None else [str(only)]
    if mode == GO:
        assert build.go is not None
        line, how = [str(build.go), *args], Mode()
    else:
        assert build.image is not None
        how = MODES[mode]
        line = command("run", how, [str(build.image)], args, ("--seed", "7") if mode == "seed" else ())
    try:
        return execute(line, how, build.folder, seconds=RUN_SECONDS if only is None else RUN_SECONDS / 5)
    except subprocess.TimeoutExpired:
        return Outcome("", "timeout", -1)


def told_apart(outcome: Outcome) -> dict[int, str]:
    """What each program printed, by its number; the last one's text ends with how the process ended."""
    found: dict[int, str] = {}
    for stream in (outcome.stdout, outcome.stderr):
        pieces = _HEAD.split(stream)
        for number, text in zip(pieces[1::2], pieces[2::2], strict=True):
            found[int(number)] = found.get(int(number), "") + text + "--\n"
    if outcome.exit_code != 0 and found:
        found[max(found)] += f"exit {outcome.exit_code}\n"
    return found


def outputs(build: Build, mode: str, count: int) -> dict[int, str]:
    """What each program of a batch prints. After a process that did not come to its end, the rest run alone."""
    outcome = run(build, mode)
    found = told_apart(outcome)
    if outcome.exit_code == 0 and len(found) == count:
        return found
    found = {}
    for n in range(count):
        one = run(build, mode, n)
        found[n] = told_apart(one).get(n, one.stderr + f"exit {one.exit_code}\n")
    return found


def blamed(problem: str) -> set[int]:
    """The programs whose files a compiler's text names."""
    return {int(n) for n in _FILE.findall(problem)}
