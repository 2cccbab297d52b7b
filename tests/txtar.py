"""Reader and writer of txtar archives, the text format that holds a test program beside what it must print.

An archive is a comment followed by sections; each section is a line `-- name --` and the lines up to the next one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

_MARKER = re.compile(r"^-- (.+?) --[ \t]*\r?$", re.MULTILINE)


@dataclass(slots=True)
class Archive:
    """Comment and sections of one archive; `sections` keeps their order, each text ends in a newline or is empty."""

    comment: str = ""
    sections: dict[str, str] = field(default_factory=dict)

    def files(self, suffix: str = ".go") -> dict[str, str]:
        """Sections whose name ends in `suffix`: the sources of a program."""
        return {name: text for name, text in self.sections.items() if name.endswith(suffix)}


def parse(text: str) -> Archive:
    """Split `text` into its sections. A text without a marker is all comment; a name given twice is a ValueError."""
    marks = list(_MARKER.finditer(text))
    if not marks:
        return Archive(comment=text)
    archive = Archive(comment=text[: marks[0].start()])
    for mark, follower in zip(marks, [*marks[1:], None], strict=True):
        name = mark.group(1)
        if name in archive.sections:
            raise ValueError(f"section {name!r} stands twice in the archive")
        start = mark.end() + 1
        end = follower.start() if follower else len(text)
        archive.sections[name] = text[start:end]
    return archive


def render(archive: Archive) -> str:
    """The text of `archive`; `parse(render(a))` equals `a` when every section is empty or ends in a newline."""
    parts = [archive.comment]
    for name, text in archive.sections.items():
        parts.append(f"-- {name} --\n")
        parts.append(text if not text or text.endswith("\n") else text + "\n")
    return "".join(parts)


def read(path: Path) -> Archive:
    """The archive stored at `path`, read as UTF-8."""
    return parse(path.read_text(encoding="utf-8"))


def write(path: Path, archive: Archive) -> None:
    """Store `archive` at `path`."""
    path.write_text(render(archive), encoding="utf-8")
