// run

// Arrays are values: assigned, passed, compared, nested and printed whole.
package main

import "fmt"

type vec [3]float64

func (v vec) dot(w vec) (s float64) {
	for i := range v {
		s += v[i] * w[i]
	}
	return
}

func (v *vec) scale(f float64) {
	for i := range v {
		v[i] *= f
	}
}

func double(a [4]int) [4]int {
	for i := range a {
		a[i] *= 2
	}
	return a
}

const n = 2

func main() {
	var a [4]int
	b := [4]int{1, 2}
	c := [...]string{2: "c", 0: "a"}
	d := [2][n + 1]int{{1, 2, 3}, {4}}
	e := [...]struct{ x, y int }{{1, 2}, {y: 5}, {}}
	fmt.Println(a, b, c, d, e, len(c), len(d[0]), [0]int{}, [2]bool{1: true})
	fmt.Printf("%T %T %T %v %q %+v\n", c, d, e, len(e), c, e)
	a = b
	a[3] = 9
	fmt.Println(a, b, double(b), b, a == b, a == [4]int{1, 2, 0, 9})
	p := &a
	p[0] = 100
	for i, v := range p {
		fmt.Print(i, ":", v, " ")
	}
	fmt.Println(len(p), cap(p), p[1:3], *p)
	v := vec{1, 2, 3}
	w := v
	w.scale(2)
	fmt.Println(v.dot(w), v, w, v == w, v == vec{1, 2, 3})
	m := map[[2]int]string{{1, 2}: "a", {3, 4}: "b"}
	fmt.Println(m[[2]int{1, 2}], m[[2]int{9, 9}] == "", len(m))
	x := [3][]int{{1}, {2, 3}, nil}
	y := x
	y[1][0] = 50
	y[2] = []int{7}
	fmt.Println(x, y)
	var i interface{} = [2]int{1, 2}
	_, ok := i.([3]int)
	fmt.Println(i == [2]int{1, 2}, i == [2]int{2, 1}, ok)
	f := [...]func(int) int{func(x int) int { return x + 1 }, func(x int) int { return x * x }}
	fmt.Println(f[1](f[0](3)))
	var big [100000]byte
	big[99999] = 7
	copyOf := big
	copyOf[99999]++
	fmt.Println(big[99999], copyOf[99999], len(copyOf))
	ptrs := [2]*int{&a[0], &b[1]}
	*ptrs[0]++
	*ptrs[1]--
	fmt.Println(a[0], b[1])
	g := [...]rune{'a': 'x', 'b': 'y'}
	fmt.Println(len(g), string(g['a']), g[0])
	for i := range [3]int{} {
		fmt.Print(i)
	}
	fmt.Println(len([10]int{}), [3]int{1, 2, 3}[1], &[2]string{"p", "q"})
	s := []int{1, 2, 3, 4}
	arr := [4]int(s)
	ap := (*[2]int)(s)
	ap[0] = 99
	fmt.Println(arr, s, *ap)
}

// Output:
// [0 0 0 0] [1 2 0 0] [a  c] [[1 2 3] [4 0 0]] [{1 2} {0 5} {0 0}] 3 3 [] [false true]
// [3]string [2][3]int [3]struct { x int; y int } 3 ["a" "" "c"] [{x:1 y:2} {x:0 y:5} {x:0 y:0}]
// [1 2 0 9] [1 2 0 0] [2 4 0 0] [1 2 0 0] false true
// 0:100 1:2 2:0 3:9 4 4 [2 0] [100 2 0 9]
// 28 [1 2 3] [2 4 6] false true
// a true 2
// [[1] [50 3] []] [[1] [50 3] [7]]
// true false false
// 16
// 7 8 100000
// 101 1
// 99 x 0
// 01210 2 &[p q]
// [1 2 3 4] [99 2 3 4] [99 2]
