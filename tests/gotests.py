"""Runs Go's own test folder through morestack and writes a ledger: pass, fail, not applicable, each with its reason.

    python -m tests.gotests --root /usr/share/go-1.19/test [--kind run] [--only PART] [--jobs 2] [--json out.json]
                            [--ledger docs/gotests.md] [--engine python] [--godebug stackmove=1] [--judge]

The folder is the developer's (Debian's golang-src); nothing of it is kept here. Most `// run` tests print nothing, so a
marker printed by a deferred call of main shows that main ran to its end. `// errorcheck` tests must report errors on
exactly the lines that carry an ERROR comment, and `typecheck` tests, those of the type checker of the `go` command's own
tree, also what the comments say (see `gotypes`). With `--judge` the same is asked of real Go; tests it fails itself (they
ask for what an older Go did) are written to `tests/data/gotests_judge.json` and count as not applicable.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import re
import shlex
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import asdict, dataclass, field
from pathlib import Path
from types import FrameType

from tests import gotypes, record
from tests.programs import TESTS, Mode, environment

JUDGE = TESTS / "data" / "gotests_judge.json"
KINDS = ("run", "errorcheck", "rundir", "typecheck")
MARKER = "\x01main has ended\x01"
MARK_FUNCTION = "morestackMainHasEnded"
SECONDS = 60.0
CHECK_SECONDS = 20

PACKAGES = frozenset(
    {
        "bufio",
        "bytes",
        "container/heap",
        "container/list",
        "container/ring",
        "context",
        "errors",
        "flag",
        "fmt",
        "io",
        "io/ioutil",
        "log",
        "math",
        "math/bits",
        "math/rand",
        "os",
        "path",
        "path/filepath",
        "reflect",
        "runtime",
        "runtime/debug",
        "runtime/pprof",
        "sort",
        "strconv",
        "strings",
        "sync",
        "sync/atomic",
        "time",
        "unicode",
        "unicode/utf8",
        "unsafe",
    }
)
TAGS = frozenset({"linux", "amd64", "gc", "unix", *(f"go1.{n}" for n in range(1, 28))})

OLD_RULES = {  # not applicable
    "issue40954": "go:notinheap went with Go 1.20: real Go passes because its stack need not grow here",
    "issue70549": "wants the names that Go's own package math keeps to itself: ours has others",
    "winbatch": "reads a file of Go's own tree",
}
EXPECTED = {  # failures that stay
    "nilptr": "wants a variable of 256 MB below the address 256 MB: ours are above 0xc000000000",
    "issue20529": "gc keeps the 24 GB array of a slice literal in the frame and refuses that; here it goes to the heap",
}

_DIRECTIVE = re.compile(r"^// (\w+)(?: (.*))?$")
_IMPORT = re.compile(r'^\s*(?:import\s+)?(?:[\w.]+\s+)?"([^"]+)"', re.MULTILINE)
_IMPORT_BLOCK = re.compile(r"^import\s*(?:\((.*?)^\)|([^\n(]+))", re.MULTILINE | re.DOTALL)
_GENERIC = re.compile(r"^(?:func(?: \([^)]*\[[^)]*\))? \w+\[|type \w+\[\w+[, ]+[^\]\d]*\] ?(?!\d))", re.MULTILINE)
_CONSTRAINT_TYPE = re.compile(
    r"interface ?\{[^}]*(?:~|\| *\w)|\[T any\]|\bcomparable\b|\[\w+(?:, *\w+)* (?:any|comparable)\]"
)
_MAIN = re.compile(r"^func main\(\) *\{", re.MULTILINE)
_ERROR = re.compile(r"// (?:GC_)?ERROR (.*)")
_LINE = re.compile(r"^\S*?([\w.-]+\.go):(\d+)(?::\d+)?: (.*)")


@dataclass(slots=True)
class Result:
    """What became of one test: status is pass, fail, expected (to fail), na or skip; reason says why it is no pass."""

    name: str
    kind: str
    status: str
    reason: str = ""
    detail: str = ""


@dataclass(slots=True)
class Options:
    """How tests are run."""

    mode: Mode = field(default_factory=Mode)
    judge: bool = False
    seconds: float = SECONDS
    quiet: bool = False


def directive(text: str) -> tuple[str, str]:
    """Kind and arguments from the first line (after an empty one) that is a comment; ("", "") when there is none."""
    for line in text.splitlines()[:3]:
        match = _DIRECTIVE.match(line)
        if match:
            return match.group(1), match.group(2) or ""
    return "", ""


def imports(text: str) -> set[str]:
    """Paths that a file imports."""
    found: set[str] = set()
    for block, single in _IMPORT_BLOCK.findall(text):
        found.update(_IMPORT.findall(block or single))
    return found


def holds(constraint: str) -> bool:
    """Value of a `//go:build` expression or the words of a `// +build` line, for linux on amd64."""
    words = re.findall(r"&&|\|\||!|\(|\)|[\w.]+", constraint)
    names = {"&&": " and ", "||": " or ", "!": " not ", "(": "(", ")": ")"}
    return bool(eval("".join(names.get(word, str(word in TAGS)) for word in words)))  # only the words above get here


def excluded(text: str) -> str:
    """The build constraint that keeps the file out, if any."""
    for line in text.splitlines():
        if line.startswith("package "):
            break
        if line.startswith("//go:build ") and not holds(line[11:]):
            return line
        if line.startswith("// +build ") and "//go:build" not in text:
            alternatives = line[10:].split()
            if not any(all(holds(term) for term in alt.split(",")) for alt in alternatives):
                return line
    return ""


def uses_generics(text: str) -> bool:
    """Whether a file declares or constrains type parameters."""
    return bool(_GENERIC.search(text) or _CONSTRAINT_TYPE.search(text))


def not_applicable(path: Path, kind: str, args: str, texts: list[str]) -> str:
    """Why a test can't be asked of morestack; empty when it can."""
    if path.stem in OLD_RULES:
        return OLD_RULES[path.stem]
    if path.parts[-2] == "typeparam" or any(uses_generics(text) for text in texts):
        return "type parameters"
    for text in texts:
        why = excluded(text)
        if why:
            return f"build constraint: {why}"
    flags = [arg for arg in shlex.split(args) if arg.startswith("-")]
    if kind == "errorcheck" and flags and any(not re.match(r"-lang=|-t$|-e=0$", flag) for flag in flags):
        return f"compiler flags {args}"
    if kind == "errorcheck" and "-t" in flags:
        return "a limit of time for the compiler"
    if kind in ("run", "rundir") and any(
        "gcflags" in flag or "experiment" in flag or "-race" in flag for flag in flags
    ):
        return f"flags {args}"
    missing = sorted({name for text in texts for name in imports(text)} - PACKAGES)
    missing = [name for name in missing if not name.startswith("./")] if kind == "rundir" else missing
    if missing:
        return f"imports {missing[0]}"
    if any("go:linkname" in text or 'import "C"' in text for text in texts):
        return "go:linkname"
    return ""


def marked(text: str) -> str:
    """The program with a deferred call in main that prints the marker; lines keep their numbers."""
    changed, count = _MAIN.subn(lambda m: f"{m.group(0)} defer {MARK_FUNCTION}();", text, count=1)
    if not count:
        return text
    return changed.rstrip("\n") + f"\n\nfunc {MARK_FUNCTION}() {{ print({go_string(MARKER)}) }}\n"


def go_string(text: str) -> str:
    """A Go literal of `text`."""
    return '"' + "".join(c if c.isprintable() else f"\\x{ord(c):02x}" for c in text) + '"'


def command(options: Options, targets: list[str], args: list[str], folder: Path) -> list[str]:
    """How a program is started: by morestack, or by real Go when it is asked to judge."""
    if options.judge:
        return [record.go_command(), "run", *targets, *args]
    engine = ["--engine", options.mode.engine] if options.mode.engine else []
    return [sys.executable, "-m", "morestack", "run", *engine, *targets, *args]


def run_targets(
    options: Options, folder: Path, targets: list[str], args: list[str], answer: str | None
) -> tuple[str, str]:
    """Run a marked program; status and reason."""
    env = environment(options.mode)
    if options.judge:
        env = {**record.go_env(), "GOMAXPROCS": "2"}
    process = subprocess.Popen(
        command(options, targets, args, folder),
        cwd=folder,
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    try:
        raw, _ = process.communicate(timeout=options.seconds)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        return "fail", "timeout"
    output = raw.decode("utf-8", "backslashreplace")
    ended = MARKER in output
    output = output.replace(MARKER, "")
    if process.returncode != 0:
        return "fail", f"exit {process.returncode}: {first_words(output)}"
    if answer is not None and output != answer:
        return "fail", "output differs: " + first_difference(answer, output)
    if not ended and answer is None:
        return "fail", f"main did not end {first_words(output)}"
    return "pass", ""


def first_words(output: str) -> str:
    """The line of an output that tells most about a failure."""
    lines = [line.strip() for line in output.splitlines() if line.strip() and not line.startswith("# ")]
    for line in lines:
        if re.search(r"internal error|panic:|fatal error|Error:|\.go:\d+:\d+:", line):
            return line[:200]
    return (lines[-1] if lines else "no output")[:200]


def first_difference(wanted: str, got: str) -> str:
    """The first line that is not as wanted."""
    for number, (a, b) in enumerate(zip(wanted.splitlines(), got.splitlines(), strict=False), 1):
        if a != b:
            return f"line {number}: {b[:80]!r}, wanted {a[:80]!r}"
    return f"{len(got.splitlines())} lines, wanted {len(wanted.splitlines())}"


def run_test(path: Path, args: str, text: str, options: Options) -> tuple[str, str]:
    """A `// run` test: exit code 0, main to its end, output as in the .out file beside it (or nothing asked)."""
    with tempfile.TemporaryDirectory(prefix="gotests") as name:
        folder = Path(name).resolve()
        source = folder / path.name
        source.write_text(text if "os.Exit(0)" in text else marked(text), encoding="utf-8", errors="surrogateescape")
        beside = path.with_suffix(".out")
        answer = beside.read_text(encoding="utf-8", errors="backslashreplace") if beside.exists() else None
        if "os.Exit(0)" in text and answer is None:
            answer = ""
        words = [str(path.parent / word) if word.endswith(".go") else word for word in shlex.split(args)]
        targets = [path.name, *[word for word in words if word.endswith(".go")]]
        return run_targets(options, folder, targets, [word for word in words if not word.endswith(".go")], answer)


def rundir_packages(folder: Path) -> dict[str, list[Path]]:
    """Files of a `rundir` test by package name."""
    packages: dict[str, list[Path]] = {}
    for file in sorted(folder.glob("*.go")):
        match = re.search(r"^package (\w+)", file.read_text(encoding="utf-8", errors="replace"), re.MULTILINE)
        packages.setdefault(match.group(1) if match else "", []).append(file)
    return packages


def rundir_test(path: Path, options: Options) -> tuple[str, str]:
    """A `// rundir` test as a module: `./a` becomes the package `test/a`, package main stands at the root."""
    home = path.with_suffix(".dir")
    packages = rundir_packages(home)
    if "main" not in packages:
        return "na", "no package main"
    place = {file.stem: ("" if name == "main" else files[0].stem) for name, files in packages.items() for file in files}
    with tempfile.TemporaryDirectory(prefix="gotests") as name:
        folder = Path(name).resolve()
        (folder / "go.mod").write_text("module test\n\ngo 1.27\n")
        for files in packages.values():
            for file in files:
                text = file.read_text(encoding="utf-8", errors="surrogateescape")
                text = re.sub(r'"\./(\w+)"', lambda m: f'"test/{place.get(m.group(1), m.group(1))}"', text)
                target = folder / place[file.stem]
                target.mkdir(exist_ok=True)
                (target / file.name).write_text(marked(text), encoding="utf-8", errors="surrogateescape")
        beside = path.with_suffix(".out")
        answer = beside.read_text() if beside.exists() else None
        return run_targets(options, folder, ["."], [], answer)


def wanted_lines(text: str) -> set[int]:
    """Lines that carry an ERROR comment (four slashes switch it off)."""
    lines = text.split("\n")
    return {number for number, line in enumerate(lines, 1) if "////" not in line and _ERROR.search(line)}


def reported_lines(output: str, name: str) -> set[int]:
    """Lines named by diagnostics about the file `name`; continuation lines (indented) name none."""
    found = set()
    for line in output.splitlines():
        match = _LINE.match(line)
        if match and match.group(1) == name and match.group(3) != "too many errors":
            found.add(int(match.group(2)))
    return found


def _alarm(_signal: int, _frame: FrameType | None) -> None:
    raise TimeoutError


def diagnose(paths: list[Path]) -> str:
    """All diagnostics about the files of a package, by the compiler in this process and without the limit of ten."""
    from morestack.compiler import driver, source

    from morestack import cache

    source.Errors.__init__.__defaults__ = (0,)
    signal.signal(signal.SIGVTALRM, _alarm)
    signal.setitimer(signal.ITIMER_VIRTUAL, CHECK_SECONDS)
    try:
        run = driver.Compilation(driver.Options(require_main=False, std_root=str(cache.std_root())))
        with source.compiling():
            run.load([str(path) for path in paths])
            run.check()
    except driver.CompileFailed as failed:
        return failed.text
    except TimeoutError:
        return "timeout"
    except BaseException as error:  # a crash of ours is a result of the test, not of the runner
        return f"internal error: {type(error).__name__}: {error}"
    finally:
        signal.signal(signal.SIGVTALRM, signal.SIG_IGN)
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return ""


def judge_diagnose(paths: list[Path]) -> str:
    """All diagnostics of real Go about the files of a package, which lie in one folder."""
    names = [path.name for path in paths]
    line = [record.go_command(), "build", "-gcflags=-e", "-o", os.devnull, *names]
    done = subprocess.run(line, cwd=paths[0].parent, env=record.go_env(), capture_output=True, text=True, errors="replace")
    return done.stderr


def errorcheck_test(path: Path, text: str, options: Options) -> tuple[str, str]:
    """An `// errorcheck` test: errors on exactly the lines marked."""
    output = judge_diagnose([path]) if options.judge else diagnose([path])
    if output == "timeout" or output.startswith("internal error"):
        return "fail", output.splitlines()[0][:200]
    wanted, got = wanted_lines(text), reported_lines(output, path.name)
    if wanted == got:
        return "pass", ""
    parts = [
        f"{what} {shorten(lines)}" for what, lines in (("missing", wanted - got), ("extra", got - wanted)) if lines
    ]
    return "fail", "; ".join(parts)


def shorten(lines: set[int]) -> str:
    """The first line numbers of a set."""
    ordered = sorted(lines)
    return ", ".join(map(str, ordered[:6])) + (" …" if len(ordered) > 6 else "")


def typecheck(path: Path, root: Path, options: Options) -> Result:
    """Classify and run one test of the type checker."""
    name = "types/" + path.relative_to(root).as_posix()
    texts = [file.read_text(encoding="utf-8", errors="replace") for file in gotypes.sources(path)]
    flags = next(filter(None, map(gotypes.flags, texts)), "")
    missing = sorted({imported for text in texts for imported in imports(text)} - PACKAGES)
    why = f"flags {flags}" if flags else f"imports {missing[0]}" if missing else ""
    why = "type parameters" if any(uses_generics(text) for text in texts) else OLD_RULES.get(path.stem, why)
    if not why and not options.judge and name in judged():
        why = f"Go 1.27 itself: {judged()[name]}"
    if why:
        return Result(name, "typecheck", "na", why)
    status, reason = gotypes.check(path, judge_diagnose if options.judge else diagnose)
    return Result(name, "typecheck", status, reason)


def one(path: Path, root: Path, options: Options) -> Result:
    """Classify and run one test."""
    result = (typecheck if gotypes.ROOT.name in root.parts else asked)(path, root, options)
    if result.status == "fail" and path.stem in EXPECTED and not options.judge:
        return Result(result.name, result.kind, "expected", EXPECTED[path.stem])
    return result


def asked(path: Path, root: Path, options: Options) -> Result:
    """Classify and run one test of the test folder."""
    text = path.read_text(encoding="utf-8", errors="surrogateescape")
    kind, args = directive(text)
    name = path.relative_to(root).as_posix()
    files = [path]
    if kind == "rundir":
        files = sorted(path.with_suffix(".dir").glob("*.go"))
    texts = [text] if kind != "rundir" else [file.read_text(encoding="utf-8", errors="replace") for file in files]
    why = not_applicable(path, kind, args, texts)
    if why:
        return Result(name, kind, "na", why)
    known = {} if options.judge else judged()
    if name in known:
        return Result(name, kind, "na", f"Go 1.27 itself: {known[name]}")
    if kind == "run":
        status, reason = run_test(path, args, text, options)
    elif kind == "rundir":
        status, reason = rundir_test(path, options)
    else:
        status, reason = errorcheck_test(path, text, options)
    return Result(name, kind, status, reason)


def judged() -> dict[str, str]:
    """Tests that real Go fails, with its reason."""
    if not JUDGE.exists():
        return {}
    found: dict[str, str] = json.loads(JUDGE.read_text())
    return found


def tests(root: Path, kinds: set[str], only: str) -> Iterator[Path]:
    """Files under `root` whose directive is one of `kinds`; those inside `.dir` folders belong to their test."""
    for path in sorted(root.rglob("*.go")):
        if any(part.endswith(".dir") for part in path.parts) or only not in path.as_posix():
            continue
        with path.open(encoding="utf-8", errors="replace") as file:
            head = "".join(file.readline() for _ in range(3))
        if directive(head)[0] in kinds:
            yield path


def run_all(root: Path, kinds: set[str], only: str, jobs: int, options: Options) -> list[Result]:
    """All results, in the order of names, with a line of progress on a terminal."""
    paths = list(tests(root, kinds, only))
    results: list[Result] = []
    checks = [path for path in paths if directive(path.read_text(errors="replace"))[0] == "errorcheck"]
    others = [path for path in paths if path not in set(checks)]
    types = Path(record.go_root()) / gotypes.ROOT if "typecheck" in kinds else None
    typed = [path for path in gotypes.tests(types) if only in path.as_posix()] if types is not None else []
    spawn = multiprocessing.get_context("spawn")  # a fork would keep open the pipes that a thread is starting a program with
    with ThreadPoolExecutor(jobs) as threads, ProcessPoolExecutor(jobs, spawn) as processes:
        pending = [threads.submit(one, path, root, options) for path in others]
        pending += [processes.submit(one, path, root, options) for path in checks]
        pending += [processes.submit(one, path, types, options) for path in typed if types is not None]
        for number, future in enumerate(pending, 1):
            result = future.result()
            results.append(result)
            if result.status == "fail" and not options.quiet:
                print(f"{result.kind:10} {result.name:40} {result.reason}", flush=True)
            if sys.stderr.isatty():
                print(f"\r{number}/{len(pending)} {results[-1].name[:60]:60}", end="", file=sys.stderr)
    if sys.stderr.isatty():
        print(file=sys.stderr)
    return sorted(results, key=lambda result: (KINDS.index(result.kind), result.name))


def share(results: list[Result]) -> str:
    """Passed of applicable, as text."""
    counts = Counter(result.status for result in results)
    applicable = counts["pass"] + counts["fail"] + counts["expected"]
    if not applicable:
        return "none applicable"
    return (
        f"{counts['pass']} of {applicable} ({100 * counts['pass'] / applicable:.1f} %), {counts['na']} not applicable"
    )


def ledger(results: list[Result], root: Path, mode: Mode) -> str:
    """The ledger in Markdown: shares by kind and folder, then every failure and every reason not to apply."""
    lines = ["# Go's own tests", "", f"Made by `python -m tests.gotests --root {root} --ledger docs/gotests.md`; "
             f"mode {mode.name}. A test passes when main ran to its end, with exit code 0 and the output asked for, or "
             "when errors are reported on exactly the marked lines; `typecheck` tests come with the go command.", ""]  # fmt: skip
    lines += ["| kind | folder | passed |", "|---|---|---|"]
    for kind in KINDS:
        of_kind = [result for result in results if result.kind == kind]
        if not of_kind:
            continue
        lines.append(f"| **{kind}** | all | {share(of_kind)} |")
        folders = sorted({str(Path(result.name).parent) for result in of_kind})
        for folder in folders:
            inside = [result for result in of_kind if str(Path(result.name).parent) == folder]
            lines.append(f"| {kind} | {folder} | {share(inside)} |")
    for status, title in (("fail", "Failures"), ("expected", "Expected failures"), ("na", "Not applicable"), ("skip", "Skipped")):
        chosen = [result for result in results if result.status == status]
        lines += ["", f"## {title} ({len(chosen)})", "", "| test | kind | reason |", "|---|---|---|"]
        lines += [f"| {r.name} | {r.kind} | {r.reason.replace('|', chr(92) + '|')} |" for r in chosen]
    return "\n".join(lines) + "\n"


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.gotests", description=__doc__.split("\n", 1)[0])
    parser.add_argument("--root", type=Path, default=Path("/usr/share/go-1.19/test"), help="Go's test folder")
    parser.add_argument("--kind", action="append", choices=KINDS, help="default: all four")
    parser.add_argument("--only", default="", help="part of a path")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--engine", default="")
    parser.add_argument("--godebug", default="")
    parser.add_argument("--seconds", type=float, default=SECONDS, help="limit for one program")
    parser.add_argument("--json", type=Path, help="write every result here")
    parser.add_argument("--ledger", type=Path, help="write the Markdown ledger here")
    parser.add_argument("--judge", action="store_true", help="ask real Go, and write down what it fails")
    parser.add_argument("--quiet", action="store_true", help="shares only")
    options = parser.parse_args()
    if not options.root.is_dir():
        parser.error(f"{options.root} is not there (install Debian's golang-src)")
    how = Options(Mode(options.engine, options.godebug), options.judge, options.seconds, options.quiet)
    results = run_all(options.root.resolve(), set(options.kind or KINDS), options.only, options.jobs, how)
    if options.judge:
        seen = {result.name for result in results}
        known = {name: reason for name, reason in judged().items() if name not in seen}
        known.update({result.name: result.reason for result in results if result.status == "fail"})
        JUDGE.write_text(json.dumps(dict(sorted(known.items())), indent=1) + "\n")
    for kind in KINDS:
        of_kind = [result for result in results if result.kind == kind]
        if of_kind:
            print(f"{kind}: {share(of_kind)}")
    if options.json:
        options.json.write_text(json.dumps([asdict(result) for result in results], indent=1) + "\n")
    if options.ledger:
        options.ledger.parent.mkdir(parents=True, exist_ok=True)
        options.ledger.write_text(ledger(results, options.root, how.mode), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
