// run

// The layout of structs on amd64: sizes, alignments and offsets of every kind of field.
package main

import (
	"fmt"
	"reflect"
	"unsafe"
)

type empty struct{}

type padded struct {
	a bool
	b int64
	c bool
	d int32
	e int16
	f byte
}

type packed struct {
	b int64
	d int32
	e int16
	f byte
	a bool
}

type everything struct {
	b   bool
	i8  int8
	i16 int16
	i32 int32
	i   int
	f32 float32
	f64 float64
	c64 complex64
	c   complex128
	s   string
	sl  []int
	m   map[string]int
	ch  chan int
	fn  func()
	p   *int
	ifc interface{}
	err error
	arr [3]byte
	st  struct{ x byte }
	up  uintptr
	ptr unsafe.Pointer
}

type tail struct {
	a int32
	z struct{}
}

type nested struct {
	a byte
	p padded
	t tail
	e [0]int64
}

func main() {
	fmt.Println(unsafe.Sizeof(empty{}), unsafe.Sizeof(padded{}), unsafe.Sizeof(packed{}), unsafe.Sizeof(everything{}), unsafe.Sizeof(tail{}), unsafe.Sizeof(nested{}))
	fmt.Println(unsafe.Alignof(empty{}), unsafe.Alignof(padded{}), unsafe.Alignof(tail{}), unsafe.Alignof(nested{}), unsafe.Alignof([3]int16{}))
	var p padded
	fmt.Println(unsafe.Offsetof(p.a), unsafe.Offsetof(p.b), unsafe.Offsetof(p.c), unsafe.Offsetof(p.d), unsafe.Offsetof(p.e), unsafe.Offsetof(p.f))
	t := reflect.TypeOf(everything{})
	for i := 0; i < t.NumField(); i++ {
		f := t.Field(i)
		fmt.Printf("%s %v offset %d size %d align %d\n", f.Name, f.Type, f.Offset, f.Type.Size(), f.Type.Align())
	}
	p.d = 0x01020304
	p.b = -2
	base := unsafe.Pointer(&p)
	fmt.Println(*(*int32)(unsafe.Pointer(uintptr(base) + unsafe.Offsetof(p.d))), *(*byte)(unsafe.Add(base, 20)), *(*int64)(unsafe.Add(base, 8)))
	fmt.Println(uintptr(unsafe.Pointer(&p.e))-uintptr(base), uintptr(unsafe.Pointer(&p))%8)
	x := [2]padded{}
	fmt.Println(uintptr(unsafe.Pointer(&x[1]))-uintptr(unsafe.Pointer(&x[0])), unsafe.Sizeof(x))
	const c = unsafe.Sizeof(int32(0)) + unsafe.Sizeof("")
	fmt.Println(c, unsafe.Sizeof([...]string{"a", "b"}), unsafe.Sizeof(struct {
		a byte
		b [3]uint16
		c byte
	}{}))
}

// Output:
// 0 32 16 184 8 56
// 1 8 4 8 2
// 0 8 16 20 24 26
// b bool offset 0 size 1 align 1
// i8 int8 offset 1 size 1 align 1
// i16 int16 offset 2 size 2 align 2
// i32 int32 offset 4 size 4 align 4
// i int offset 8 size 8 align 8
// f32 float32 offset 16 size 4 align 4
// f64 float64 offset 24 size 8 align 8
// c64 complex64 offset 32 size 8 align 4
// c complex128 offset 40 size 16 align 8
// s string offset 56 size 16 align 8
// sl []int offset 72 size 24 align 8
// m map[string]int offset 96 size 8 align 8
// ch chan int offset 104 size 8 align 8
// fn func() offset 112 size 8 align 8
// p *int offset 120 size 8 align 8
// ifc interface {} offset 128 size 16 align 8
// err error offset 144 size 16 align 8
// arr [3]uint8 offset 160 size 3 align 1
// st struct { x uint8 } offset 163 size 1 align 1
// up uintptr offset 168 size 8 align 8
// ptr unsafe.Pointer offset 176 size 8 align 8
// 16909060 4 -2
// 24 0
// 32 64
// 20 32 10
