"""The words that native code leaves in the register page for its host: where to go on, and why it came out."""

from __future__ import annotations

from morestack.vm import layout

EXIT_PC = layout.REG_SCRATCH
EXIT_SP = layout.REG_SCRATCH + 1
EXIT_REASON = layout.REG_SCRATCH + 2
EXIT_VALUE = layout.REG_SCRATCH + 3
PAGES = layout.REG_SCRATCH + 5  # address of the bytes that tell the states of pages, 0 if there are none
ARENA_SIZE = layout.REG_SCRATCH + 6
FAULT_ADDRESS = layout.REG_SCRATCH + 7
FAULT_CODE = layout.REG_SCRATCH + 8
TRACE = layout.REG_SCRATCH + 9  # address of a C function (pc, SP) that safepoints are reported to, or 0
MORESTACKS = layout.REG_SCRATCH + 4  # counts stack checks that failed and were dealt with natively

NO_CODE = 0  # the pc has no native code
ATTEND = 1  # a stack check failed for the host's sake: somebody wants something
STOPPED = 2  # exitvm
UNREACHABLE = 3  # trap
