"""The table of phases, from the command line's files to an image, each with the flag that dumps what it hands on.

    load -> parse -> check -> (escape -> build -> opt -> liveness -> slots -> emit, function by function) -> link

The linker pulls: it asks for the functions that the program can reach, so that of a library package only those are
checked and compiled. User packages are checked whole, in source order, as gc does.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from pathlib import Path

from morestack.compiler import GO_VERSION, check, link, objcache
from morestack.compiler.build import Builder, BuildOptions
from morestack.compiler.check import CheckedPackage
from morestack.compiler.header import Header
from morestack.compiler.load import COMMAND_LINE, GoFile, LoadedPackage, LoadError, Program, load_program
from morestack.compiler.source import Diagnostic, Errors, TooManyErrors, compiling
from morestack.compiler.types import Package
from morestack.vm.image import Image

IMPLICIT = ("runtime",)  # packages of every program

PROGRESS_AFTER = 2.0  # seconds of compiling after which a terminal is told about it


@dataclass(slots=True)
class Options:
    """What a compilation depends on besides its sources."""

    tags: tuple[str, ...] = ()
    go: str = GO_VERSION
    std_root: str = ""
    cwd: str | None = None
    overlay: dict[str, bytes] = field(default_factory=dict)
    main: str = "main.main"  # the function that runtime.main calls
    require_main: bool = True
    objects: Path | None = None  # where compiled functions are kept, a file a package
    packages: tuple[str, ...] = ()  # more packages that belong to the program without being imported
    optimise: bool = True

    def identity(self) -> str:
        """What of the options goes into the result."""
        return repr((sorted(self.tags), self.go, self.main, self.optimise))


class CompileFailed(Exception):
    """The program is wrong. ``diagnostics`` in gc's order; ``text`` as ``go build`` prints them; ``packages`` their
    heads."""

    def __init__(self, diagnostics: Sequence[Diagnostic], text: str) -> None:
        super().__init__(text)
        self.diagnostics = list(diagnostics)
        self.text = text


class Progress:
    """One line on a terminal while compiling takes long; nothing anywhere else."""

    def __init__(self) -> None:
        self.start = time.monotonic()
        self.shown = False
        self.last = 0.0
        self.terminal = sys.stderr.isatty()

    def step(self, what: str) -> None:
        if not self.terminal:
            return
        now = time.monotonic()
        if now - self.start > PROGRESS_AFTER and now - self.last > 0.2:
            self.last = now
            self.shown = True
            sys.stderr.write(f"\r\033[Kmorestack: compiling {what} … {now - self.start:.0f} s")
            sys.stderr.flush()

    def end(self) -> None:
        if self.shown:
            sys.stderr.write("\r\033[K")
            sys.stderr.flush()


class Compilation:
    """One run of the phases over one program."""

    def __init__(self, options: Options, progress: Progress | None = None) -> None:
        self.options = options
        self.progress = progress or Progress()
        self.checked: dict[str, CheckedPackage] = {}
        self.program: Program | None = None
        self.builder: Builder | None = None
        self.uses_unsafe = False  # outside the library

    # ---- phases ------------------------------------------------------------------------------------------------------

    def load(self, paths: Sequence[str]) -> Program:
        """Finds the packages. Raises CompileFailed in go's words."""
        o = self.options
        try:
            self.program = load_program(
                paths,
                o.tags,
                o.go,
                o.std_root,
                cwd=o.cwd,
                overlay=o.overlay,
                require_main=o.require_main,
                implicit=(*IMPLICIT, *o.packages),
            )
        except LoadError as e:
            found = [Diagnostic("", 0, 0, m) for m in e.messages]
            raise CompileFailed(found, "".join(f"{m}\n" for m in e.messages)) from None
        main = self.program.main
        if o.packages and main.path == COMMAND_LINE and main.name not in self.program.by_path:
            main.path = main.name  # a package called from outside: its own name says more in traces
            self.program = Program(self.program.fset, self.program.packages, [main.path, *self.program.roots[1:]])
        self.uses_unsafe = any("unsafe" in p.imports for p in self.program.packages if not p.std)
        return self.program

    def check(self) -> None:
        """Parses and checks all packages, dependencies first; stops at the first user package that has errors."""
        assert self.program is not None
        for package in self.program.packages:
            self.progress.step(package.path)
            self._check_one(package)

    def _check_one(self, package: LoadedPackage) -> None:
        assert self.program is not None
        errors = Errors(self.program.fset)
        try:
            self.program.parse(package, errors)
            if not errors.syntax_errors:
                checked = check.check_package(
                    package,
                    self._importer(package),
                    errors,
                    trusted=package.std,
                    require_main=self.options.require_main,
                )
                self.checked["main" if package.name == "main" else package.path] = checked
        except TooManyErrors:
            pass
        if errors:
            head = "" if package.std else f"# {package.path}\n"
            raise CompileFailed(errors.sorted(), head + errors.text())

    def add_file(self, package: LoadedPackage, name: str, text: str, imports: Sequence[str]) -> None:
        """Gives a checked package one more file and checks it again, from fresh trees."""
        header = Header(package.name, tuple((path, 0) for path in imports))
        package.sources.append(GoFile(os.path.join(package.dir, name), text.encode(), header))
        package.imports = sorted({*package.imports, *imports})
        package.files = []
        self._check_one(package)

    def root(self) -> CheckedPackage:
        """The checked package that was asked for first."""
        assert self.program is not None
        main = self.program.main
        return self.checked["main" if main.name == "main" else main.path]

    def _importer(self, package: LoadedPackage) -> Callable[[str], Package]:
        def find(path: str) -> Package:
            found = self.checked.get(path)
            if found is None:
                raise check.ImportFailed(f"package {path} is not part of the program")
            return found.types_pkg

        return find

    def _kept(self, builder: Builder) -> objcache.Packages | None:
        """The functions of the library and of other packages that earlier compilations left."""
        assert self.program is not None
        o = self.options
        if o.objects is None:
            return None
        runtime = next((p.key for p in self.program.packages if p.path == "runtime"), "")
        how = replace(builder.options, main="")
        keys = {}
        for p in self.program.packages:
            if p.path not in self.program.roots and p.path in self.checked:  # roots change, and may be added to
                text = repr((objcache.fingerprint(), how, o.optimise, runtime, p.path, p.key))
                keys[p.path] = blake2b(text.encode(), digest_size=20).hexdigest()
        kept = builder.kept = objcache.Packages(objcache.Cache(o.objects), keys, builder)
        return kept

    def link(self) -> Image:
        """Builds what is reachable and puts it together."""
        assert self.program is not None
        o = self.options
        builder = self.builder = Builder(self.checked, BuildOptions(go=o.go, main=o.main), self.program.fset)
        kept = self._kept(builder)
        try:
            image = link.link(builder, o.optimise, kept=kept)
        except link.LinkError as e:
            text = f"# {self.program.main.path}\n{e}\n"
            raise CompileFailed([Diagnostic("", 0, 0, m) for m in str(e).splitlines()], text) from None
        if kept is not None:
            kept.save()
        image.build.update(go=o.go, tags=",".join(sorted(o.tags)))
        if self.uses_unsafe:
            image.build.update(unsafe="1", unaligned="1")
        return image


def compile_program(paths: Sequence[str], options: Options) -> Image:
    """From files to an image. Raises CompileFailed for a wrong program, source.Bug for a wrong compiler."""
    return compile_with(paths, options, lambda run: {})


def compile_with(paths: Sequence[str], options: Options, between: Callable[[Compilation], dict[str, str]]) -> Image:
    """As compile_program; ``between`` does something to the checked program, and gives what the image shall say of
    it."""
    run = Compilation(options)
    with compiling():
        try:
            run.load(paths)
            run.check()
            said = between(run)
            image = run.link()
            image.build.update(said)
            return image
        finally:
            run.progress.end()
