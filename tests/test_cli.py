"""The command line: flags, exit codes, dumps, images, statistics, and what a shell sees of a program."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from morestack.vm import debug

from morestack import cli, failure, flags

HELLO = 'package main\n\nimport "fmt"\n\nfunc main() { fmt.Println("hello, world") }\n'
SUM = """package main

func sum(xs []int) (t int) {
	for _, x := range xs {
		t += x
	}
	return
}

func main() {
	a := [3]int{1, 2, 3}
	println(sum(a[:]))
}
"""


def write(folder: Path, name: str, text: str) -> str:
    """A source file; its path."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return str(path)


def call(*words: str, capfd: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    """Runs a command in this process: exit code, stdout, stderr."""
    capfd.readouterr()
    code = cli.main(words)
    out, err = capfd.readouterr()
    return code, out, err


def spawn(*words: str, **options: object) -> subprocess.CompletedProcess[bytes]:
    """Runs a command in a process of its own."""
    return subprocess.run([sys.executable, "-m", "morestack", *words], capture_output=True, timeout=120, **options)  # type: ignore[call-overload,no-any-return]


def test_runs_a_file_with_its_arguments(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    text = 'package main\nimport ("fmt"; "os")\nfunc main() { fmt.Println(os.Args[1:]); os.Exit(len(os.Args)) }\n'
    path = write(tmp_path, "a.go", text)
    assert call("run", path, "-x", "--stats", "b.txt", capfd=capfd) == (4, "[-x --stats b.txt]\n", "")


def test_runs_several_files_and_folders(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    a = write(tmp_path, "p/a.go", "package main\nfunc main() { f() }\n")
    b = write(tmp_path, "p/b.go", 'package main\nfunc f() { println("f") }\n')
    assert call("run", a, b, capfd=capfd) == (0, "", "f\n")
    assert call("run", str(tmp_path / "p"), capfd=capfd) == (0, "", "f\n")


def test_runs_a_module_of_packages(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, "go.mod", "module example.com/m\n\ngo 1.27\n")
    write(tmp_path, "main.go", 'package main\nimport "example.com/m/in"\nfunc main() { println(in.F()) }\n')
    lib = write(tmp_path, "in/in.go", "package in\nfunc F() int { return 1 }\n")
    assert call("run", str(tmp_path), capfd=capfd) == (0, "", "1\n")
    Path(lib).write_text("package in\nfunc F() int { return 2 }\n")
    assert call("run", str(tmp_path), capfd=capfd) == (0, "", "2\n")


def test_an_image_runs_without_the_sources(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path, image = write(tmp_path, "hello.go", HELLO), str(tmp_path / "h.msi")
    assert call("build", "-o", image, path, capfd=capfd) == (0, "", "")
    os.unlink(path)
    assert call("run", image, capfd=capfd) == (0, "hello, world\n", "")


def test_build_names_the_image_after_the_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, "tool/main.go", SUM)
    monkeypatch.chdir(tmp_path / "tool")
    assert call("build", capfd=capfd) == (0, "", "")
    assert call("run", "tool.msi", capfd=capfd) == (0, "", "6\n")


def test_wrong_programs_say_what_gc_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, "bad.go", "package main\n\nfunc main() {\n\tx := 1\n}\n")
    monkeypatch.chdir(tmp_path)
    text = "# command-line-arguments\n./bad.go:4:2: declared and not used: x\n"
    assert call("run", "bad.go", capfd=capfd) == (1, "", text)
    code, out, err = call("build", "-json", "bad.go", capfd=capfd)
    assert code == 1 and not out
    assert json.loads(err) == {"file": "./bad.go", "line": 4, "column": 2, "message": "declared and not used: x"}


def test_exit_codes_of_programs(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = write(tmp_path, "p.go", 'package main\nfunc main() { panic("x") }\n')
    code, _, err = call("run", path, capfd=capfd)
    assert code == 2 and err.startswith("panic: x\n\ngoroutine 1 [running]:\nmain.main()\n")
    code, _, err = call("run", "--go-exit", path, capfd=capfd)
    assert code == 1 and err.endswith("exit status 2\n")


def test_stats(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    text = "package main\nfunc f(n int, p *int) { var x [20]int; x[n%20] = n; *p += x[3]; if n > 0 { f(n-1, p) }; *p++ }\n"
    path = write(tmp_path, "s.go", text + "func main() { t := 0; f(500, &t); println(t) }\n")
    code, _, err = call("run", "--stats", "--engine", "python", path, capfd=capfd)
    rows = dict(re.findall(r"^ *([a-z ]+?)  ([\d,.]+)$", err, re.MULTILINE))
    assert code == 0
    for name in ("stack growths", "stack copies", "bytes copied", "pointers adjusted", "instructions", "peak memory"):
        assert int(rows[name].replace(",", "")) > 0, name
    assert int(rows["pointers adjusted"].replace(",", "")) > 500
    assert set(rows) >= {"collections", "goroutines", "stack shrinks", "preemptions", "seconds"}


def test_a_seed_repeats_a_run(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    text = "package main\nfunc main() { m := map[int]bool{}; for i := range 50 { m[i] = true }; for k := range m { print(k, ` `) } }\n"
    path = write(tmp_path, "m.go", text)
    first, again, other = (call("run", "--seed", n, path, capfd=capfd)[2] for n in ("7", "7", "8"))
    assert first == again != other


def test_go_1_4_shares_loop_variables(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    text = "package main\nfunc main() { var f []func(); for i := 0; i < 3; i++ { f = append(f, func() { print(i) }) }\n"
    path = write(tmp_path, "l.go", text + "for _, g := range f { g() } }\n")
    assert call("run", path, capfd=capfd)[2] == "012"
    assert call("run", "--go=1.4", path, capfd=capfd)[2] == "333"


def test_tags_choose_files(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, "a.go", "package main\nfunc main() { println(x) }\n")
    write(tmp_path, "b.go", "//go:build special\n\npackage main\nconst x = 1\n")
    write(tmp_path, "c.go", "//go:build !special\n\npackage main\nconst x = 2\n")
    assert call("run", str(tmp_path), capfd=capfd)[2] == "2\n"
    assert call("run", "-tags", "special,other", str(tmp_path), capfd=capfd)[2] == "1\n"


@pytest.mark.parametrize(
    ("phase", "want"),
    [
        ("tokens", "name\tsum"),
        ("syntax", "RangeStmt"),
        ("types", "xs  var []int"),
        ("escape", "xs does not escape"),
        ("ir", "func main.sum args=4"),
        ("bytecode", "enter"),
        ("maps", "main.sum: "),
        ("python", "def e"),
    ],
)
def test_dumps(phase: str, want: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    code, out, err = call("run", "--dump", phase, "--func", "sum", write(tmp_path, "s.go", SUM), capfd=capfd)
    assert code == 0 and not out
    assert want in err
    assert "6\n" in err


@pytest.mark.parametrize(("phase", "want"), [("llvm", "define "), ("asm", ".text")])
def test_dumps_of_machine_code(phase: str, want: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("llvmlite")
    assert want in call("run", "--dump", phase, "--func", "main.sum", write(tmp_path, "s.go", SUM), capfd=capfd)[2]


def test_every_phase_has_a_test_and_a_name() -> None:
    from morestack import dumps

    assert sorted(flags.PHASES) == sorted(dumps.PHASES)


def test_disasm(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = write(tmp_path, "s.go", SUM)
    code, out, _ = call("disasm", path, "sum", capfd=capfd)
    assert code == 0
    assert "main.sum: " in out and "return pc" in out  # the frame
    assert re.search(r"^ *\d+ enter .*; line 3 map=\[", out, re.MULTILINE)
    assert "main.main" in call("disasm", path, capfd=capfd)[1]


def test_llvm_without_llvmlite_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name, package=None: None)
    code, out, err = call("run", "--engine", "llvm", write(tmp_path, "s.go", SUM), capfd=capfd)
    assert (code, out) == (1, "")
    assert err == "morestack: --engine llvm needs llvmlite: pip install 'morestack[jit]'\n"


def test_version_env_help(capfd: pytest.CaptureFixture[str]) -> None:
    from morestack import __version__

    assert call("version", capfd=capfd)[1].startswith(f"morestack version {__version__} go1.27 ")
    assert call("--version", capfd=capfd)[1] == call("version", capfd=capfd)[1]
    assert json.loads(call("env", "-json", capfd=capfd)[1])["GOVERSION"] == "go1.27"
    assert call("help", capfd=capfd)[0] == 0
    text = call("--help-debug", capfd=capfd)[1]
    assert all(switch.name in text and switch.help in text for switch in debug.SWITCHES)
    code, out, err = call(capfd=capfd)
    assert (code, out) == (2, "") and "usage: morestack" in err


@pytest.mark.parametrize("command", flags.COMMANDS, ids=lambda c: c.name)
def test_every_flag_is_in_the_help(command: flags.Command, capfd: pytest.CaptureFixture[str]) -> None:
    text = call("help", command.name, capfd=capfd)[1]
    assert command.help in text
    for flag in command.flags:
        assert f"--{flag.name}" in text and flag.help in text
    assert call(command.name, "--help", capfd=capfd)[1] == text or command.name == "help"


def test_flags_as_the_go_command_takes_them() -> None:
    for words in (["-tags", "a"], ["--tags", "a"], ["-tags=a"], ["--tags=a"]):
        parsed = flags.parse(["build", *words, "x.go", "-json", "y.go"])
        assert parsed.values["tags"] == "a" and parsed.on("json") and parsed.arguments == ["x.go", "y.go"]
    assert not flags.parse(["build", "-json=false"]).on("json")
    assert flags.parse(["run", "--", "-x.go"]).arguments == ["-x.go"]


def test_clean_empties_only_our_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("MORESTACK_CACHE", str(tmp_path / "cache"))
    write(tmp_path, "cache/mine.txt", "x")
    assert call("run", write(tmp_path, "s.go", SUM), capfd=capfd)[0] == 0
    assert (tmp_path / "cache" / "images").exists()
    assert call("clean", "-cache", capfd=capfd)[0] == 0
    assert sorted(os.listdir(tmp_path / "cache")) == ["mine.txt"]
    assert call("clean", capfd=capfd)[0] == 2


def _interrupted(path: str, ready: bytes, number: int = signal.SIGINT) -> int:
    """The exit code of a program that is sent a signal when it has said that it runs."""
    with subprocess.Popen([sys.executable, "-m", "morestack", "run", path], stdin=subprocess.PIPE,
                          stderr=subprocess.PIPE) as p:  # fmt: skip
        assert p.stderr is not None
        assert p.stderr.read(len(ready)) == ready
        time.sleep(0.2)
        p.send_signal(number)
        return p.wait(60)


@pytest.mark.parametrize("body", ["for { }", "select { case <-make(chan int): }", "var b [1]byte; os.Stdin.Read(b[:])"])
def test_ctrl_c_kills_as_it_kills_a_binary(body: str, tmp_path: Path) -> None:
    text = f'package main\nimport "os"\nvar _ = os.Args\nfunc main() {{ go func() {{ for {{ }} }}(); println("on"); {body} }}\n'
    assert _interrupted(write(tmp_path, "l.go", text), b"on\n") == -signal.SIGINT


def test_sigterm_kills_as_it_kills_a_binary(tmp_path: Path) -> None:
    text = 'package main\nfunc main() { println("on"); for { } }\n'
    assert _interrupted(write(tmp_path, "l.go", text), b"on\n", signal.SIGTERM) == -signal.SIGTERM


def test_ctrl_c_while_compiling_leaves_nothing_half_done(tmp_path: Path) -> None:
    path = write(tmp_path, "h.go", 'package main\nimport "fmt"\nfunc main() { fmt.Println("hello") }\n')
    environment = {**os.environ, "MORESTACK_CACHE": str(tmp_path / "cache")}
    for seconds in (0.3, 1, 2):
        with subprocess.Popen([sys.executable, "-m", "morestack", "run", path], env=environment,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE) as p:  # fmt: skip
            time.sleep(seconds)
            p.send_signal(signal.SIGINT)
            out, err = p.communicate(timeout=60)
        assert (p.returncode, out, err) in ((-signal.SIGINT, b"", b""), (0, b"hello\n", b""))
    assert spawn("run", path, env=environment).stdout == b"hello\n"


def test_streams_pass_through(tmp_path: Path) -> None:
    text = 'package main\nimport ("io"; "os")\nfunc main() { io.Copy(os.Stdout, os.Stdin); os.Stderr.WriteString("end"); os.Exit(7) }\n'
    done = spawn("run", write(tmp_path, "c.go", text), input=b"\x00\xff text" * 1000)
    assert (done.stdout, done.stderr, done.returncode) == (b"\x00\xff text" * 1000, b"end", 7)


def test_the_library_loads_quickly() -> None:
    code = "import sys, morestack; print(sorted(m for m in sys.modules if m.startswith('morestack')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout.replace("'", '"')) == ["morestack"]


def test_a_fault_of_ours_is_one_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def fault(_: flags.Parsed) -> int:
        raise ValueError("not so")

    monkeypatch.setitem(cli.COMMANDS, "version", fault)
    monkeypatch.delenv("MORESTACK_DEBUG", raising=False)
    assert cli.main(["version"]) == failure.EXIT_BUG
    assert capsys.readouterr().err == "morestack: internal error: ValueError: not so (MORESTACK_DEBUG=1 shows where)\n"
    monkeypatch.setenv("MORESTACK_DEBUG", "1")
    with pytest.raises(ValueError, match="not so"):
        cli.main(["version"])
