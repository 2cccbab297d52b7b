"""Where chance comes from: everything a generated program depends on is a number asked for here.

The numbers are drawn from hypothesis, so that it can shrink a program by shrinking them: 0 is always the simplest answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from hypothesis import strategies as st

T = TypeVar("T")
Draw = Callable[[st.SearchStrategy[int]], int]

_BELOW = [st.integers(0, max(0, n - 1)) for n in range(257)]


class Choices:
    """The questions that the rooms of the generator ask."""

    def __init__(self, draw: Draw) -> None:
        self._draw = draw

    def below(self, n: int) -> int:
        """A number from 0 to n-1; n is at most 256."""
        return self._draw(_BELOW[n]) if n > 1 else 0

    def pick(self, things: Sequence[T]) -> T:
        """One of several, the first of which is the simplest."""
        return things[self.below(len(things))]

    def chance(self, outof: int) -> bool:
        """True once in so many times."""
        return self.below(outof) == outof - 1

    def more(self, least: int, most: int, outof: int = 6) -> Iterator[int]:
        """Counts from 0, at least to `least`, at most to `most`, stopping once in `outof` times in between."""
        for n in range(most):
            if n >= least and self.below(outof) == 0:
                return
            yield n
