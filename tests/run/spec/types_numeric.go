// run

// Every numeric type: size, limits, wrap-around and the operators it has.
package main

import (
	"fmt"
	"math"
	"math/bits"
	"unsafe"
)

func main() {
	fmt.Println(unsafe.Sizeof(int8(0)), unsafe.Sizeof(int16(0)), unsafe.Sizeof(int32(0)), unsafe.Sizeof(int64(0)), unsafe.Sizeof(0),
		unsafe.Sizeof(uintptr(0)), unsafe.Sizeof(float32(0)), unsafe.Sizeof(0.0), unsafe.Sizeof(complex64(0)), unsafe.Sizeof(0i), unsafe.Sizeof(true))
	i8, i16, i32, i64, i := int8(math.MaxInt8), int16(math.MaxInt16), int32(math.MaxInt32), int64(math.MaxInt64), math.MaxInt
	i8++
	i16++
	i32++
	i64++
	i++
	fmt.Println(i8, i16, i32, i64, i)
	i8--
	i16 -= 2
	fmt.Println(i8, i16, -i8-1, -i32, i64/-1, i32/-1, i8*i8, i16*i16)
	u8, u16, u32, u64, u, up := uint8(0), uint16(0), uint32(0), uint64(0), uint(0), uintptr(0)
	u8--
	u16--
	u32--
	u64--
	u--
	up--
	fmt.Println(u8, u16, u32, u64, u, up)
	fmt.Println(u8*u8, u16*u16, u32*u32, u64*u64, u8+1, u16<<1, u32>>31, u64>>1)
	m := int8(-128)
	fmt.Println(m/-1, m%-1, -m, m-1, m*m, m>>7, m<<1, ^m, m&15, m|1)
	for _, p := range [][2]int{{7, 2}, {-7, 2}, {7, -2}, {-7, -2}} {
		fmt.Print(p[0]/p[1], " ", p[0]%p[1], " ", p[0]&p[1], " ", p[0]^p[1], " ", p[0]&^p[1], "; ")
	}
	fmt.Println()
	fmt.Println(bits.Len(uint(i64)), bits.OnesCount8(u8), bits.LeadingZeros32(1), bits.TrailingZeros16(8), bits.Reverse8(1), bits.RotateLeft32(1, 31))
	hi, lo := bits.Mul64(u64, u64)
	q, r := bits.Div64(1, 0, 3)
	s, c := bits.Add64(u64, 1, 0)
	fmt.Println(hi, lo, q, r, s, c)
	f := float32(math.MaxFloat32)
	fmt.Println(f*2, -f*2, f+1 == f, math.Float32bits(f), math.Float64bits(1.5), math.Float64frombits(0x7ff0000000000000))
	fmt.Println(math.NaN() == math.NaN(), math.Inf(1) > math.MaxFloat64, math.IsNaN(math.Inf(1)-math.Inf(1)), math.Copysign(0, -1))
	type byteAlias = byte
	var b byteAlias = 'a'
	var bb uint8 = b
	var rr int32 = rune(5)
	fmt.Printf("%T %T %v\n", bb, rr, bb)
}

// Output:
// 1 2 4 8 8 8 4 8 8 16 1
// -128 -32768 -2147483648 -9223372036854775808 -9223372036854775808
// 127 32766 -128 -2147483648 -9223372036854775808 -2147483648 1 4
// 255 65535 4294967295 18446744073709551615 18446744073709551615 18446744073709551615
// 1 1 1 1 0 65534 1 9223372036854775807
// -128 0 -128 127 0 -1 0 127 0 -127
// 3 1 2 5 5; -3 -1 0 -5 -7; -3 1 6 -7 1; 3 -1 -8 7 1;
// 64 8 31 3 128 2147483648
// 18446744073709551614 1 6148914691236517205 1 0 1
// +Inf -Inf true 2139095039 4609434218613702656 +Inf
// false true true -0
// uint8 int32 97
