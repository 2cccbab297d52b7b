"""Wrong programs get gc's diagnostics: same lines, same columns, same words, same order, exit code 1."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import normalise, programs

CASES = programs.wrong_programs()
NAMES = [f"errors/{case[0]}" for case in CASES]


def diagnostics(stderr: str, folder: Path) -> str:
    """What the compiler said, without the `# package` line that `go build` prints first."""
    text = normalise.paths(stderr, {str(folder): "$DIR"})
    return "".join(line + "\n" for line in text.splitlines() if not line.startswith("# "))


@pytest.mark.parametrize(("sources", "errors"), [case[1:] for case in CASES], ids=NAMES)
def test_diagnostics(sources: dict[str, str], errors: str, mode: programs.Mode, tmp_path: Path) -> None:
    targets = programs.lay_out(sources, tmp_path)
    outcome = programs.execute(programs.command("run", mode, targets, []), mode, tmp_path)
    assert diagnostics(outcome.stderr, tmp_path).splitlines() == errors.splitlines()
    assert outcome.exit_code == 1
    assert outcome.stdout == ""


def refusal(source: str, mode: programs.Mode, folder: Path) -> programs.Outcome:
    """Run one file that must be refused; its stderr is a single line."""
    targets = programs.lay_out({"prog.go": source}, folder)
    outcome = programs.execute(programs.command("run", mode, targets, []), mode, folder)
    assert outcome.exit_code == 1
    return outcome


def test_a_missing_package_is_named(mode: programs.Mode, tmp_path: Path) -> None:
    outcome = refusal('package main\n\nimport "net/http"\n\nfunc main() { http.Get("") }\n', mode, tmp_path)
    assert "prog.go:3:8" in outcome.stderr
    assert "net/http" in outcome.stderr


def test_type_parameters_are_refused_with_their_position(mode: programs.Mode, tmp_path: Path) -> None:
    outcome = refusal("package main\n\nfunc f[T any](x T) T { return x }\n\nfunc main() { f(1) }\n", mode, tmp_path)
    assert "prog.go:3:" in outcome.stderr
    assert "type parameter" in outcome.stderr
