// Package bits counts and moves the bits of unsigned integers.
//
// The compiler replaces calls of many of these functions by instructions; the bodies serve
// where it does not, as for function values.
package bits

import "unsafe"

// UintSize is the size of a uint in bits.
const UintSize = 64

var (
	overflow error = failure("integer overflow")
	divide   error = failure("integer divide by zero")
)

// failure is a run-time error, as the division instruction would raise it.
type failure string

func (e failure) Error() string { return "runtime error: " + string(e) }

func (failure) RuntimeError() {}

// LeadingZeros returns the number of zero bits above the highest one; UintSize for 0.
func LeadingZeros(x uint) int { return 64 - Len64(uint64(x)) }

// LeadingZeros8 is LeadingZeros for 8 bits.
func LeadingZeros8(x uint8) int { return 8 - Len64(uint64(x)) }

// LeadingZeros16 is LeadingZeros for 16 bits.
func LeadingZeros16(x uint16) int { return 16 - Len64(uint64(x)) }

// LeadingZeros32 is LeadingZeros for 32 bits.
func LeadingZeros32(x uint32) int { return 32 - Len64(uint64(x)) }

// LeadingZeros64 is LeadingZeros for 64 bits.
func LeadingZeros64(x uint64) int { return 64 - Len64(x) }

// TrailingZeros returns the number of zero bits below the lowest one; UintSize for 0.
func TrailingZeros(x uint) int { return TrailingZeros64(uint64(x)) }

// TrailingZeros8 is TrailingZeros for 8 bits.
func TrailingZeros8(x uint8) int { return TrailingZeros64(uint64(x) | 1<<8) }

// TrailingZeros16 is TrailingZeros for 16 bits.
func TrailingZeros16(x uint16) int { return TrailingZeros64(uint64(x) | 1<<16) }

// TrailingZeros32 is TrailingZeros for 32 bits.
func TrailingZeros32(x uint32) int { return TrailingZeros64(uint64(x) | 1<<32) }

// TrailingZeros64 is TrailingZeros for 64 bits.
func TrailingZeros64(x uint64) int {
	if x == 0 {
		return 64
	}
	return Len64(x&-x) - 1
}

// OnesCount returns the number of one bits.
func OnesCount(x uint) int { return OnesCount64(uint64(x)) }

// OnesCount8 is OnesCount for 8 bits.
func OnesCount8(x uint8) int { return OnesCount64(uint64(x)) }

// OnesCount16 is OnesCount for 16 bits.
func OnesCount16(x uint16) int { return OnesCount64(uint64(x)) }

// OnesCount32 is OnesCount for 32 bits.
func OnesCount32(x uint32) int { return OnesCount64(uint64(x)) }

const (
	every2  = 0x5555555555555555 // every other bit
	every4  = 0x3333333333333333 // every other pair
	every8  = 0x0F0F0F0F0F0F0F0F // every other four
	every16 = 0x00FF00FF00FF00FF // every other byte
	every32 = 0x0000FFFF0000FFFF // every other two bytes
)

// OnesCount64 is OnesCount for 64 bits: sums in ever wider fields.
func OnesCount64(x uint64) int {
	x -= x >> 1 & every2
	x = x&every4 + x>>2&every4
	x = (x + x>>4) & every8
	return int(x * 0x0101010101010101 >> 56)
}

// RotateLeft rotates x left by k bits, right if k is negative.
func RotateLeft(x uint, k int) uint { return uint(RotateLeft64(uint64(x), k)) }

// RotateLeft8 is RotateLeft for 8 bits.
func RotateLeft8(x uint8, k int) uint8 { return x<<(uint(k)&7) | x>>(8-uint(k)&7) }

// RotateLeft16 is RotateLeft for 16 bits.
func RotateLeft16(x uint16, k int) uint16 { return x<<(uint(k)&15) | x>>(16-uint(k)&15) }

// RotateLeft32 is RotateLeft for 32 bits.
func RotateLeft32(x uint32, k int) uint32 { return x<<(uint(k)&31) | x>>(32-uint(k)&31) }

// RotateLeft64 is RotateLeft for 64 bits.
func RotateLeft64(x uint64, k int) uint64 { return x<<(uint(k)&63) | x>>(64-uint(k)&63) }

// Reverse returns the bits in reverse order.
func Reverse(x uint) uint { return uint(Reverse64(uint64(x))) }

// Reverse8 is Reverse for 8 bits.
func Reverse8(x uint8) uint8 { return uint8(Reverse64(uint64(x)) >> 56) }

// Reverse16 is Reverse for 16 bits.
func Reverse16(x uint16) uint16 { return uint16(Reverse64(uint64(x)) >> 48) }

// Reverse32 is Reverse for 32 bits.
func Reverse32(x uint32) uint32 { return uint32(Reverse64(uint64(x)) >> 32) }

// Reverse64 is Reverse for 64 bits.
func Reverse64(x uint64) uint64 {
	x = x>>1&every2 | x&every2<<1
	x = x>>2&every4 | x&every4<<2
	x = x>>4&every8 | x&every8<<4
	return ReverseBytes64(x)
}

// ReverseBytes returns the bytes in reverse order.
func ReverseBytes(x uint) uint { return uint(ReverseBytes64(uint64(x))) }

// ReverseBytes16 is ReverseBytes for 16 bits.
func ReverseBytes16(x uint16) uint16 { return x>>8 | x<<8 }

// ReverseBytes32 is ReverseBytes for 32 bits.
func ReverseBytes32(x uint32) uint32 { return uint32(ReverseBytes64(uint64(x)) >> 32) }

// ReverseBytes64 is ReverseBytes for 64 bits.
func ReverseBytes64(x uint64) uint64 {
	x = x>>8&every16 | x&every16<<8
	x = x>>16&every32 | x&every32<<16
	return x>>32 | x<<32
}

// Len returns the number of bits needed for x; 0 for 0.
func Len(x uint) int { return Len64(uint64(x)) }

// Len8 is Len for 8 bits.
func Len8(x uint8) int { return Len64(uint64(x)) }

// Len16 is Len for 16 bits.
func Len16(x uint16) (n int) { return Len64(uint64(x)) }

// Len32 is Len for 32 bits.
func Len32(x uint32) (n int) { return Len64(uint64(x)) }

// Len64 is Len for 64 bits.
func Len64(x uint64) (n int) {
	if x >= 1<<53 {
		x >>= 32
		n = 32
	}
	if x == 0 {
		return n
	}
	// A float64 holds x exactly; its exponent is the answer.
	f := float64(x)
	return n + int(*(*uint64)(unsafe.Pointer(&f))>>52) - 1022
}

// Add returns x + y + carry; carry, 0 or 1, comes in and goes out.
func Add(x, y, carry uint) (sum, carryOut uint) {
	s, c := Add64(uint64(x), uint64(y), uint64(carry))
	return uint(s), uint(c)
}

// Add32 is Add for 32 bits.
func Add32(x, y, carry uint32) (sum, carryOut uint32) {
	s := uint64(x) + uint64(y) + uint64(carry)
	return uint32(s), uint32(s >> 32)
}

// Add64 is Add for 64 bits.
func Add64(x, y, carry uint64) (sum, carryOut uint64) {
	sum = x + y + carry
	carryOut = (x&y | (x|y)&^sum) >> 63
	return
}

// Sub returns x - y - borrow; borrow, 0 or 1, comes in and goes out.
func Sub(x, y, borrow uint) (diff, borrowOut uint) {
	d, b := Sub64(uint64(x), uint64(y), uint64(borrow))
	return uint(d), uint(b)
}

// Sub32 is Sub for 32 bits.
func Sub32(x, y, borrow uint32) (diff, borrowOut uint32) {
	d := uint64(x) - uint64(y) - uint64(borrow)
	return uint32(d), uint32(d >> 63)
}

// Sub64 is Sub for 64 bits.
func Sub64(x, y, borrow uint64) (diff, borrowOut uint64) {
	diff = x - y - borrow
	borrowOut = (^x&y | ^(x^y)&diff) >> 63
	return
}

// Mul returns the full product of x and y.
func Mul(x, y uint) (hi, lo uint) {
	h, l := Mul64(uint64(x), uint64(y))
	return uint(h), uint(l)
}

// Mul32 is Mul for 32 bits.
func Mul32(x, y uint32) (hi, lo uint32) {
	p := uint64(x) * uint64(y)
	return uint32(p >> 32), uint32(p)
}

// Mul64 is Mul for 64 bits: four products of halves.
func Mul64(x, y uint64) (hi, lo uint64) {
	const half = 1<<32 - 1
	x0, x1, y0, y1 := x&half, x>>32, y&half, y>>32
	mid := x1*y0 + x0*y0>>32
	low := mid&half + x0*y1
	return x1*y1 + mid>>32 + low>>32, x * y
}

// Div divides the number hi, lo by y, which must be greater than hi.
func Div(hi, lo, y uint) (quo, rem uint) {
	q, r := Div64(uint64(hi), uint64(lo), uint64(y))
	return uint(q), uint(r)
}

// Div32 is Div for 32 bits.
func Div32(hi, lo, y uint32) (quo, rem uint32) {
	if y != 0 && y <= hi {
		panic(overflow)
	}
	n := uint64(hi)<<32 | uint64(lo)
	return uint32(n / uint64(y)), uint32(n % uint64(y))
}

// Div64 is Div for 64 bits: two digits of 32 bits, each estimated and corrected
// (Knuth, volume 2, 4.3.1).
func Div64(hi, lo, y uint64) (quo, rem uint64) {
	if y == 0 {
		panic(divide)
	}
	if y <= hi {
		panic(overflow)
	}
	if hi == 0 {
		return lo / y, lo % y
	}
	const base = 1 << 32
	s := uint(LeadingZeros64(y))
	y <<= s
	y1, y0 := y>>32, y&(base-1)
	top := hi<<s | lo>>(64-s)
	lo <<= s
	for i := uint(32); ; i = 0 {
		next := lo >> i & (base - 1)
		q := top / y1
		r := top - q*y1
		for q >= base || q*y0 > r<<32|next {
			q--
			if r += y1; r >= base {
				break
			}
		}
		top = top<<32 + next - q*y
		quo = quo<<32 + q
		if i == 0 {
			return quo, top >> s
		}
	}
}

// Rem returns the remainder of the number hi, lo divided by y; the quotient may overflow.
func Rem(hi, lo, y uint) uint { return uint(Rem64(uint64(hi), uint64(lo), uint64(y))) }

// Rem32 is Rem for 32 bits.
func Rem32(hi, lo, y uint32) uint32 {
	return uint32((uint64(hi)<<32 | uint64(lo)) % uint64(y))
}

// Rem64 is Rem for 64 bits.
func Rem64(hi, lo, y uint64) uint64 {
	_, rem := Div64(hi%y, lo, y)
	return rem
}
