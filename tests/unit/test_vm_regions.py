"""Regions: their graphs, loops, liveness, and what is stored where."""

from __future__ import annotations

from morestack.vm import asm
from morestack.vm.image import Func, Image
from morestack.vm.regions import Body, Region, slots_of

TEXT = """func t.f frame=8 out=2 args=2 file="x.go" line=1
    enter 8 0          ; line 1 map=[|0]
    mov.i s2 a0
    mov.i s3 #0
    jmp L1
L1:
    poll               ; line 2 map=[2|]
    jle.i s2 s3 L9
    mov.i s0 s3
    call t.g           ; line 3 map=[2|]
    mov.i s4 s1
    add.i64 s3 s3 s4
    jmp L1
L9:
    mov.i a1 s3
    ret
func t.g frame=1 out=0 args=2 flags=nosplit file="x.go" line=9
    enter 1 1
    mov.i a1 #1
    ret
"""


def body_of(name: str) -> tuple[Image, Func, Body]:
    image = asm.assemble(TEXT)
    f = image.func_named(name)
    return image, f, Body(f, image.code)


def test_the_entry_region_holds_the_loop() -> None:
    _, f, body = body_of("t.f")
    region = Region(body, f.entry)
    heads = [n for n in region.order if n.loop]
    assert len(heads) == 1 and heads[0].ins[0].name == "poll"
    assert set(slots_of(heads[0].live_in)) == {2, 3}
    assert set(slots_of(heads[0].preload)) == {2, 3}


def test_a_return_region_begins_inside_a_block() -> None:
    _, _, body = body_of("t.f")
    call = next(i for i in body.ins if i.name == "call")
    region = Region(body, call.pc + 1)
    assert region.root.ins[0].pc == call.pc + 1
    assert not region.root.preds
    assert set(slots_of(region.root.live_in)) == {1, 2, 3}


def test_slots_named_as_frame_memory_are_no_variables() -> None:
    text = 'func t.h frame=6 out=0 args=1 flags=nosplit file="x.go" line=1\n    enter 6 1\n    zero s1 3\n'
    text += "    lea s4 s2 0\n    stl.i64 s2 0 s1\n    mov.i a0 s4\n    ret\n"
    image = asm.assemble(text)
    body = Body(image.funcs[0], image.code)
    assert not body.locals_mask >> 2 & 1 and body.locals_mask >> 4 & 1
    cleared, runs = body.zero_split(body.ins[1])
    assert set(slots_of(cleared)) == {1} and runs == [(2, 2)]


def test_dirty_slots_are_stored_before_calls_only_when_live() -> None:
    _, f, body = body_of("t.f")
    region = Region(body, f.entry)
    block = next(n for n in region.order if any(i.name == "call" for i in n.ins))
    call = next(i for i in block.ins if i.name == "call")
    assert set(slots_of(region.live_after(block)[call.pc] & body.locals_mask)) == {2, 3}
    assert block.dirty_out & ~(1 << 3 | 1 << 4) == 0
