"""Build constraints: whether a file belongs to the build, by its name and its ``//go:build`` or ``// +build`` lines."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

# go/build/syslist.go: names that count as a system or an architecture in a file name
KNOWN_OS: Final = frozenset(
    {"aix", "android", "darwin", "dragonfly", "freebsd", "hurd", "illumos", "ios", "js", "linux"}
    | {"nacl", "netbsd", "openbsd", "plan9", "solaris", "wasip1", "windows", "zos"}
)
KNOWN_ARCH: Final = frozenset(
    {"386", "amd64", "amd64p32", "arm", "armbe", "arm64", "arm64be", "loong64", "mips", "mipsle"}
    | {"mips64", "mips64le", "mips64p32", "mips64p32le", "ppc", "ppc64", "ppc64le", "riscv", "riscv64", "s390"}
    | {"s390x", "sparc", "sparc64", "wasm"}
)
UNIX_OS: Final = KNOWN_OS - {"js", "nacl", "plan9", "wasip1", "windows", "zos"}


class BadConstraint(Exception):
    """A ``//go:build`` line that does not parse; the message is go/build/constraint's."""


@dataclass(frozen=True)
class Target:
    """What the build is for.  ``go_version`` like "1.27" decides the release tags go1.1 ... go1.27."""

    goos: str = "linux"
    goarch: str = "amd64"
    tags: frozenset[str] = field(default_factory=frozenset)
    go_version: str = "1.27"

    @cached_property
    def true_tags(self) -> frozenset[str]:
        """Every tag that holds."""
        minor = int(self.go_version.split(".")[1])
        names = {self.goos, self.goarch, "gc", *self.tags, *(f"go1.{n}" for n in range(1, minor + 1))}
        if self.goos in UNIX_OS:
            names.add("unix")
        return frozenset(names)


def name_matches(name: str, target: Target) -> bool:
    """The rule for file names: name_GOOS, name_GOARCH, name_GOOS_GOARCH (with _test at the end) restrict the file."""
    stem = name.split(".", 1)[0]
    first = stem.find("_")
    if first < 0:
        return True
    parts = stem[first:].split("_")
    if parts[-1] == "test":
        parts.pop()
    ok = target.true_tags
    if len(parts) >= 2 and parts[-2] in KNOWN_OS and parts[-1] in KNOWN_ARCH:
        return parts[-2] in ok and parts[-1] in ok
    if parts and (parts[-1] in KNOWN_OS or parts[-1] in KNOWN_ARCH):
        return parts[-1] in ok
    return True


_HEADER: Final = re.compile(rb"(?:[ \t\r]*(?://[^\n]*)?\n|[ \t\r\n]*/\*.*?\*/)*", re.DOTALL)
_GO_BUILD: Final = re.compile(rb"^[ \t]*//go:build(?![^ \t\r\n])[ \t]*([^\n]*?)[ \t\r]*$", re.MULTILINE)
_PLUS_BUILD: Final = re.compile(rb"^[ \t]*//[ \t]*\+build(?![^ \t\r\n])[ \t]*([^\n]*?)[ \t\r]*$", re.MULTILINE)


def source_matches(source: bytes, target: Target) -> bool:
    """Evaluate the constraint lines above the package clause.  Raises BadConstraint for a bad ``//go:build`` line."""
    if b"build" not in source[: 1 << 16]:
        return True
    found = _HEADER.match(source)
    header = found.group() if found else b""
    line = _GO_BUILD.search(header)
    if line:
        return evaluate(line.group(1).decode("utf-8", "replace"), target.true_tags)
    # a // +build line counts only when a blank line comes somewhere between it and the package clause
    cut = max(header.rfind(b"\n\n"), header.rfind(b"\n\r\n"))
    olds = _PLUS_BUILD.finditer(header[: cut + 1])
    return all(_plus_build(old.group(1).decode("utf-8", "replace"), target.true_tags) for old in olds)


def _plus_build(text: str, tags: frozenset[str]) -> bool:
    """One old line: options separated by blanks are alternatives, terms separated by commas must all hold."""

    def holds(term: str) -> bool:
        return term[1:] not in tags if term.startswith("!") else term in tags

    return any(all(holds(t) for t in option.split(",")) for option in text.split())


_TOKEN: Final = re.compile(r"\s*(?:(&&|\|\||!|\(|\))|([\w.]+)|(\S))")


def evaluate(text: str, tags: frozenset[str]) -> bool:
    """Value of a ``//go:build`` expression: ``!``, ``&&``, ``||``, parentheses and tags."""
    words: list[str] = []
    for op, name, bad in _TOKEN.findall(text.rstrip()):
        if bad:
            raise BadConstraint(f"invalid syntax at {bad}")
        words.append(op or name)
    if len(words) > 4000:
        raise BadConstraint("build expression too large")
    words.append("")
    value, at = _or(words, 0, tags)
    if words[at]:
        raise BadConstraint(f"unexpected token {words[at]}")
    return value


def _or(words: list[str], at: int, tags: frozenset[str]) -> tuple[bool, int]:
    """orExpr = andExpr { "||" andExpr } ."""
    value, at = _and(words, at, tags)
    while words[at] == "||":
        right, at = _and(words, at + 1, tags)
        value = value or right
    return value, at


def _and(words: list[str], at: int, tags: frozenset[str]) -> tuple[bool, int]:
    """andExpr = notExpr { "&&" notExpr } ."""
    value, at = _not(words, at, tags)
    while words[at] == "&&":
        right, at = _not(words, at + 1, tags)
        value = value and right
    return value, at


def _not(words: list[str], at: int, tags: frozenset[str]) -> tuple[bool, int]:
    """notExpr = [ "!" ] ( tag | "(" orExpr ")" ) ."""
    word = words[at]
    if word == "!":
        if words[at + 1] == "!":
            raise BadConstraint("double negation not allowed")
        value, at = _not(words, at + 1, tags)
        return not value, at
    if word == "(":
        value, at = _or(words, at + 1, tags)
        if words[at] != ")":
            raise BadConstraint("missing close paren")
        return value, at + 1
    if not word:
        raise BadConstraint("unexpected end of expression")
    if word in ("&&", "||", ")"):
        raise BadConstraint(f"unexpected token {word}")
    return word in tags, at + 1
