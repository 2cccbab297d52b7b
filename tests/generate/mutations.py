"""Right programs made wrong: gc and our compiler must agree whether to accept them, and on the lines of the errors.

    python -m tests.generate.mutations --count 10000 --findings found

A mutation deletes, doubles, swaps or replaces tokens, or takes away or repeats a line, in a program of `tests/run` or a
generated one. Some of those that we accept are also built, so that a fault of the later phases shows too.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import signal
import subprocess
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import FrameType

from morestack.compiler.check import CheckedPackage
from morestack.compiler.driver import Compilation, CompileFailed
from morestack.compiler.load import LoadedPackage
from morestack.compiler.source import compiling

from morestack import front
from tests import record, txtar
from tests.generate.batch import sample
from tests.generate.printing import batch_files
from tests.generate.progress import Progress
from tests.programs import TESTS

SECONDS = 30  # of processor time, after which a compiler hangs
FOLDERS = ("run/core", "run/spec", "run/stack")
GENERATED = 200  # generated programs beside those in the folders

TOKEN = re.compile(
    r"""(?P<space>\s+)|(?P<comment>//[^\n]*|/\*.*?\*/)|(?P<string>"(?:\\.|[^"\\\n])*"|`[^`]*`|'(?:\\.|[^'\\\n])*')
    |(?P<number>(?:0[xXbBoO])?[0-9][0-9a-fA-F_.]*(?:[eEpP][+-]?[0-9]+)?i?)|(?P<word>\w+)
    |(?P<operator><<=|>>=|&\^=|\.\.\.|&&|\|\||<-|\+\+|--|==|!=|<=|>=|:=|[-+*/%&|^]=|<<|>>|&\^|.)""",
    re.VERBOSE | re.DOTALL,
)
KEYWORDS = [
    "break",
    "case",
    "chan",
    "const",
    "continue",
    "default",
    "defer",
    "else",
    "fallthrough",
    "for",
    "func",
    "go",
    "goto",
    "if",
    "import",
    "interface",
    "map",
    "package",
    "range",
    "return",
    "select",
    "struct",
    "switch",
    "type",
    "var",
]
TYPES = [
    "int",
    "string",
    "bool",
    "float64",
    "uint8",
    "error",
    "any",
    "int8",
    "[]int",
    "map[string]int",
    "*int",
    "func()",
    "chan",
    "int",
    "struct{}",
    "complex128",
    "uintptr",
]
OPERATORS = [
    "+",
    "-",
    "*",
    "/",
    "%",
    "&",
    "|",
    "^",
    "<<",
    ">>",
    "&^",
    "==",
    "!=",
    "<",
    "<=",
    ">",
    ">=",
    "&&",
    "||",
    "=",
    ":=",
    "+=",
    "<-",
    "++",
    ".",
    ",",
    ";",
    ":",
    "...",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "!",
    "~",
]
LITERALS = ["0", "1", "-1", "1.5", '"s"', "'x'", "nil", "true", "300", "1i", "1<<70", "iota", "_", "0x"]
_LINE = re.compile(r"^(?:\./|/\S*/)?[\w.-]*\.go:(\d+)(?::\d+)?: ?(.*)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Mutant:
    """A program with one or two mutations, and what they were."""

    origin: str
    text: str
    what: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a compiler says: its diagnostics by line, and its whole text; `fault` when it broke or hung."""

    rows: tuple[tuple[int, str], ...]
    text: str
    accepted: bool
    fault: bool = False

    @property
    def lines(self) -> set[int]:
        """The lines that have errors."""
        return {line for line, _ in self.rows}


@cache
def originals() -> list[tuple[str, str]]:
    """Names and texts of right programs, each one file."""
    found = []
    for folder in FOLDERS:
        for path in sorted((TESTS / folder).glob("*.go")):
            text, _ = record.split_output(path.read_text(encoding="utf-8"))
            found.append((path.stem, text))
    return found


def original(chance: random.Random) -> tuple[str, str]:
    """A right program."""
    known = originals()
    n = chance.randrange(len(known) + GENERATED)
    if n < len(known):
        return known[n]
    seed = chance.randrange(1_000_000)
    program = sample(seed)
    files = batch_files([(program.template, program.packages)])
    return f"generated-{seed}", _joined(files["main.go"], files["p0.go"])


def _joined(main: str, other: str) -> str:
    """The text of the second file with what it needs of the first behind it."""
    imports = set(re.findall(r'^(?:import |\t)("[\w/]+")$', main + other, re.MULTILINE))
    bodies = [re.sub(r'^package main\n|^import (?:\((?:.|\n)*?^\)|"[\w/]+")\n', "", text, flags=re.MULTILINE) for text in (other, main)]
    return "package main\n\nimport (\n" + "".join(f"\t{path}\n" for path in sorted(imports)) + ")\n" + "".join(bodies)


def tokens(text: str) -> list[tuple[str, str]]:
    """Kind and text of each token, blanks and comments among them."""
    return [(match.lastgroup or "", match.group()) for match in TOKEN.finditer(text)]


def mutant(seed: int) -> Mutant:
    """The mutant of a seed."""
    chance = random.Random(seed)
    name, text = original(chance)
    notes = []
    for _ in range(1 if chance.random() < 0.8 else 2):
        text, what = mutate(text, chance)
        notes.append(what)
    return Mutant(name, text, "; ".join(notes))


def mutate(text: str, chance: random.Random) -> tuple[str, str]:
    """One mutation of a text, and what it was."""
    if chance.random() < 0.15:
        return _line(text, chance)
    found = tokens(text)
    places = [n for n, (kind, _) in enumerate(found) if kind not in ("space", "comment")]
    names = [n for n in places if found[n][0] != "operator" and found[n][1] not in KEYWORDS]  # what types depend on
    at = chance.choice(names if names and chance.random() < 0.6 else places)
    kind, old = found[at]
    texts = [piece for _, piece in found]
    how = chance.choice(["delete", "swap", "double", *["replace"] * 8])
    if how == "swap":
        other = places[min(len(places) - 1, places.index(at) + 1)] if chance.random() < 0.5 else chance.choice(places)
        texts[at], texts[other] = texts[other], texts[at]
        return "".join(texts), f"swap {old!r} and {found[other][1]!r}"
    if how == "delete":
        texts[at] = ""
    elif how == "double":
        texts[at] = f"{old} {old}"
    else:
        texts[at] = _other(kind, old, found, chance)
    return "".join(texts), f"{how} {old!r} by {texts[at]!r}"


def _line(text: str, chance: random.Random) -> tuple[str, str]:
    """A line deleted, or repeated elsewhere."""
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    if chance.random() < 0.6:
        gone = lines.pop(at)
        return "\n".join(lines), f"delete line {gone.strip()!r}"
    to = chance.randrange(len(lines)) if chance.random() < 0.5 else at
    lines.insert(to, lines[at])
    return "\n".join(lines), f"repeat line {lines[at].strip()!r}"


def _other(kind: str, old: str, found: list[tuple[str, str]], chance: random.Random) -> str:
    """Another token in a token's place: one of its class, or of any."""
    words = [text for k, text in found if k == "word" and text not in KEYWORDS]
    roll = chance.random()
    if roll < 0.03:
        return chance.choice(KEYWORDS)
    if roll < 0.15:
        return chance.choice([chance.choice(TYPES), chance.choice(LITERALS), chance.choice(OPERATORS), chance.choice(words), old + "x"])
    if kind == "word":
        if old in KEYWORDS:
            return chance.choice(KEYWORDS)
        if old in TYPES or roll < 0.3:
            return chance.choice(TYPES)
        return chance.choice(words)
    return chance.choice(LITERALS if kind in ("string", "number") else OPERATORS)


# ---- the two compilers ------------------------------------------------------------------------------------------------


@cache
def import_config() -> Path:
    """A file that tells gc where the export data of the library lies."""
    path = Path(tempfile.gettempdir()) / f"importcfg-{os.getuid()}-{os.getpid()}"
    command = [record.go_command(), "list", "-export", "-f", "{{if .Export}}packagefile {{.ImportPath}}={{.Export}}{{end}}", "std"]
    path.write_text(subprocess.run(command, env=record.go_env(), capture_output=True, text=True, check=True).stdout)
    return path


@cache
def compile_tool() -> str:
    """Path of gc itself."""
    command = [record.go_command(), "tool", "-n", "compile"]
    return subprocess.run(command, env=record.go_env(), capture_output=True, text=True, check=True).stdout.strip()


def judge(path: Path) -> Verdict:
    """What gc says of a file. Its output lies beside the file: gc removes what it was to write when it fails."""
    line = [compile_tool(), "-p", "main", "-complete", "-importcfg", str(import_config()), "-o", str(path.with_suffix(".o")), str(path)]
    done = subprocess.run(line, capture_output=True, text=True, errors="replace", timeout=10 * SECONDS)
    text = done.stdout + done.stderr
    return Verdict(_rows(text), text, done.returncode == 0, "internal compiler error" in text)


def judge_whole(path: Path) -> Verdict:
    """What the go command says of a file: it reads imports before gc does, in words of its own, and wants a main."""
    binary, text = record.build(path.parent, [path.name], "")
    return Verdict(_rows(text), text, binary is not None)


def _rows(text: str) -> tuple[tuple[int, str], ...]:
    return tuple((int(line), message) for line, message in _LINE.findall(text))


_library: dict[str, CheckedPackage] = {}


class Checking(Compilation):
    """A compilation that takes the library's checked packages from the one before."""

    def _check_one(self, package: LoadedPackage) -> None:
        if package.std and package.key in _library:
            self.checked[package.path] = _library[package.key]
            return
        super()._check_one(package)
        if package.std:
            _library[package.key] = self.checked[package.path]


def ours(text: str, build: bool) -> Verdict:
    """What we say of a program; one that we accept may be built as well."""

    def late(number: int, frame: FrameType | None) -> None:
        raise TimeoutError

    signal.signal(signal.SIGVTALRM, late)
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
    source = front.Source(text=text.encode("utf-8", "surrogateescape"))
    try:
        with compiling():
            run = Checking(source.options())
            run.load(source.names())
            run.check()
        if build:
            front.compile_image(source)
        return Verdict((), "", True)
    except CompileFailed as e:
        return Verdict(_rows(e.text), e.text, False)
    except RecursionError:
        return Verdict((), "nested too deeply", False)
    except Exception as e:
        return Verdict((), f"{type(e).__name__}: {e}", False, True)
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Whether the compilers agree on a mutant: on accepting it, on the lines, on the words."""

    seed: int
    accepted: bool = False
    verdict: bool = True
    lines: bool = True
    words: bool = True
    fault: bool = False


def compare(seed: int, findings: Path | None = None) -> Comparison:
    """Asks both compilers about the mutant of a seed; a disagreement is written down."""
    wrong = mutant(seed)
    with tempfile.TemporaryDirectory(prefix="mutant") as name:
        path = Path(name) / "prog.go"
        path.write_text(wrong.text)
        gc = judge(path)
        us = ours(wrong.text, build=seed % 4 == 0)
        if (gc.accepted, gc.rows) != (us.accepted, us.rows):
            gc = judge_whole(path)
    other = "is not a main package" in us.text and not us.fault  # which go run says, and go build does not
    verdict = other or gc.accepted == us.accepted
    lines = verdict and (other or gc.lines == us.lines)
    words = lines and (other or gc.rows == us.rows)
    found = Comparison(seed, gc.accepted, verdict, lines, words, us.fault)
    if findings and (us.fault or not words):
        kind = "fault" if us.fault else "verdict" if not verdict else "lines" if not lines else "words"
        sections = {"what": f"{wrong.origin}: {wrong.what}\n", "gc": gc.text, "ours": us.text + "\n", "prog.go": wrong.text}
        text = txtar.render(txtar.Archive(f"{kind}\n", {k: v.rstrip("\n") + "\n" for k, v in sections.items()}))
        (findings / f"{kind}-{seed}.txtar").write_bytes(text.encode("utf-8", "surrogateescape"))
    return found


def _several(job: tuple[list[int], Path]) -> list[Comparison]:
    seeds, findings = job
    return [compare(seed, findings) for seed in seeds]


def main() -> int:
    """Exit code 1 for a fault, or if the compilers agree on the lines of less than 95 of 100 mutants."""
    parser = argparse.ArgumentParser(prog="python -m tests.generate.mutations", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--first", type=int, default=0, help="seed of the first mutant")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--findings", type=Path, default=Path("findings"))
    options = parser.parse_args()
    options.findings.mkdir(parents=True, exist_ok=True)
    import_config()
    seeds = list(range(options.first, options.first + options.count))
    jobs = [(seeds[at : at + 20], options.findings) for at in range(0, len(seeds), 20)]
    progress = Progress(options.count, "mutants")
    done: list[Comparison] = []
    with ProcessPoolExecutor(options.jobs) as pool:
        for some in pool.map(_several, jobs):
            done += some
            progress.show(len(done), summary(done))
    progress.show(len(done), "done", last=True)
    print(f"{len(done)} mutants: {summary(done)}")
    agreed = sum(c.lines for c in done)
    return 1 if any(c.fault for c in done) or agreed < 0.95 * len(done) else 0


def summary(done: list[Comparison]) -> str:
    """The counts."""
    return (
        f"{sum(c.accepted for c in done)} right, {sum(not c.verdict for c in done)} verdicts differ, {sum(c.verdict and not c.lines for c in done)} "
        f"lines, {sum(c.lines and not c.words for c in done)} words, {sum(c.fault for c in done)} faults"
    )


if __name__ == "__main__":
    sys.exit(main())
