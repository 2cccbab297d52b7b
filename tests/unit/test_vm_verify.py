"""The verifier: what it accepts, and one refusal for each invariant."""

from __future__ import annotations

import pytest
from morestack.vm import asm, verify
from morestack.vm.image import Image

from .test_vm_asm import FIB

HEAD = 'func main.f frame=4 out=1 args=2 file="a.go" line=1\n    enter 4 0 ; map=[|0]\n'


def image(body: str) -> Image:
    return asm.assemble(HEAD + body + "\n    ret\n")


def test_good_images() -> None:
    verify.verify(asm.assemble(FIB), maps=False)
    verify.verify(image("    mov.i s1 a0"))


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("    mov.i s3 a0", "names the return pc"),
        ("    mov.i s1 a2", "outside frame"),
        ("    mov.i s1 a0\n    mov.d s1 #1.5", "has kinds i and d"),
        ("    bound s1 s2 0", "outgoing words"),
        ("    poll", "without a stack map"),
        ("    poll ; map=[0|]", "no locals"),
        ("    poll ; map=[3|]", "no locals"),
        ("    call main.f ; map=[|]", "takes 2 words, outgoing area has 1"),
        ("    getg s1\nfunc main.g frame=1\n    mov.i a0 #1", "does not begin with enter"),
    ],
)
def test_refused(body: str, text: str) -> None:
    with pytest.raises(verify.VerifyError, match=text):
        verify.verify(image(body))


@pytest.mark.parametrize(
    ("at", "value", "text"), [(0, 9999, "opcode 9999"), (1, -9, "constant"), (2, -9, "constant 8")]
)
def test_damaged_words(at: int, value: int, text: str) -> None:
    bad = image("    mov.i s1 #7")
    bad.code[5 * 2 + (at if at < 5 else 0)] = value
    with pytest.raises(verify.VerifyError, match=text):
        verify.verify(bad)


def test_a_damaged_last_instruction() -> None:
    bad = image("    mov.i s1 #7")
    bad.code[-5] = 9999
    with pytest.raises(verify.VerifyError, match="opcode 9999"):
        verify.verify(bad)


def test_a_constant_too_large_for_its_kind_is_shown() -> None:
    bad = image("    mov.f s3 #1.5")
    bad.consts[-1] |= 1 << 40
    with pytest.raises(verify.VerifyError, match="names the return pc"):
        verify.verify(bad)


def test_a_call_of_nothing() -> None:
    bad = asm.assemble(NOSPLIT)
    at = next(pc for pc in range(1, 5) if bad.code[pc * 5] == verify.CALL)
    bad.code[at * 5 + 1] = 77
    with pytest.raises(verify.VerifyError, match="call of function 77"):
        verify.verify(bad, maps=False)


def test_functions_must_follow_one_another() -> None:
    bad = asm.assemble(FIB)
    bad.funcs[1].entry += 1
    with pytest.raises(verify.VerifyError, match="do not follow"):
        verify.verify(bad)


NOSPLIT = """
func main.a frame=83 out=1 flags=nosplit
    enter 83 1
    call main.b
    bound s5 s6 0
    ret
func main.b frame=43 flags=nosplit
    enter 43 1
    call main.c
    ret
func main.c frame=400
    enter 400 0
    ret
func main.r frame=3 flags=nosplit
    enter 3 1
    call main.r
    ret
func main.leaf frame=200 flags=nosplit
    enter 200 1
    ret
"""


def test_nosplit_chains_are_reported_as_go_reports_them() -> None:
    found = list(verify.nosplit(asm.assemble(NOSPLIT)))
    assert found == [
        "main.a: nosplit stack over 792 byte limit\n"
        "main.a<1>\n"
        "    grows 664 bytes, calls main.b<1>\n"
        "        grows 344 bytes, calls main.c<1>\n"
        "            grows 8 bytes, calls runtime.morestack<0>\n"
        "            224 bytes over limit",
        "main.r: nosplit stack over 792 byte limit\nmain.r<1>\n    grows 24 bytes, calls main.r<1>\n    infinite cycle",
        "main.leaf: nosplit stack over 792 byte limit\nmain.leaf<1>\n    grows 1600 bytes\n    808 bytes over limit",
    ]
