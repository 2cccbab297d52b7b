"""Runs the command line: ``python -m morestack``."""

from __future__ import annotations

import _signal  # the part of `signal` that costs nothing to load


def main() -> None:
    """The ``morestack`` script. Ctrl-C ends it as it ends any binary, at once, unless whoever started it ignores it."""
    if _signal.getsignal(_signal.SIGINT) is _signal.default_int_handler:
        _signal.signal(_signal.SIGINT, _signal.SIG_DFL)
    from morestack.cli import cli

    cli(prog_name="morestack")


if __name__ == "__main__":
    main()
