"""Whatever a user hands over, the answer is a clear line and the right exit code, never a Python traceback."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests import programs

HELLO = 'package main\n\nfunc main() { println("hello") }\n'
SECONDS = 100.0


def morestack(*args: str, cwd: Path, env: dict[str, str] | None = None, stdin: bytes = b"") -> programs.Outcome:
    """Run the command in `cwd` with `env` added to the environment."""
    done = subprocess.run(
        [sys.executable, "-m", "morestack", *args],
        cwd=cwd,
        env={**os.environ, **(env or {})},
        input=stdin,
        capture_output=True,
        timeout=SECONDS,
    )
    stdout, stderr = (stream.decode("utf-8", "backslashreplace") for stream in (done.stdout, done.stderr))
    assert "Traceback" not in stderr, stderr
    return programs.Outcome(stdout, stderr, done.returncode)


def refused(outcome: programs.Outcome, *words: str, code: int = 1, lines: int = 12) -> None:
    """The run ended with `code`, said little, and named what it did not like."""
    assert outcome.exit_code == code, outcome.stderr
    assert 0 < len(outcome.stderr.splitlines()) <= lines, outcome.stderr
    for word in words:
        assert word in outcome.stderr


def test_a_missing_file(tmp_path: Path) -> None:
    refused(morestack("run", "nothing.go", cwd=tmp_path), "nothing.go")


def test_a_folder_without_go_files(tmp_path: Path) -> None:
    refused(morestack("run", ".", cwd=tmp_path), "no Go files")


def test_a_binary_file(tmp_path: Path) -> None:
    (tmp_path / "binary.go").write_bytes(bytes(range(256)) * 64)
    refused(morestack("run", "binary.go", cwd=tmp_path), "binary.go:")


def test_an_empty_file(tmp_path: Path) -> None:
    (tmp_path / "empty.go").write_text("")
    refused(morestack("run", "empty.go", cwd=tmp_path), "empty.go:1:1", "expected 'package'")


def test_a_folder_named_like_a_file(tmp_path: Path) -> None:
    (tmp_path / "folder.go").mkdir()
    refused(morestack("run", "folder.go", cwd=tmp_path), "folder.go")


def test_invalid_utf8(tmp_path: Path) -> None:
    (tmp_path / "p.go").write_bytes(b'package main\n\nfunc main() { println("\xff") }\n')
    refused(morestack("run", "p.go", cwd=tmp_path), "./p.go:3:24: invalid UTF-8 encoding")


def test_ten_thousand_nested_parentheses(tmp_path: Path) -> None:
    depth = 10_000
    (tmp_path / "p.go").write_text(f"package main\n\nfunc main() {{ println({'(' * depth}1{')' * depth}) }}\n")
    outcome = morestack("run", "p.go", cwd=tmp_path)
    assert (outcome.exit_code, outcome.stderr) == (0, "1\n") or (outcome.exit_code == 1 and "p.go:3" in outcome.stderr)


def test_deeply_nested_blocks(tmp_path: Path) -> None:
    depth = 3_000
    (tmp_path / "p.go").write_text(f"package main\n\nfunc main() {{ {'{' * depth} println(1) {'}' * depth} }}\n")
    outcome = morestack("run", "p.go", cwd=tmp_path)
    assert (outcome.exit_code, outcome.stderr) == (0, "1\n") or (outcome.exit_code == 1 and "p.go:3" in outcome.stderr)


def test_a_line_of_ten_megabytes(tmp_path: Path) -> None:
    text = "x" * 10_000_000
    (tmp_path / "p.go").write_text(f'package main\n\nconst s = "{text}"\n\nfunc main() {{ println(len(s)) }}\n')
    outcome = morestack("run", "p.go", cwd=tmp_path)
    assert (outcome.exit_code, outcome.stderr) == (0, "10000000\n")


def test_a_program_that_is_no_main(tmp_path: Path) -> None:
    (tmp_path / "p.go").write_text("package other\n\nfunc F() {}\n")
    refused(morestack("run", "p.go", cwd=tmp_path), "not a main package")


@pytest.fixture(scope="module")
def image(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An image of the smallest program."""
    home = tmp_path_factory.mktemp("image")
    (home / "hello.go").write_text(HELLO)
    assert morestack("build", "-o", "hello.msi", "hello.go", cwd=home).exit_code == 0
    return home / "hello.msi"


@pytest.mark.parametrize("size", [0, 1, 7, 100, -1])
def test_a_truncated_image(size: int, image: Path, tmp_path: Path) -> None:
    (tmp_path / "cut.msi").write_bytes(image.read_bytes()[:size])
    refused(morestack("run", "cut.msi", cwd=tmp_path), "cut.msi")


@pytest.mark.parametrize("part", [0.0, 0.1, 0.5, 0.9])
def test_an_altered_image(part: float, image: Path, tmp_path: Path) -> None:
    data = bytearray(image.read_bytes())
    data[int(len(data) * part)] ^= 0x40
    (tmp_path / "altered.msi").write_bytes(data)
    refused(morestack("run", "altered.msi", cwd=tmp_path), "altered.msi")


def cached(tmp_path: Path, folder: Path) -> programs.Outcome:
    """Run hello with its cache in `folder`."""
    (tmp_path / "hello.go").write_text(HELLO)
    return morestack("run", "hello.go", cwd=tmp_path, env={"MORESTACK_CACHE": str(folder)})


def test_an_altered_cache_is_rebuilt(tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    assert cached(tmp_path, folder).stderr == "hello\n"
    for file in folder.rglob("*"):
        if file.is_file():
            data = bytearray(file.read_bytes())
            data[len(data) // 2 :] = b"rubbish"
            file.write_bytes(data)
    assert cached(tmp_path, folder).stderr == "hello\n"
    assert cached(tmp_path, folder).stderr == "hello\n"


def test_a_cache_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file")
    outcome = cached(tmp_path, tmp_path / "cache")
    assert outcome.exit_code == 0
    assert outcome.stderr.endswith("hello\n")


@pytest.mark.skipif(os.geteuid() == 0 and not shutil.which("setpriv"), reason="root writes everywhere")
def test_a_cache_folder_that_is_read_only(tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    folder.mkdir()
    folder.chmod(0o500)
    outcome = cached(tmp_path, folder)
    folder.chmod(0o700)
    assert outcome.exit_code == 0
    assert outcome.stderr.endswith("hello\n")


def test_two_processes_share_a_cache(tmp_path: Path) -> None:
    (tmp_path / "hello.go").write_text(HELLO)
    env = {**os.environ, "MORESTACK_CACHE": str(tmp_path / "cache")}
    line = [sys.executable, "-m", "morestack", "run", "hello.go"]
    both = [subprocess.Popen(line, cwd=tmp_path, env=env, stderr=subprocess.PIPE) for _ in range(2)]
    for process in both:
        assert process.communicate(timeout=SECONDS)[1] == b"hello\n"
        assert process.returncode == 0


PRINTS = 'package main\n\nimport "os"\n\nfunc main() {\n\tfor i := 0; i < 100000; i++ {\n\t\tos.Stdout.WriteString("line\\n")\n\t}\n}\n'


def test_a_closed_stdout_ends_the_program(tmp_path: Path) -> None:
    (tmp_path / "p.go").write_text(PRINTS)
    line = f"{sys.executable} -m morestack run p.go | head -1; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", line], cwd=tmp_path, capture_output=True, text=True, timeout=SECONDS)
    assert done.stdout == "line\n"
    assert "Traceback" not in done.stderr
    assert done.returncode in (141, 2)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
def test_a_full_disk_is_an_error_of_the_program(tmp_path: Path) -> None:
    (tmp_path / "p.go").write_text(
        'package main\n\nimport (\n\t"fmt"\n\t"os"\n)\n\nfunc main() {\n\t_, err := fmt.Println("text")\n'
        "\tfmt.Fprintln(os.Stderr, err)\n}\n"
    )
    line = f"{sys.executable} -m morestack run p.go > /dev/full"
    done = subprocess.run(["bash", "-c", line], cwd=tmp_path, capture_output=True, text=True, timeout=SECONDS)
    assert done.stderr == "write /dev/stdout: no space left on device\n"
    assert done.returncode == 0


def test_the_limit_of_time(tmp_path: Path) -> None:
    (tmp_path / "p.go").write_text("package main\n\nfunc main() {\n\tfor {\n\t}\n}\n")
    refused(morestack("run", "--timeout", "1", "p.go", cwd=tmp_path), "time", code=125)


def test_the_limit_of_memory(tmp_path: Path) -> None:
    (tmp_path / "p.go").write_text(
        "package main\n\nvar keep [][]byte\n\nfunc main() {\n\tfor {\n\t\tkeep = append(keep, make([]byte, 1<<20))\n\t}\n}\n"
    )
    outcome = morestack("run", "--max-memory", "64M", "p.go", cwd=tmp_path)
    assert outcome.exit_code == 125
    assert "memory" in outcome.stderr
