"""Positions, //line directives, shortened paths and gc's rules for lists of errors."""

from __future__ import annotations

import contextlib

import pytest
from morestack.compiler import parser
from morestack.compiler.buildtags import BadConstraint, Target, evaluate, name_matches, source_matches
from morestack.compiler.source import Errors, FileSet, TooManyErrors, short_path


def test_columns_count_bytes() -> None:
    fset = FileSet("/w")
    first = fset.add("/w/a.go", b"x\n\xc3\xa9y\n")
    second = fset.add("/w/sub/b.go", b"z")
    assert fset.position_text(first.base) == "./a.go:1:1"
    assert fset.position_text(first.base + 4) == "./a.go:2:3"
    assert fset.position_text(second.base) == "sub/b.go:1:1"
    assert fset.position_text(second.base + 1) == "sub/b.go:1:2"
    assert fset.line(first.base + 2) == 2
    assert fset.file(0) is None
    assert fset.file(second.base + 2) is None


@pytest.mark.parametrize(
    ("path", "cwd", "shown"),
    [
        ("/w/p.go", "/w", "./p.go"),
        ("/w/s/p.go", "/w", "s/p.go"),
        ("/work/p.go", "/work/deep", "../p.go"),
        ("/usr/x.go", "/home/somebody/far/away", "/usr/x.go"),
        ("p.go", "/w", "./p.go"),
        ("<stdin>", "/w", "<stdin>"),
    ],
)
def test_short_path(path: str, cwd: str, shown: str) -> None:
    assert short_path(path, cwd) == shown


def syntax(text: bytes | str, limit: int = 10) -> list[str]:
    """The diagnostics of a file, as gc prints them."""
    fset = FileSet("/w")
    errors = Errors(fset, limit)
    source = text if isinstance(text, bytes) else text.encode()
    with contextlib.suppress(TooManyErrors):
        parser.parse_file(fset, "/w/p.go", source, errors)
    return errors.text().splitlines()


def test_line_directives() -> None:
    text = "package p\n//line foo.go:10\nvar x int = )\n/*line bar.go:30:5*/var y int = )\n//line :7:3\nvar z = )\n"
    assert syntax(text) == [
        "./foo.go:10: syntax error: unexpected ), expected expression",
        "./bar.go:30:17: syntax error: unexpected ), expected expression",
        "./bar.go:7:11: syntax error: unexpected ), expected expression",
    ]
    assert syntax("package p\n//line foo.go:x\n") == ["./p.go:2:15: invalid line number: x"]


def test_one_syntax_error_a_line_and_ten_in_all() -> None:
    assert syntax("package p\nvar a = ) ) )\n") == ["./p.go:2:9: syntax error: unexpected ), expected expression"]
    lines = syntax("package p\n" + "var a = )\n" * 20)
    assert len(lines) == 11
    assert lines[-1] == "./p.go:11:9: too many errors"


def test_errors_are_sorted_and_not_repeated() -> None:
    fset = FileSet("/w")
    file = fset.add("/w/p.go", b"abc\ndef\n")
    errors = Errors(fset)
    errors.report(file.base + 4, "second")
    errors.report(file.base, "first")
    errors.report(file.base, "first")
    errors.report(0, "nowhere")
    assert errors.text() == "nowhere\n./p.go:1:1: first\n./p.go:2:1: second\n"
    assert errors.syntax_errors == 0


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("linux", True),
        ("!linux", False),
        ("windows || amd64 && gc", True),
        ("(windows || linux) && !cgo", True),
        ("unix && go1.27", True),
        ("go1.28", False),
        ("mytag", True),
        ("ignore", False),
    ],
)
def test_constraints(text: str, value: bool) -> None:
    target = Target(tags=frozenset({"mytag"}))
    assert evaluate(text, target.true_tags) is value
    assert source_matches(f"// doc\n\n//go:build {text}\n\npackage p\n".encode(), target) is value


@pytest.mark.parametrize("text", ["foo bar", "!!x", "(x", "x &&", "&& x", "x)", "a @ b", ""])
def test_bad_constraints(text: str) -> None:
    with pytest.raises(BadConstraint):
        evaluate(text, frozenset())


def test_old_constraints_need_a_blank_line() -> None:
    target = Target()
    assert not source_matches(b"// +build windows darwin\n// +build amd64\n\npackage p\n", target)
    assert source_matches(b"// +build linux,amd64 windows\n\npackage p\n", target)
    assert source_matches(b"// +build windows\npackage p\n", target)
    assert source_matches(b"package p\n\n//go:build windows\n", target)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("x.go", True),
        ("x_linux.go", True),
        ("x_windows.go", False),
        ("x_linux_amd64.go", True),
        ("x_linux_arm64.go", False),
        ("x_amd64.go", True),
        ("x_arm64_test.go", False),
        ("linux.go", True),
        ("windows.go", True),
        ("x_unix.go", True),
    ],
)
def test_file_names(name: str, value: bool) -> None:
    assert name_matches(name, Target()) is value
