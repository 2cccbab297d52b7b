package main

import (
	"fmt"
	"unsafe"
)

// Constants that calls make indices by inlining, beyond what an instruction's operand holds.

func id(x int) int { return x }

func try(f func()) {
	defer func() { fmt.Println(recover().(error).Error()) }()
	f()
}

var global [3]int

func main() {
	var a [3]int
	s := []int{1, 2}
	t := make([]struct{ a, b, c int }, 3)
	str := "abc"
	p := &a
	try(func() { a[id(1<<63-1)]++ })
	try(func() { s[id(1<<63-1)]++ })
	try(func() { t[id(1<<62)].c++ })
	try(func() { global[id(1<<40)] = 2 })
	try(func() { p[id(-1<<63)] = 2 })
	try(func() { fmt.Println(str[id(1<<62)]) })
	try(func() { fmt.Println(len(s[id(1<<62):])) })
	try(func() { fmt.Println(len(a[id(400_000_000):])) })
	try(func() { fmt.Println(len(str[id(-5):])) })
	try(func() { local := []int{1}; local[id(1<<62)]++ })
	try(func() { local := []int{1}; local[id(400_000_000)]++ })
	try(func() { var local [2][4]int; local[id(400_000_000)][id(1<<61)]++ })
	fmt.Println(uintptr(unsafe.Add(unsafe.Pointer(p), 1<<40))-uintptr(unsafe.Pointer(p)) == 1<<40)
	fmt.Println(uintptr(unsafe.Add(unsafe.Pointer(p), -1<<40))-uintptr(unsafe.Pointer(p))+(1<<40) == 0)
}

// Output:
// runtime error: index out of range [9223372036854775807] with length 3
// runtime error: index out of range [9223372036854775807] with length 2
// runtime error: index out of range [4611686018427387904] with length 3
// runtime error: index out of range [1099511627776] with length 3
// runtime error: index out of range [-9223372036854775808]
// runtime error: index out of range [4611686018427387904] with length 3
// runtime error: slice bounds out of range [4611686018427387904:2]
// runtime error: slice bounds out of range [400000000:3]
// runtime error: slice bounds out of range [-5:]
// runtime error: index out of range [4611686018427387904] with length 1
// runtime error: index out of range [400000000] with length 1
// runtime error: index out of range [400000000] with length 2
// true
// true
