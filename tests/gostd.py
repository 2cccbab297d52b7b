"""Go's own tests of its packages, run by real Go and by us: `python -m tests.gostd [PACKAGE ...]`.

The `_test.go` files that lie beside the packages of the go command become one program, with a small package `testing`
(tests/data/gostd). Declarations that one of the two compilers refuses are left out: they use type parameters, packages
that we don't have, or what only the package itself can see. Then every test says PASS or FAIL, and every example that
has a comment `// Output:` prints; each answer of ours is compared with real Go's.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import re
import subprocess
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from morestack.compiler import parser, source, tree

from tests import record
from tests.programs import Mode, command, execute

LIBRARY = Path(__file__).resolve().parent.parent / "runtime" / "lib"
SHIM = Path(__file__).resolve().parent / "data" / "gostd" / "testing.go"
PACKAGES = (
    "bufio", "bytes", "container/heap", "container/list", "container/ring", "context", "errors", "flag", "fmt", "io", "io/fs",
    "io/ioutil", "log", "math", "math/bits", "math/cmplx", "math/rand", "os", "path", "path/filepath", "reflect", "runtime",
    "runtime/debug", "sort", "strconv", "strings", "sync", "sync/atomic", "time", "unicode", "unicode/utf16", "unicode/utf8",
)  # fmt: skip
SECONDS = 300.0
ROUNDS = 200  # of leaving out; each takes out at least one declaration
# What differs, and why.
REASONS = {
    "reflect TestConvertNaNs": "a float32 is kept as a float64, which makes a signaling NaN quiet",
    "reflect TestSignalingNaNArgument": "a float32 is kept as a float64, which makes a signaling NaN quiet",
    "reflect TestSignalingNaNReturn": "a float32 is kept as a float64, which makes a signaling NaN quiet",
    "reflect TestValuePointerAndUnsafePointer": "the first word of a closure is no pc here",
    "runtime TestFunctionAlignmentTraceback": "reads machine code behind a pc",
    "time TestAfter": "looks at a variable of package runtime that ours does not have",
}

_ERROR = re.compile(r"^\s*(?:\./)?(\w+\.go):(\d+):(?:\d+:)? (.*)$", re.MULTILINE)
_MISSING = re.compile(r"^main\.(?:\(\*?(\w+)\)\.)?(\w+).*: relocation target", re.MULTILINE)
_TEST = re.compile(r"func (Test\w*)\(\w+ \*(?:testing\.)?T\) {")
_EXAMPLE = re.compile(r"func (Example\w*)\(\) {")
_OUTPUT = re.compile(r"^\s*// (Unordered )?[Oo]utput:", re.MULTILINE)


@dataclass(slots=True)
class Piece:
    """Some lines of a file: a declaration with the comments behind it, one import, or what stands before."""

    text: str
    path: str = ""  # of an import


@dataclass(slots=True)
class Result:
    """What became of a package's tests and examples: their names by verdict."""

    package: str
    left_out: int = 0
    same: list[str] = field(default_factory=list)
    different: list[str] = field(default_factory=list)
    fault: str = ""


class Suite:
    """The program made of a package's tests."""

    def __init__(self, package: str, folder: Path) -> None:
        self.result = Result(package)
        self.folder = folder
        self.files: dict[str, list[Piece]] = {}
        listed = subprocess.run([record.go_command(), "list", "-json", package], env=record.go_env(), capture_output=True, check=True)
        row = json.loads(listed.stdout)
        self.name = str(row["Name"])
        for name in (*row.get("TestGoFiles", ()), *row.get("XTestGoFiles", ())):
            inside = name in row.get("TestGoFiles", ())
            self.files[re.sub("[-_]", "", name)] = self._pieces(Path(row["Dir"]) / name, inside)
        (folder / "testing").mkdir()
        (folder / "testing" / "testing.go").write_text(SHIM.read_text())
        (folder / "go.mod").write_text("module m\n\ngo 1.27\n")

    def _pieces(self, path: Path, inside: bool) -> list[Piece]:
        fset = source.FileSet()
        file = fset.add(path.name, path.read_bytes())
        parsed = parser.parse_source(file, source.Errors(fset))
        if parsed is None:
            return []
        pieces = [Piece("package main\n")]
        if inside:
            pieces.append(Piece(f'import . "{self.result.package}"\n', self.result.package))
        decls = [d for d in parsed.decls if not isinstance(d, tree.GenDecl) or d.tok != "import"]
        for spec in parsed.imports:
            imported = spec.path.data.decode() if spec.path.data else ""
            if imported == "testing" or (LIBRARY / imported).is_dir() or imported in ("runtime", "unsafe"):
                name = f"{spec.name.name} " if spec.name is not None else ""
                pieces.append(Piece(f'import {name}"{"m/testing" if imported == "testing" else imported}"\n', imported))
        lines = file.source.decode("utf-8", "surrogateescape").splitlines(keepends=True)
        starts = [file.physical(d.pos)[0] for d in decls]
        for first, last in zip(starts, [*starts[1:], len(lines) + 1], strict=True):
            text = "".join(lines[first - 1 : last - 1])
            if not re.match(r"func (Benchmark|Fuzz|TestMain\b)", text):
                pieces.append(Piece(text))
        return pieces

    # ---- building --------------------------------------------------------------------------------------------------

    def build(self) -> bool:
        """Leaves out what either side refuses; whether something is left."""
        for _ in range(ROUNDS):
            self._write()
            binary, problem = record.build(self.folder, [], "-gcflags=-e")
            if binary is not None:
                problem = self._ours()
                if not problem:
                    return True
            if not self._leave_out(problem):
                self.result.fault = problem[:300]
                return False
        self.result.fault = "too much to leave out"
        return False

    def _ours(self) -> str:
        line = command("build", Mode(), [], [], ("-o", str(self.folder / "prog.msi"), "."))
        done = execute(line, Mode(), self.folder, seconds=SECONDS)
        return "" if done.exit_code == 0 else done.stderr

    def _write(self) -> None:
        for name, pieces in self.files.items():
            (self.folder / name).write_text("".join(p.text for p in pieces), encoding="utf-8", errors="surrogateescape")
        calls = [f'if only == "{n}" {{ testing.Main("{n}", {n}) }}\n' for n in self.tests()]
        calls += [f'if only == "{n}" {{ {n}() }}\n' for n in self.examples()]
        text = 'package main\n\nimport (\n"m/testing"\n"os"\n)\n\nvar _ testing.T\n\nfunc main() {\nonly := os.Args[1]\n_ = only\n'
        (self.folder / "zmain.go").write_text(text + "".join(calls) + "}\n")

    def _named(self, pattern: re.Pattern[str]) -> dict[str, str]:
        """The declarations whose heads match, by name."""
        matches = ((pattern.match(p.text), p.text) for pieces in self.files.values() for p in pieces)
        return {m.group(1): text for m, text in matches if m}

    def tests(self) -> list[str]:
        """Names of the tests."""
        return list(self._named(_TEST))

    def examples(self) -> dict[str, bool]:
        """Names of the examples that say what they print, and whether the order of its lines does not matter."""
        outputs = {name: _OUTPUT.search(text) for name, text in self._named(_EXAMPLE).items()}
        return {name: bool(match.group(1)) for name, match in outputs.items() if match}

    def _leave_out(self, problem: str) -> bool:
        """Takes out the declarations that a compiler's or linker's text names; whether there were any."""
        wrong: dict[str, list[int]] = {}
        for name, line, _ in _ERROR.findall(problem):
            wrong.setdefault(name, []).append(int(line))
        gone = False
        for name, lines in wrong.items():
            gone |= self._without(name, lines)
        for receiver, function in _MISSING.findall(problem):
            head = re.compile(rf"func (?:\(\w+ \*?{receiver}\) )?{function}\(" if receiver else rf"func {function}\(")
            for name, pieces in self.files.items():
                kept = [p for p in pieces if not head.match(p.text)]
                self.result.left_out += len(pieces) - len(kept)
                gone |= len(kept) < len(pieces)
                self.files[name] = kept
        return gone

    def _without(self, name: str, lines: Iterable[int]) -> bool:
        at, kept = 1, []
        pieces = self.files.get(name, [])
        for piece in pieces:
            end = at + piece.text.count("\n")
            if any(at <= line < end for line in lines):
                self.result.left_out += not piece.path
            else:
                kept.append(piece)
            at = end
        self.files[name] = kept
        return len(kept) < len(pieces)

    # ---- running ---------------------------------------------------------------------------------------------------

    def run(self, mode: Mode) -> Result:
        """Builds, runs and compares."""
        if not self.build():
            return self.result
        examples = self.examples()
        for name in (*self.tests(), *examples):
            binary = subprocess.run([self.folder / "prog.bin", name], cwd=self.folder, capture_output=True, timeout=SECONDS)
            wanted = binary.stdout.decode(errors="replace")
            got = ""
            with contextlib.suppress(subprocess.TimeoutExpired):
                got = execute(command("run", mode, ["prog.msi"], [name]), mode, self.folder, seconds=SECONDS).stdout
            how = _verdict if name not in examples else _lines if examples[name] else str
            (self.result.same if how(wanted) == how(got) else self.result.different).append(name)
        return self.result


def _verdict(output: str) -> str:
    """PASS or FAIL: what a failing test says besides may hold addresses and times."""
    found = re.findall(r"^(PASS|FAIL) ", output, re.MULTILINE)
    return str(found[-1]) if found else "died"


def _lines(output: str) -> str:
    return "\n".join(sorted(output.splitlines()))


def ledger(results: list[Result]) -> str:
    """The Markdown page."""
    same, all_ = sum(len(r.same) for r in results), sum(len(r.same) + len(r.different) for r in results)
    text = "# Go's own tests of its packages\n\nMade by `python -m tests.gostd --ledger docs/gostd.md`. "
    text += f"{same} of {all_} tests and examples answer as with real Go; `left out` are declarations that one side refuses.\n\n"
    text += "| package | same | different | left out |\n|---|---:|---:|---:|\n"
    text += "".join(f"| {r.package} | {len(r.same)} | {len(r.different)} | {r.left_out} |\n" for r in results)
    rows = [f"{r.package} {name}" for r in results for name in r.different]
    text += "\n| different | why |\n|---|---|\n"
    return text + "".join(f"| {row} | {REASONS.get(row, '')} |\n" for row in rows)


def main() -> int:
    """Command line."""
    options = argparse.ArgumentParser(prog="python -m tests.gostd", description=__doc__.split("\n", 1)[0])
    options.add_argument("packages", nargs="*", default=PACKAGES, metavar="PACKAGE")
    options.add_argument("--engine", default="")
    options.add_argument("--ledger", type=Path, help="write the Markdown page here")
    parsed = options.parse_args()
    results = []
    for package in parsed.packages:
        with tempfile.TemporaryDirectory(prefix="gostd") as name:
            result = Suite(package, Path(name)).run(Mode(parsed.engine))
        results.append(result)
        print(f"{package}: {len(result.same)} same, {len(result.different)} different {result.different} {result.fault}", flush=True)
    if parsed.ledger:
        parsed.ledger.write_text(ledger(results), encoding="utf-8")
    unknown = [row for r in results for row in (f"{r.package} {name}" for name in r.different) if row not in REASONS]
    return int(bool(unknown) or any(r.fault for r in results))


if __name__ == "__main__":
    raise SystemExit(main())
