"""What every generated program prints with: the Go file that stands beside the programs of a batch, and statements that
show values."""

from __future__ import annotations

from tests.generate.scope import Var, World
from tests.generate.types import Type

FUEL = 300  # steps of a program: calls and turns of loops

SUPPORT = """package main

import (
	"fmt"
	"os"
	"runtime"
	"strconv"
	"strings"
	"unsafe"
)

var fuel int

// step ends a program that runs for too long.
func step() {
	if fuel--; fuel < 0 {
		panic("out of fuel")
	}
}

// catch is deferred: it recovers and prints the panic.
func catch(n int) {
	if r := recover(); r != nil {
		say(n, r)
	}
}

// say prints what was recovered.
func say(n int, r any) {
	switch v := r.(type) {
	case runtime.Error:
		fmt.Println(n, "runtime error:", v.Error())
	case error:
		fmt.Println(n, "error:", v)
	default:
		fmt.Printf("%d %T: %v\\n", n, v, v)
	}
}

// where prints the functions and lines of package main that are on the stack; f.func1 is f.1 here, as gc has it where f
// is a closure that it doesn't inline.
func where(n int) {
	var pcs [64]uintptr
	frames := runtime.CallersFrames(pcs[:runtime.Callers(2, pcs[:])])
	text := strconv.Itoa(n) + " at"
	for {
		f, more := frames.Next()
		if f.Function == "main.one" {
			break
		}
		if strings.HasPrefix(f.Function, "main.") {
			text += " " + strings.ReplaceAll(f.Function[5:], ".func", ".") + ":" + strconv.Itoa(f.Line)
		}
		if !more {
			break
		}
	}
	fmt.Println(text)
}

// grow recurses n deep, with a pointer to a variable of a frame above and one to its own.
func grow(n int, p *int) int {
	var own [8]int
	own[n&7] = n
	q := &own[n&7]
	if n > 0 {
		*p += grow(n-1, q) & 1
	}
	return *q + own[(n+1)&7]
}

func trace_int(n, v int) int {
	fmt.Println("trace", n, v)
	return v
}

func trace_string(n int, v string) string {
	fmt.Printf("trace %d %q\\n", n, v)
	return v
}

func trace_float64(n int, v float64) float64 {
	fmt.Println("trace", n, v)
	return v
}

func toInt(f float64) int {
	if f > -1e15 && f < 1e15 {
		return int(f)
	}
	return 99
}

func byteAt(s string, i int) byte {
	if len(s) == 0 {
		return 7
	}
	return s[uint(i)%uint(len(s))]
}

// cut makes bounds of a slice out of any two numbers.
func cut(n, i, j int) (int, int) {
	i, j = int(uint(i)%uint(n+1)), int(uint(j)%uint(n+1))
	if i > j {
		return j, i
	}
	return i, j
}

func sub(s string, i, j int) string {
	i, j = cut(len(s), i, j)
	return s[i:j]
}

var _ = unsafe.Pointer(nil)

func one(n int) {
	fuel = FUEL
	fmt.Println("==", n)
	println("==", n)
	defer catch(-1)
	programs[n]()
}

func main() {
	first, last := 0, len(programs)
	if len(os.Args) > 1 {
		first, _ = strconv.Atoi(os.Args[1])
		last = first + 1
	}
	for n := first; n < last; n++ {
		one(n)
	}
}
""".replace("FUEL", str(FUEL))

PACKAGES = ("fmt", "errors", "math", "runtime", "sort", "strconv", "strings", "sync", "sync/atomic", "unsafe")


def batch_files(templates: list[tuple[str, frozenset[str]]]) -> dict[str, str]:
    """The files of one package that runs many programs: their templates with the packages they import."""
    entries = "".join(f"\tp{n}_main,\n" for n in range(len(templates)))
    files = {"main.go": SUPPORT + f"\nvar programs = []func(){{\n{entries}}}\n"}
    for n, (template, packages) in enumerate(templates):
        imports = "".join(f'import "{path}"\n' for path in sorted(packages))
        files[f"p{n}.go"] = f"package main\n\n{imports}\n{template.replace('§', f'p{n}_')}"
    return files


def show(w: World, v: Var) -> list[str]:
    """Statements that print a variable."""
    c = w.choices
    w.use("fmt")
    n = c.below(100)
    t = v.type
    if t.plain:
        if t.kind in ("int", "uint", "string", "bool") and not t.named and c.chance(3):
            return [f"println({n}, {v.name})"]
        form = c.pick(["%v", "%+v", "%#v", "%T %v", "%5v|", "%x", "%q", "%d"])
        if form in ("%x", "%q", "%d") and not _basic(t, form):
            form = "%v"
        if form == "%v":
            return [f"fmt.Println({n}, {v.name})"]
        return [f'fmt.Printf("{n} {form}\\n", {", ".join([v.name] * form.count("%"))})']
    match t.kind:
        case "slice" | "map":
            return [f"fmt.Println({n}, len({v.name}))"]
        case "pointer" if t.of.plain:
            return [f"fmt.Println({n}, *{v.name})"]
    return [f'fmt.Printf("{n} %T\\n", {v.name})'] if t.kind != "struct" else _fields(n, v)


def _fields(n: int, v: Var) -> list[str]:
    """Prints the plain fields of a struct that also has others."""
    plain = [f.name for f in v.type.fields if f.type.plain and f.type.kind != "interface"]
    return [f"fmt.Println({n}, {', '.join(f'{v.name}.{name}' for name in plain)})"] if plain else [f'fmt.Printf("{n} %T\\n", {v.name})']


def _basic(t: Type, form: str) -> bool:
    """Whether a verb fits a type as it does in Go and says something."""
    kinds = {"%x": ("int", "uint", "string"), "%q": ("string", "int"), "%d": ("int", "uint")}[form]
    return t.kind in kinds
