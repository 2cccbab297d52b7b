"""Where cached files lie. Loads nothing: it is asked before there is a place for Python's bytecode."""

from __future__ import annotations

import os


def folder() -> str:
    """``MORESTACK_CACHE``, else ``morestack`` in the user's cache folder."""
    chosen = os.environ.get("MORESTACK_CACHE")
    if chosen:
        return chosen
    base = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    return os.path.join(base, "morestack")
