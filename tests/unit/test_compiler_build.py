"""The IR of small programs: well formed, and with the shape that matters."""

from __future__ import annotations

from pathlib import Path

import pytest
from morestack.compiler import driver, ir, irprint
from morestack.compiler.build import Builder, BuildOptions, UnknownFunction
from morestack.compiler.source import compiling
from morestack.vm import image

from morestack import runtime


def builder_of(folder: Path, source: str, go: str = "1.27") -> Builder:
    path = folder / "prog.go"
    path.write_text(f"package main\n\n{source}\n")
    assert runtime.__file__ is not None
    run = driver.Compilation(driver.Options(std_root=str(Path(runtime.__file__).parent), go=go))
    with compiling():
        run.load([str(path)])
        run.check()
    assert run.program is not None
    return Builder(run.checked, BuildOptions(go=go), run.program.fset)


def ops(func: ir.Func) -> list[str]:
    return [i.op for b in func.blocks for i in b.instrs]


def test_leaf_function(tmp_path: Path) -> None:
    b = builder_of(tmp_path, "func main() {}\nfunc add(a, b int) int { return a + b }")
    f = b.function("main.add")
    assert ops(f) == ["mov.i", "mov.i", "add.i64", "mov.i", "ret"]
    assert (f.param_words, f.arg_words, f.arg_ptrs) == (2, 3, ())


def test_loop_polls(tmp_path: Path) -> None:
    f = builder_of(tmp_path, "func main() {\n\tfor i := 0; i < 3; i++ {\n\t}\n}").function("main.main")
    heads = [b for b in f.blocks if b.loop_head]
    assert len(heads) == 1 and heads[0].instrs[0].op == "poll"


def test_one_nil_check_a_block(tmp_path: Path) -> None:
    f = builder_of(
        tmp_path, "type T struct{ a, b int }\nfunc main() {}\nfunc f(t *T) int { return t.a + t.b }"
    ).function("main.f")
    assert ops(f).count("nilcheck") == 1


def test_closure_captures_value(tmp_path: Path) -> None:
    b = builder_of(
        tmp_path,
        "func main() {\n\tx := f(1)\n\tprintln(x())\n}\nfunc f(n int) func() int { return func() int { return n } }",
    )
    b.function("main.f")
    inner = b.function("main.f.func1")
    assert inner.flags & image.CLOSURE
    assert inner.blocks[0].instrs[0].op == "getctx"


def test_defer_has_a_way_back(tmp_path: Path) -> None:
    b = builder_of(tmp_path, "func main() { f() }\nfunc f() (n int) {\n\tdefer func() { n = 2 }()\n\treturn 1\n}")
    f = b.function("main.f")
    assert f.flags & image.HAS_DEFER
    assert f.deferreturn is not None and f.deferreturn.instrs[0].args == ("runtime.deferreturn",)


def test_calls_come_before_variables(tmp_path: Path) -> None:
    """gc reads a global behind the calls of its expression."""
    f = builder_of(
        tmp_path, "var g int\n//go:noinline\nfunc next() int { g++; return g }\nfunc main() { println(g + next()) }"
    ).function("main.main")
    order = ops(f)
    assert order.index("call") < order.index("ld.i64")


def test_static_data(tmp_path: Path) -> None:
    b = builder_of(
        tmp_path,
        'type T struct{ n int; s string }\nvar v = []*T{{1, "one"}, {2, "two"}}\nfunc main() { println(v[0].s) }',
    )
    d = b.variable("main.v")
    assert d is not None and len(d.relocs) == 1
    assert not b.package_init("main").code


def test_names(tmp_path: Path) -> None:
    source = (
        "func main() {\n\tf := func() { func() { defer print(1) }() }\n\tgo f()\n\tdefer println(2)\n}\n"
        "var x = func() int { return 1 }()"
    )
    b = builder_of(tmp_path, source)
    b.function("main.main")
    b.function("main.init")
    for name in (
        "main.main.func1",
        "main.main.func1.1",
        "main.main.func1.1.deferwrap1",
        "main.main.deferwrap1",
        "main.init.func1",
    ):
        assert b.function(name).name == name


def test_unknown(tmp_path: Path) -> None:
    with pytest.raises(UnknownFunction):
        builder_of(tmp_path, "func main() {}").function("main.nothing")


@pytest.mark.parametrize("go", ["1.4", "1.27"])
def test_everything_reachable_is_well_formed(tmp_path: Path, go: str) -> None:
    b = builder_of(
        tmp_path, 'import "strconv"\nfunc main() {\n\tn, err := strconv.Atoi("12")\n\tprintln(n, err == nil)\n}', go
    )
    todo, seen = ["main.main", "main..inittask"], set()
    while todo:
        name = todo.pop()
        if name in seen:
            continue
        seen.add(name)
        try:
            f = b.function(name)
        except KeyError:
            continue
        if f.blocks:
            assert irprint.check(f) == []
        todo += [str(i.args[0]) for block in f.blocks for i in block.instrs if i.op == "call"]
    assert len(seen) > 50
