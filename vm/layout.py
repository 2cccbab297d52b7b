"""The layouts that the compiler, both engines and the runtime must agree on, drawn once.

Frame, addresses rising upward, one 8-byte word a line; ``s`` is SP, ``M`` the frame words, ``out`` the outgoing words::

    s + M + j     argument word j of this function (lies in the caller's outgoing area; results follow the arguments)
    s + M - 1     return pc                                        <- SP at function entry, before `enter`
    s + out ..    locals: slots of one kind each, and frame memory (addressed variables, large aggregates)
    s + 0 ..      outgoing area: arguments, then results, of the functions called from here

A call stores the return pc at ``s - 1`` and enters the callee with ``s - 1``; ``enter M`` subtracts ``M - 1``; ``ret`` adds ``M``.
So at a function's entry pc (and only there) the frame is one word high; at every other pc it is ``M`` words high.

Values. A scalar takes one slot in canonical form (isa kinds). string = ptr, len. slice = ptr, len, cap. interface = tab or
type, data. complex = two floats. A struct or one-element array of at most MAX_LEAVES leaves is its leaves, in order, each in a
slot of its own; other structs and arrays are in memory form: Go's amd64 layout, from a word boundary, rounded up to words.
Every argument and result begins at a new word.

Register page: the first words of the arena. G is the current g; GUARD its stack limit as an address and GUARD_INDEX the
same as a word index (the only copies of g.stackguard0; PREEMPT in both when the host wants the goroutine to stop); CTX the
closure pointer from `callclosure` to `getctx`.
"""

from __future__ import annotations

WORD = 8
MAX_LEAVES = 4

ARENA_BASE = 0xC000000000
ARENA_SIZE = 64 << 30
TEXT_BASE = 0x400000  # a pc is shown to users as TEXT_BASE + pc

REG_G = 0
REG_GUARD = 1
REG_GUARD_INDEX = 2
REG_CTX = 3
REG_SCRATCH = 4  # .. 15: free for the engines (exit reasons and their values)
DATA_OFFSET = 0x10000  # the image's data begins here in the arena

STACK_PREEMPT = -1314 & ((1 << 64) - 1)  # g.stackguard0 when preemption is wanted, as in Go's runtime
NOSPLIT_LIMIT = 792  # bytes that a chain of nosplit functions may use below a stack check, as Go on amd64
GUARD_INDEX_PREEMPT = 1 << 62
