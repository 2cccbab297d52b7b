"""Options of the whole suite: the engine and the GODEBUG switches every program is run with.

pytest --engine python --godebug stackmove=1
MORESTACK_TEST_ENGINE=llvm MORESTACK_TEST_GODEBUG=gcstress=1 pytest -n auto
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.programs import TESTS, Mode, Program

FAILURES = TESTS / "expected_failures.txt"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--engine` and `--godebug`, each with an environment variable for its default, and `--whole`."""
    parser.addoption("--engine", default=os.environ.get("MORESTACK_TEST_ENGINE", ""), help="engine of the programs")
    parser.addoption("--godebug", default=os.environ.get("MORESTACK_TEST_GODEBUG", ""), help="GODEBUG of the programs")
    parser.addoption("--whole", action="store_true", help="run every program in every mode (tests/test_modes.py)")


@pytest.fixture
def same_place(program: Program, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty folder, always the same one for a program: what was compiled for one mode serves the next."""
    folder = tmp_path_factory.getbasetemp() / program.name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


@pytest.fixture(scope="session")
def mode(request: pytest.FixtureRequest) -> Mode:
    """How programs are run in this session."""
    return Mode(request.config.getoption("--engine"), request.config.getoption("--godebug"))


def expected_failures(path: Path = FAILURES) -> dict[tuple[str, str], str]:
    """Reasons by (mode, program); a mode `*` stands for all. Lines are `mode  program  reason`."""
    if not path.exists():
        return {}
    rows = (line.split(None, 2) for line in path.read_text().splitlines() if line.strip() and line[0] != "#")
    return {(row[0], row[1]): row[2] if len(row) > 2 else "" for row in rows}


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark the tests of listed programs as expected failures: strictly, so that the list only shrinks."""
    listed = expected_failures()
    mode_name = Mode(config.getoption("--engine"), config.getoption("--godebug")).name
    for item in items:
        name = item.name.partition("[")[2].rstrip("]")
        own, _, program = name.rpartition("-")  # tests/test_modes.py names mode and program
        for key in ((own or mode_name, program), ("*", program)):
            if key in listed:
                item.add_marker(pytest.mark.xfail(reason=listed[key], strict=True))
