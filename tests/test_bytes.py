"""Any bytes: whatever a source, an image or a cache file holds, there are clean errors, in bounded time and memory.

`MORESTACK_FUZZ=20000 pytest tests/test_bytes.py` tries so many of each."""

from __future__ import annotations

import hashlib
import marshal
import os
import resource
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from morestack.compiler import objcache, parser
from morestack.compiler.source import Errors, FileSet, TooManyErrors
from morestack.vm import elf
from morestack.vm.codestore import CodeStore
from morestack.vm.image import PREFIX, Image, ImageError
from morestack.vm.jitcache import FILE, JitCache
from morestack.vm.verify import VerifyError, verify

from tests.generate import mutations
from tests.unit.test_vm_asm import EVERYTHING, FIB
from tests.unit.test_vm_asm import asm as assembler

TRIES = int(os.environ.get("MORESTACK_FUZZ", "150"))
pytestmark = pytest.mark.timeout(max(300, TRIES // 5))
MEMORY = 4 << 30  # bytes of address space beyond what the process has, for one reading
T = TypeVar("T")

SOURCE = b"""package main

import "fmt"

type T struct{ a, b int; *U; f func(x ...int) (y string, err error) }
type U interface{ M(); fmt.Stringer }

const c, d = iota << 3, 'x' + "\\u00e9"[0]

func (t *T) M() { /* c */ L: for i, v := range []int{1, 2.0, 0x1p-2} { if i > 3 { continue L }; _ = v &^ 5 } }

func main() {
	defer func() { recover() }()
	switch x := any(c).(type) { case int, *T: goto end; default: select { case <-make(chan int): } }
	m := map[string][3]T{"a": {{a: 1}}}
	m["b"][2].f(`raw
text`, m[""][:]...)
end:
	go fmt.Println(`\xff`, 1_000, 0b101i, -m)
}
"""


def tries(test: T) -> T:
    """Settings of all these tests."""
    quiet = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
    return settings(max_examples=TRIES, deadline=None, suppress_health_check=quiet)(test)  # type: ignore[type-var]


@st.composite
def altered(draw: st.DrawFn, raw: bytes) -> bytes:
    """Bytes with pieces cut, overwritten, put in, repeated or moved."""
    data = bytearray(raw)
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, max(0, len(data) - 1)))
        size = draw(st.integers(0, 40))
        match draw(st.integers(0, 5)):
            case 0:
                del data[at : at + size]
            case 1:
                data[at : at + 1] = draw(st.binary(min_size=1, max_size=3))
            case 2:
                data[at:at] = draw(st.binary(max_size=12))
            case 3:
                data[at:at] = data[at : at + size]
            case 4:
                if data:
                    data[at] ^= 1 << draw(st.integers(0, 7))
            case _:
                to = draw(st.integers(0, len(data)))
                data[at:at] = data[to : to + size]
    return bytes(data)


@pytest.fixture(autouse=True, scope="module")
def bounded() -> Iterator[None]:
    """A limit of memory while these tests run: who asks for more gets a MemoryError, and fails."""
    old = resource.getrlimit(resource.RLIMIT_AS)
    with open("/proc/self/statm") as f:
        now = int(f.read().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (now + MEMORY, old[1]))
    yield
    resource.setrlimit(resource.RLIMIT_AS, old)


@pytest.mark.parametrize("name", ["bytes", "altered"])
def test_sources(name: str) -> None:
    @tries
    @given(st.binary(max_size=400) if name == "bytes" else altered(SOURCE))
    def check(data: bytes) -> None:
        fset = FileSet("/w")
        errors = Errors(fset)
        with suppress(TooManyErrors):
            parser.parse_file(fset, "/w/p.go", data, errors)
        assert len(errors.sorted()) <= 12

    check()


@tries
@given(altered(SOURCE.replace(b"-m)", b"len(m))").replace(b'+ "\\u00e9"[0]', b"").replace(b"1, 2.0, 0x1p-2", b"1, 2.0")))
def test_programs_are_checked_or_refused(data: bytes) -> None:
    verdict = mutations.ours(data.decode("utf-8", "surrogateescape"), build=False)
    assert not verdict.fault, verdict.text


IMAGES = {"fib": FIB, "everything": EVERYTHING}


@pytest.mark.parametrize("name", IMAGES)
def test_altered_images_are_refused(name: str) -> None:
    raw = assembler.assemble(IMAGES[name]).to_bytes()

    @tries
    @given(altered(raw))
    def check(data: bytes) -> None:
        if data != raw:
            with pytest.raises(ImageError):
                Image.from_bytes(data)

    check()


@pytest.mark.parametrize("name", IMAGES)
def test_forged_images_are_refused_or_verified(name: str) -> None:
    """Even with a good checksum."""
    raw = assembler.assemble(IMAGES[name]).to_bytes()
    magic, form, header, _, _ = PREFIX.unpack_from(raw)

    @tries
    @given(altered(raw[PREFIX.size :]), st.integers(-3, 3))
    def check(rest: bytes, shift: int) -> None:
        size = min(max(0, header + shift), len(rest))
        data = PREFIX.pack(magic, form, size, len(rest) - size, hashlib.sha256(rest).digest()) + rest
        with suppress(ImageError, VerifyError):
            verify(Image.from_bytes(data), maps=False)

    check()


def _damage(path: Path, data: bytes) -> None:
    path.unlink(missing_ok=True)
    path.write_bytes(data)


@tries
@given(st.data())
def test_object_files(tmp_path: Path, data: st.DataObject) -> None:
    cache = objcache.Cache(tmp_path)
    units = {"main.f": b"abc", "main.g": bytes(range(200))}
    cache.save("ab12", units)
    raw = cache.path("ab12").read_bytes()
    changed = data.draw(altered(raw))
    _damage(cache.path("ab12"), changed)
    assert cache.load("ab12") == (units if changed == raw else {})


@tries
@given(st.data())
def test_code_files(tmp_path: Path, data: st.DataObject) -> None:
    path = tmp_path / "code"
    path.unlink(missing_ok=True)
    store = CodeStore(path)
    code = compile("x = 1", "x", "exec")
    for name in ("a", "b"):
        store.put(name, code, b"lines")
    store.save()
    _damage(path, data.draw(altered(path.read_bytes())))
    store = CodeStore(path)
    for name in ("a", "b", "c"):
        assert store.get(name) in (None, (code, b"lines"))
    store.put("c", code, b"new")
    store.save()
    assert CodeStore(path).get("c") == (code, b"new")


@tries
@given(st.data())
def test_native_code_files(tmp_path: Path, data: st.DataObject) -> None:
    def fresh() -> JitCache:
        return JitCache(tmp_path, b"p" * 16)

    for part in tmp_path.iterdir():
        part.unlink()
    cache = fresh()
    block = elf.Block(*marshal.loads(marshal.dumps((b"code" * 50, (), ()))))
    cache.put({b"k" * 32: (block, ())})
    cache.close()
    path = tmp_path / FILE
    _damage(path, data.draw(altered(path.read_bytes())))
    cache = fresh()
    assert cache.get([b"k" * 32]) in ({}, {b"k" * 32: (block, ())})
    cache.put_facts(b"f", (1, "a"))
    assert cache.get_facts(b"f") in (None, (1, "a"))
    cache.close()


