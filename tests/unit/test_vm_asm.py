"""The assembler: text to image and back."""

from __future__ import annotations

import pytest
from morestack.vm import asm, isa

FIB = """
func main.fib frame=5 out=2 args=2 file="fib.go" line=3
    enter 5 0            ; line 3 map=[|]
    jle.i #2 a0 L1
    mov.i a1 a0
    ret
L1:
    sub.i64 s0 a0 #1
    call main.fib        ; line 5 map=[|]
    mov.i s2 s1
    sub.i64 s0 a0 #2
    call main.fib        ; line 5 map=[|]
    add.i64 a1 s1 s2
    ret
func runtime.rt0_go frame=4 out=2 args=0 flags=nosplit,topframe file="x.s" line=1
    enter 4 1
    mov.i s0 #20
    call main.fib        ; line 1 map=[|]
    exitvm 0
"""

EVERYTHING = """
data main.x size=16 relocs=8:main.y+4 hex=0100
data main.y size=8
func main.f frame=70 out=3 args=3 flags=closure,defer deferreturn=L9 file="a.go" line=1
    enter 70 0                 ; line 1 map=[|0,2]
    getctx s5
    mov.d s6 #1.5
    mov.d s7 #0x7ff8000000000001
    mov.i s8 @main.x+0
    mov.u s9 #18446744073709551615
    mov.i s10 #-3
L8:
    poll                       ; line 2 map=[5,69|1]
    callclosure s5             ; line 3 map=[5,64|]
    native runtime.write
L9:
    ret
"""


def test_fib_reads_back() -> None:
    image = asm.assemble(FIB)
    again = asm.assemble(asm.listing(image))
    assert again == image
    assert [f.name for f in image.funcs] == ["main.fib", "runtime.rt0_go"]
    assert image.funcs[0].entry == 1 and image.funcs[0].end == image.funcs[1].entry == 12
    assert image.line_at(6) == 5


def test_operands_maps_and_data() -> None:
    image = asm.assemble(EVERYTHING)
    f = image.func_named("main.f")
    assert f.deferreturn == f.end - 1 and f.loop_heads == (f.entry + 7,)
    assert image.stack_map(f.entry + 7) == (1 << 5 | 1 << 69, 2)
    assert image.stack_map(f.entry + 1) is None
    assert image.natives == ["runtime.write"]
    text = asm.listing(image)
    assert "#0x7ff8000000000001" in text and "@main.x+0" in text and "#-3" in text and "#18446744073709551615" in text
    assert "main.f: 70 words" in asm.frame_picture(image, f)
    address = int.from_bytes(image.data[8:16], "little")
    assert address == asm.image_address(image, image.symbols["main.y"] + 4)
    assert image.code[(f.entry + 1) * isa.WORDS_PER_INSTRUCTION + 1] == 5


@pytest.mark.parametrize(
    "text", ["enter 1 0", "func f frame=1\n nosuch", "func f frame=1\n jmp L1", "func f frame=1\n ret 5"]
)
def test_errors_name_the_line(text: str) -> None:
    with pytest.raises(asm.AsmError, match="line"):
        asm.assemble(text)
