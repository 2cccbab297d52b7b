// run

// Arithmetic on integers of all widths at run time: division and remainder, shifts, masks, precedence.
package main

import "fmt"

func div(a, b int) (q, r int) { return a / b, a % b }

//go:noinline
func sh32(x int32, n uint) (int32, int32) { return x << n, x >> n }

//go:noinline
func sh8(x uint8, n int) (uint8, uint8) { return x << n, x >> n }

func main() {
	for _, p := range [][2]int{{5, 3}, {-5, 3}, {5, -3}, {-5, -3}, {0, 7}, {7, 7}, {6, 7}, {-1 << 63, -1}, {-1 << 63, 2}, {1<<63 - 1, 10}} {
		q, r := div(p[0], p[1])
		fmt.Print(q, " ", r, "; ")
	}
	fmt.Println()
	x := 11
	fmt.Println(x/4, x%4, x>>2, x&3, -x/4, -x%4, -x>>2, -x&3)
	for _, n := range []uint{0, 1, 5, 31, 32, 33, 64, 100} {
		l, r := sh32(-7, n)
		a, b := sh8(200, int(n))
		fmt.Print(l, " ", r, " ", a, " ", b, "; ")
	}
	fmt.Println()
	a, b, c := 6, 3, 2
	fmt.Println(a+b*c, (a+b)*c, a-b-c, a/b/c, a*b%c, a<<b>>c, a&b|c, a|b&c, a^b&c, a&^b*c, -a+b, ^a&b, a+b<<c, a<<b+c)
	fmt.Println(a == 6 && b < c || c == 2, a > b == true, !(a < b) && b != c, 1+2 == 3 == true)
	var i8 int8 = 100
	i8 += 100
	var u8 uint8 = 3
	u8 -= 5
	var u16 uint16 = 1 << 15
	u16 *= 3
	var i64 int64 = 1 << 62
	i64 *= 4
	i64--
	fmt.Println(i8, u8, u16, i64, ^u8, -u8, ^i8, u16/7, u16%7)
	m := 0xff
	m &^= 0x0f
	m |= 1
	m ^= 0x81
	m <<= 4
	m >>= 2
	m %= 1000
	fmt.Println(m)
	var y uint = 1
	y <<= 63
	fmt.Println(y, y<<1, y>>63, int(y), int64(y)>>63, uint32(y>>32))
	for _, d := range []int{1, 2, 3, 5, 7, 8, 10, 16, 60, 100, 1000, 3600, -1, -2, -8, -10} {
		switch d { // divisors known to the compiler
		case 3:
			fmt.Print(1234567/3, -1234567%3, x/3, " ")
		case 10:
			fmt.Print(x*1000/10, -x*77%10, " ")
		}
		fmt.Print(-98765/d, " ", 98765%d, " ")
	}
	fmt.Println()
	n := -1000001
	fmt.Println(n/3, n%3, n/7, n%7, n/8, n%8, n/10, n%10, n/16, n%100, n/1000, n%1000, n/-8, n%-8, uint32(n)/7, uint32(n)%10, uint8(n)/3)
	fmt.Println(1<<3|1<<1, 7&-7, 12&-12, 5&1 == 1, x&(x-1))
}

// Output:
// 1 2; -1 -2; -1 2; 1 -2; 0 0; 1 0; 0 6; -9223372036854775808 0; -4611686018427387904 0; 922337203685477580 7;
// 2 3 2 3 -2 -3 -3 1
// -7 -7 200 200; -14 -4 144 100; -224 -1 0 6; -2147483648 -1 0 0; 0 -1 0 0; 0 -1 0 0; 0 -1 0 0; 0 -1 0 0;
// 12 18 1 1 0 12 2 6 4 8 -3 1 18 50
// true true true true
// -56 254 32768 -1 1 2 55 4681 1
// 448
// 9223372036854775808 0 1 -9223372036854775808 -1 2147483648
// -98765 0 -49382 1 411522 -1 3 -32921 2 -19753 0 -14109 2 -12345 5 1100 -7 -9876 5 -6172 13 -1646 5 -987 65 -98 765 -27 1565 98765 0 49382 1 12345 5 9876 5
// -333333 -2 -142857 -2 -125000 -1 -100000 -1 -62500 -1 -1000 -1 125000 -1 613423899 5 63
// 10 1 4 true 10
