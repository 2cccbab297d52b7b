"""The programs under `examples/` and `tests/` as data, and the one way to run them through the front door.

A program is a set of sources, arguments and standard input with the answer real Go gave. `Mode` says how it is run:
which engine and which GODEBUG switches. Both are chosen on the command line of pytest (see `conftest.py`).
"""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from tests import normalise, txtar
from tests.record import split_errors, split_output, variables

TESTS = Path(__file__).resolve().parent
EXAMPLES = TESTS.parent / "examples"
RUN_SECONDS = 300.0
ERAS = ("1.27", "1.4")


@dataclass(frozen=True, slots=True)
class Mode:
    """How the programs are run: engine (empty: the default) and the text of GODEBUG."""

    engine: str = ""
    godebug: str = ""

    @property
    def name(self) -> str:
        """The word by which lists of expected failures name this mode."""
        return "+".join(part for part in (self.engine or "default", self.godebug) if part)


EFENCE = "stackfromsystem=1,stackfaultonfree=1"
# In each of these modes every program answers the same. `nestwords=8` drops nested Python calls all the time.
MODES = (
    Mode("python"),
    Mode("llvm"),
    Mode("auto"),
    Mode("python", "stackmove=1,nestwords=8"),
    Mode("llvm", "stackmove=1"),
    Mode("python", EFENCE),
    Mode("llvm", EFENCE),
    Mode("python", "gcstress=1"),
    Mode("llvm", "gcstress=1"),
    Mode("llvm", "switchengine=1"),
    Mode("llvm", "switchengine=2,stackmove=1"),
    Mode("llvm", "switchengine=3,gcstress=1"),
    Mode("llvm", f"switchengine=4,{EFENCE}"),
)
# What a mode changes by right, or makes endless: program, switch, engine (empty: both).
UNFIT = (
    ("reference/stack_growth", "stackmove=1", ""),  # counts the moves, of a stack of megabytes
    ("reference/stack_overflow", "stackmove=1", "python"),  # would move a megabyte at every call
)
# What is run in every mode each time: a program for each way in which frames are left and entered again.
QUICK = (
    "run/core/closures",
    "run/core/defer_core",
    "run/core/goroutines_core",
    "run/core/maps_core",
    "run/core/select_core",
    "run/panic/nil_pointer",
    "run/panic/recursion_trace",
    "run/stack/panic_through_moves",
    "run/stack/ptr_closure_vars",
)


@dataclass(slots=True)
class Expected:
    """What real Go answered; None where nothing is compared. `stderr_head` is the first paragraph of stderr alone,
    for the programs whose trace goes through frames of the runtime that are gc's own affair. With `traces` stdout too
    holds traces, and is normalised."""

    stdout: str | None = ""
    stderr: str | None = ""
    exit_code: int = 0
    stderr_head: str | None = None
    traces: bool = False


@dataclass(slots=True)
class Program:
    """One test program; `sources` maps file names to texts (or is empty: then `path` is run where it stands)."""

    name: str
    path: Path
    expected: Expected
    sources: dict[str, str] = field(default_factory=dict)
    args: list[str] = field(default_factory=list)
    stdin: str = ""
    env: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Outcome:
    """What a run printed, stderr as it came, and its exit code."""

    stdout: str
    stderr: str
    exit_code: int


def fits(program: Program, mode: Mode) -> bool:
    """Whether the program's answer is the same in the mode, and can be waited for."""
    return not any(
        program.name == name and switch in mode.godebug.split(",") and engine in ("", mode.engine) for name, switch, engine in UNFIT
    )


def golden(path: Path) -> Program:
    """A `.go` file whose last comment is its standard output."""
    text, stdout = split_output(path.read_text(encoding="utf-8"))
    return Program(_name(path), path, Expected(stdout, ""), {path.name: text})


def archive(path: Path) -> Program:
    """A txtar with sources and the sections stdout, stderr and exit."""
    sections = txtar.read(path).sections
    answers = ("stdout", "stderr", "stderr-head", "exit", "args", "stdin")
    head = sections.get("stderr-head")
    stderr = None if head is not None else sections.get("stderr", "")
    return Program(
        _name(path),
        path,
        Expected(sections.get("stdout", ""), stderr, int(sections.get("exit", "0")), head),
        {name: text for name, text in sections.items() if name not in answers},
        shlex.split(sections.get("args", "")),
        sections.get("stdin", ""),
    )


def example(path: Path) -> Program:
    """A file or a module's folder for users with `.stdout`, and perhaps `.args` and `.stdin`, beside it."""
    args, stdin = (path.with_suffix(suffix) for suffix in (".args", ".stdin"))
    return Program(
        _name(path),
        path,
        Expected(path.with_suffix(".stdout").read_text(encoding="utf-8"), ""),
        args=shlex.split(args.read_text()) if args.exists() else [],
        stdin=stdin.read_text(encoding="utf-8") if stdin.exists() else "",
    )


def _name(path: Path) -> str:
    root = TESTS if TESTS in path.parents else EXAMPLES.parent
    return path.relative_to(root).with_suffix("").as_posix()


def all_programs() -> list[Program]:
    """Every golden program, archive and example, in a fixed order."""
    found: list[Program] = []
    for folder in ("core", "spec", "std", "stack", "panic"):
        home = TESTS / "run" / folder
        found += [golden(path) for path in sorted(home.glob("*.go"))]
        found += [archive(path) for path in sorted(home.glob("*.txtar"))]
    for answer in sorted(EXAMPLES.glob("*.stdout")):
        single = answer.with_suffix(".go")
        found.append(example(single if single.exists() else answer.with_suffix("")))
    return found


def references(era: str) -> list[Program]:
    """The reference archives: what the Go of an era (see ERAS) printed for each program."""
    found = []
    for path in sorted((TESTS / "data" / "reference").glob("*.txtar")):
        sections = txtar.read(path).sections
        answer = {name.split("/", 1)[1]: text for name, text in sections.items() if name.startswith(f"go{era}/")}
        if answer:
            found.append(
                Program(
                    f"reference/{path.stem}",
                    path,
                    Expected(
                        answer.get("stdout", ""), answer.get("stderr", ""), int(answer.get("exit", "0")), traces=True
                    ),
                    {name: text for name, text in sections.items() if name.endswith(".go")},
                    env=variables(sections.get("env", "")),
                )
            )
    return found


def wrong_programs() -> list[tuple[str, dict[str, str], str]]:
    """Name, sources and expected diagnostics of every wrong program."""
    found = []
    for path in sorted((TESTS / "errors").iterdir()):
        if path.suffix == ".go":
            text, errors = split_errors(path.read_bytes().decode("utf-8", "surrogateescape"))
            found.append((path.stem, {path.name: text}, errors or ""))
        elif path.suffix == ".txtar":
            sections = txtar.read(path).sections
            sources = {name: text for name, text in sections.items() if name != "errors"}
            found.append((path.stem, sources, sections["errors"]))
    return found


def lay_out(sources: dict[str, str], folder: Path) -> list[str]:
    """Write `sources` into `folder`; what to name on the command line (`.` for a module)."""
    for name, text in sources.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(text.encode("utf-8", "surrogateescape"))
    if "go.mod" in sources:
        return ["."]
    return [name for name in sources if name.endswith(".go") and "/" not in name]


def command(subcommand: str, mode: Mode, targets: list[str], args: list[str], flags: tuple[str, ...] = ()) -> list[str]:
    """Command line of the front door."""
    engine = ["--engine", mode.engine] if mode.engine and subcommand == "run" else []
    return [sys.executable, "-m", "morestack", subcommand, *engine, *flags, *targets, *args]


def environment(mode: Mode) -> dict[str, str]:
    """The environment of a run: ours, with this checkout before any other, GODEBUG as the mode says, no GOTRACEBACK."""
    env = {key: value for key, value in os.environ.items() if key not in ("GODEBUG", "GOTRACEBACK")}
    env["PYTHONPATH"] = os.pathsep.join(filter(None, (str(TESTS.parent), env.get("PYTHONPATH"))))
    if mode.godebug:
        env["GODEBUG"] = mode.godebug
    return env


def execute(
    line: list[str], mode: Mode, folder: Path, stdin: str = "", seconds: float = 0, env: dict[str, str] | None = None
) -> Outcome:
    """Run a command line in `folder`; subprocess.TimeoutExpired when it takes longer than `seconds`."""
    done = subprocess.run(
        line,
        cwd=folder,
        env={**environment(mode), **(env or {})},
        input=stdin.encode(),
        capture_output=True,
        timeout=seconds or RUN_SECONDS,
    )
    stdout, stderr = (stream.decode("utf-8", "backslashreplace") for stream in (done.stdout, done.stderr))
    return Outcome(stdout, stderr, done.returncode)


def run(program: Program, mode: Mode, folder: Path, flags: tuple[str, ...] = ()) -> Outcome:
    """Run `program` in `folder` (an empty one), or where it stands when it has no sources of its own."""
    if program.sources:
        targets = lay_out(program.sources, folder)
    else:
        folder, targets = program.path.parent, [program.path.name]
    line = command("run", mode, targets, program.args, flags)
    outcome = execute(line, mode, folder, program.stdin, env=program.env)
    outcome.stderr = normalise.paths(outcome.stderr, {str(folder): "$DIR"})
    outcome.stdout = normalise.paths(outcome.stdout, {str(folder): "$DIR"})
    return outcome


def strip_line_ends(text: str) -> str:
    """`text` without blanks at line ends and empty lines at its end: what a comment block can hold."""
    return "\n".join(line.rstrip() for line in text.split("\n")).rstrip("\n")


def differences(program: Program, outcome: Outcome) -> list[str]:
    """What is not as expected, one text each; empty when the run was right."""
    found = []
    expected = program.expected
    pairs = [
        ("stdout", expected.stdout, outcome.stdout, normalise.stderr if expected.traces else strip_line_ends),
        ("stderr", expected.stderr, outcome.stderr, normalise.stderr),
        ("head of stderr", expected.stderr_head, outcome.stderr.split("\n\n")[0], normalise.stderr),
    ]
    for what, wanted, got, clean in pairs:
        if wanted is not None and clean(wanted).rstrip("\n") != clean(got).rstrip("\n"):
            found.append(f"--- {what} wanted\n{clean(wanted)}\n--- {what} got\n{clean(got)}")
    if expected.exit_code != outcome.exit_code:
        found.append(f"exit code {outcome.exit_code}, wanted {expected.exit_code}")
    return found
