// run

// Simple and full slice expressions of arrays, pointers to arrays, slices and strings, with what the runtime says about bad ones.
package main

import "fmt"

type str string
type ints []int

func try(name string, f func()) {
	defer func() { fmt.Println(name, recover()) }()
	f()
}

func main() {
	a := [5]int{1, 2, 3, 4, 5}
	p := &a
	s := a[1:4]
	t := p[2:]
	fmt.Println(s, t, len(s), cap(s), len(t), cap(t), a[:], a[:2], a[5:], p[:0])
	u := s[:4]
	fmt.Println(u, s[1:1], s[3:], cap(s[3:]))
	v := a[1:3:4]
	fmt.Println(len(v), cap(v), v, a[:3:3], a[2:2:2])
	v = append(v, 100)
	v = append(v, 200)
	v[0] = -1
	fmt.Println(a, v)
	h := "hello, 世界"
	fmt.Println(h[1:3], h[:5], h[7:], h[7:10], h[3:3] == "", len(h[8:]))
	var x str = "abc"
	fmt.Printf("%T %v %T\n", x[1:], x[:2], ints{1, 2}[1:])
	var nilS []int
	fmt.Println(nilS[:] == nil, nilS[0:0] == nil, len(nilS[:0:0]))
	i, j, k := 2, 1, 9
	n := -1
	var u64 uint64 = 1 << 40
	var i8 int8 = 2
	fmt.Println(a[i8:], s[uint(1):i8], h[i8:][:1])
	try("high", func() { _ = s[:k] })
	try("low>high", func() { _ = s[i:j] })
	try("negative", func() { _ = s[n:] })
	try("low", func() { _ = a[k:] })
	try("array", func() { _ = a[:k] })
	try("string", func() { _ = h[:100*k] })
	try("string order", func() { _ = h[i:j] })
	try("huge", func() { _ = s[u64:] })
	try("full max", func() { _ = s[0:1:k] })
	try("full order", func() { _ = s[i:j:3] })
	try("full high", func() { _ = s[0:4:i] })
	try("nil array pointer", func() { var q *[3]int; _ = q[:] })
	try("nil slice", func() { _ = nilS[:1] })
	try("convert", func() { _ = [3]int(s[:i]) })
	b := []byte("abcdef")
	copy(b[2:], b)
	fmt.Println(string(b), string(append(b[:1:1], "xyz"...)), string(b))
	z := make([][3]int, 2)
	w := z[1][:]
	w[0] = 5
	fmt.Println(z, len(z[0][1:]))
}

// Output:
// [2 3 4] [3 4 5] 3 4 3 3 [1 2 3 4 5] [1 2] [] []
// [2 3 4 5] [] [] 1
// 2 3 [2 3] [1 2 3] []
// [1 2 3 100 5] [-1 3 100 200]
// el hello 世界 世 true 5
// main.str ab main.ints
// true true 0
// [3 100 5] [3] l
// high runtime error: slice bounds out of range [:9] with capacity 4
// low>high runtime error: slice bounds out of range [2:1]
// negative runtime error: slice bounds out of range [-1:]
// low runtime error: slice bounds out of range [9:5]
// array runtime error: slice bounds out of range [:9] with length 5
// string runtime error: slice bounds out of range [:900] with length 13
// string order runtime error: slice bounds out of range [2:1]
// huge runtime error: slice bounds out of range [1099511627776:3]
// full max runtime error: slice bounds out of range [::9] with capacity 4
// full order runtime error: slice bounds out of range [2:1:]
// full high runtime error: slice bounds out of range [:4:2]
// nil array pointer runtime error: invalid memory address or nil pointer dereference
// nil slice runtime error: slice bounds out of range [:1] with capacity 0
// convert runtime error: cannot convert slice with length 2 to array or pointer to array with length 3
// ababcd axyz ababcd
// [[0 0 0] [5 0 0]] 2
