"""What memory serves for: much allocated and little kept, a million frames, ten thousand stacks that grow and shrink, a
hundred thousand parked goroutines. At full size with machine code, at a fraction of it on the Python engine alone."""

from __future__ import annotations

from importlib.util import find_spec

import pytest

import morestack

NATIVE = find_spec("llvmlite") is not None
SCALE = 1 if NATIVE else 20

ALLOCATE = """package main

import "os"
import "strconv"

func main() {
	n, _ := strconv.Atoi(os.Args[1])
	keep := make([][]byte, 13_000)
	x := uint32(1)
	total := 0
	for total < n {
		x = x*1664525 + 1013904223
		b := make([]byte, 512+x>>23)
		total += len(b)
		keep[int(x>>8)%len(keep)] = b
	}
	kept := 0
	for _, b := range keep {
		kept += len(b)
	}
	println(kept > 9_000_000 && kept < 11_000_000)
}
"""

DEEP = """package main

import "os"
import "strconv"

func deep(n int, p *int) int {
	x, r := n, 0
	*p++
	if n > 0 {
		r = deep(n-1, &x) + 1
		if x != n+2 {
			panic("a local was lost")
		}
	}
	*p++
	return r
}

func main() {
	n, _ := strconv.Atoi(os.Args[1])
	x := 0
	println(deep(n, &x), x)
}
"""

GROW = """package main

import (
	"os"
	"runtime"
	"strconv"
)

func grow(n int, p *int) {
	var pad [16]int
	pad[n%16] = n
	if n > 0 {
		grow(n-1, &pad[n%16])
	}
	*p += pad[n%16]
}

func main() {
	n, _ := strconv.Atoi(os.Args[1])
	grown, again, done := make(chan bool), make(chan bool), make(chan int)
	for i := 0; i < n; i++ {
		go func() {
			x := 0
			grow(40, &x)
			grown <- true
			<-again
			grow(40, &x)
			done <- x
		}()
	}
	for i := 0; i < n; i++ {
		<-grown
	}
	runtime.GC()
	close(again)
	sum := 0
	for i := 0; i < n; i++ {
		sum += <-done
	}
	println(sum == n*1640)
}
"""

PARK = """package main

import (
	"os"
	"strconv"
)

func main() {
	n, _ := strconv.Atoi(os.Args[1])
	values, sums := make(chan int), make(chan int)
	for i := 0; i < n; i++ {
		go func() { sums <- i + <-values }()
	}
	for i := 0; i < n; i++ {
		values <- 1
	}
	sum := 0
	for i := 0; i < n; i++ {
		sum += <-sums
	}
	println(sum == n*(n+1)/2)
}
"""


def run(text: str, n: int) -> morestack.Result:
    """Runs a program whose size is its argument."""
    result = morestack.run(text, [str(n)], timeout=600, engine="llvm" if NATIVE else "python")
    assert result.exit_code == 0, result.stderr
    return result


def test_five_gigabytes_pass_through_ten_megabytes() -> None:
    result = run(ALLOCATE, 5_000_000_000 // SCALE)
    assert result.stderr == b"true\n"
    assert result.stats.collections >= 20 // SCALE
    assert result.stats.peak_memory < 100_000_000


def test_a_million_frames_with_pointers_into_each_other() -> None:
    n = 1_000_000 // SCALE
    result = run(DEEP, n)
    assert result.stderr == f"{n} 2\n".encode()
    assert result.stats.growths > 5 and result.stats.pointers_adjusted > n


def test_ten_thousand_stacks_grow_and_shrink_and_grow() -> None:
    n = 10_000 // SCALE
    result = run(GROW, n)
    assert result.stderr == b"true\n"
    assert result.stats.shrinks >= n and result.stats.growths >= 4 * n


@pytest.mark.parametrize("n", [100_000 // SCALE])
def test_a_parked_goroutine_takes_less_than_four_kilobytes(n: int) -> None:
    few, many = run(PARK, 10), run(PARK, n)
    assert few.stderr == many.stderr == b"true\n"
    assert (many.stats.peak_memory - few.stats.peak_memory) / n < 4096
