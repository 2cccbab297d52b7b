"""What the escape analysis decides, in gc's words; every case was compared with `go build -gcflags='-m -l'`."""

from __future__ import annotations

from pathlib import Path

import pytest
from morestack.compiler import driver
from morestack.compiler.build import Builder, BuildOptions
from morestack.compiler.source import compiling

from morestack import runtime

CASES = {
    "returned": ("func f() *int {\n\tx := 1\n\treturn &x\n}", {"x": "moved to heap: x"}),
    "kept": ("func f() int {\n\tx := 1\n\tp := &x\n\treturn *p\n}", {"x": None}),
    "passed down": (
        "func f() int {\n\tx := 1\n\treturn g(&x)\n}\nfunc g(p *int) int { return *p }",
        {"p": "p does not escape"},
    ),
    "leaks to result": (
        "func f(p *int) *int { return p }",
        {"p": "leaking param: p to result ~r0 level=0"},
    ),
    "leaks content": ("var sink *int\nfunc f(p **int) { sink = *p }", {"p": "leaking param content: p"}),
    "leaks": ("var sink *int\nfunc f(p *int) { sink = p }", {"p": "leaking param: p"}),
    "through an interface": (
        "type I interface{ M(*int) }\nfunc f(i I) {\n\tx := 1\n\ti.M(&x)\n}",
        {"x": "moved to heap: x"},
    ),
    "method value": (
        "type T struct{ n int }\nfunc f() (t T) {\n\tg := t.M\n\tg()\n\treturn t\n}\nfunc (t *T) M() { t.n++ }",
        {"t": None, "func": "t.M does not escape"},
    ),
    "loop": (
        "func f() {\n\tvar p *int\n\tfor i := 0; i < 3; i++ {\n\t\tx := i\n\t\tp = &x\n\t}\n\t_ = *p\n}",
        {"x": "moved to heap: x"},
    ),
    "closure that stays": (
        "func f() int {\n\tx := 1\n\tg := func() { x++ }\n\tg()\n\treturn x\n}",
        {"func": "func literal does not escape"},
    ),
    "closure that goes": (
        "func f() func() {\n\tx := 1\n\treturn func() { x++ }\n}",
        {"x": "moved to heap: x", "func": "func literal escapes to heap"},
    ),
    "goroutine": ("func f() {\n\tx := 1\n\tgo func() { x++ }()\n}", {"x": "moved to heap: x"}),
    "deferred": ("func f() {\n\tx := 1\n\tdefer func() { x++ }()\n}", {"x": None}),
    "slice of an array": ("func f() int {\n\tvar a [4]int\n\ts := a[:]\n\treturn s[1]\n}", {"a": None}),
    "sent": ("func f(c chan *int) {\n\tx := 1\n\tc <- &x\n}", {"x": "moved to heap: x"}),
    "recursion": (
        "type T struct{ l *T }\nfunc f(t *T) int {\n\tif t == nil {\n\t\treturn 0\n\t}\n\treturn 1 + f(t.l)\n}",
        {"t": "t does not escape"},
    ),
    "big": ("func f() int {\n\tvar a [1 << 20]byte\n\treturn int(a[5])\n}", {"a": "moved to heap: a"}),
}


def decisions(folder: Path, body: str) -> list[str]:
    """All lines of the report about functions of the program."""
    path = folder / "prog.go"
    path.write_text(f"package main\n\nfunc main() {{}}\n\n{body}\n")
    assert runtime.__file__ is not None
    run = driver.Compilation(driver.Options(std_root=str(Path(runtime.__file__).parent)))
    with compiling():
        run.load([str(path)])
        run.check()
        assert run.program is not None
        builder = Builder(run.checked, BuildOptions(), run.program.fset)
        for name in list(builder.declared):
            if name.startswith("main."):
                builder.function(name)
        return [d.text for name, d in builder.decisions() if name.startswith("main.")]


@pytest.mark.parametrize("case", CASES)
def test_decision(case: str, tmp_path: Path) -> None:
    body, wanted = CASES[case]
    found = decisions(tmp_path, body)
    for name, text in wanted.items():
        if text is None:
            assert f"moved to heap: {name}" not in found
        else:
            assert text in found
