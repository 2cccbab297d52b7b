"""What ends a command: a line for stderr and an exit code."""

from __future__ import annotations

EXIT_COMPILE = 1
EXIT_USAGE = 2
EXIT_BUG = 3
EXIT_LIMIT = 125


class Failure(Exception):
    """Something a user can mend, or (EXIT_BUG) a fault of ours: the message goes to stderr, the code to the shell."""

    def __init__(self, message: str, code: int = 1) -> None:
        super().__init__(message)
        self.code = code


__all__ = ["EXIT_BUG", "EXIT_COMPILE", "EXIT_LIMIT", "EXIT_USAGE", "Failure"]
