"""Finding, selecting, ordering and hashing packages; the texts are those of the go command."""

from __future__ import annotations

from pathlib import Path

import pytest
from morestack.compiler import header, load
from morestack.compiler.source import Errors


def write(root: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return root


@pytest.fixture
def std(tmp_path: Path) -> str:
    """A tiny library."""
    return str(
        write(
            tmp_path / "std",
            {
                "a.go": 'package runtime\nimport "unsafe"\nimport "internal/cpu"\n',
                "b_windows.go": "package runtime\nbroken\n",
                "old.go": "//go:build selftrace\n\npackage runtime\n",
                "lib/internal/cpu/cpu.go": "package cpu\n",
                "lib/fmt/print.go": 'package fmt\nimport (\n\t"os"\n\t"unsafe"\n)\nfunc Print() {}\n',
                "lib/os/os.go": "package os\n",
            },
        )
    )


@pytest.fixture
def module(tmp_path: Path) -> Path:
    """A module with packages of every kind."""
    root = tmp_path / "m"
    (root / "empty").mkdir(parents=True)
    return write(
        root,
        {
            "go.mod": "module example.com/m\n\ngo 1.21\n",
            "a/a.go": 'package a\nimport "example.com/m/b"\nvar X = b.X\n',
            "b/b.go": 'package b\nimport "example.com/m/a"\nvar X = a.X\n',
            "good/g.go": 'package good\nimport "fmt"\n',
            "two/x.go": "package p1\n",
            "two/y.go": "package p2\n",
            "onlytest/x_test.go": "package p\n",
            "excl/x_windows.go": "package p\n",
            "internal/k/k.go": "package k\n",
            "x/internal/y/y.go": "package y\n",
            "cmd/main.go": "package main\nfunc main() {}\n",
        },
    )


def fails(args: list[str], std: str, cwd: Path) -> str:
    with pytest.raises(load.LoadError) as e:
        load.load_program(args, std_root=std, cwd=str(cwd), require_main=True)
    return str(e.value)


def test_order_and_names(std: str, module: Path) -> None:
    write(module, {"main.go": 'package main\n\nimport "fmt"\nimport "example.com/m/good"\n\nfunc main() {}\n'})
    program = load.load_program(["."], std_root=std, cwd=str(module))
    paths = [p.path for p in program.packages]
    assert paths == ["internal/cpu", "runtime", "example.com/m/good", "fmt", "example.com/m"] or paths == [
        "internal/cpu", "runtime", "os", "fmt", "example.com/m/good", "example.com/m",
    ]  # fmt: skip
    assert program.main.name == "main"
    assert program.main.language == "1.21"
    assert program.by_path["fmt"].imports == ["os", "unsafe"]
    assert [Path(f.path).name for f in program.by_path["runtime"].sources] == ["a.go"]
    errors = Errors(program.fset)
    files = program.parse(program.main, errors)
    assert len(files) == 1 and program.parse(program.main, errors) is files


def test_tags_select_files(std: str, module: Path) -> None:
    write(module, {"main.go": "package main\n"})
    program = load.load_program(["main.go"], ["selftrace"], std_root=std, cwd=str(module))
    assert [Path(f.path).name for f in program.by_path["runtime"].sources] == ["a.go", "old.go"]
    assert program.main.path == "command-line-arguments"


def test_keys_depend_on_sources_and_dependencies(std: str, module: Path) -> None:
    write(module, {"main.go": 'package main\nimport "fmt"\n'})

    def keys() -> dict[str, str]:
        program = load.load_program(["."], std_root=std, cwd=str(module))
        return {p.path: p.key for p in program.packages}

    first = keys()
    assert first == keys()
    write(Path(std), {"lib/os/os.go": "package os\nvar X int\n"})
    second = keys()
    changed = {p for p in first if first[p] != second[p]}
    assert changed == {"os", "fmt", "example.com/m"}


def test_contents_from_memory(std: str, tmp_path: Path) -> None:
    program = load.load_program(
        ["prog.go"], std_root=std, cwd=str(tmp_path), overlay={"prog.go": b"package main\nfunc main() {}\n"}
    )
    assert program.main.sources[0].path == str(tmp_path / "prog.go")


@pytest.mark.parametrize(
    ("imports", "want"),
    [
        (
            'import "example.com/m/a"',
            "package example.com/m\n\timports example.com/m/a from main.go\n\timports example.com/m/b from a.go\n"
            "\timports example.com/m/a from b.go: import cycle not allowed",
        ),
        ('import "example.com/m/empty"', "main.go:2:8: no required module provides package example.com/m/empty"),
        ('import "example.com/m/two"', "main.go:2:8: found packages p1 (x.go) and p2 (y.go) in {m}/two"),
        ('import "example.com/m/onlytest"', "example.com/m/onlytest: no non-test Go files in {m}/onlytest"),
        (
            'import "example.com/m/excl"',
            "package example.com/m\n\timports example.com/m/excl: build constraints exclude all Go files in {m}/excl",
        ),
        (
            'import "example.com/m/x/internal/y"',
            "package example.com/m\n\tmain.go:2:8: use of internal package example.com/m/x/internal/y not allowed",
        ),
        (
            'import "internal/cpu"',
            "package example.com/m\n\tmain.go:2:8: use of internal package internal/cpu not allowed",
        ),
        ('import (\n\t"fmt"\n\t"foo/bar"\n)', "main.go:4:2: package foo/bar is not in std"),
        ('import "fmt', "main.go:2:8: string literal not terminated"),
        ("import 7", "main.go:2:8: import path must be a string"),
        ("import x", "main.go:2:9: missing import path"),
        ('import ( "fmt" "os" )', "main.go:2:16: expected ';', found \"os\""),
        ('import "C"', 'main.go:2:8: import "C" is not supported'),
        ('import _ "foo"', "main.go:2:8: package foo is not in std"),
        ('import "a"\nimport 7', "main.go:3:8: import path must be a string"),
        ("import `fmt", "main.go:2:8: raw string literal not terminated"),
        ('import "a\\z"', "main.go:2:11: unknown escape sequence"),
        ('import "\0"', "go: reading main.go: unexpected NUL in input"),
        ('import "/foo"', "main.go:2:8: \"/foo\" is not a package path; see 'go help packages'"),
        ('import "a//b"', 'main.go:2:8: malformed import path "a//b": double slash'),
        ('import "a/con"', 'main.go:2:8: malformed import path "a/con": "con" disallowed as path element component on Windows'),
        ('import "a/é"', "main.go:2:8: malformed import path \"a/é\": invalid char 'é'"),
        (
            'import "a@b"',
            "package example.com/m\n\timports a@b: can only use path@version syntax with 'go get' and 'go install' in "
            "module-aware mode",
        ),
        ('import "a b"', "{m}/main.go:2:8: invalid import path: a b"),
        (
            'import "example.com/m/cmd"',
            'main.go:2:8: import "example.com/m/cmd" is a program, not an importable package',
        ),
    ],
)
def test_bad_imports(std: str, module: Path, imports: str, want: str) -> None:
    write(module, {"main.go": f"package main\n{imports}\nfunc main() {{}}\n"})
    assert fails(["."], std, module) == want.replace("{m}", str(module))


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("", "main.go:1:1: expected 'package', found 'EOF'"),
        ("hello", "main.go:1:1: expected 'package', found hello"),
        ("func f() {}", "main.go:1:1: expected 'package', found 'func'"),
        ("package 7", "main.go:1:9: expected 'IDENT', found 7"),
        ("//go:build foo bar\npackage main", "main.go: parsing //go:build line: unexpected token bar"),
        ("// hi\n", "main.go:1:7: expected 'package', found 'EOF'"),
        ("/* hi\n", "main.go:1:1: comment not terminated"),
        ("package main import `a`", "main.go:1:14: expected ';', found 'import'"),
        ("package lib", "package command-line-arguments is not a main package"),
    ],
)
def test_bad_files(std: str, tmp_path: Path, text: str, want: str) -> None:
    write(tmp_path, {"main.go": text})
    assert fails(["main.go"], std, tmp_path) == want


def test_bad_arguments(std: str, module: Path) -> None:
    (module / "x.go").mkdir()
    assert fails(["nosuch.go"], std, module) == "stat nosuch.go: no such file or directory"
    assert fails(["x.go"], std, module) == "x.go is a directory, should be a Go file"
    assert fails(["./empty"], std, module) == f"no Go files in {module}/empty"
    assert fails(["./nodir"], std, module) == f"stat {module}/nodir: directory not found"
    assert fails(["two/x.go", "a/a.go"], std, module) == "named files must all be in one directory; have two and a"
    assert fails(["two/x.go", "two/y.go"], std, module) == f"found packages p1 (x.go) and p2 (y.go) in {module}/two"
    assert fails(["onlytest/x_test.go"], std, module) == "go: cannot run *_test.go files (onlytest/x_test.go)"


def test_a_named_file_ignores_its_constraints(std: str, module: Path) -> None:
    write(module, {"r_windows.go": "//go:build ignore\n\npackage main\n"})
    assert load.load_program(["r_windows.go"], std_root=std, cwd=str(module)).main.name == "main"


def test_header_stops_at_the_first_declaration() -> None:
    found = header.read_header(b'/*\nfunc x\n*/ package p\nimport . "a"\nimport (\n\tb "b"; "c"\n)\nfunc f() { " }\n')
    assert found.name == "p"
    assert [p for p, _ in found.imports] == ["a", "b", "c"]
    assert found.fault is None
