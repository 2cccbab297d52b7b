"""From command-line arguments to packages: finds, selects and orders the Go files that make up a program.

Does what ``go list`` does before a build, with go's words for what it finds wrong.  Only package clauses and imports
are read here; a package is parsed when :meth:`Program.parse` is called for it, at most once, so that packages
which come from the cache are never parsed.  ``LoadedPackage.key`` names everything a compiled package depends on.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import blake2b
from typing import Final

from morestack.compiler import parser, tree
from morestack.compiler.buildtags import BadConstraint, Target, name_matches, source_matches
from morestack.compiler.header import Fault, Header, path_fault, read_header
from morestack.compiler.source import Errors, FileSet, SourceFile

COMMAND_LINE: Final = "command-line-arguments"  # go's name for a package given as a list of files
RUNTIME: Final = "runtime"  # every program has it, imported or not
UNSAFE: Final = "unsafe"  # known to the checker, has no files


class LoadError(Exception):
    """The program cannot be put together; ``messages`` are what go prints, each without a newline at its end."""

    def __init__(self, messages: Sequence[str]) -> None:
        super().__init__("\n".join(messages))
        self.messages = list(messages)


@dataclass(slots=True)
class GoFile:
    """A file that belongs to the build: absolute path, bytes, header."""

    path: str
    source: bytes
    header: Header


@dataclass
class LoadedPackage:
    """A package of the program.  ``imports`` are the paths it imports, sorted, "unsafe" among them."""

    path: str
    name: str
    dir: str
    std: bool
    sources: list[GoFile]
    imports: list[str]
    language: str  # the Go version whose rules hold, like "1.27" (from go.mod)
    target: Target
    place: str = ""  # its import path for the rule of internal packages
    files: list[tree.File] = field(default_factory=list)  # filled by Program.parse
    key: str = ""  # hash with those of all dependencies; filled by load_program

    @cached_property
    def hash(self) -> str:
        """Digest of the sources of this package alone and of what they are compiled for."""
        h = blake2b(digest_size=16)
        t = self.target
        h.update(repr((self.path, self.language, t.goos, t.goarch, sorted(t.tags), t.go_version)).encode())
        for file in self.sources:
            h.update(f"\0{file.path}\0{len(file.source)}\0".encode())
            h.update(file.source)
        return h.hexdigest()


@dataclass
class Program:
    """All packages, dependencies first; ``roots`` are the paths of those asked for."""

    fset: FileSet
    packages: list[LoadedPackage]
    roots: list[str]

    @cached_property
    def by_path(self) -> dict[str, LoadedPackage]:
        """Import path -> package."""
        return {p.path: p for p in self.packages}

    @property
    def main(self) -> LoadedPackage:
        """The first package asked for."""
        return self.by_path[self.roots[0]]

    def parse(self, package: LoadedPackage, errors: Errors) -> list[tree.File]:
        """Syntax trees of a package's files, in the order of their names; parsed at the first call.

        Raises source.TooManyErrors at the limit of ``errors``.  After syntax errors (``errors.syntax_errors``) gc does
        not go on to the checker.
        """
        if not package.files:
            for source in package.sources:
                file = parser.parse_file(self.fset, source.path, source.source, errors)
                if file is None:
                    package.files = []
                    return []
                package.files.append(file)
        return package.files


def load_program(
    paths: Sequence[str],
    tags: Sequence[str] = (),
    go_version: str = "1.27",
    std_root: str = "",
    *,
    cwd: str | None = None,
    overlay: Mapping[str, bytes] | None = None,
    require_main: bool = False,
    implicit: Sequence[str] = (RUNTIME,),
) -> Program:
    """Load .go files (one package) or folders with packages, and everything they import.  Raises LoadError.

    ``std_root``: folder with the files of package runtime, and the rest of the library below ``lib/``.
    ``overlay``: contents that replace or stand for files, by path.
    ``require_main``: refuse a program whose package is not main, as ``go run`` does.
    ``implicit``: packages that belong to the program without being imported.
    """
    target = Target(tags=frozenset(tags), go_version=go_version)
    loader = _Loader(target, std_root, os.path.abspath(cwd or os.getcwd()), overlay or {})
    roots = loader.roots(list(paths) or ["."])
    for root in roots:
        if require_main and root.name != "main" and not loader.messages and not loader.faults:
            raise LoadError([f"package {root.path} is not a main package"])
    packages = loader.close([*implicit] if std_root else [], roots)
    return Program(FileSet(loader.cwd), packages, [r.path for r in roots])


class _Loader:
    """One run of load_program."""

    def __init__(self, target: Target, std_root: str, cwd: str, overlay: Mapping[str, bytes]) -> None:
        self.target = target
        self.std_root = std_root
        self.cwd = cwd
        self.overlay = {os.path.join(cwd, p): text for p, text in overlay.items()}
        self.messages: list[str] = []
        self.faults: dict[str, str] = {}  # by package; go reports them behind what is wrong with its imports
        self.known: dict[str, LoadedPackage] = {}
        self.missing: set[str] = set()
        self.modules: dict[str, _Module | None] = {}

    # -- what was asked for

    def roots(self, paths: list[str]) -> list[LoadedPackage]:
        """The packages named on the command line."""
        if all(p.endswith(".go") for p in paths):
            return [self.from_files(paths)]
        out: list[LoadedPackage] = []
        for path in paths:
            if path.endswith(".go"):
                raise LoadError([f"named files must be .go files: {next(p for p in paths if not p.endswith('.go'))}"])
            for folder in self.folders(path):
                package = self.from_folder(folder, path)
                if package is not None:
                    out.append(package)
        if not out:
            raise LoadError(self.messages or [f"no Go files in {os.path.join(self.cwd, paths[0])}"])
        return out

    def folders(self, path: str) -> Iterator[str]:
        """The folder of an argument, or all folders below it for "./..."."""
        full = os.path.normpath(os.path.join(self.cwd, path.removesuffix("...")))
        if not path.endswith("..."):
            yield full
            return
        for folder, names, files in os.walk(full):
            names[:] = sorted(n for n in names if n[0] not in "._" and n not in ("testdata", "vendor"))
            if any(f.endswith(".go") and not f.endswith("_test.go") for f in files):
                yield folder

    def from_files(self, paths: list[str]) -> LoadedPackage:
        """A list of files is one package, whatever their build constraints say."""
        files: list[GoFile] = []
        folders = {os.path.dirname(p) or "." for p in paths}
        if len(folders) > 1:
            first, second = list(dict.fromkeys(os.path.dirname(p) or "." for p in paths))[:2]
            raise LoadError([f"named files must all be in one directory; have {first} and {second}"])
        for path in paths:
            full = os.path.normpath(os.path.join(self.cwd, path))
            if path.endswith("_test.go"):
                raise LoadError([f"go: cannot run *_test.go files ({path})"])
            if full not in self.overlay:
                if os.path.isdir(full):
                    raise LoadError([f"{path} is a directory, should be a Go file"])
                if not os.path.exists(full):
                    raise LoadError([f"stat {path}: no such file or directory"])
            text = self.read(full)
            try:
                source_matches(text, self.target)
            except BadConstraint as e:
                raise LoadError([f"{self.short(full)}: parsing //go:build line: {e}"]) from None
            files.append(self.go_file(full, text))
        folder = os.path.dirname(files[0].path)
        module = self.module(folder)
        return self.package(COMMAND_LINE, folder, files, module, False)

    def from_folder(self, folder: str, asked: str) -> LoadedPackage | None:
        """The package in a folder."""
        if not os.path.isdir(folder):
            kind = "not a directory" if os.path.exists(folder) else "directory not found"
            if asked.startswith((".", "/")):
                raise LoadError([f"stat {folder}: {kind}"])
            raise LoadError([f"package {asked} is not in std"])
        module = self.module(folder)
        path = module.import_path(folder) if module else COMMAND_LINE
        files, fault = self.select(folder, path)
        if fault:
            self.messages.append(f"package {fault}" if "exclude all" in fault else fault)
            return None
        return self.package(path, folder, files, module, False)

    # -- packages

    def select(self, folder: str, path: str) -> tuple[list[GoFile], str]:
        """The files of a folder that belong to the build, or what go says when there are none."""
        names = sorted(n for n in os.listdir(folder) if n.endswith(".go") and n[0] not in "._")
        names = [n for n in names if not os.path.isdir(os.path.join(folder, n))]
        if not names:
            return [], f"no Go files in {folder}"
        regular = [n for n in names if not n.endswith("_test.go")]
        if not regular:
            return [], f"{path}: no non-test Go files in {folder}"
        files: list[GoFile] = []
        for name in regular:
            if not name_matches(name, self.target):
                continue
            full = os.path.join(folder, name)
            text = self.read(full)
            try:
                if not source_matches(text, self.target):
                    continue
            except BadConstraint as e:
                raise LoadError([f"{self.short(full)}: parsing //go:build line: {e}"]) from None
            files.append(self.go_file(full, text))
        if not files:
            return [], f"{path}: build constraints exclude all Go files in {folder}"
        first = files[0]
        for file in files:
            if file.header.name != first.header.name and not file.header.fault and not first.header.fault:
                a, b = (f"{f.header.name} ({os.path.basename(f.path)})" for f in (first, file))
                return [], f"found packages {a} and {b} in {folder}"
        return files, ""

    def package(
        self, path: str, folder: str, files: list[GoFile], module: _Module | None, std: bool, importer: str = ""
    ) -> LoadedPackage:
        """Make a package of its files; a fault in a header is kept until its imports have been looked at."""
        first = files[0]
        for file in files:
            if not file.header.fault and not first.header.fault and file.header.name != first.header.name:
                a, b = (f"{f.header.name} ({os.path.basename(f.path)})" for f in (first, file))
                raise LoadError([f"found packages {a} and {b} in {folder}"])
        imports = sorted({p for f in files for p, _ in f.header.imports})
        language = self.target.go_version if std or module is None else module.language or self.target.go_version
        place = path if std or module is None else module.import_path(folder)
        package = LoadedPackage(path, first.header.name, folder, std, files, imports, language, self.target, place)
        self.known[path] = package
        faulty = next((f for f in files if f.header.fault), None)
        if faulty is not None and faulty.header.fault is not None:
            self.faults[path] = self.fault_text(faulty, faulty.header.fault, importer)
        return package

    def fault_text(self, file: GoFile, fault: Fault, importer: str) -> str:
        """What go says of a header; ``importer`` is where the package is imported, with a colon."""
        if fault.offset < 0:
            return f"go: reading {self.short(file.path)}: {fault.message}"
        if fault.full:
            line, column = SourceFile(file.path, 0, file.source).physical(fault.offset)
            return f"{importer}{file.path}:{line}:{column}: {fault.message}"
        return f"{self.where(file, fault.offset)}: {fault.message}"

    def close(self, implicit: list[str], roots: list[LoadedPackage]) -> list[LoadedPackage]:
        """Load everything that is imported; the packages with dependencies first.  Raises LoadError."""
        order: list[LoadedPackage] = []
        done: set[str] = set()
        below: dict[str, list[str]] = {}  # package -> the paths it depends on directly, implicit ones included
        for path in implicit:
            package = self.find(path, None)
            if package is None:
                self.messages.append(f"package {path} is not in std")
            else:
                self.visit(package, order, done)
        base = [p.path for p in order]
        for root in roots:
            self.visit(root, order, done)
        if self.messages:
            raise LoadError(list(dict.fromkeys(self.messages)))
        for package in order:
            names = [p for p in package.imports if p != UNSAFE]
            below[package.path] = names if package.path in base else sorted({*names, *implicit})
        keys: dict[str, str] = {}
        for package in order:
            h = blake2b(package.hash.encode(), digest_size=16)
            for name in below[package.path]:
                h.update(keys[name].encode())
            package.key = keys[package.path] = h.hexdigest()
        return order

    def visit(self, root: LoadedPackage, order: list[LoadedPackage], done: set[str]) -> None:
        """Depth first, without recursion: a package is appended after all it imports."""
        if root.path in done:
            return
        done.add(root.path)
        # the way from the root: package, imports still to follow
        way: list[tuple[LoadedPackage, Iterator[str]]] = [(root, iter(root.imports))]
        on_way = {root.path}
        while way:
            package, rest = way[-1]
            name = next(rest, None)
            if name is None:
                way.pop()
                on_way.discard(package.path)
                order.append(package)
                if package.path in self.faults:
                    self.messages.append(self.faults[package.path])
                continue
            if name in on_way:
                self.messages.append(self.cycle([p for p, _ in way], name))
                continue
            if name == UNSAFE:
                continue
            found = self.find(name, package)
            if found is not None and found.path not in done:
                done.add(found.path)
                on_way.add(found.path)
                way.append((found, iter(found.imports)))

    def cycle(self, way: list[LoadedPackage], last: str) -> str:
        """The way to a package that is on the way already."""
        lines = [f"package {way[0].path}"]
        for package, name in zip(way, [*(p.path for p in way[1:]), last], strict=True):
            file = next(f for f in package.sources if any(p == name for p, _ in f.header.imports))
            lines.append(f"\timports {name} from {os.path.basename(file.path)}")
        return "\n".join(lines) + ": import cycle not allowed"

    def find(self, path: str, importer: LoadedPackage | None) -> LoadedPackage | None:
        """The package an import means; None after a message."""
        if path in self.missing:
            return None
        known = self.known.get(path)
        folder, module, std = self.locate(path, importer)
        where = f"package {path}"
        if importer is not None:
            file, offset = next((f, o) for f in importer.sources for p, o in f.header.imports if p == path)
            where = self.where(file, offset)
            fault = self.import_fault(path, importer, where)
            if fault:
                self.messages.append(fault)
                return None
        if known is not None:
            return known
        if not folder:
            self.missing.add(path)
            self.messages.append(f"{where}: {self.absent(path, importer)}")
            return None
        files, fault = self.select(folder, path)
        if fault:
            self.missing.add(path)
            if fault.startswith("found "):
                fault = f"{where}: {fault}"
            elif "exclude all" in fault and importer is not None:
                fault = f"package {importer.path}\n\timports {fault}"
            elif fault.startswith("no Go files"):
                fault = f"{where}: {self.absent(path, importer)}"
            self.messages.append(fault)
            return None
        package = self.package(path, folder, files, module, std, f"{where}: ")
        if package.name == "main" and importer is not None:
            self.messages.append(f'{where}: import "{path}" is a program, not an importable package')
            return None
        return package

    def locate(self, path: str, importer: LoadedPackage | None) -> tuple[str, _Module | None, bool]:
        """Folder, module and whether it is the library's; an empty folder when there is none."""
        if importer is not None and not importer.std:
            module = self.module(importer.dir)
            if module is not None and (path == module.path or path.startswith(module.path + "/")):
                folder = os.path.join(module.root, path[len(module.path) + 1 :])
                return (os.path.normpath(folder) if os.path.isdir(folder) else ""), module, False
        if path == RUNTIME:
            return self.std_root, None, True
        folder = os.path.join(self.std_root, "lib", *path.split("/"))
        return (folder if self.std_root and os.path.isdir(folder) else ""), None, True

    def absent(self, path: str, importer: LoadedPackage | None) -> str:
        """What go says of an import that leads nowhere."""
        if "." not in path.split("/", 1)[0]:
            return f"package {path} is not in std"
        if importer is not None and self.module(importer.dir) is None:
            return (
                f"no required module provides package {path}: go.mod file not found in current directory or any parent "
                "directory; see 'go help modules'"
            )
        return f"no required module provides package {path}"

    def import_fault(self, path: str, importer: LoadedPackage, where: str) -> str:
        """The message for an import that is refused whatever it leads to, or ""."""
        if path == "C":
            return f'{where}: import "C" is not supported'
        if path.startswith(("./", "../")) or path in (".", ".."):
            return f'{where}: "{path}" is relative, but relative import paths are not supported in module mode'
        if path.startswith("/"):
            return f"{where}: \"{path}\" is not a package path; see 'go help packages'"
        if "@" in path:
            way = "can only use path@version syntax with 'go get' and 'go install' in module-aware mode"
            return f"package {importer.path}\n\timports {path}: {way}"
        if fault := path_fault(path):
            return f'{where}: malformed import path "{path}": {fault}'
        parts = path.split("/")
        if "internal" in parts:
            at = len(parts) - 1 - parts[::-1].index("internal")
            parent = "/".join(parts[:at])
            folder, _, std = self.locate(path, importer)
            inside = importer.place == parent or importer.place.startswith(parent + "/") or not parent
            if (folder or not parent) and (std != importer.std or not inside):
                return f"package {importer.path}\n\t{where}: use of internal package {path} not allowed"
        return ""

    # -- files

    def read(self, full: str) -> bytes:
        """The bytes of a file; overlaid contents come first."""
        text = self.overlay.get(full)
        if text is None:
            try:
                with open(full, "rb") as f:
                    text = f.read()
            except OSError as e:
                raise LoadError([f"open {full}: {(e.strerror or str(e)).lower()}"]) from None
        return text

    def go_file(self, full: str, text: bytes) -> GoFile:
        """A file with its header."""
        return GoFile(full, text, read_header(text))

    def short(self, full: str) -> str:
        """A path as the go command shows it in its own messages."""
        relative = os.path.relpath(full, self.cwd)
        return relative if len(relative) < len(full) else full

    def where(self, file: GoFile, offset: int) -> str:
        """file:line:column."""
        at_end = offset == len(file.source) and file.source.endswith(b"\n")  # go/token: no line begins at the end
        line, column = SourceFile(file.path, 0, file.source).physical(offset - at_end)
        return f"{self.short(file.path)}:{line}:{column + at_end}"

    def module(self, folder: str) -> _Module | None:
        """The module a folder belongs to."""
        if folder not in self.modules:
            path = os.path.join(folder, "go.mod")
            parent = os.path.dirname(folder)
            if os.path.isfile(path):
                self.modules[folder] = _read_module(folder, self.read(path).decode("utf-8", "replace"))
            else:
                self.modules[folder] = self.module(parent) if parent != folder else None
        return self.modules[folder]


@dataclass(frozen=True, slots=True)
class _Module:
    """A go.mod: where it is, its module path, the language version it names."""

    root: str
    path: str
    language: str

    def import_path(self, folder: str) -> str:
        """Import path of a folder in the module."""
        relative = os.path.relpath(folder, self.root)
        return self.path if relative == "." else f"{self.path}/{relative.replace(os.sep, '/')}"


def _read_module(root: str, text: str) -> _Module:
    """The module and go lines of a go.mod."""
    path = re.search(r'^\s*module\s+"?([^\s"]+)', text, re.MULTILINE)
    if path is None:
        raise LoadError([f"go: error reading {os.path.join(root, 'go.mod')}: missing module declaration."])
    version = re.search(r"^\s*go\s+(\d+\.\d+)", text, re.MULTILINE)
    return _Module(root, path.group(1), version.group(1) if version else "")
