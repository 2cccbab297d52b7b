"""The type checker: gc's messages for wrong programs, and what the later phases rely on for right ones."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest
from morestack.compiler import check, parser, source, tree, types


class Loaded:
    """A package of one file."""

    def __init__(self, path: str, file: tree.File) -> None:
        self.path = path
        self.name = file.name.name
        self.files = [file]


def no_imports(path: str) -> types.Package:
    raise check.ImportFailed("no imports here")


def check_text(text: str, *, trusted: bool = False, limit: int = 0) -> tuple[str, check.CheckedPackage | None]:
    """Messages (as gc prints them, file prog.go) and the package, None if the limit was reached."""
    fset = source.FileSet("/src")
    errors = source.Errors(fset, limit)
    file = parser.parse_file(fset, "/src/prog.go", textwrap.dedent(text).lstrip().encode(), errors)
    assert file is not None and not errors.syntax_errors, errors.text()
    try:
        checked = check.check_package(Loaded("p", file), no_imports, errors, trusted=trusted)
    except source.TooManyErrors:
        return errors.text(), None
    return errors.text().replace("./prog.go:", ""), checked


def messages(text: str) -> list[str]:
    return check_text(text)[0].splitlines()


def body(statements: str, declarations: str = "") -> list[str]:
    """Messages for statements in main; line 1 is the first statement."""
    return [
        f"{int(line.split(':')[0]) - 3}:{line.split(':', 1)[1]}" if line[0].isdigit() else line
        for line in check_text(f"package main\n{declarations}\nfunc main() {{\n{statements}\n}}\n")[0].splitlines()
    ]


# name of the case, statements, messages: as go 1.27 prints them
WRONG = [
    ("unused", "x := 1", ["1:1: declared and not used: x"]),
    ("string", 'var s string = 2; _ = s', [
        "1:16: cannot use 2 (untyped int constant) as string value in variable declaration"]),
    ("undefined", "f()", ["1:1: undefined: f"]),
    ("mismatched", 'x, y := 1, "a"; _ = x + y', [
        "1:21: invalid operation: x + y (mismatched types int and string)"]),
    ("constant", "var b byte = 256; _ = b", [
        "1:14: cannot use 256 (untyped int constant) as byte value in variable declaration (overflows)"]),
    ("conversion", "_ = byte(300)", ["1:10: constant 300 overflows byte"]),
    ("float", "var i int = 1.5; _ = i", [
        "1:13: cannot use 1.5 (untyped float constant) as int value in variable declaration (truncated)"]),
    ("index", "var a [3]int; _ = a[5]", ["1:21: invalid argument: index 5 out of bounds [0:3]"]),
    ("zero", "x := 1; _ = x / 0", ["1:17: invalid operation: division by zero"]),
    ("not used", "1 + 2", ["1:1: 1 + 2 (untyped int constant 3) is not used"]),
    ("duplicate case", "x := 1\nswitch x {\ncase 1:\ncase 1:\n}", [
        "4:6: duplicate case 1 (constant of type int) in expression switch", "\t6:6: previous case"]),
    ("redeclared", "var x int\nvar x string\n_ = x", [
        "2:5: x redeclared in this block", "\t4:5: other declaration of x"]),
    ("no new", "x := 1; x := 2; _ = x", ["1:11: no new variables on left side of :="]),
    ("nil", "x := nil; _ = x", ["1:6: use of untyped nil in assignment"]),
    ("append", "_ = append(1, 2)", [
        "1:12: invalid append: argument must be a slice; have 1 (untyped int constant)"]),
    ("type as value", "_ = int", ["1:5: int (type) is not an expression"]),
    ("defer", "defer recover", ["1:7: expression in defer must be function call"]),
    ("map struct", "m := map[int]struct{ x int }{}; m[1].x = 2", [
        "1:33: cannot assign to struct field m[1].x in map"]),
    ("shift", "var s uint = 1; var f float64 = 1 << s; _ = f", [
        "1:33: invalid operation: shifted operand 1 (type float64) must be integer"]),
    ("huge", "const c = 1 << 1000", ["1:13: constant shift overflow"]),
    ("type switch", "var i interface{}; switch t := i.(type) { case int: }", ["1:27: t declared and not used"]),
    ("channel", "var c <-chan int; c <- 1", [
        "1:19: invalid operation: cannot send to receive-only channel <-chan int c (variable of type <-chan int)"]),
]  # fmt: skip


@pytest.mark.parametrize(("statements", "want"), [c[1:] for c in WRONG], ids=[c[0] for c in WRONG])
def test_message(statements: str, want: list[str]) -> None:
    assert body(statements) == want


DECLARATIONS = """
    package main

    type I interface{ M(); N(int) string }
    type T struct{}

    func (t *T) M()            {}
    func (t *T) N(int) string  { return "" }

    type U struct{}

    func (U) M()              {}
    func (U) N(string) string { return "" }

    func two() (int, string) { return 1, "" }
    func one() int           { return 1 }
    func v(a int, b ...string) {}

"""


def declared(function: str) -> list[str]:
    return [m.split(":", 1)[1] if m[0].isdigit() else m for m in messages(DECLARATIONS + "    " + function)]


def test_interfaces() -> None:
    assert declared("func main() { var i I = T{}; _ = i }") == [
        "25: cannot use T{} (value of struct type T) as I value in variable declaration: "
        "T does not implement I (method M has pointer receiver)"
    ]
    assert declared("func main() { var i I = U{}; _ = i }") == [
        "25: cannot use U{} (value of struct type U) as I value in variable declaration: "
        "U does not implement I (wrong type for method N)",
        "\t\thave N(string) string",
        "\t\twant N(int) string",
    ]
    assert declared("func main() { var i I; _ = i.(U) }") == [
        "28: impossible type assertion: i.(U)",
        "\tU does not implement I (wrong type for method N)",
        "\t\thave N(string) string",
        "\t\twant N(int) string",
    ]
    assert declared("func main() { var p *I; p.M() }") == [
        "27: p.M undefined (type *I is pointer to interface, not interface)"
    ]


def test_counts() -> None:
    assert declared("func main() { a, b := one(); _, _ = a, b }") == [
        "23: assignment mismatch: 2 variables but one returns 1 value"
    ]
    assert declared('func main() { v("x", 1) }') == [
        '17: cannot use "x" (untyped string constant) as int value in argument to v',
        "22: cannot use 1 (untyped int constant) as string value in argument to v",
    ]
    assert declared("func main() { one(1) }") == [
        "19: too many arguments in call to one",
        "\thave (number)",
        "\twant ()",
    ]
    assert declared("func main() { }; func f() int { return two() }") == [
        "40: too many return values",
        "\thave (int, string)",
        "\twant (int)",
    ]


def test_cycles() -> None:
    assert messages("package p\n\ntype T struct{ t T }\n") == ["3:6: invalid recursive type: T refers to itself"]
    assert messages("package p\n\nvar x = f()\n\nfunc f() int { return x }\n") == [
        "3:5: initialization cycle for x",
        "\t3:5: x refers to f",
        "\t5:6: f refers to x",
    ]
    assert messages("package p\n\ntype A B\ntype B A\n") == [
        "3:6: invalid recursive type A",
        "\t3:6: A refers to B",
        "\t4:6: B refers to A",
    ]


def test_returns_and_main() -> None:
    assert messages("package p\n\nfunc f(x int) int {\n\tif x > 0 {\n\t\treturn 1\n\t}\n}\n") == ["7:1: missing return"]
    assert messages("package main\n") == [
        "runtime.main_main·f: function main is undeclared in the main package"
    ]
    assert messages("package main\n\nfunc main(x int) {}\n") == [
        "3:6: func main must have no arguments and no return values"
    ]
    assert messages("package main\n\nfunc f()\n\nfunc main() {}\n") == ["3:6: missing function body"]


def test_type_parameters_are_refused_once() -> None:
    text = """
        package p

        type List[T any] struct{ next *List[T] }

        func (l *List[T]) Push(x T) {}

        func Map[T any](x []T) []T { return x }

        var y = Map[int](nil)
    """
    assert messages(text) == [
        "3:11: type parameters are not supported",
    ]


def test_limit() -> None:
    lines = "\n".join(f"var v{i} = undefined{i}" for i in range(20))
    text, checked = check_text(f"package p\n{lines}\n", limit=source.ERROR_LIMIT)
    assert checked is None
    assert text.endswith("too many errors\n")
    assert len(text.splitlines()) == 11


# ---------------------------------------------------------------------------------------------------------------------
# What later phases rely on


def expressions(file: tree.File) -> dict[str, tree.Expr]:
    """Expressions of a file by their text (the last one wins)."""
    from morestack.compiler.exprstring import expr_string

    return {expr_string(n): n for n in tree.walk(file) if isinstance(n, tree.Expr)}


def test_types_on_nodes() -> None:
    text = """
        package p

        type S struct{ E }
        type E struct{ f *int }

        func (e *E) M(x int) {}

        func g(s *S, m map[string]bool, i interface{}, n uint) {
            v, ok := m["k"]
            _, _ = v, ok
            var x int64 = 1 << n
            _ = x
            s.M(3)
            i = 'a'
            h := func() int64 { return x }
            _ = h
            _ = [][]int{{1}, {2: 5}}
            for range 10 {
            }
        }
    """
    out, checked = check_text(text)
    assert out == ""
    assert checked is not None
    found = expressions(checked.files[0])
    assert str(found['m["k"]'].type) == "(bool, bool)" and found['m["k"]'].commaok
    assert str(found["1 << n"].type) == "int64"
    assert str(found["3"].type) == "int" and found["3"].value == 3
    assert str(found["'a'"].type) == "rune"
    call = found["s.M"]
    assert isinstance(call, tree.SelectorExpr)
    assert call.selection.kind == "method" and call.selection.path == (0, 0) and call.selection.indirect
    lit = next(n for n in tree.walk(checked.files[0]) if isinstance(n, tree.FuncLit))
    assert [v.name for v in lit.captures] == ["x"]
    assert str(found["{…}"].type) == "[]int"


def test_init_order_follows_needs() -> None:
    text = "package p\n\nvar a = c + b\nvar b = f()\nvar c = 1\nvar d, e = g()\n"
    text += "func f() int { d++; return d }\nfunc g() (int, int) { return 1, 2 }\n"
    for trusted in (False, True):
        out, checked = check_text(text, trusted=trusted)
        assert out == ""
        assert checked is not None
        assert [[v.name for v in lhs] for lhs, _ in checked.init_order] == [["c"], ["d", "e"], ["b"], ["a"]]


INITIALISERS = """
    package p

    type T struct{ n int }

    func (T) m() int  { return v3 }
    func (*T) p() int { return v5 }

    var (
        v1     = t(v2, f())
        v2     = t(v4)
        v3     = t()
        _      = t(v6)
        v4     = t(T{}.m())
        v5     = t(v7)
        v6     = t((&T{}).p())
        v7, v8 = pair(v9)
        v9     = t()
        fn     = func() int { return v10 }
        v11    = t(fn())
        v10    = t(v12)
        v12    = t(i.m())
        i    I = T{}
        me     = T.m
        x, y   = t(z), t()
        z      = t(w())
    )

    type I interface{ m() int }

    var q = t()

    func w() int                       { return q }
    func t(n ...int) int               { return 1 }
    func pair(n ...int) (int, int)     { return 1, 2 }
    func f() int                       { return g() }
    func g() int                       { return v8 }
"""


@pytest.mark.parametrize("trusted", [False, True])
def test_init_order_as_gc(trusted: bool) -> None:
    out, checked = check_text(INITIALISERS, trusted=trusted)
    assert out == ""
    assert checked is not None
    order = " ".join(v.name for lhs, _ in checked.init_order for v in lhs)
    assert order == "v3 v4 v2 v9 v7 v8 v5 v6 _ v1 i v12 v10 fn v11 me y q z x"


def test_trusted_bodies_on_demand() -> None:
    text = "package p\n\nfunc f() int { return undefined }\nfunc g() int { x := 1; return x }\nfunc h()\n"
    out, checked = check_text(text, trusted=True)
    assert out == ""
    assert checked is not None
    f, g, h = checked.func_decls
    checked.check_body(g)
    assert g.body is not None
    ret = g.body.list[1]
    assert isinstance(ret, tree.ReturnStmt) and str(ret.results[0].type) == "int"
    checked.check_body(h)
    with pytest.raises(source.Bug, match="undefined: undefined"):
        checked.check_body(f)


def test_errorcheck_programs_of_go(tmp_path: Path) -> None:
    """Lines that Go's own tests mark with ERROR have an error here (tests without generics and imports)."""
    root = Path("/usr/share/go-1.19/test")
    if not root.exists():
        pytest.skip("Go's test programs are not installed")
    names = ["assign.go", "blank1.go", "const1.go", "convert2.go", "ddd1.go", "func1.go", "initializerr.go",
             "label.go", "method1.go", "rename1.go", "return.go", "shift1.go", "slice3err.go", "switch3.go", "undef.go",
             "typeswitch3.go", "varerr.go", "interface/explicit.go", "interface/embed1.dir"]  # fmt: skip
    wanted = hit = 0
    for name in names:
        path = root / name
        if not path.is_file() or b"import" in path.read_bytes():
            continue
        fset = source.FileSet(str(path.parent))
        errors = source.Errors(fset, 0)
        file = parser.parse_file(fset, str(path), path.read_bytes(), errors)
        if file is None or errors.syntax_errors:
            continue
        check.check_package(Loaded("p", file), no_imports, errors)
        lines = {d.line for d in errors.sorted()}
        marked = {i for i, text in enumerate(path.read_text().splitlines(), 1) if "// ERROR" in text}
        wanted += len(marked)
        hit += len(marked & lines)
    assert wanted > 300
    assert hit >= wanted * 0.98
