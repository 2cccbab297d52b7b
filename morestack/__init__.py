"""Go compiled and run by Python, on goroutine stacks that really move."""

from __future__ import annotations

__version__ = "0.1.0"
