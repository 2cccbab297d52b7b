"""Events of a run: what the runtime reports through `traceevent`, as Python values for listeners."""

from __future__ import annotations

from collections.abc import Callable

from morestack.vm.record import record

# Number (as in runtime/stubs.go), name, and the names of the values that come with it.
KINDS: dict[int, tuple[str, tuple[str, ...]]] = {
    1: ("stack_grow", ("old_lo", "new_lo", "old_size", "new_size", "pc")),
    2: ("stack_copied", ("used", "frames", "pointers")),
    3: ("stack_shrink", ("old_lo", "new_lo", "old_size", "new_size")),
    4: ("stack_free", ("lo", "size")),
    5: ("stack_alloc", ("lo", "size")),
    6: ("gc_start", ("cycle", "live")),
    7: ("gc_end", ("cycle", "marked_bytes", "marked_objects", "heap_in_use", "next_trigger")),
    8: ("go_create", ("new_goid", "start_pc")),
    9: ("go_end", ()),
}


@record(frozen=True)
class Event:
    """One event. ``time`` is nanoseconds of the monotonic clock since the run began; ``values`` by the names in
    KINDS."""

    time: int
    kind: str
    goid: int
    values: dict[str, int]


Listener = Callable[[Event], None]


def event(time: int, kind: int, goid: int, values: tuple[int, ...]) -> Event:
    """The event for the arguments of `traceevent`."""
    name, fields = KINDS.get(kind, (f"event_{kind}", ("a", "b", "c", "d", "e")))
    return Event(time, name, goid, dict(zip(fields, values, strict=False)))
