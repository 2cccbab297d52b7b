// Sha256 hashes N kilobytes: rotations and sums of 32-bit words.
//
//	sha256 [KILOBYTES]
package main

import (
	"fmt"
	"math/bits"
	"os"
)

// size is the first argument, or n.
func size(n int) int {
	if len(os.Args) > 1 {
		if _, err := fmt.Sscan(os.Args[1], &n); err != nil {
			panic(err)
		}
	}
	return n
}

var k [64]uint32

func init() {
	// the first 32 bits of the fractional parts of the cube roots of the first 64 primes
	for p, n := 2, 0; n < 64; p++ {
		prime := true
		for d := 2; d*d <= p; d++ {
			prime = prime && p%d != 0
		}
		if prime {
			lo, hi := uint64(0), uint64(8)<<32
			for hi-lo > 1 {
				mid := (lo + hi) / 2
				if less(mid, uint64(p)) {
					lo = mid
				} else {
					hi = mid
				}
			}
			k[n] = uint32(lo)
			n++
		}
	}
}

// less says whether (r / 2^32)^3 <= p, by long multiplication.
func less(r, p uint64) bool {
	h, l := bits.Mul64(r, r)
	h2, l2 := bits.Mul64(l, r)
	h3, l3 := bits.Mul64(h, r)
	mid, carry := bits.Add64(h2, l3, 0)
	top := h3 + carry
	return top < p>>32 || top == p>>32 && (mid < p<<32 || mid == p<<32 && l2 == 0)
}

type digest [8]uint32

func (d *digest) block(p []byte) {
	var w [64]uint32
	for i := 0; i < 16; i++ {
		w[i] = uint32(p[4*i])<<24 | uint32(p[4*i+1])<<16 | uint32(p[4*i+2])<<8 | uint32(p[4*i+3])
	}
	for i := 16; i < 64; i++ {
		a, b := w[i-15], w[i-2]
		s0 := (a>>7 | a<<25) ^ (a>>18 | a<<14) ^ a>>3
		s1 := (b>>17 | b<<15) ^ (b>>19 | b<<13) ^ b>>10
		w[i] = w[i-16] + s0 + w[i-7] + s1
	}
	a, b, c, dd, e, f, g, h := d[0], d[1], d[2], d[3], d[4], d[5], d[6], d[7]
	for i := 0; i < 64; i++ {
		s1 := (e>>6 | e<<26) ^ (e>>11 | e<<21) ^ (e>>25 | e<<7)
		t1 := h + s1 + (e&f ^ ^e&g) + k[i] + w[i]
		s0 := (a>>2 | a<<30) ^ (a>>13 | a<<19) ^ (a>>22 | a<<10)
		t2 := s0 + (a&b ^ a&c ^ b&c)
		h, g, f, e, dd, c, b, a = g, f, e, dd+t1, c, b, a, t1+t2
	}
	for i, v := range [8]uint32{a, b, c, dd, e, f, g, h} {
		d[i] += v
	}
}

func sum(data []byte) digest {
	d := digest{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19}
	length := uint64(len(data)) * 8
	for len(data) >= 64 {
		d.block(data[:64])
		data = data[64:]
	}
	tail := make([]byte, 64, 128)
	n := copy(tail, data)
	tail[n] = 0x80
	if n >= 56 {
		tail = tail[:128]
	}
	for i := 0; i < 8; i++ {
		tail[len(tail)-1-i] = byte(length >> (8 * uint(i)))
	}
	for len(tail) > 0 {
		d.block(tail[:64])
		tail = tail[64:]
	}
	return d
}

func main() {
	n := size(250000)
	data := make([]byte, 1<<16)
	for i := range data {
		data[i] = byte(i * 7)
	}
	var mix digest
	for done := 0; done < n; done += 64 {
		chunk := data[:min(64, n-done)<<10]
		d := sum(chunk)
		for i := range mix {
			mix[i] ^= d[i] + uint32(done)
		}
		data[0]++
	}
	fmt.Printf("%08x\n%08x\n", sum([]byte("abc")), mix)
}
