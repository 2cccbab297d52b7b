"""Runs the command line: ``python -m morestack``."""

from __future__ import annotations


def main() -> None:
    """The ``morestack`` script."""
    from morestack.cli import cli

    cli(prog_name="morestack")


if __name__ == "__main__":
    main()
