// run

// Typed and untyped constants: default types, conversions of constants, mixing kinds.
package main

import (
	"fmt"
	"time"
)

type celsius float64

const (
	ui    = 15
	uf    = 15.0
	ur    = 'a'
	uc    = 1i
	us    = "s"
	ub    = true
	ti int64 = 5
	tc celsius = 36.6
	mixed = ui + uf + ur
	wait  = 2 * time.Second
)

func main() {
	fmt.Printf("%T %T %T %T %T %T %T %T %T %T\n", ui, uf, ur, uc, us, ub, ti, tc, mixed, wait)
	fmt.Println(mixed, wait, ti*ui, tc+1, uf/4, ui/4, ur+uf)
	var f32 float32 = ui
	var i8 int8 = uf
	var c64 complex64 = ur
	var d time.Duration = ui
	fmt.Println(f32, i8, c64, d, wait/4, time.Duration(1.5*float64(time.Second)))
	fmt.Println(float32(0.49999999), float32(0.49999999) == 0.5, uint32(1<<32-1), int64(1)<<62, string(rune(ur)))
	fmt.Println(ui << 3, uf << 3, 1 << ti, uint8(1)<<7, ^uint16(0))
	const s1 = string("conv") + us
	const b1 = ui > 3 == true
	const k = len(s1)
	fmt.Println(s1, b1, k, len([...]int{1, 2, 3}), cap([4]int{}))
	var any interface{} = 'x'
	_, isRune := any.(rune)
	_, isInt := any.(int)
	fmt.Println(isRune, isInt)
	var x uint = 3
	fmt.Println(1<<x, int64(1)<<x, uint8(100)<<1>>1, 1<<x == 8)
	var arr [1 << 3]int
	fmt.Println(len(arr), arr[1<<x-1])
	type myBool bool
	const mb myBool = 1 < 2
	var cond myBool = 3 < 4
	fmt.Printf("%v %T %v\n", mb, cond && mb, !cond)
	fmt.Println(real(uc), imag(uc*uc+2i), complex(ui, uf))
	const tiny float32 = 1e-60
	fmt.Println(tiny, tiny == 0)
}

// Output:
// int float64 int32 complex128 string bool int64 main.celsius float64 time.Duration
// 127 2s 75 37.6 3.75 3 112
// 15 15 (97+0i) 15ns 500ms 1.5s
// 0.5 true 4294967295 4611686018427387904 a
// 120 120 32 128 65535
// convs true 5 3 4
// true false
// 8 8 100 true
// 8 0
// true main.myBool false
// 0 2 (15+15i)
// 0 true
