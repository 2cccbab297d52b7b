"""What ``go list`` reads of a Go file: package clause and imports, with its words for what is wrong there.

Go: go/build/read.go (readGoInfo) and, for the paths, golang.org/x/mod/module (CheckImportPath).  The messages about
tokens are those of go/parser and go/scanner, which differ from gc's.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from morestack.compiler import scanner
from morestack.compiler.source import SourceFile

_ILLEGAL: Final = frozenset("!\"#$%&'()*,:;<=>?[\\]^{|}`\ufffd")
_FIRST_DECL: Final = re.compile(rb"^(?:func|var|type|const)\b", re.MULTILINE)
_WINDOWS_NAMES: Final = frozenset(["con", "prn", "aux", "nul", *(f"{p}{n}" for p in ("com", "lpt") for n in range(1, 10))])
_GO_SCANNER: Final = {  # gc's words for a bad token -> go/scanner's
    "newline in string": "string literal not terminated",
    "string not terminated": "raw string literal not terminated",
    "comment not terminated": "comment not terminated",
    "unknown escape": "unknown escape sequence",
    "invalid UTF-8 encoding": "illegal UTF-8 encoding",
    "invalid BOM in the middle of the file": "illegal byte order mark",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """What go says of a header.  ``full``: the position is printed with the whole path; offset -1: no position."""

    offset: int
    message: str
    full: bool = False


@dataclass(frozen=True, slots=True)
class Header:
    """Package clause and imports of a file; of a file with a fault nothing is imported."""

    name: str
    imports: tuple[tuple[str, int], ...]  # path, byte offset of the import spec
    fault: Fault | None = None


def read_header(text: bytes) -> Header:
    """Package clause and imports, scanning no further than the first line that begins with another declaration."""
    cut = _FIRST_DECL.search(text)
    tokens = scanner.scan(SourceFile("", 0, text[: cut.start()] if cut else text))
    if cut and (tokens.kinds[0] == "EOF" or any("not terminated" in message for _, message in tokens.errors)):
        tokens = scanner.scan(SourceFile("", 0, text))  # what looked like a declaration stands in a comment
    return _HeaderReader(tokens).read()


def path_fault(path: str) -> str:
    """Why an import path is malformed, or "" (checkPath)."""
    if path.startswith("-"):
        return "leading dash"
    if "//" in path:
        return "double slash"
    if path.endswith("/"):
        return "trailing slash"
    return next(filter(None, map(_element_fault, path.split("/"))), "")


def _element_fault(element: str) -> str:
    """Why an element of an import path is refused, or "" (checkElem)."""
    if not element.strip("."):
        return f'invalid path element "{element}"'
    if element.endswith("."):
        return "trailing dot in path element"
    bad = re.search(r"[^-+.~\w]|[^\x00-\x7f]", element)
    if bad:
        return f"invalid char '{bad.group()}'"
    short = element.split(".", 1)[0]
    if short.lower() in _WINDOWS_NAMES:
        return f'"{short}" disallowed as path element component on Windows'
    return "trailing tilde and digits in path element" if re.search(r"~[0-9]+$", short) else ""


def _valid_import(path: str) -> bool:
    """Whether go/build takes the path at all (isValidImport)."""
    return path != "" and not any(c in _ILLEGAL or c.isspace() or unicodedata.category(c)[0] in "CZ" for c in path)


class _HeaderReader:
    """Reads a header from its tokens."""

    def __init__(self, tokens: scanner.Tokens) -> None:
        self.tokens = tokens
        self.kinds = tokens.kinds
        self.i = 0
        self.imports: list[tuple[str, int]] = []

    def read(self) -> Header:
        """PackageClause ";" { ImportDecl ";" } ."""
        name = ""
        fault: Fault | None = None
        if self.kinds[0] != "package":
            fault = self.expected("'package'")
        elif self.kinds[1] != "name":
            self.i = 1
            fault = self.expected("'IDENT'")
        else:
            name = self.tokens.texts[1]
            self.i = 2
            fault = self.declarations()
        fault = self.lexical(fault) or fault or self.invalid()
        return Header(name, () if fault else tuple(self.imports), fault)

    def declarations(self) -> Fault | None:
        """The imports.  What follows them and is no import is left to gc's parser."""
        fault: Fault | None = None
        if self.kinds[self.i] == "import":
            return self.expected("';'")
        self.i += self.kinds[self.i] == ";"
        while fault is None and self.kinds[self.i] == "import":
            self.i += 1
            fault = self.group() if self.kinds[self.i] == "(" else self.spec()
            if fault is None and self.kinds[self.i] == "import":
                fault = self.expected("';'")
            self.i += self.kinds[self.i] == ";"
        return fault

    def group(self) -> Fault | None:
        """ "(" { ImportSpec ";" } ")" ."""
        self.i += 1
        fault: Fault | None = None
        while fault is None and self.kinds[self.i] != ")":
            fault = self.spec()
            if fault is None and self.kinds[self.i] == ";":
                self.i += 1
            elif fault is None and self.kinds[self.i] != ")":
                fault = self.expected("';'")
        self.i += fault is None
        return fault

    def spec(self) -> Fault | None:
        """ImportSpec = [ "." | PackageName ] ImportPath ."""
        start = self.tokens.positions[self.i]
        if self.kinds[self.i] in ("name", "."):
            self.i += 1
        pos, text = self.tokens.positions[self.i], self.tokens.texts[self.i]
        if self.kinds[self.i] != "literal":
            return Fault(pos, "missing import path")
        if pos in self.tokens.bad:
            return self.bad_literal(pos)
        if text[0] not in '"`':
            return Fault(pos, "import path must be a string")
        self.imports.append((scanner.string_bytes(text).decode("utf-8", "replace"), start))
        self.i += 1
        return None

    def bad_literal(self, pos: int) -> Fault:
        """go/scanner's complaint about a malformed literal."""
        at, message = next((p, m) for p, m in self.tokens.errors if p >= pos)
        return Fault(pos if message == "newline in string" else at, _GO_SCANNER.get(message, message))

    def lexical(self, fault: Fault | None) -> Fault | None:
        """What is wrong with the bytes before the end of the header, or before a fault."""
        end = fault.offset if fault else self.tokens.positions[self.i]
        for pos, message in self.tokens.errors:
            if pos > end or (fault and pos == end and self.kinds[self.i] != "EOF"):
                break
            if message == "invalid NUL character":
                return Fault(-1, "unexpected NUL in input")
            if message in _GO_SCANNER and message != "newline in string":
                return Fault(pos, _GO_SCANNER[message])
        return None

    def invalid(self) -> Fault | None:
        """The first path that go/build does not take."""
        bad = next(((path, pos) for path, pos in self.imports if not _valid_import(path)), None)
        return Fault(bad[1], f"invalid import path: {bad[0]}", full=True) if bad else None

    def expected(self, what: str) -> Fault:
        """The complaint that the current token is another one."""
        kind, text = self.kinds[self.i], self.tokens.texts[self.i]
        if kind == "name":
            found = text
        elif kind == "literal":
            found = scanner.literal_text(text)
        elif kind == ";" and text != ";":
            found = f"'{'EOF' if text == 'EOF' else 'newline'}'"
        else:
            found = f"'{kind}'"
        return Fault(self.tokens.positions[self.i], f"expected {what}, found {found}")
