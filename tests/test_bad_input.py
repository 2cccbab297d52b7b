"""Bad input: a clear line, the right exit code, no Python traceback, no damaged cache, no hang."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import morestack
from tests.test_cli import HELLO, SUM, call, spawn, write

Capture = pytest.CaptureFixture[str]


def lines(text: str) -> list[str]:
    """The lines of an error text, none of which is Python's."""
    assert "Traceback" not in text and 'File "' not in text
    return text.splitlines()


# ---- what is asked for is not there, or is no Go ---------------------------------------------------------------------


def test_missing_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfd: Capture) -> None:
    monkeypatch.chdir(tmp_path)
    assert call("run", "missing.go", capfd=capfd) == (1, "", "stat missing.go: no such file or directory\n")
    for command in ("build", "vet", "disasm"):
        code, out, err = call(command, "missing.go", capfd=capfd)
        assert (code, out, len(lines(err))) == (1, "", 1)


def test_folders_without_go_files(tmp_path: Path, capfd: Capture) -> None:
    assert call("run", str(tmp_path), capfd=capfd) == (1, "", f"no Go files in {tmp_path}\n")
    code, _, err = call("run", str(tmp_path / "nowhere"), capfd=capfd)
    assert code == 1 and lines(err) == [f"stat {tmp_path}/nowhere: directory not found"]
    write(tmp_path, "a_test.go", "package a\n")
    code, _, err = call("run", str(tmp_path), capfd=capfd)
    assert code == 1 and "no non-test Go files" in err


def test_a_folder_named_like_a_file(tmp_path: Path, capfd: Capture) -> None:
    (tmp_path / "d.go").mkdir()
    code, _, err = call("run", str(tmp_path / "d.go"), capfd=capfd)
    assert code == 1 and lines(err) == [f"{tmp_path}/d.go is a directory, should be a Go file"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file(tmp_path: Path, capfd: Capture) -> None:
    path = write(tmp_path, "a.go", SUM)
    os.chmod(path, 0)
    code, _, err = call("run", path, capfd=capfd)
    assert code == 1 and "permission denied" in lines(err)[-1]


BAD_SOURCES: dict[str, tuple[bytes, str]] = {
    "binary": (bytes(range(256)) * 20, "unexpected NUL in input"),
    "empty": (b"", "bin.go:1:1: expected 'package', found 'EOF'"),
    "utf-8": (b'package main\nfunc main() { println("a\xff") }\n', "./bin.go:2:25: invalid UTF-8 encoding"),
    "nul": (b"package main\n\0func main() { }\n", "NUL"),
    "string": (b'package main\nfunc main() { println("abc) }\n', "newline in string"),
    "raw string": (b"package main\nvar x = `abc\n", "string not terminated"),
    "comment": (b"package main\nfunc main() { /* abc }\n", "./bin.go:2:15: comment not terminated"),
    "rune": (b"package main\nvar x = 'ab'\n", "more than one character in rune literal"),
    "generics": (b"package main\nfunc F[T any](x T) {}\nfunc main() {}\n", "2:8: type parameters are not supported"),
    "generics among errors": (
        b"package main\nimport \"math\"\nvar x int = 1.5\ntype P[T any] struct{}\nfunc F[T any](x T) {}\nfunc main() {}\n",
        "4:8: type parameters are not supported",
    ),
    "huge variable": (
        b"package main\nvar x [1 << 40]byte\nfunc main() { x[0] = 1 }\n",
        "./bin.go:2:5: main.x: symbol too large (1099511627776 bytes > 2000000000 bytes)",
    ),
    "import": (b'package main\nimport "net/http"\nvar _ = http.Get\nfunc main() {}\n', "package net/http is not in std"),
    "cgo": (b'package main\nimport "C"\nfunc main() {}\n', 'import "C" is not supported'),
    "no main": (b"package main\n", "function main is undeclared in the main package"),
    "library": (b"package p\n", "is not a main package"),
}


@pytest.mark.parametrize("name", BAD_SOURCES)
def test_bad_sources(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: Capture) -> None:
    content, want = BAD_SOURCES[name]
    (tmp_path / "bin.go").write_bytes(content)
    monkeypatch.chdir(tmp_path)
    code, out, err = call("run", "bin.go", capfd=capfd)
    assert (code, out) == (1, "")
    assert len(lines(err)) <= (2 if "generics" in name else 12) and want in err
    with pytest.raises(morestack.CompileError):
        morestack.compile(content) if name not in ("no main", "library") else morestack.run(content)


def test_import_cycles(tmp_path: Path, capfd: Capture) -> None:
    write(tmp_path, "go.mod", "module m\n")
    write(tmp_path, "main.go", 'package main\nimport _ "m/a"\nfunc main() {}\n')
    write(tmp_path, "a/a.go", 'package a\nimport _ "m/b"\n')
    write(tmp_path, "b/b.go", 'package b\nimport _ "m/a"\n')
    code, _, err = call("run", str(tmp_path), capfd=capfd)
    assert code == 1 and lines(err) == [
        "package m", "\timports m/a from main.go", "\timports m/b from a.go", "\timports m/a from b.go: import cycle not allowed",
    ]  # fmt: skip


# ---- large and deep --------------------------------------------------------------------------------------------------

N = 10_000
DEEP: dict[str, tuple[str, str]] = {
    "parentheses": (f"func main() {{ println({'(' * N}1{')' * N}) }}", "1\n"),
    "blocks": (f"func main() {{ {'{' * N}{'}' * N} }}", ""),
    "operators": (f"func main() {{ x := 1; println({'x+' * N}x) }}", f"{N + 1}\n"),
    "signs": (f"func main() {{ x := 1; println({'- ' * N}x) }}", "1\n"),
    "types": (f"var x {'[]' * N}int\nfunc main() {{ }}", ""),
    "statements": (f"func main() {{ x := 0; {'x++; ' * N} println(x) }}", f"{N}\n"),
    "one long line": (f'const x = "{"a" * 10_000_000}"\nfunc main() {{ println(len(x)) }}', "10000000\n"),
    "one long comment": (f"func main() {{ println(2) }} // {'a' * 10_000_000}", "2\n"),
}


@pytest.mark.parametrize("name", DEEP)
def test_deep_and_large_sources(name: str, tmp_path: Path, capfd: Capture) -> None:
    text, want = DEEP[name]
    assert call("run", write(tmp_path, "a.go", f"package main\n{text}\n"), capfd=capfd) == (0, "", want)


def test_nesting_without_end_is_refused(tmp_path: Path, capfd: Capture) -> None:
    n = 1_000_000
    path = write(tmp_path, "a.go", f"package main\nfunc main() {{ println({'(' * n}1{')' * n}) }}\n")
    code, out, err = call("run", path, capfd=capfd)
    assert (code, out) == (1, "") and "nested too deeply" in lines(err)[-1]


# ---- images ----------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def image(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    from morestack import front

    return front.image_of(front.Source(text=SUM.encode())).to_bytes()


DAMAGES: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "empty": (lambda b: b"", "not a morestack image"),
    "foreign": (lambda b: b"\x7fELF" + b[4:], "not a morestack image"),
    "cut in the head": (lambda b: b[:30], "not a morestack image"),
    "cut": (lambda b: b[:-100], "truncated image"),
    "longer": (lambda b: b + b"\0", "image with bytes behind its end"),
    "altered": (lambda b: b[: len(b) // 2] + bytes([b[len(b) // 2] ^ 1]) + b[len(b) // 2 + 1 :], "altered image: its checksum is wrong"),
    "of another format": (lambda b: b[:8] + bytes([b[8] + 1]) + b[9:], "image of format"),
}  # fmt: skip


@pytest.mark.parametrize("name", DAMAGES)
def test_damaged_images_are_refused(name: str, image: bytes, tmp_path: Path, capfd: Capture) -> None:
    damage, want = DAMAGES[name]
    path = tmp_path / "p.msi"
    path.write_bytes(damage(image))
    code, out, err = call("run", str(path), capfd=capfd)
    assert (code, out, len(lines(err))) == (1, "", 1)
    assert err.startswith(f"morestack: {path}: {want}")
    with pytest.raises(morestack.MorestackError):
        morestack.run(path)


# ---- the cache -------------------------------------------------------------------------------------------------------


def cached_files(folder: Path) -> list[Path]:
    """All files of a cache folder."""
    return [p for p in folder.rglob("*") if p.is_file()]


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of its own."""
    monkeypatch.setenv("MORESTACK_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def test_what_one_program_leaves_in_the_cache_serves_another(cache: Path, tmp_path: Path, capfd: Capture) -> None:
    assert call("run", write(tmp_path, "empty.go", "package main\n\nfunc main() {}\n"), capfd=capfd) == (0, "", "")
    text = "package main\n\nfunc main() { print(1); print(2); print(3) }\n"
    assert call("run", write(tmp_path, "other.go", text), capfd=capfd) == (0, "", "123")


def test_damaged_cache_files_are_made_anew(cache: Path, tmp_path: Path) -> None:
    """In processes of their own: a file that a living process has mapped (SQLite's index of its log) must not be cut."""
    path = write(tmp_path, "s.go", SUM)
    done = spawn("run", path)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"6\n")
    files = cached_files(cache)
    assert {p.parent.name for p in files} & {"images", "code"} and len(files) >= 2
    for change in (lambda b: b[: len(b) // 2], lambda b: bytes(len(b)), lambda b: b"", lambda b: b[:-1] + b"\x5a"):
        for p in cached_files(cache):
            p.write_bytes(change(p.read_bytes()))
        done = spawn("run", path)
        assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"6\n")
    good = [p.read_bytes() for p in cached_files(cache) if p.suffix == ".msi"]
    assert any(len(b) > 10_000 for b in good)


def test_a_cache_that_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: Capture) -> None:
    path = write(tmp_path, "s.go", SUM)
    blocker = tmp_path / "file"
    blocker.write_text("no folder")
    monkeypatch.setenv("MORESTACK_CACHE", str(blocker / "cache"))
    assert call("run", path, capfd=capfd) == (0, "", "6\n")
    closed = tmp_path / "closed"
    closed.mkdir()
    closed.chmod(0o555)
    monkeypatch.setenv("MORESTACK_CACHE", str(closed))
    assert call("run", path, capfd=capfd) == (0, "", "6\n")
    closed.chmod(0o755)


def _small_files() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))


def test_a_full_disk(cache: Path, tmp_path: Path, capfd: Capture) -> None:
    """No file may grow beyond 4 KiB, which is what a full disk looks like to a writer."""
    path, target = write(tmp_path, "s.go", SUM), tmp_path / "s.msi"
    done = spawn("run", path, preexec_fn=_small_files)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"6\n")
    assert all(p.stat().st_size <= 4096 for p in cached_files(cache)) and not list(cache.rglob("*.msi"))
    assert not [p for p in cached_files(cache) if p.name.startswith(".")]
    done = spawn("build", "-o", str(target), path, preexec_fn=_small_files)
    assert (done.returncode, done.stdout) == (1, b"") and done.stderr.decode() == f"morestack build: {target}: file too large\n"
    assert sorted(os.listdir(tmp_path)) == ["cache", "s.go"]
    assert call("run", path, capfd=capfd) == (0, "", "6\n")


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 256 KiB."""
    place = tmp_path / "disk"
    place.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=256k", "none", place], capture_output=True).returncode:
        pytest.skip("mounting takes root")
    yield place
    subprocess.run(["umount", "--lazy", place], check=True)  # lazily: a program that was killed may still hold a file


def test_a_disk_that_fills_up(tiny_disk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: Capture) -> None:
    monkeypatch.setenv("MORESTACK_CACHE", str(tiny_disk / "cache"))
    path = write(tmp_path, "h.go", HELLO)
    for _ in range(2):
        assert call("run", path, capfd=capfd) == (0, "hello, world\n", "")
    assert not [p for p in cached_files(tiny_disk) if p.name.startswith(".")]
    target = tiny_disk / "h.msi"
    message = f"morestack build: {target}: no space left on device\n"
    assert call("build", "-o", str(target), path, capfd=capfd) == (1, "", message)
    assert not target.exists()


def test_processes_share_the_cache(cache: Path, tmp_path: Path, capfd: Capture) -> None:
    path = write(tmp_path, "s.go", SUM)
    command = [sys.executable, "-m", "morestack", "run", path]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(3)]
    for p in running:
        assert p.communicate(timeout=120) == (b"", b"6\n") and p.returncode == 0
    assert not [p for p in cached_files(cache) if p.name.startswith(".")]
    assert call("run", path, capfd=capfd) == (0, "", "6\n")


def test_the_cache_is_trimmed(cache: Path) -> None:
    from morestack import cache as module

    place = cache / "images"
    place.mkdir(parents=True)
    for i in range(4):
        (place / f"{i}.msi").write_bytes(bytes(1000))
        os.utime(place / f"{i}.msi", (i, i))
    module.trim(place, 2500)
    assert sorted(os.listdir(place)) == ["2.msi", "3.msi"]


# ---- output, limits, flags -------------------------------------------------------------------------------------------


def test_a_closed_pipe_ends_the_program_quietly(tmp_path: Path) -> None:
    text = 'package main\nimport "fmt"\nfunc main() { for i := 0; ; i++ { fmt.Println(i) } }\n'
    shell = f"'{sys.executable}' -m morestack run {write(tmp_path, 'o.go', text)} | head -2; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", shell], capture_output=True, timeout=120)
    assert (done.stdout, done.stderr) == (b"0\n1\n141\n", b"")


def test_output_that_cannot_be_written() -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run([sys.executable, "-m", "morestack", "version"], stdout=full, stderr=subprocess.PIPE)
    assert (done.returncode, done.stderr) == (1, b"morestack: output: no space left on device\n")
    done = subprocess.run(["bash", "-c", f"'{sys.executable}' -m morestack version >&-"], stderr=subprocess.PIPE)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize(
    ("words", "body", "kind"),
    [
        (["--timeout", "0.5"], "for { }", "time"),
        (["--max-memory", "40M"], "var k [][]byte; for { k = append(k, make([]byte, 1<<20)) }", "memory"),
        (["--max-memory", "20M"], "var f func(int) int; f = func(n int) int { return f(n+1) + 1 }; f(0)", "memory"),
    ],
)
def test_limits(words: list[str], body: str, kind: str, tmp_path: Path, capfd: Capture) -> None:
    path = write(tmp_path, "l.go", f"package main\nfunc main() {{ {body} }}\n")
    code, out, err = call("run", *words, path, capfd=capfd)
    assert (code, out) == (125, "") and lines(err)[-1] == f"morestack: limit exceeded: {kind}"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["nosuch"], "morestack nosuch: unknown command"),
        (["--nosuch"], "morestack: flag provided but not defined: --nosuch"),
        (["run", "--nosuch", "x.go"], "morestack run: flag provided but not defined: -nosuch"),
        (["run"], "morestack run: no go files listed"),
        (["run", "--timeout"], "morestack run: flag needs an argument: -timeout"),
        (["run", "--timeout", "soon", "x.go"], "morestack run: invalid value 'soon' for flag -timeout"),
        (["run", "--timeout", "nan", "x.go"], "morestack run: invalid value 'nan' for flag -timeout"),
        (["run", "--seed", "1.5", "x.go"], "morestack run: invalid value '1.5' for flag -seed"),
        (["run", "--max-memory", "3X", "x.go"], "morestack run: invalid value '3X' for flag -max-memory"),
        (["run", "--max-memory=-1", "x.go"], "morestack run: invalid value '-1' for flag -max-memory"),
        (["run", "--engine", "fast", "x.go"], "morestack run: invalid value 'fast' for flag -engine: want auto, python, llvm"),
        (["run", "--stats=maybe", "x.go"], "morestack run: invalid boolean value 'maybe' for -stats"),
        (["run", "--go", "1.18", "x.go"], "morestack run: invalid value '1.18' for flag -go: want 1.4, 1.27"),
        (["run", "--dump", "soup", "x.go"], "morestack run: invalid value 'soup' for flag -dump"),
        (["disasm"], "morestack disasm: no program named"),
        (["disasm", "x.go", "f", "g"], "morestack disasm: unexpected argument: g"),
        (["help", "nosuch"], "morestack help nosuch: unknown command"),
    ],
)  # fmt: skip
def test_wrong_use(words: list[str], message: str, capfd: Capture) -> None:
    code, out, err = call(*words, capfd=capfd)
    assert (code, out) == (2, "")
    assert lines(err)[0].startswith(message) and len(lines(err)) <= 2


def test_build_into_a_missing_folder(tmp_path: Path, capfd: Capture) -> None:
    target = tmp_path / "no" / "p.msi"
    code, out, err = call("build", "-o", str(target), write(tmp_path, "s.go", SUM), capfd=capfd)
    assert (code, out, err) == (1, "", f"morestack build: {target}: no such file or directory\n")


def test_an_unknown_function_to_disassemble(tmp_path: Path, capfd: Capture) -> None:
    code, _, err = call("disasm", write(tmp_path, "s.go", SUM), "nosuch", capfd=capfd)
    assert (code, err) == (1, "morestack disasm: no function nosuch in the program\n")


def test_hello_still_runs_after_all_that(tmp_path: Path, capfd: Capture) -> None:
    assert call("run", write(tmp_path, "h.go", HELLO), capfd=capfd) == (0, "hello, world\n", "")
