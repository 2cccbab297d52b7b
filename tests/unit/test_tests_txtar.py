"""The txtar reader keeps comment, names, order and texts."""

from __future__ import annotations

import pytest

from tests import txtar


def test_sections_in_order() -> None:
    archive = txtar.parse("note\n-- b.go --\npackage b\n-- a --\n-- c --\nx\n")
    assert archive.comment == "note\n"
    assert list(archive.sections.items()) == [("b.go", "package b\n"), ("a", ""), ("c", "x\n")]
    assert archive.files() == {"b.go": "package b\n"}


def test_round_trip() -> None:
    archive = txtar.Archive("c\n", {"x": "1\n2\n", "y": ""})
    assert txtar.parse(txtar.render(archive)) == archive


def test_no_marker_is_all_comment() -> None:
    assert txtar.parse("just text\n") == txtar.Archive("just text\n")


def test_a_name_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="twice"):
        txtar.parse("-- a --\n-- a --\n")


def test_lines_that_only_look_like_markers() -> None:
    assert txtar.parse("-- a --\n--b--\n -- c --\n").sections == {"a": "--b--\n -- c --\n"}
