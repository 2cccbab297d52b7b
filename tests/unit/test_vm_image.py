"""Saved images: whole, or refused."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from morestack.vm import asm
from morestack.vm.image import Image, ImageError

from .test_vm_asm import EVERYTHING, FIB


@pytest.mark.parametrize("text", [FIB, EVERYTHING])
def test_saved_and_loaded(text: str, tmp_path: Path) -> None:
    image = asm.assemble(text)
    image.save(tmp_path / "a.img")
    assert Image.load(tmp_path / "a.img") == image
    assert [p.name for p in tmp_path.iterdir()] == ["a.img"]


def test_every_damage_is_refused() -> None:
    raw = asm.assemble(FIB).to_bytes()
    for cut in range(0, len(raw), 7):
        with pytest.raises(ImageError):
            Image.from_bytes(raw[:cut])
    for at in range(0, len(raw), 5):
        bad = bytearray(raw)
        bad[at] ^= 0x40
        with pytest.raises(ImageError):
            Image.from_bytes(bytes(bad))
    with pytest.raises(ImageError, match="behind"):
        Image.from_bytes(raw + b"x")


def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    image = asm.assemble(FIB)
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    image.save(pipe)
    assert Image.from_bytes(os.read(reader, 1 << 16)) == image
    os.close(reader)
    assert pipe.is_fifo()


def test_a_failed_save_leaves_the_old_file(tmp_path: Path) -> None:
    image = asm.assemble(FIB)
    path = tmp_path / "a.img"
    image.save(path)
    image.natives = [object()]  # type: ignore[list-item]
    with pytest.raises(TypeError):
        image.save(path)
    assert Image.load(path).natives == []
    assert len(list(tmp_path.iterdir())) == 1
