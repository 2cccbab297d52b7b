package main

import "fmt"

// Operands that turn out constant only when a function is inlined are checked as any others.

func id(x int) int { return x }

func small(x int8) int8 { return x }

func none() *[4]int { return nil }

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

func main() {
	s := "abc"
	a := [3]int{1, 2, 3}
	b := a[:]
	try(func() { fmt.Println("abc"[id(-29):]) })
	try(func() { fmt.Println("abc"[id(4):]) })
	try(func() { fmt.Println("abc"[:id(-1)]) })
	try(func() { fmt.Println("abc"[:id(4)]) })
	try(func() { fmt.Println("abc"[id(-1)]) })
	try(func() { fmt.Println("abc"[id(3)]) })
	try(func() { fmt.Println("abc"[id(3):]) })
	try(func() { fmt.Println("abc"[id(-2):id(-1)]) })
	try(func() { fmt.Println("abc"[id(-2):2]) })
	try(func() { fmt.Println("abc"[1:id(-2)]) })
	try(func() { fmt.Println(s[id(-29):], s[:small(-3)]) })
	try(func() { fmt.Println(a[id(-29):]) })
	try(func() { fmt.Println(a[:id(-29)]) })
	try(func() { fmt.Println(a[:2:id(-29)]) })
	try(func() { fmt.Println(a[id(-2):2:3]) })
	try(func() { fmt.Println(a[id(-2)]) })
	try(func() { fmt.Println(a[id(2)], a[small(3)]) })
	try(func() { fmt.Println(b[id(-2)]) })
	try(func() { fmt.Println(b[small(-2):]) })
	try(func() { fmt.Println(b[1:2:id(-2)]) })
	try(func() { fmt.Println(1 << id(-1)) })
	try(func() { fmt.Println(id(8) >> small(-1)) })
	try(func() { fmt.Println(1 / id(0)) })
	try(func() { fmt.Println(id(7) % id(0)) })
	try(func() { fmt.Println(id(-9223372036854775808)/id(-1), small(-128)/small(-1)) })
	try(func() { fmt.Println(len(make([]int, id(-1)))) })
	try(func() { fmt.Println(len(make([]int, 2, id(1)))) })
	try(func() { fmt.Println(len(make([]int, id(3), id(2)))) })
	try(func() { fmt.Println(cap(make(chan int, id(-1)))) })
	try(func() { fmt.Println(len(make(map[int]int, id(-1)))) })
	try(func() { fmt.Println(none()[1]) })
	try(func() { fmt.Println(none()[id(5)]) })
	try(func() { fmt.Println(len(none()), none()[:] == nil) })
	try(func() { a[id(-1)] = 1 })
	try(func() { b[id(3)]++ })
	try(func() { fmt.Println(map[string]int(nil)["x"], append(b[:id(1)], b[id(2):]...)) })
}

// Output:
// runtime error: slice bounds out of range [-29:]
// runtime error: slice bounds out of range [4:3]
// runtime error: slice bounds out of range [:-1]
// runtime error: slice bounds out of range [:4] with length 3
// runtime error: index out of range [-1]
// runtime error: index out of range [3] with length 3
//
// <nil>
// runtime error: slice bounds out of range [:-1]
// runtime error: slice bounds out of range [-2:]
// runtime error: slice bounds out of range [:-2]
// runtime error: slice bounds out of range [-29:]
// runtime error: slice bounds out of range [-29:]
// runtime error: slice bounds out of range [:-29]
// runtime error: slice bounds out of range [::-29]
// runtime error: slice bounds out of range [-2::]
// runtime error: index out of range [-2]
// runtime error: index out of range [3] with length 3
// runtime error: index out of range [-2]
// runtime error: slice bounds out of range [-2:]
// runtime error: slice bounds out of range [::-2]
// runtime error: negative shift amount
// runtime error: negative shift amount
// runtime error: integer divide by zero
// runtime error: integer divide by zero
// -9223372036854775808 -128
// <nil>
// runtime error: makeslice: len out of range
// runtime error: makeslice: cap out of range
// runtime error: makeslice: cap out of range
// makechan: size out of range
// 0
// <nil>
// runtime error: invalid memory address or nil pointer dereference
// runtime error: invalid memory address or nil pointer dereference
// runtime error: invalid memory address or nil pointer dereference
// runtime error: index out of range [-1]
// runtime error: index out of range [3] with length 3
// 0 [1 3]
// <nil>
