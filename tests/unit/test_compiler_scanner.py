"""Tokens, automatic semicolons and literals; messages and positions as gc's scanner gives them."""

from __future__ import annotations

import os
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from morestack.compiler import scanner
from morestack.compiler.source import FileSet


def tokens(text: str | bytes) -> scanner.Tokens:
    fset = FileSet("/w")
    return scanner.scan(fset.add("/w/p.go", text if isinstance(text, bytes) else text.encode()))


def shown(text: str) -> str:
    """Kinds (texts for names and literals), blank-separated; \\n for an automatic semicolon."""
    t = tokens(text)
    words = []
    for kind, word in zip(t.kinds[:-1], t.texts, strict=False):
        if kind == ";" and word != ";":
            words.append("\\n" if word == "newline" else "$")
        else:
            words.append(word if kind in ("name", "literal") else kind)
    return " ".join(words)


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("a\nb", "a \\n b $"),
        ("a // c\nb", "a \\n b $"),
        ("a /* c */ b", "a b $"),
        ("a /* c\n */ b", "a \\n b $"),
        ("f(\n1,\n)\n", "f ( 1 , ) \\n"),
        ("return\n", "return \\n"),
        ("if\n", "if"),
        ("x++\ny--", "x ++ \\n y -- $"),
        ("a<<=b&^=c&^d", "a <<= b &^= c &^ d $"),
        ("a<-b", "a <- b $"),
        ("a...b..c", "a ... b . . c $"),
        ("x.5", "x .5 $"),
        ("1..2", "1. .2 $"),
        ("a:=~b", "a := ~ b $"),
        ("`a\r\nb`\n", "`a\r\nb` \\n"),
        ("'\\''\n", "'\\'' \\n"),
        ('"\\""+"x"', '"\\"" + "x" $'),
        ("0x1p-2 0b1_0 0o17 1e3i 0x_f 0123", "0x1p-2 0b1_0 0o17 1e3i 0x_f 0123 $"),
        ("é世 = π", "é世 = π $"),
    ],
)
def test_tokens(text: str, want: str) -> None:
    assert shown(text) == want
    assert tokens(text).errors == []


@pytest.mark.parametrize(
    ("text", "column", "message"),
    [
        ("@", 1, "invalid character U+0040 '@'"),
        ("a #", 3, "invalid character U+0023 '#'"),
        ("“", 1, "invalid character U+201C '“' in identifier"),
        ("٠x", 1, "identifier cannot begin with digit U+0660 '٠'"),
        ('"abc', 1, "string not terminated"),
        ('"abc\n', 5, "newline in string"),
        ('"abc\\\n', 6, "unknown escape"),
        ("`abc", 1, "string not terminated"),
        ("/* abc", 1, "comment not terminated"),
        ("''", 2, "empty rune literal or unescaped '"),
        ("'ab'", 1, "more than one character in rune literal"),
        ("'a\n", 3, "newline in rune literal"),
        ("'a", 1, "rune literal not terminated"),
        ("'\\q'", 3, "unknown escape"),
        ('"\\400"', 6, "octal escape value 256 > 255"),
        ('"\\xg1"', 4, "invalid character 'g' in hexadecimal escape"),
        ('"\\08"', 4, "invalid character '8' in octal escape"),
        ('"\\ud800"', 8, "escape is invalid Unicode code point U+D800"),
        ('"\\U00110000"', 12, "escape is invalid Unicode code point U+110000"),
        ("08", 2, "invalid digit '8' in octal literal"),
        ("0b12", 4, "invalid digit '2' in binary literal"),
        ("0x", 3, "hexadecimal literal has no digits"),
        ("0b1.0", 4, "invalid radix point in binary literal"),
        ("1e", 3, "exponent has no digits"),
        ("0x1.0", 6, "hexadecimal mantissa requires a 'p' exponent"),
        ("1p2", 2, "'p' exponent requires hexadecimal mantissa"),
        ("0b1e2", 4, "'e' exponent requires decimal mantissa"),
        ("1__0", 3, "'_' must separate successive digits"),
        ("1_", 2, "'_' must separate successive digits"),
        ("0_x", 2, "'_' must separate successive digits"),
        ("a\0b", 2, "invalid NUL character"),
        ("a\ufeffb", 2, "invalid BOM in the middle of the file"),
    ],
)
def test_errors(text: str, column: int, message: str) -> None:
    found = tokens(text).errors
    assert found[0] == (column, message)


def test_bytes_that_are_not_utf8() -> None:
    assert tokens(b"a \xff b\xc3\n\xed\xa0\x80").errors[0] == (3, "invalid UTF-8 encoding")
    assert tokens(b"\xef\xbb\xbfpackage p").errors == []
    assert tokens(b"pack\0age").kinds[0] == "name"


def test_values() -> None:
    assert scanner.string_bytes('"a\\n\\x41\\101\\u00e9\\U0001F600\\""') == 'a\nAAé😀"'.encode()
    assert scanner.string_bytes("`a\\n\r`") == b"a\\n"
    assert [scanner.rune_value(t) for t in ("'a'", "'\\n'", "'\\''", "'\\x41'", "'\\u00e9'", "'\\377'")] == [
        97, 10, 39, 65, 233, 255,
    ]  # fmt: skip
    assert scanner.rune_value("世".join("''").encode().decode("latin-1")) == 0x4E16


def test_comments_and_directives_are_kept() -> None:
    t = tokens("// doc\n//go:noinline\nfunc f() {} //go:nosplit\n")
    assert [c[2] for c in t.comments] == ["// doc", "//go:noinline", "//go:nosplit"]
    assert [d[2] for d in t.directives] == ["//go:noinline"]
    assert t.errors == [(36, "misplaced compiler directive")]


def test_dump_shows_line_and_column() -> None:
    fset = FileSet("/w")
    assert (
        scanner.dump(fset.add("/w/p.go", b"x :=\n 1"))
        == "1:1\tname\tx\n1:3\t:=\n2:2\tliteral\t1\n2:3\t;\tEOF\n2:3\tEOF\n"
    )


@given(st.binary(max_size=300))
def test_any_bytes(data: bytes) -> None:
    t = tokens(data)
    assert len(t.kinds) == len(t.positions) == len(t.texts)
    assert t.kinds[-1] == "EOF"
    assert t.positions == sorted(t.positions)


@pytest.mark.parametrize("unit", [b"'", b'"\\q', b"@ ", b"\0", b"\xff", b"/*", b"a+", b"\\", b"0x", b"`'\""])
def test_huge_lines_take_bounded_time(unit: bytes) -> None:
    start = time.monotonic()
    tokens(unit * (1_000_000 // len(unit)))
    assert time.monotonic() - start < 20


def test_random_megabytes() -> None:
    tokens(os.urandom(1_000_000))
