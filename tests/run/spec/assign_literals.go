package main

import (
	"fmt"
	"runtime/debug"
)

type Big struct {
	A [1 << 20]byte
	B string
	C any
	n int
}

type Row struct {
	a, b [3]int
	name string
	in   struct {
		p *int
		f func()
	}
	_ int
}

var rows [4]Row

//go:noinline
func setBig(f *Big, s string, n int) {
	*f = Big{B: s, C: n, n: n}
}

//go:noinline
func literal(f *Big) { *f = Big{B: "hello"} }

func inPlace() {
	f := new(Big)
	f.A[5], f.n = 1, 2
	literal(f)
	fmt.Println(f.A[5], f.B, f.n, f.C)
	debug.SetMaxStack(64 << 20)
	f.A[7] = 9
	setBig(f, "in registers", 4)
	fmt.Println(f.A[7], f.B, f.n, f.C)
}

type S struct {
	a, b, c, d, e, f, g, h, i int
	s                         []int
}

func seesTarget() {
	x := S{a: 1, b: 2, c: 3}
	x = S{a: x.c, b: x.a, c: x.b}
	fmt.Println(x)
	p := &x
	*p = S{a: p.b, c: p.a}
	fmt.Println(x)
	n := 7
	q := &n
	*p = S{a: n, b: *q, i: n + 1, s: x.s}
	fmt.Println(x, *q)
	p.s = []int{1}
	defer func() {
		fmt.Println(recover() != nil, x)
		x = S{1, 2, 3, 4, 5, 6, 7, 8, 9, nil}
		fmt.Println(x)
		var none *S
		defer func() { fmt.Println(recover()) }()
		*none = S{a: 1}
	}()
	i := 5
	*p = S{a: x.s[i]}
}

func elements() {
	i := 2
	rows[i] = Row{name: "two", b: [3]int{1: i}}
	rows[i-1] = Row{a: [3]int{1, 2, 3}}
	rows[3].a = [3]int{i, i, i}
	rows[3] = Row{[3]int{1, 2, 3}, [3]int{4, 5, 6}, "x", struct {
		p *int
		f func()
	}{nil, nil}, 1}
	fmt.Println(rows[1].a, rows[2].b, rows[2].name, rows[3].a, rows[3].name)
	rows[2] = Row{}
	fmt.Println(rows[2].name == "", rows[2].b)
	defer func() { fmt.Println(recover()) }()
	i = 4
	rows[i] = Row{name: "none"}
}

func main() {
	debug.SetMaxStack(1 << 18)
	done := make(chan bool)
	go func() { inPlace(); done <- true }()
	<-done
	seesTarget()
	elements()
}

// Output:
// 0 hello 0 <nil>
// 0 in registers 4 4
// {3 1 2 0 0 0 0 0 0 []}
// {1 0 3 0 0 0 0 0 0 []}
// {7 7 0 0 0 0 0 0 8 []} 7
// true {7 7 0 0 0 0 0 0 8 [1]}
// {1 2 3 4 5 6 7 8 9 []}
// runtime error: invalid memory address or nil pointer dereference
// [1 2 3] [0 2 0] two [1 2 3] x
// true [0 0 0]
// runtime error: index out of range [4] with length 4
