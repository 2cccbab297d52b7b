"""Syntax trees, gc's syntax errors and recovery, labels, pragmas; and real Go as the judge where it is installed."""

from __future__ import annotations

import contextlib
import glob
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from morestack.compiler import parser, tree
from morestack.compiler.source import Errors, FileSet, TooManyErrors


def parse(text: str | bytes) -> tuple[tree.File | None, Errors]:
    fset = FileSet("/w")
    errors = Errors(fset)
    file: tree.File | None = None
    with contextlib.suppress(TooManyErrors):
        file = parser.parse_file(fset, "/w/p.go", text if isinstance(text, bytes) else text.encode(), errors)
    return file, errors


def errors_of(text: str) -> list[str]:
    """Diagnostics without the file name."""
    return [line.removeprefix("./p.go:") for line in parse(text)[1].text().splitlines()]


def body_of(text: str) -> list[tree.Stmt]:
    """The statements of a function body that has no errors."""
    file, errors = parse(f"package p\nfunc f() {{\n{text}\n}}\n")
    assert file is not None
    assert not errors, errors.text()
    decl = file.decls[0]
    assert isinstance(decl, tree.FuncDecl) and decl.body is not None
    return decl.body.list


def expr(text: str) -> tree.Expr:
    """An expression."""
    stmt = body_of(f"_ = {text}")[0]
    assert isinstance(stmt, tree.AssignStmt)
    return stmt.rhs[0]


@pytest.mark.parametrize(
    "text",
    [
        "a + b * c",
        "-x.y[1].(T)(2, z...)",
        "a[1:2:3]",
        "a[:]",
        "<-c",
        "*p",
        "&T{…}",
        "func(a, b int, c ...string) (x int, err error) {…}",
        "map[string][]int{…}",
        "[...]int{…}",
        "[2][]chan<- int(nil)",
        "(<-chan int)(c)",
        "struct{a, b int; T}{}",
        "interface{m(); n(int) string}(nil)",
        "f[int](x)",
        "f[int, string](x)",
        "x.(type)",
        "'a' + \"b\" + 1i",
    ],
)
def test_expressions_print_as_written(text: str) -> None:
    source = text.replace("&T{…}", "&T{1, a: 2, {3}}").replace(") {…}", ") { return }").replace("{…}", "{1}")
    assert tree.expr_string(expr(source)) == text


def test_precedence_groups() -> None:
    x = expr("a || b && c == d + e * f")
    ops = [n.op for n in tree.walk(x) if isinstance(n, tree.BinaryExpr)]
    assert ops == ["||", "&&", "==", "+", "*"]
    x = expr("a - b - c")
    assert isinstance(x, tree.BinaryExpr) and isinstance(x.x, tree.BinaryExpr)


def test_positions() -> None:
    fset = FileSet("/w")
    file = parser.parse_file(fset, "/w/p.go", b"package p\nvar v = f(a + b)\n", Errors(fset))
    assert file is not None
    call = next(n for n in tree.walk(file) if isinstance(n, tree.CallExpr))
    assert [fset.position_text(p)[7:] for p in (call.pos, call.lparen, call.rparen)] == ["2:9", "2:10", "2:16"]
    add = call.args[0]
    assert isinstance(add, tree.BinaryExpr)
    assert (fset.position(add.pos).column, fset.position(add.op_pos).column) == (11, 13)


def test_statements() -> None:
    kinds = [
        type(s).__name__
        for s in body_of(
            "x := 1; x++; x += 2; c <- x; go f(); defer f(); return; {}; ;"
            "if x := 1; x > 0 {} else if y {} else {}\n"
            "for {}; for x {}\n"
            "for i := 0; i < 3; i++ {}; for range c {}; for i, v := range c {}; for i := range 10 {};"
            "switch x := y; x {case 1, 2: default:}; switch v := x.(type) {case int, nil:}; switch x.(type) {}\n"
            "select {case v := <-c: case c <- 1: default:}; L: for { break L; continue L }; goto M; M: ;"
            "var a, b int = 1, 2; const (k = iota; l); type T struct{}"
        )
    ]
    assert kinds == [
        "AssignStmt", "IncDecStmt", "AssignStmt", "SendStmt", "GoStmt", "DeferStmt", "ReturnStmt", "BlockStmt",
        "EmptyStmt", "IfStmt", "ForStmt", "ForStmt", "ForStmt", "RangeStmt", "RangeStmt", "RangeStmt", "SwitchStmt",
        "TypeSwitchStmt", "TypeSwitchStmt", "SelectStmt", "LabeledStmt", "BranchStmt", "LabeledStmt", "DeclStmt",
        "DeclStmt", "DeclStmt",
    ]  # fmt: skip


def test_parameters_are_grouped() -> None:
    file, errors = parse("package p\nfunc (r *T) f(a, b int, c ...string) (int, error)\nfunc g(int, []T, p.Q)\n")
    assert file is not None and not errors
    f, g = file.decls
    assert isinstance(f, tree.FuncDecl) and isinstance(g, tree.FuncDecl)
    assert [[n.name for n in x.names] for x in f.type_expr.params.list] == [["a", "b"], ["c"]]
    assert f.type_expr.params.num_fields() == 3
    assert [x.names for x in g.type_expr.params.list] == [[], [], []]


def test_type_parameters_are_parsed() -> None:
    file, errors = parse(
        "package p\ntype T[P any, Q ~int|~string] struct{}\ntype A [N]int\ntype B [N * 2]int\ntype C[P *T,] int\n"
        "func F[X comparable](x X) T[X, int] { return T[X, int]{} }\n"
        "type I interface{ ~int | string; m() }\ntype D = A\n"
    )
    assert file is not None and not errors, errors.text()
    specs = [d.specs[0] for d in file.decls if isinstance(d, tree.GenDecl)]
    assert [isinstance(s, tree.TypeSpec) and s.type_params is not None for s in specs] == [
        True, False, False, True, False, False,
    ]  # fmt: skip


def test_pragmas_doc_and_linkname() -> None:
    file, errors = parse(
        'package p\nimport _ "unsafe"\n\n// Not this.\n\n// F does it\n// well.\n'
        "//go:noinline\n//go:nosplit\nfunc F()\n"
        "\n//go:linkname g runtime.g\nfunc g()\n\n/* block */\nfunc h() {}\n"
    )
    assert file is not None and not errors
    f, g, h = (d for d in file.decls if isinstance(d, tree.FuncDecl))
    assert (f.doc, f.pragmas) == ("F does it\nwell.", frozenset({"noinline", "nosplit"}))
    assert (g.linkname, file.linknames) == ("runtime.g", {"g": "runtime.g"})
    assert (h.doc, h.pragmas) == (" block ", frozenset())
    assert errors_of("package p\n//go:noinline\nvar x int\n") == ["2:3: misplaced compiler directive"]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("func f() {\n\tg(1\n}", "3:5: syntax error: unexpected newline in argument list; possibly missing comma or )"),
        ("func f()\n{\n}", "3:1: syntax error: unexpected semicolon or newline before {"),
        ("x := 1", "2:1: syntax error: non-declaration statement outside function body"),
        ("func f() { if x {}\nelse {} }", "3:1: syntax error: unexpected keyword else, expected }"),
        ("func f() { if x {} else y }", "2:25: syntax error: else must be followed by if or statement block"),
        ("func f() { if x = 3 {} }", "2:17: syntax error: cannot use assignment x = 3 as value"),
        ("func f() { if x := 3 {} }", "2:17: syntax error: cannot use x := 3 as value"),
        (
            "func f() { for var i = 0; i < 3; i++ {} }",
            "2:20: syntax error: var declaration not allowed in for initializer",
        ),
        (
            "func f() { for i := 0; i < 3; i := 4 {} }",
            "2:33: syntax error: cannot declare in post statement of for loop",
        ),
        ("func f() { x y }", "2:14: syntax error: unexpected name y at end of statement"),
        ("func f() { for i := 0; {} }", "2:24: syntax error: unexpected {, expected for loop condition"),
        ("func f() { if {} }", "2:15: syntax error: missing condition in if statement"),
        ("func f() { switch x; y\nz {} }", "2:23: syntax error: missing { after switch clause"),
        ("func f(a int, string) {}", "2:21: syntax error: missing parameter type"),
        ("func f(a ...int, b int) {}", "2:10: can only use ... with final parameter"),
        ("func (a T, b T) f() {}", "2:17: method has multiple receivers"),
        ("func f() { a[1:2:] }", "2:18: final index required in 3-index slice"),
        ("func f() { defer (g()) }", "2:18: expression in defer must not be parenthesized"),
        ("func f() { L: }", "2:12: label L defined and not used"),
        ("func f() { break }", "2:12: break is not in a loop, switch, or select"),
        ("func f() { goto L; x := 1; _ = x; L: }", "2:17: goto L jumps over declaration of x at ./p.go:2:22"),
        ("func f() { goto L; { L: } }", "2:17: goto L jumps into block starting at ./p.go:2:20"),
        ("func f() { switch { case true: fallthrough } }", "2:32: cannot fallthrough final case in switch"),
        ("func f() { L: for { func() { break L }() } }", "2:12: label L defined and not used"),
        ("type T struct { (A) }", "2:17: syntax error: cannot parenthesize embedded type"),
        (
            "var x = []int{1\n}",
            "2:16: syntax error: unexpected newline in composite literal; possibly missing comma or }",
        ),
        ('var x = 1\nimport "fmt"', "3:1: syntax error: imports must appear before other declarations"),
        ("func f() {", "2:11: syntax error: unexpected EOF, expected }"),
    ],
)
def test_errors(text: str, want: str) -> None:
    found = errors_of(f"package p\n{text}")
    assert found[0] == want


def test_branch_targets() -> None:
    loop = body_of("L: for { switch { case true: break; break L; continue; fallthrough; case false: } }")[0]
    assert isinstance(loop, tree.LabeledStmt)


def test_targets_are_set() -> None:
    stmts = body_of("L: for { switch { case true: break\ncase false: break L\ndefault: continue } }\ngoto M\nM: ;")
    loop = stmts[0]
    assert isinstance(loop, tree.LabeledStmt)
    found = {
        (b.tok, b.label.name if b.label else ""): b.target
        for b in tree.walk(stmts[0])
        if isinstance(b, tree.BranchStmt)
    }
    assert isinstance(found["break", ""], tree.SwitchStmt)
    assert found["break", "L"] is loop.stmt
    assert found["continue", ""] is loop.stmt
    goto = stmts[1]
    assert isinstance(goto, tree.BranchStmt) and goto.target is stmts[2]


@pytest.mark.parametrize(
    "text",
    ["(" * 10_000 + "1" + ")" * 10_000, "-" + " -" * 10_000 + "1", "1" + "+1" * 20_000, "[]" * 10_000 + "int{}"],
)
def test_deep_nesting_is_accepted(text: str) -> None:
    assert not parse(f"package p\nvar x = {text}\n")[1]


def test_deeper_nesting_is_refused_in_one_line() -> None:
    assert errors_of("package p\nvar x = " + "(" * 400_000)[0].endswith(": source is nested too deeply")


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from([*"()[]{},;:.=\n", "func", "x", "1", "if", "for", "range", ":=", "type", "struct", "go"]))
)
def test_any_tokens(words: list[str]) -> None:
    parse("package p\nfunc f() {" + " ".join(words))


GO = shutil.which("go")
PROGRAMS = sorted(
    glob.glob("/usr/share/go-1.19/test/syntax/*.go") + glob.glob("/usr/share/go-1.19/test/fixedbugs/bug2*.go")
)


@pytest.mark.skipif(GO is None or not PROGRAMS, reason="needs go and Go's own test programs")
def test_same_syntax_errors_as_gc(tmp_path: Path) -> None:
    # gc removes its output file after an error, so that must be a file of our own and never a device
    output = str(tmp_path / "out.o")
    assert GO is not None
    compiler = subprocess.run([GO, "tool", "-n", "compile"], capture_output=True, text=True, check=True).stdout.strip()
    for path in PROGRAMS:
        folder, name = str(Path(path).parent), Path(path).name
        gc = subprocess.run(
            [compiler, "-o", output, "-p", "main", f"./{name}"], cwd=folder, capture_output=True, text=True
        )
        fset = FileSet(folder)
        errors = Errors(fset)
        with contextlib.suppress(TooManyErrors):
            parser.parse_file(fset, name, Path(path).read_bytes(), errors)
        if errors.syntax_errors or "syntax error" in gc.stdout:
            assert errors.text() == gc.stdout, path
