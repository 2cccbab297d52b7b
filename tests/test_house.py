"""The order of the house: which room may import which, and that the tables the rooms live by are complete."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from morestack.runtime.launch import NATIVES
from morestack.vm import debug, interp_block, isa, semantics
from morestack.vm.llvm_text import ROWS

TOP = Path(__file__).resolve().parent.parent
ROOMS = ("vm", "compiler", "runtime", "morestack", "tests")
MODULES = sorted(p for room in ROOMS for p in (TOP / room).rglob("*.py") if "python" not in p.parts)
LONGEST = 1800  # lines of a file


def shown(path: Path) -> str:
    return path.relative_to(TOP).as_posix()


def room_of(module: str) -> str:
    """The room of an imported module; "" for what is not ours."""
    parts = module.split(".")
    if parts[0] == "tests":
        return "tests"
    if parts[0] != "morestack":
        return ""
    return parts[1] if len(parts) > 1 and parts[1] in ROOMS[:3] else "morestack"


def imports(tree: ast.Module, typing_too: bool) -> Iterator[str]:
    """The modules that a file names, anywhere; those for type checkers alone only if asked for."""
    skipped: set[ast.AST] = set()
    if not typing_too:
        for node in ast.walk(tree):
            if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
                skipped.update(n for s in node.body for n in ast.walk(s))
    for node in ast.walk(tree):
        if node in skipped:
            continue
        if isinstance(node, ast.Import):
            yield from (a.name for a in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{a.name}" for a in node.names)


@pytest.fixture(scope="module")
def trees() -> dict[Path, ast.Module]:
    return {path: ast.parse(path.read_text(encoding="utf-8")) for path in MODULES}


def test_rooms_import_only_those_before_them(trees: dict[Path, ast.Module]) -> None:
    wrong = []
    for path, tree in trees.items():
        mine = ROOMS.index(path.relative_to(TOP).parts[0])
        for module in imports(tree, typing_too=True):
            room = room_of(module)
            if room and ROOMS.index(room) > mine:
                wrong.append(f"{shown(path)} imports {module}")
    assert not wrong


def test_no_module_imports_itself_through_others(trees: dict[Path, ast.Module]) -> None:
    names = {}
    for path in MODULES:
        parts = path.relative_to(TOP).with_suffix("").parts
        parts = parts if parts[0] in ("morestack", "tests") else ("morestack", *parts)
        names[".".join(parts).removesuffix(".__init__")] = path
    arrows = {}
    for name, path in names.items():
        found = {m if m in names else m.rpartition(".")[0] for m in imports(trees[path], typing_too=False)}
        arrows[name] = {m for m in found if m in names and m != name}
    left = dict(arrows)
    while free := [name for name, to in left.items() if not to & left.keys()]:
        for name in free:
            del left[name]
    assert not left, f"in circles: {sorted(left)}"


def test_every_module_says_why_it_exists(trees: dict[Path, ast.Module]) -> None:
    wrong = []
    for path, tree in trees.items():
        text = ast.get_docstring(tree)
        if path.stat().st_size and not (text and re.search(r"[.:]", text)):
            wrong.append(shown(path))
    assert not wrong


def test_public_names_are_documented(trees: dict[Path, ast.Module]) -> None:
    wrong = []
    for path, tree in trees.items():
        if path.relative_to(TOP).parts[0] == "tests":
            continue
        for node in tree.body:
            if not isinstance(node, ast.FunctionDef | ast.ClassDef) or node.name[0] == "_" or is_native(node):
                continue
            if not ast.get_docstring(node):
                wrong.append(f"{shown(path)}: {node.name}")
    assert not wrong


def is_native(node: ast.FunctionDef | ast.ClassDef) -> bool:
    """Bodies of Go functions are documented at their declarations in Go."""
    return any("native" in ast.unparse(d) for d in node.decorator_list)


def test_no_module_is_a_house_of_its_own() -> None:
    assert not [shown(p) for p in MODULES if len(p.read_text(encoding="utf-8").splitlines()) > LONGEST]


# ---- tables ----------------------------------------------------------------------------------------------------------


def test_every_opcode_is_described_and_has_a_text_in_both_engines() -> None:
    for row in isa.OPS:
        assert row.name and row.effect.strip(), row
        text = semantics.TEXTS[row.name]
        assert text.text and text.shape in {*interp_block.HANDLERS, "branch"}, row.name
        if text.shape == "frame" and not row.name.startswith("mov."):
            assert row.name in interp_block.FRAME_HANDLERS, row.name
        if text.shape == "value" and row.name not in ("getg", "getctx"):
            assert row.name in ROWS, f"{row.name} has no LLVM text"


def test_every_switch_is_documented_and_known_to_the_runtime() -> None:
    go = (TOP / "runtime" / "runtime1.go").read_text(encoding="utf-8")
    known = set(re.findall(r'^\t\{"(\w+)",', go, re.MULTILINE))
    documented = {s.name for s in debug.SWITCHES if s.where == "godebug"}
    assert known <= documented, sorted(known - documented)
    assert documented - known <= {"efence"}, "documented, but nobody reads it"
    assert all(s.help and s.where in ("godebug", "host") for s in debug.SWITCHES)
    assert all(s.name in debug.help_text() for s in debug.SWITCHES)


def declarations_without_body() -> set[str]:
    """The Go functions of the library that have no body of their own, by their linked names."""
    found = set()
    for path in (TOP / "runtime").rglob("*.go"):
        text = path.read_text(encoding="utf-8")
        where = path.parent.relative_to(TOP / "runtime")
        package = "runtime" if where == Path(".") else where.relative_to("lib").as_posix()
        links = dict(re.findall(r"^//go:linkname (\w+) (\S+)$", text, re.MULTILINE))
        for name in re.findall(r"^func (\w+)\([^\n]*[^{\n]$", text, re.MULTILINE):
            found.add(links.get(name, f"{package}.{name}"))
    return found


def test_every_native_has_a_declaration_in_go() -> None:
    assert not NATIVES.keys() - declarations_without_body()
    for name, (function, params, results) in NATIVES.items():
        assert callable(function) and set(params + results) <= set("iudf"), name
