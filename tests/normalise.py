"""What may differ between two right runs of one program, taken out of their standard error before they are compared.

Addresses, argument words, `+0x` offsets, goroutine ids, line numbers inside the Go tree and the folders where programs
and the Go tree stand differ from run to run or from implementation to implementation. Names, files, lines of the
program, statuses, wait reasons, the order of goroutines and of frames do not: they stay.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

_CALL = re.compile(r"^(?P<name>(?:[\w./\-·\[\]*]|\(\*?[\w.]+\)|%\w\w)+)\((?P<words>[^\n]*)\)$")
_FILE = re.compile(r"^\t(?P<file>\S.*?):(?P<line>\d+)(?: \+0x[0-9a-f]+)?(?: fp=\S+ sp=\S+(?: pc=\S+)?)?$")
_HEADER = re.compile(
    r"^goroutine (?P<id>\d+)(?: gp=0x[0-9a-f]+ m=(?:nil|\d+)(?: mp=0x[0-9a-f]+)?)? \[(?P<status>[^\]]*)\](?P<labels> \{.*\})?:$"
)
_CREATED = re.compile(r"^created by (?P<name>.+?)(?: in goroutine (?P<id>\d+))?$")
_ELIDED = re.compile(r"^\.\.\.\d+ frames elided\.\.\.$", re.MULTILINE)
_SIGNAL = re.compile(r"^\[signal .*\]$")
_HEX = re.compile(r"0x(?!0\b)[0-9a-f]+")


def _goroutine(number: str) -> str:
    """The main goroutine is 1 in every run; the other numbers are the scheduler's affair."""
    return number if number == "1" else "N"


def _header(match: re.Match[str]) -> str:
    return f"goroutine {_goroutine(match['id'])} [{match['status']}]{match['labels'] or ''}:"


def _created(match: re.Match[str]) -> str:
    tail = f" in goroutine {_goroutine(match['id'])}" if match["id"] else ""
    return f"created by {match['name']}{tail}"


def _file(match: re.Match[str]) -> str:
    line = "_" if match["file"].startswith("$GOROOT") else match["line"]
    return f"\t{match['file']}:{line}"


def _call(match: re.Match[str]) -> str:
    return f"{match['name']}(...)"


def _signal(match: re.Match[str]) -> str:
    return re.sub(r"0x[0-9a-f]+", "0x_", match[0])


_RULES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (_HEADER, _header),
    (_CREATED, _created),
    (_SIGNAL, _signal),
    (_FILE, _file),
    (_CALL, _call),
)


def _line(line: str) -> str:
    for pattern, rewrite in _RULES:
        match = pattern.match(line)
        if match:
            return rewrite(match)
    return _HEX.sub("0x_", line)


def paths(text: str, folders: dict[str, str]) -> str:
    """Replace each folder (longest first) by its name, for example `{"/tmp/x": "$DIR"}`."""
    for folder in sorted(folders, key=len, reverse=True):
        text = text.replace(folder, folders[folder])
    return text


def morestack_paths(text: str) -> str:
    """Our runtime's own files, named where Go keeps them: `…/lib/fmt/print.go` is `$GOROOT/src/fmt/print.go`."""
    try:
        import morestack.runtime as room
    except ImportError:
        return text
    home = str(Path(room.__path__[0]))
    text = text.replace(f"{home}/lib/", "$GOROOT/src/")
    return text.replace(f"{home}/", "$GOROOT/src/runtime/")


def stderr(text: str, folders: dict[str, str] | None = None) -> str:
    """Standard error with everything replaced that two right runs may differ in; applying it twice changes nothing."""
    text = morestack_paths(paths(text, folders or {}))
    if "fatal error: stack overflow" in text:  # how many frames a gigabyte holds depends on their size
        text = _ELIDED.sub("...N frames elided...", text)
    lines = [_line(line) for line in text.split("\n")]
    return "\n".join(line for line in lines if line.strip() != "exit status 2")
