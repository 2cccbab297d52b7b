"""Text of a Go file to tokens, automatic semicolons included.

Tokens are three parallel lists (kind, position, text), because an object for each would cost more than the scanning.  A
kind is a string: the token itself for keywords and operators (``"func"``, ``"<<="``), and ``"name"``, ``"literal"``,
``";"`` and ``"EOF"``.  The text of a ``";"`` says where it comes from: ``semicolon``, ``newline`` or ``EOF``.

The source is decoded as latin-1, so that an index in it is a byte offset; names are turned into proper text here,
literals by :func:`literal_text`.  One regular expression splits the file; whatever it matches and the table of known
texts does not know goes through :meth:`_Scanner.unusual`.  Messages and positions are those of gc's scanner
(cmd/compile/internal/syntax).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from morestack.compiler.source import LineDirective, SourceFile

KEYWORDS: Final = frozenset(
    {
        "break",
        "case",
        "chan",
        "const",
        "continue",
        "default",
        "defer",
        "else",
        "fallthrough",
        "for",
        "func",
        "go",
        "goto",
    }
    | {"if", "import", "interface", "map", "package", "range", "return", "select", "struct", "switch", "type", "var"}
)
PUNCTUATION: Final = frozenset({"(", ")", "[", "]", "{", "}", ",", ":", ".", "...", ":=", "=", "<-", "++", "--"})
ASSIGN_OPS: Final = frozenset({"+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<=", ">>=", "&^="})
PRECEDENCE: Final = (
    {"||": 1, "&&": 2}
    | dict.fromkeys(("==", "!=", "<", "<=", ">", ">="), 3)
    | dict.fromkeys(("+", "-", "|", "^"), 4)
    | dict.fromkeys(("*", "/", "%", "&", "&^", "<<", ">>"), 5)
)
OPERATORS: Final = frozenset(PRECEDENCE) | {"!", "~"}

# After one of these a newline becomes a semicolon.
LINE_ENDERS: Final = frozenset(
    {"name", "literal", "break", "continue", "fallthrough", "return", "++", "--", ")", "]", "}"}
)

_KNOWN: Final = {t: t for t in KEYWORDS | PUNCTUATION | ASSIGN_OPS | OPERATORS} | {";": ";"}

_TOKEN: Final = re.compile(
    r"""([ \t\r\n\0]*)(
      [A-Za-z_\x80-\xff][0-9A-Za-z_\x80-\xff\0]*
    | [()\[\]{},;]
    | \.\.\.
    | 0[xX][0-9a-fA-F_\0]*(?:\.[0-9a-fA-F_\0]*)?(?:[pP][+-]?[0-9_\0]*)?i?
    | (?:0[bBoO][0-9_\0]*|[0-9][0-9_\0]*)(?:\.[0-9_\0]*)?(?:[eEpP][+-]?[0-9_\0]*)?i?
    | \.[0-9][0-9_\0]*(?:[eEpP][+-]?[0-9_\0]*)?i?
    | "[^"\\\n]*(?:\\.[^"\\\n]*)*(?:"|\\(?=\n|\Z))?
    | //[^\n]*
    | '[^'\\\n]*(?:\\.[^'\\\n]*)*(?:'|\\(?=\n|\Z))?
    | `[^`]*`?
    | /\*[^*]*(?:\*(?!/)[^*]*)*(?:\*/)?
    | <<=|>>=|&\^=
    | &&|\|\||<-|\+\+|--|==|!=|<=|>=|:=|[-+*/%&|^]=|<<|>>|&\^
    | [-+*/%&|^<>=!.:~]
    | [^A-Za-z_\x80-\xff0-9 \t\r\n\0()\[\]{},;."'`/<>&|+\-=!:*%^~]+
    | )""",
    re.VERBOSE,
)

_PLAIN_INT: Final = re.compile(r"[1-9][0-9]*|0")
_GOOD_NUMBER: Final = re.compile(
    r"""(?: 0[xX](?:_?[0-9a-fA-F])+ | 0[bB](?:_?[01])+ | 0[oO](?:_?[0-7])+ | 0(?:_?[0-7])* | [1-9](?:_?[0-9])*
    | 0[xX](?:(?:_?[0-9a-fA-F])+(?:\.(?:[0-9a-fA-F](?:_?[0-9a-fA-F])*)?)?|\.[0-9a-fA-F](?:_?[0-9a-fA-F])*)
      [pP][+-]?[0-9](?:_?[0-9])*
    | [0-9](?:_?[0-9])*(?:\.(?:[0-9](?:_?[0-9])*)?(?:[eE][+-]?[0-9](?:_?[0-9])*)?|[eE][+-]?[0-9](?:_?[0-9])*|(?=i))
    | \.[0-9](?:_?[0-9])*(?:[eE][+-]?[0-9](?:_?[0-9])*)? )i?""",
    re.VERBOSE,
)
_GOOD_ESCAPE: Final = (
    r"""\\(?:[abfnrtv\\"]|[0-3][0-7]{2}|x[0-9a-fA-F]{2}|u(?!d[89a-f]|D[89A-F]|d[A-F]|D[a-f])[0-9a-fA-F]{4})"""
)
_GOOD_STRING: Final = re.compile(rf'"[^"\\\n]*(?:{_GOOD_ESCAPE}[^"\\\n]*)*"')
_GOOD_RUNE: Final = re.compile(
    r"""'(?:[\x20-\x26\x28-\x5b\x5d-\x7e]|\\(?:[abfnrtv\\']|[0-3][0-7]{2}|x[0-9a-fA-F]{2}))'"""
)

_BIG: Final = 4 << 20  # bytes; from here on tokens are matched one by one, to keep memory in bounds
_MAX_ERRORS: Final = 200  # a file with so many errors is not read further: gc would not print them
BYTE_ERRORS: Final = ("invalid NUL character", "invalid UTF-8 encoding", "invalid BOM in the middle of the file")
_GC_NAMES: Final = {2: "binary", 8: "octal", 10: "decimal", 16: "hexadecimal"}


@dataclass(slots=True)
class Tokens:
    """The tokens of one file.  ``kinds``, ``positions`` and ``texts`` run in parallel; the last kind is "EOF"."""

    kinds: list[str] = field(default_factory=list)
    positions: list[int] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    errors: list[tuple[int, str]] = field(default_factory=list)  # (position, message), in the order of positions
    bad: set[int] = field(default_factory=set)  # positions of malformed literals
    # comments: index of the token that follows, position, text (latin-1)
    comments: list[tuple[int, int, str]] = field(default_factory=list)
    directives: list[tuple[int, int, str]] = field(
        default_factory=list
    )  # the //go: comments among them, as proper text


def scan(file: SourceFile) -> Tokens:
    """Split a whole file.  Never raises; errors are in the result."""
    return _Scanner(file).run()


def dump(file: SourceFile) -> str:
    """The tokens as text, one a line: line:column, kind, text."""
    tokens = scan(file)
    out: list[str] = []
    for kind, pos, text in zip(tokens.kinds, tokens.positions, tokens.texts, strict=True):
        line, column = file.physical(pos)
        shown = "" if kind == text else text if kind == "name" else literal_text(text)
        out.append(f"{line}:{column}\t{kind}\t{shown}".rstrip())
    for pos, message in tokens.errors:
        line, column = file.physical(pos)
        out.append(f"{line}:{column}\terror\t{message}")
    return "\n".join(out) + "\n"


def literal_text(text: str) -> str:
    """The proper text of a token's latin-1 text."""
    return text if text.isascii() else text.encode("latin-1").decode("utf-8", "replace")


class _Scanner:
    """The state of one scan."""

    def __init__(self, file: SourceFile) -> None:
        self.file = file
        self.base = file.base
        self.text = file.source.decode("latin-1")
        self.tokens = Tokens()

    def run(self) -> Tokens:
        """The loop over all matches."""
        tokens = self.tokens
        text = self.text
        start = 3 if text.startswith("\xef\xbb\xbf") else 0
        if not text.isascii() or "\0" in text:
            text = self.check_bytes(start)
        pairs: Iterable[tuple[str, str]]
        if len(text) < _BIG:
            pairs = _TOKEN.findall(text, start)
        else:
            pairs = (m.groups() for m in _TOKEN.finditer(text, start))  # type: ignore[misc]
        add_kind = tokens.kinds.append
        add_pos = tokens.positions.append
        add_text = tokens.texts.append
        known = dict(_KNOWN)
        kind_of = known.get
        enders = LINE_ENDERS
        pos = start + self.base
        ender = False  # a newline here would become a semicolon
        for blank, word in pairs:
            if ender and "\n" in blank:
                add_kind(";")
                add_pos(pos + blank.index("\n"))
                add_text("newline")
                ender = False
            pos += len(blank)
            kind = kind_of(word)
            if kind is None:
                if not word:
                    break
                found, word = self.unusual(word, pos, known)
                if found is None:
                    if ender and word.startswith("/*") and "\n" in word:
                        add_kind(";")
                        add_pos(pos)
                        add_text("newline")
                        ender = False
                    pos += len(word)
                    if len(tokens.errors) > _MAX_ERRORS:
                        break
                    continue
                if len(tokens.errors) > _MAX_ERRORS:
                    break
                kind = found
                add_kind(kind)
                add_pos(pos)
                add_text(word)
                ender = True
                # a name's proper text may be shorter than its bytes
                pos += len(word) if word.isascii() or kind == "literal" else len(word.encode())
                continue
            add_kind(kind)
            add_pos(pos)
            add_text(word)
            ender = kind in enders
            pos += len(word)
        end = self.base + len(text)
        if ender:
            add_kind(";")
            add_pos(end)
            add_text("EOF")
        add_kind("EOF")
        add_pos(end)
        add_text("EOF")
        tokens.errors.sort(key=lambda e: e[0])
        return tokens

    def error(self, pos: int, message: str) -> None:
        """Note an error at an absolute position."""
        self.tokens.errors.append((pos, message))

    # -- bytes

    def check_bytes(self, start: int) -> str:
        """Report NULs, byte order marks and bad UTF-8; the text with NULs for them all.

        gc's scanner skips such bytes wherever they stand: the pattern takes NUL for a blank and for part of a name.
        """
        holes: list[tuple[int, int]] = []  # offset, width
        lines = 0
        last_message = ""
        line_start = 0
        for at, width, message in _bad_bytes(self.file.source, start):
            holes.append((at, width))
            if at >= line_start:  # one error a line is shown
                lines += 1
                end = self.text.find("\n", at)
                line_start = end + 1 if end >= 0 else len(self.text) + 1
                self.error(self.base + at, message)
            elif message != last_message:
                self.error(self.base + at, message)
            last_message = message
            if lines > 12 or len(holes) > 10_000:
                self.text = self.text[:at]  # enough errors: the rest is not looked at
                holes.pop()
                break
        if holes:
            letters = bytearray(self.text, "latin-1")
            for hole, width in holes:
                letters[hole : hole + width] = bytes(width)
            self.text = letters.decode("latin-1")
        return self.text

    # -- what the table does not know

    def unusual(self, word: str, pos: int, known: dict[str, str]) -> tuple[str | None, str]:
        """Kind and text of a name, literal or comment (None) seen for the first time; checks it."""
        c = word[0]
        if word.isidentifier() and word.isascii():
            known[word] = "name"
            return "name", word
        if c == '"':
            if not _GOOD_STRING.fullmatch(word):
                self.check_string(word, pos)
            elif len(word) < 24 and pos not in self.tokens.bad:
                known[word] = "literal"
            return "literal", word
        if c == "/":
            self.comment(word, pos)
            return None, word
        if c.isdigit() or c == ".":
            if _PLAIN_INT.fullmatch(word) or _GOOD_NUMBER.fullmatch(word):
                known[word] = "literal"
            else:
                self.check_number(word, pos)
            return "literal", word
        if c == "'":
            if _GOOD_RUNE.fullmatch(word):
                known[word] = "literal"
            else:
                self.check_rune(word, pos)
            return "literal", word
        if c == "`":
            if len(word) < 2 or word[-1] != "`":
                self.error(pos, "string not terminated")
                self.tokens.bad.add(pos)
            return "literal", word
        if c >= "\x80" or c.isalpha() or c == "_":
            return "name", self.check_name(word, pos)
        for i, bad in enumerate(word):
            self.error(pos + i, f"invalid character {unicode_text(bad)}")
            if i > 20:
                break
        return None, word

    def comment(self, word: str, pos: int) -> None:
        """Keep a comment; act on //line; put //go: aside."""
        tokens = self.tokens
        if word[1] == "*" and (len(word) < 4 or not word.endswith("*/")):
            self.error(pos, "comment not terminated")
            return
        tokens.comments.append((len(tokens.kinds), pos, word))
        if word.startswith("//go:"):
            at = pos - self.base
            if self.text[self.text.rfind("\n", 0, at) + 1 : at].strip(" \t\r"):
                self.error(pos + 2, "misplaced compiler directive")
                return
            tokens.directives.append((len(tokens.kinds), pos, literal_text(word).rstrip("\r")))
        elif word[2:7] == "line ":
            offset = pos - self.base
            if word[1] == "*":
                if "\n" not in word:
                    self.line_directive(literal_text(word[7:-2]), pos + 7, offset + len(word), same_line=True)
            elif offset == 0 or self.text[offset - 1] == "\n":
                text = literal_text(word[7:]).rstrip("\r")
                self.line_directive(text, pos + 7, offset + len(word) + 1, same_line=False)

    def line_directive(self, text: str, pos: int, follows: int, same_line: bool) -> None:
        """``//line file:line`` or ``file:line:col``; ``follows`` is the offset from which it holds."""
        head, colon, last = text.rpartition(":")
        if not colon:
            return
        if not _is_number(last):
            self.error(pos + len(head.encode()) + 1, f"invalid line number: {last}")
            return
        head2, colon2, middle = head.rpartition(":")
        column = 0
        number = int(last)
        name = head
        if colon2 and _is_number(middle):
            column, number, name = number, int(middle), head2
            if not 0 < column < 1 << 30:
                self.error(pos + len(head.encode()) + 1, f"invalid column number: {last}")
                return
            last = middle
        if not 0 < number < 1 << 30:
            self.error(pos + len(name.encode()) + 1, f"invalid line number: {text[len(name) + 1 :]}")
            return
        import os.path

        if not name and column:
            before = self.file.directives
            name = before[-1].path if before else self.file.path
        elif name:
            name = os.path.normpath(name)
            if not os.path.isabs(name):
                name = os.path.join(os.path.dirname(self.file.path), name)
        self.file.directives.append(LineDirective(follows, name, number, column))

    # -- checks of malformed words; they only report

    def check_name(self, word: str, pos: int) -> str:
        """A name with letters outside ASCII."""
        text = word.encode("latin-1").decode("utf-8", "replace")
        at = pos
        for i, c in enumerate(text):
            if c >= "\x80":
                if c.isdecimal():
                    if i == 0:
                        self.error(at, f"identifier cannot begin with digit {unicode_text(c)}")
                elif not c.isalpha():
                    self.error(at, f"invalid character {unicode_text(c)} in identifier")
            at += len(c.encode())
        return text

    def check_number(self, word: str, pos: int) -> None:
        """The reason why a number is malformed, as gc words it; only the first one counts."""
        fault = number_fault(word.replace("\0", ""))
        if fault is not None:
            self.error(pos + fault[0], fault[1])
            self.tokens.bad.add(pos)

    def check_string(self, word: str, pos: int) -> None:
        """An interpreted string that the quick pattern does not accept."""
        ok, end = self.check_escapes(word, pos, '"')
        if not (end < len(word) and word[end] == '"'):
            at = pos - self.base + len(word)
            if at < len(self.text):
                self.error(pos + len(word), "newline in string")
            else:
                self.error(pos, "string not terminated")
            ok = False
        if not ok:
            self.tokens.bad.add(pos)

    def check_rune(self, word: str, pos: int) -> None:
        """A rune literal that the quick pattern does not accept."""
        ok, end = self.check_escapes(word, pos, "'")
        if end < len(word) and word[end] == "'":
            if ok:
                count = _rune_count(word[1:end])
                if count == 0:
                    self.error(pos + 1, "empty rune literal or unescaped '")
                    ok = False
                elif count != 1:
                    self.error(pos, "more than one character in rune literal")
                    ok = False
        elif ok:
            if pos - self.base + len(word) < len(self.text):
                self.error(pos + len(word), "newline in rune literal")
            else:
                self.error(pos, "rune literal not terminated")
            ok = False
        if not ok:
            self.tokens.bad.add(pos)

    def check_escapes(self, word: str, pos: int, quote: str) -> tuple[bool, int]:
        """Check the escapes of a literal; whether all are good, and the index of the closing quote (or the length)."""
        ok = True
        at = 1
        end = pos - self.base + len(word)
        after = self.text[end : end + 1]
        while at < len(word) and word[at] != quote:
            if word[at] != "\\":
                at += 1
                continue
            at += 1
            fault, at = escape_fault(word, at, quote, after)
            if fault is not None:
                self.error(pos + fault[0], fault[1])
                ok = False
                if len(self.tokens.errors) > _MAX_ERRORS:
                    return False, len(word)
        return ok, at


def _bad_bytes(source: bytes, start: int) -> Iterator[tuple[int, int, str]]:
    """NULs, byte order marks and bytes that are not UTF-8, in order: offset, width, message."""
    at = start
    marks = re.compile(b"\0|\xef\xbb\xbf")
    while at < len(source):
        # a window is enough to find the next bad byte, and keeps a file full of them linear
        end = min(at + 4096, len(source))
        while end < len(source) and end > at + 4000 and 0x80 <= source[end] < 0xC0:
            end -= 1
        bad = end
        try:
            source[at:end].decode("utf-8")
        except UnicodeDecodeError as e:
            bad = at + e.start
        mark = marks.search(source, at, bad)
        if mark:
            nul = mark.group() == b"\0"
            yield mark.start(), mark.end() - mark.start(), BYTE_ERRORS[0] if nul else BYTE_ERRORS[2]
            at = mark.end()
        elif bad < end:
            yield bad, 1, BYTE_ERRORS[1]
            at = bad + 1
        else:
            at = end


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 20


def _rune_count(body: str) -> int:
    """The number of characters of a rune literal's body, escapes counting one."""
    text = re.sub(r"\\(?:[0-7]{3}|x..|u....|U........|.)", "x", body)
    return len(text.encode("latin-1").decode("utf-8", "replace"))


def escape_fault(word: str, at: int, quote: str, after: str) -> tuple[tuple[int, str] | None, int]:
    """Check the escape whose letter is at ``at``; (offset, message) or None, and where scanning goes on.

    ``after`` is the character behind the word (a newline), "" at the end of the file: there the caller complains.
    """
    c = word[at] if at < len(word) else after
    if c == "":
        return None, at
    if c == quote or c in "abfnrtv\\":
        return None, at + 1
    if c in "01234567":
        count, base, top = 3, 8, 255
    elif c in "xuU":
        count = {"x": 2, "u": 4, "U": 8}[c]
        base, top = 16, 255 if c == "x" else 0x10FFFF
        at += 1
    else:
        return (at, "unknown escape"), at
    value = 0
    for _ in range(count):
        d = word[at] if at < len(word) else after
        if d == "":
            return None, at
        digit = int(d, 16) if d in "0123456789abcdefABCDEF" else 99
        if digit >= base:
            shown = quoted_rune(_rune_at(word, at) if at < len(word) else after)
            return (at, f"invalid character {shown} in {_GC_NAMES[base]} escape"), at
        value = value * base + digit
        at += 1
    if value > top and base == 8:
        return (at, f"octal escape value {value} > 255"), at
    if value > top or 0xD800 <= value < 0xE000:
        shown = unicode_text(chr(value)) if value <= 0x10FFFF else f"U+{value:04X}"
        return (at, f"escape is invalid Unicode code point {shown}"), at
    return None, at


def number_fault(word: str) -> tuple[int, str] | None:
    """(offset, message) of what is wrong with a number, or None (cmd/compile/internal/syntax scanner.number)."""
    prefix = word[1].lower() if word[0] == "0" and len(word) > 1 and word[1] in "xXoObB" else ""
    base = {"x": 16, "o": 8, "b": 2, "": 8 if word[0] == "0" else 10}[prefix]
    digits = "0-9a-fA-F_" if base == 16 else "0-9_"
    m = re.fullmatch(rf"((?:0[xXoObB])?)([{digits}]*)(\.[{digits}]*)?(?:([eEpP])([+-]?)([0-9_]*))?(i?)", word)
    assert m is not None
    head, whole, fraction, letter, sign, power, imaginary = m.groups()
    name = _GC_NAMES[base]
    at = len(head) + len(whole)
    if fraction is not None:
        if prefix in ("o", "b"):
            return at, f"invalid radix point in {name} literal"
        at += len(fraction)
    if not (whole + (fraction or "")).strip("._"):
        return at, f"{name} literal has no digits"
    if letter:
        if letter in "eE" and prefix:
            return at, f"'{letter}' exponent requires decimal mantissa"
        if letter in "pP" and prefix != "x":
            return at, f"'{letter}' exponent requires hexadecimal mantissa"
        at += 1 + len(sign) + len(power)
        if not power.strip("_"):
            return at, "exponent has no digits"
    elif prefix == "x" and fraction is not None:
        return at, "hexadecimal mantissa requires a 'p' exponent"
    if fraction is None and letter is None and not imaginary and base < 10:
        for i, c in enumerate(whole):
            if c != "_" and int(c) >= base:
                return len(head) + i, f"invalid digit '{c}' in {name} literal"
    if "_" in word:
        at = _bad_separator(word, prefix)
        if at >= 0:
            return at, "'_' must separate successive digits"
    return None


def _bad_separator(word: str, prefix: str) -> int:
    """Index of the first underscore that does not stand between digits, or -1; a base prefix counts as a digit."""
    is_digit = "0123456789abcdefABCDEF" if prefix == "x" else "0123456789"
    for i in range(2 if prefix else 0, len(word)):
        if word[i] != "_":
            continue
        left = (i == 2 and bool(prefix)) or (i > 0 and word[i - 1] in is_digit)
        right = i + 1 < len(word) and (word[i + 1] in is_digit or word[i + 1] == "_")
        if not left or not right:
            return i
    return -1


def _rune_at(word: str, at: int) -> str:
    """The character that begins at a byte of a latin-1 text."""
    return word[at : at + 4].encode("latin-1").decode("utf-8", "ignore")[:1] or word[at]


_SHORT_ESCAPES: Final = {
    "\a": "\\a",
    "\b": "\\b",
    "\f": "\\f",
    "\n": "\\n",
    "\r": "\\r",
    "\t": "\\t",
    "\v": "\\v",
    "\\": "\\\\",
    "'": "\\'",
}


def quoted_rune(c: str) -> str:
    """A character as Go's %q shows it."""
    if c in _SHORT_ESCAPES:
        return f"'{_SHORT_ESCAPES[c]}'"
    if c.isprintable():
        return f"'{c}'"
    n = ord(c)
    return f"'\\x{n:02x}'" if n < 0x80 else f"'\\u{n:04x}'" if n < 0x10000 else f"'\\U{n:08x}'"


def unicode_text(c: str) -> str:
    """A character as Go's %#U shows it: U+0040 '@'."""
    n = ord(c)
    return f"U+{n:04X} '{c}'" if c.isprintable() and not 0xD800 <= n < 0xE000 else f"U+{n:04X}"


_ESCAPED: Final = re.compile(rb"\\(?:([abfnrtv\\'\"])|([0-7]{3})|x(..)|u(....)|U(........))", re.DOTALL)
_LETTERS: Final = {
    b"a": b"\a", b"b": b"\b", b"f": b"\f", b"n": b"\n", b"r": b"\r", b"t": b"\t", b"v": b"\v",
    b"\\": b"\\", b"'": b"'", b'"': b'"',
}  # fmt: skip


def _unescape(m: re.Match[bytes]) -> bytes:
    letter, octal, hexa, short, long = m.groups()
    if letter:
        return _LETTERS[letter]
    if octal:
        return bytes((int(octal, 8),))
    if hexa:
        return bytes((int(hexa, 16),))
    return chr(int(short or long, 16)).encode("utf-8", "replace")


def string_bytes(text: str) -> bytes:
    """The bytes that a well-formed string literal (latin-1 text, quotes included) denotes."""
    raw = text[1:-1].encode("latin-1")
    if text[0] == "`":
        return raw.replace(b"\r", b"")
    return _ESCAPED.sub(_unescape, raw) if b"\\" in raw else raw


def rune_value(text: str) -> int:
    """The code point of a well-formed rune literal (latin-1 text, quotes included)."""
    body = text[1:-1]
    if body[0] != "\\":
        return ord(body.encode("latin-1").decode("utf-8"))
    if body[1] in "01234567":
        return int(body[1:], 8)
    if body[1] in "xuU":
        return int(body[2:], 16)
    return _LETTERS[body[1].encode()][0]
