"""`morestack vet` against what `go vet` of Go 1.27 says, and the analyser `stackaddr`."""

from __future__ import annotations

from pathlib import Path

import pytest

from morestack import cli
from tests.programs import EXAMPLES, TESTS
from tests.test_cli import call, write

DATA = TESTS / "data" / "vet"


@pytest.mark.parametrize("name", ["findings", "formats", "quoted", "statements", "values_copied", "pointers"])
def test_findings_are_those_of_go_vet(name: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(DATA)
    code, out, err = call("vet", f"{name}.go", capfd=capfd)
    assert (code, out) == (1, "")
    assert sorted(err.splitlines()) == sorted((DATA / f"{name}.want").read_text().splitlines())


def test_type_errors_come_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, "a.go", 'package p\n\nimport "fmt"\n\nfunc f() { fmt.Printf("%d", "x"); var y int }\n')
    monkeypatch.chdir(tmp_path)
    text = "# command-line-arguments\n./a.go:5:39: declared and not used: y\n"
    assert call("vet", "a.go", capfd=capfd) == (1, "", text)


def test_examples_are_clean(capfd: pytest.CaptureFixture[str]) -> None:
    for path in sorted(EXAMPLES.glob("*.go"))[::5]:
        assert call("vet", str(path), capfd=capfd) == (0, "", ""), path.name


PLACES = ("GoroutineProfile", "Stack", "tracealloc", "tracefree", "callers")


def test_stackaddr_finds_the_five_places_of_the_seed(capfd: pytest.CaptureFixture[str]) -> None:
    """The places that Go changed in November 2014 (runtime: always run on system stack when tracing)."""
    code, _, err = call("vet", "-tags", "selftrace", "runtime", capfd=capfd)
    assert code == 1
    found = set()
    for line in err.splitlines():
        path, number, _, message = line.split(":", 3)
        assert "getcallersp" in message and "which may move the stack" in message
        before = Path(cli.__file__).parents[1].joinpath(path).read_text() if not Path(path).exists() else Path(path).read_text()
        heads = [s for s in before.splitlines()[: int(number)] if s.startswith("func ")]
        found.add(heads[-1].removeprefix("func ").partition("(")[0])
    assert found == set(PLACES)


def test_stackaddr_finds_nothing_in_the_library(capfd: pytest.CaptureFixture[str]) -> None:
    assert call("vet", "std", capfd=capfd) == (0, "", "")


USER = """package main

import "unsafe"

func grow(n int) int {
	if n == 0 {
		return 0
	}
	return grow(n-1) + 1
}

//go:nosplit
func stay(n int) int { return n + 1 }

func main() {
	var x [4]int
	p := uintptr(unsafe.Pointer(&x[1]))
	stay(10)
	*(*int)(unsafe.Pointer(p)) = 2
	grow(10)
	*(*int)(unsafe.Pointer(p)) = 3
	println(x[1])
}
"""


def test_stackaddr_in_a_users_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, "a.go", USER)
    monkeypatch.chdir(tmp_path)
    text = "a.go:19:10: possible misuse of unsafe.Pointer\n"
    text += "a.go:20:6: address of a local is live across the call of main.grow, which may move the stack\n"
    text += "a.go:21:10: possible misuse of unsafe.Pointer\n"
    assert call("vet", "a.go", capfd=capfd) == (1, "", text)
    write(tmp_path, "b.go", USER.replace("\tgrow(10)\n", ""))
    text = "b.go:19:10: possible misuse of unsafe.Pointer\nb.go:20:10: possible misuse of unsafe.Pointer\n"
    assert call("vet", "b.go", capfd=capfd) == (1, "", text)
