"""Runs the command line: ``python -m morestack``."""

from __future__ import annotations

import _signal  # the part of `signal` that costs nothing to load
import gc
import os
import sys

COLLECT_AFTER = 50_000  # objects: a short run makes hardly any garbage


def main() -> None:
    """The ``morestack`` script. Ctrl-C ends it as it ends any binary, at once, unless whoever started it ignores it."""
    if _signal.getsignal(_signal.SIGINT) is _signal.default_int_handler:
        _signal.signal(_signal.SIGINT, _signal.SIG_DFL)
    gc.set_threshold(COLLECT_AFTER)
    _keep_bytecode()
    from morestack.cli import cli

    cli()


def _keep_bytecode() -> None:
    """Where Python may not write its bytecode beside the sources, it lies with the rest of what is cached: compiling this
    package anew at each start takes longer than a small program runs."""
    if not sys.dont_write_bytecode or sys.pycache_prefix:
        return
    from morestack import home

    folder = home.folder()
    if os.access(folder, os.W_OK):
        from morestack import checkedpyc

        checkedpyc.install(os.path.join(folder, "bytecode"))


if __name__ == "__main__":
    main()
