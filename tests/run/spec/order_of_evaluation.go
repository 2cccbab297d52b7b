// run

// Calls, method calls, receives and logical operators in lexical left-to-right order; assignments in two phases.
package main

import "fmt"

var trace []string

func t(s string) string { trace = append(trace, s); return s }
func n(i int) int       { trace = append(trace, fmt.Sprint(i)); return i }
func b(i int, v bool) bool {
	trace = append(trace, fmt.Sprint(i, v))
	return v
}
func flush() { fmt.Println(trace); trace = nil }

type T struct{ v int }

func (x T) m(i int) T   { trace = append(trace, fmt.Sprint("m", i)); return T{x.v + i} }
func (x *T) p(i int) *T { trace = append(trace, fmt.Sprint("p", i)); x.v += i; return x }

func f(args ...int) int { trace = append(trace, "f"); return len(args) }
func g() (int, int)     { trace = append(trace, "g"); return 1, 2 }
func h(i int) func(int) int {
	trace = append(trace, fmt.Sprint("h", i))
	return func(j int) int { trace = append(trace, fmt.Sprint("call", i, j)); return i * j }
}

func main() {
	c := make(chan int, 10)
	for i := range 5 {
		c <- i
	}
	_ = n(1) + f(n(2), n(3)) - <-c*n(4)
	flush()
	_ = b(1, true) && b(2, false) || b(3, false) && b(4, true) || b(5, true)
	flush()
	_ = T{n(1)}.m(n(2)).m(n(3)).v + n(4)
	flush()
	x := &T{}
	_ = x.p(n(1)).p(n(2)).v
	flush()
	_ = h(n(1))(n(2)) + h(n(3))(n(4))
	flush()
	m := map[string]int{t("a"): n(1), t("b"): n(2)}
	flush()
	m[t("k")] = n(5)
	flush()
	m[t("k")] += n(6)
	flush()
	arr := []int{n(0), n(1), n(2)}
	arr[n(0)], arr[n(1)] = n(7), n(8)
	flush()
	i := 0
	i, arr[i] = 1, 100
	fmt.Println(i, arr)
	arr[0], arr[0] = 1, 2
	fmt.Println(arr[0])
	arr[1], arr[2] = arr[2], arr[1]
	arr, arr[0] = []int{9, 9, 9}, 50
	fmt.Println(arr)
	a, d := g()
	flush()
	fmt.Println(f(g()), a, d)
	flush()
	switch n(2) {
	case n(1), n(2), n(3):
		n(10)
	case n(4):
	}
	flush()
	switch x := n(3); {
	case b(1, x == 0):
	case b(2, x == 3):
		fallthrough
	case b(3, true):
		n(11)
	}
	flush()
	select {
	case v := <-c:
		n(v)
	}
	flush()
	defer func() { flush() }()
	defer f(n(1), n(2))
	n(3)
	for i := n(0); b(i, i < 2); i += n(1) {
		n(100 + i)
	}
	flush()
	for i := range arr[n(1):n(2)] {
		n(200 + i)
	}
	flush()
	go func(int) {}(n(1))
	var p *T
	func() {
		defer func() { recover(); flush() }()
		p.v = n(1)
	}()
	func() {
		defer func() { recover(); flush() }()
		arr[n(5)] = n(6)
	}()
	func() {
		defer func() { recover(); flush() }()
		var nm map[int]int
		nm[n(1)] = n(2)
	}()
	func() {
		defer func() { recover(); flush() }()
		z := 0
		_ = n(1)/z + n(2)
	}()
	s := struct{ x, y int }{y: n(2), x: n(1)}
	_ = s
	_ = [...]int{2: n(2), 0: n(0)}
	_ = append([]int{n(1)}, n(2), n(3))
	flush()
	y := 1
	inc := func() int { y++; return y }
	z, w := inc(), inc()
	fmt.Println(y, z, w)
	trace = nil
}

// Output:
// [1 2 3 f 4]
// [1 true 2 false 3 false 5 true]
// [1 2 m2 3 m3 4]
// [1 p1 2 p2]
// [1 h1 2 call1 2 3 h3 4 call3 4]
// [a 1 b 2]
// [k 5]
// [k 6]
// [0 1 2 0 1 7 8]
// 1 [100 8 2]
// 2
// [9 9 9]
// [g]
// 2 1 2
// [g f]
// [2 1 2 10]
// [3 1 false 2 true 11]
// [1]
// [1 2 3 0 0 true 100 1 1 true 101 1 2 false]
// [1 2 200]
// [1 1]
// [5 6]
// [1 2]
// [1 2]
// [2 1 2 0 1 2 3]
// 3 2 3
// [f]
