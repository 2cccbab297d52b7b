"""The tests of real Go's type checker, `internal/types/testdata`: packages whose wrong places carry `/* ERROR "text" */` or
`/* ERRORx "regexp" */` behind the token at which the error is reported. Run by `tests.gotests` as kind `typecheck`.

As in cmd/compile/internal/types2/check_test.go, each error must match a comment on its line, and each comment one
error. Columns are not compared: gc's differ from the comments' as well. The checker there also knows a function assert.
"""

from __future__ import annotations

import ast
import re
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path("src/internal/types/testdata")  # in GOROOT
NO_GENERICS = "type parameters are not supported"

_TOKEN = re.compile(r"//[^\n]*|/\*.*?\*/|`[^`]*`|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'|\w+|[^\s\w]", re.DOTALL)
_WANTED = re.compile(r"(?://|/\*) (ERRORx?) (.*)", re.DOTALL)
_DIAGNOSTIC = re.compile(r"^\S*?([\w.-]+\.go):(\d+)(?::\d+)?: (.*)")
_FLAGS = re.compile(r"// *(-.*)")

Wanted = dict[tuple[str, int], list["re.Pattern[str]"]]  # by file and line


def tests(root: Path) -> Iterator[Path]:
    """Files, and folders that are a package, of the folders in root."""
    for folder in sorted(root.iterdir()):
        yield from sorted(folder.iterdir())


def sources(path: Path) -> list[Path]:
    """The files of a test."""
    return sorted(path.glob("*.go")) if path.is_dir() else [path]


def flags(text: str) -> str:
    """What the first line asks of the compiler."""
    match = _FLAGS.match(text)
    return match.group(1) if match else ""


def wanted(files: list[Path]) -> Wanted:
    """The errors that the comments of some files ask for."""
    found: Wanted = {}
    for file in files:
        text = file.read_text(encoding="utf-8", errors="surrogateescape")
        line = 0
        for token in _TOKEN.finditer(text):
            if not token.group().startswith(("//", "/*")):
                line = text.count("\n", 0, token.start()) + 1
            elif match := _WANTED.match(token.group().removesuffix("*/")):
                found.setdefault((file.name, line), []).append(_pattern(*match.groups()))
    return found


def _pattern(kind: str, quoted: str) -> re.Pattern[str]:
    """What a message must contain; ``quoted`` is a Go string."""
    quoted = quoted.strip()
    text = quoted[1:-1] if quoted.startswith("`") else str(ast.literal_eval(quoted))
    return re.compile(text if kind == "ERRORx" else re.escape(text))


def diagnostics(output: str) -> list[tuple[str, int, str]]:
    """(file, line, message) of what a compiler printed; indented lines belong to the message before."""
    found: list[tuple[str, int, str]] = []
    for line in output.splitlines():
        match = _DIAGNOSTIC.match(line)
        if match:
            found.append((match.group(1), int(match.group(2)), match.group(3)))
        elif line.startswith("\t") and found:
            found[-1] = (*found[-1][:2], f"{found[-1][2]}\n{line}")
    return found


def compare(wanted: Wanted, found: list[tuple[str, int, str]]) -> str:
    """The first error that is not asked for, or else the first that is missing; empty when all is right."""
    for file, line, message in found:
        patterns = wanted.get((file, line), [])
        hit = next((p for p in patterns if p.search(message)), None)
        if hit is None:
            return f"{file}:{line}: {message.splitlines()[0]}"
        patterns.remove(hit)
    missing = sorted((where, patterns[0].pattern) for where, patterns in wanted.items() if patterns)
    return "{0[0]}:{0[1]}: missing {1}".format(*missing[0]) if missing else ""


def check(path: Path, diagnose: Callable[[list[Path]], str]) -> tuple[str, str]:
    """Status and reason of one test; ``diagnose`` gives what a compiler says of files in one folder."""
    with tempfile.TemporaryDirectory(prefix="gotypes") as name:
        copies = []
        for file in sources(path):
            text = file.read_text(encoding="utf-8", errors="surrogateescape")
            if "assert(" in text and "func assert(" not in text:
                text = text.rstrip("\n") + "\n\nfunc assert(b bool) bool { return b }\n"
            copies.append(Path(name).resolve() / file.name)
            copies[-1].write_text(text, encoding="utf-8", errors="surrogateescape")
        output = diagnose(copies)
        if output == "timeout" or output.startswith("internal error"):
            return "fail", output.splitlines()[0][:200]
        if NO_GENERICS in output:
            return "na", "type parameters"
        reason = compare(wanted(copies), diagnostics(output))
        return ("fail" if reason else "pass"), reason[:200]
