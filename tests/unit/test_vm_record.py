"""vm.record: classes as dataclasses make them."""

from __future__ import annotations

import copy
import pickle

import pytest
from morestack.vm.record import field, record


@record()
class Plain:
    """Fields with and without defaults."""

    name: str
    count: int = 1
    items: list[int] = field(default_factory=list)
    note: str = field(default="", compare=False)

    @property
    def twice(self) -> int:
        return 2 * self.count


@record(frozen=True)
class Frozen:
    """Can be a key."""

    x: int
    y: tuple[int, ...] = ()


@record(eq=False)
class Node:
    """Is equal to itself only."""

    x: int = 0


def test_init_takes_fields_in_order_and_by_name() -> None:
    p = Plain("a", items=[1])
    assert (p.name, p.count, p.items, p.note, p.twice) == ("a", 1, [1], "", 2)
    assert Plain("b").items is not Plain("b").items
    with pytest.raises(TypeError):
        Plain()  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Plain("a", other=1)  # type: ignore[call-arg]


def test_fields_are_slots() -> None:
    with pytest.raises(AttributeError):
        Plain("a").other = 1  # type: ignore[attr-defined]
    assert repr(Plain("a")) == "Plain(name='a', count=1, items=[], note='')"


def test_equality() -> None:
    assert Plain("a", note="x") == Plain("a", note="y") != Plain("a", 2)
    assert Plain("a") != Frozen(1)
    assert Node(1) != Node(1)
    assert len({Node(1), Node(1)}) == 2
    with pytest.raises(TypeError):
        hash(Plain("a"))


def test_frozen() -> None:
    f = Frozen(1, (2,))
    assert {f: 3}[Frozen(1, (2,))] == 3
    with pytest.raises(AttributeError):
        f.x = 2  # type: ignore[misc]
    with pytest.raises(AttributeError):
        del f.x
    assert pickle.loads(pickle.dumps(f)) == f == copy.copy(f)
