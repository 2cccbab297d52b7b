"""What an engine's code does besides running the program."""

from __future__ import annotations

from morestack.vm.record import record


@record(frozen=True)
class Flavour:
    """Each of these is paid for only when asked for."""

    counted: bool = False  # counts instructions, for limits, statistics and repeatable preemption
    unaligned: bool = False  # loads and stores may be misaligned: the program does pointer arithmetic of its own
    checked: bool = False  # every access asks for the state of its page
    traced: bool = False  # reports every safepoint
    moving: bool = False  # stacks move at every check; Python's text is the same

    def key(self) -> str:
        flags = (self.counted, self.unaligned, self.checked, self.traced)
        return "".join(c for c, on in zip("cuat", flags, strict=True) if on) or "-"

    @property
    def careful(self) -> bool:
        """Whether native code needs its careful text."""
        return self.checked or self.traced or self.moving
