// run

// The built-in functions on all kinds of operands.
package main

import "fmt"

type buf [16]byte

func main() {
	s := []int{1, 2, 3}
	a := [4]string{"w"}
	p := &a
	m := map[string]int{"x": 1}
	c := make(chan int, 5)
	c <- 1
	str := "añ"
	fmt.Println(len(s), cap(s), len(a), cap(p), len(m), len(c), cap(c), len(str), len("const"), len(*p))
	s1 := append(s, 4)
	s2 := append(s[:1], s[2:]...)
	s3 := append([]byte("x"), "yz"...)
	s4 := append([]interface{}{}, 1, "a", nil)
	s5 := append([]int(nil))
	s6 := append(s1[:2:2], s1...)
	fmt.Println(s1, s2, string(s3), s4, s5 == nil, s6)
	fmt.Println(copy(s, s[1:]), s, copy(s3, "hello"), string(s3), copy(a[1:], a[:]), a)
	var b buf
	n := copy(b[:], "sixteen bytes are here")
	fmt.Println(n, string(b[:n]))
	fmt.Println(make([]int, 2), make([]string, 1, 4), len(make(map[int]int, 50)), cap(make(chan bool)), make([]struct{}, 3))
	q := new(int)
	*q = 7
	r := new([]int)
	*r = append(*r, *q)
	t := new(struct{ a, b string })
	t.a = "f"
	fmt.Println(*q, *r, *t, *new(string) == "", *new([2]bool))
	delete(m, "x")
	delete(m, "x")
	fmt.Println(m, complex(1, -1), real(3+4i), imag(3+4i), complex(float32(1), 2))
	z := complex(2.5, 1)
	fmt.Printf("%T %T %T\n", z, real(z), complex(float32(0), 1))
	fmt.Println(min(1, 2.5), max(1, 2, 3), min("b", "a"), max(2.5, 1), min(len(s), 2), max('a', 98))
	x := 5
	fmt.Println(min(x, 9, 3), max(x, -1), min(float64(x), 2.5))
	clear(m)
	s7 := []string{"a", "b"}
	clear(s7[:1])
	fmt.Printf("%v %q\n", m, s7)
	func() {
		defer func() { fmt.Println(recover()) }()
		panic("p")
	}()
	fmt.Println(recover())
	close(c)
	fmt.Println(<-c, len(c))
	const k = len([10]float64{2: 1}) + cap([3]int{}) + len("abc")
	var arr [k]int
	fmt.Println(len(arr))
	i := 0
	f := func() [3]int { i++; return [3]int{} }
	fmt.Println(len(f()), i)
	var np *[7]int
	var ns []int
	var nm map[int]int
	var nc chan int
	fmt.Println(len(np), len(ns), cap(ns), len(nm), len(nc), cap(nc), append(ns, 1), copy(ns, s))
	for _, g := range []func(){
		func() { _ = make([]int, x-10) },
		func() { _ = make([]int, x, x-1) },
		func() { _ = make(chan int, x-10) },
		func() { _ = make([]int, 1<<62) },
		func() { nc = nil; close(nc) },
		func() { close(c) },
	} {
		func() {
			defer func() { fmt.Println(recover()) }()
			g()
		}()
	}
	big := make([]int, 0)
	for i := range 100 {
		big = append(big, i, i*i)
	}
	big = append(big[:10], big[190:]...)
	fmt.Println(big)
	bs := make([]byte, uint8(3), int64(10))
	bs = append(bs[:0], 'a', 98, byte('c'))
	bs = append(bs, bs...)
	bs = append(bs, bs[1:3]...)
	fmt.Println(string(bs), len(bs), cap(bs))
}

// Output:
// 3 3 4 4 1 1 5 3 5 4
// [1 2 3 4] [1 3] xyz [1 a <nil>] true [1 2 1 2 3 4]
// 2 [3 3 3] 3 hel 3 [w w  ]
// 16 sixteen bytes ar
// [0 0] [] 0 0 [{} {} {}]
// 7 [7] {f } true [false false]
// map[] (1-1i) 3 4 (1+2i)
// complex128 float64 complex64
// 1 3 a 2.5 2 98
// 3 5 2.5
// map[] ["" "b"]
// p
// <nil>
// 1 0
// 16
// 3 1
// 7 0 0 0 0 0 [1] 0
// runtime error: makeslice: len out of range
// runtime error: makeslice: cap out of range
// makechan: size out of range
// runtime error: makeslice: len out of range
// close of nil channel
// close of closed channel
// [0 0 1 1 2 4 3 9 4 16 95 9025 96 9216 97 9409 98 9604 99 9801]
// abcabcbc 8 10
