// run

// Slices: construction, sharing, growth, deletion and insertion idioms, nil against empty, three-index slices.
package main

import (
	"fmt"
	"sort"
)

func show(s []int) string { return fmt.Sprint(s, len(s), cap(s), s == nil) }

func main() {
	var n []int
	e := []int{}
	fmt.Println(show(n), show(e), show(n[:0]), show(append(n, n...)), show(append(n, 1)))
	a := [6]int{0, 1, 2, 3, 4, 5}
	s := a[1:4]
	fmt.Println(show(s), show(s[1:]), show(s[:1]), show(s[:5]), show(s[1:2:3]), show(a[:0:0]), show(a[6:]))
	s = append(s, 40)
	fmt.Println(a, show(s))
	t := append(s[:2:2], 50)
	t[0] = -1
	fmt.Println(a, show(t[:3]), cap(t) > 2)
	u := append([]int(nil), s...)
	u[0] = 77
	fmt.Println(s[0], u[0])
	s = append(s[:1], s[2:]...)
	fmt.Println(s, a)
	i := 1
	s = append(s[:i], append([]int{8, 9}, s[i:]...)...)
	fmt.Println(s)
	for l, r := 0, len(s)-1; l < r; l, r = l+1, r-1 {
		s[l], s[r] = s[r], s[l]
	}
	fmt.Println(s)
	keep := s[:0]
	for _, x := range s {
		if x%2 == 0 {
			keep = append(keep, x)
		}
	}
	fmt.Println(keep)
	m := make([][]string, 2)
	for i := range m {
		m[i] = make([]string, 2, 4)
		m[i][0] = fmt.Sprint(i)
	}
	m[0] = append(m[0], "z")
	fmt.Printf("%q %v %d\n", m, len(m), cap(m[1]))
	b := []byte("hello")
	copy(b[1:], b)
	fmt.Println(string(b), copy(b, "xyz"), string(b), copy(b, ""), copy(b[4:], "long"), string(b))
	st := []int{}
	for i := 0; i < 5; i++ {
		st = append(st, i*i)
	}
	for len(st) > 0 {
		fmt.Print(st[len(st)-1], " ")
		st = st[:len(st)-1]
	}
	fmt.Println()
	q := []string{"a", "b", "c"}
	q, first := q[1:], q[0]
	fmt.Println(q, first, len(q), cap(q))
	x := []struct {
		k string
		v int
	}{{"b", 2}, {"a", 1}, {"c", 0}}
	sort.Slice(x, func(i, j int) bool { return x[i].v < x[j].v })
	fmt.Println(x)
	p := &x[1]
	p.v = 100
	x = append(x, x[0])
	p.v = 200
	fmt.Println(x[1].v == 200 || x[1].v == 100, p.v)
	var grow []int
	caps := 0
	for i := 0; i < 2000; i++ {
		if c := cap(grow); c == len(grow) {
			caps++
		}
		grow = append(grow, i)
	}
	fmt.Println(len(grow), caps > 5 && caps < 40)
	matrix := [][]int{{1, 2}, {3, 4}}
	for _, row := range matrix {
		row[0] = 0
	}
	for i := range matrix {
		matrix[i] = append(matrix[i], 9)
	}
	fmt.Println(matrix, len(make([]struct{}, 1000)))
	ss := make([]int, 3, 10)
	fmt.Println(ss[:7], ss[3:5], ss[2:2:2])
	clear(ss)
	slice2 := [][]int{nil, {}, {1}}
	fmt.Println(slice2, slice2[0] == nil, slice2[1] == nil)
	caps2 := []int{cap(append([]byte{}, make([]byte, 5)...)), cap(append([]int{1, 2, 3}, 4)), cap(append([]int64{}, 1, 2, 3)), cap([]rune("añb"))}
	fmt.Println(caps2[0] >= 5, caps2[1], caps2[2], caps2[3] >= 3)
}

// Output:
// [] 0 0 true [] 0 0 false [] 0 0 true [] 0 0 true [1] 1 1 false
// [1 2 3] 3 5 false [2 3] 2 4 false [1] 1 5 false [1 2 3 4 5] 5 5 false [2] 1 2 false [] 0 0 false [] 0 0 false
// [0 1 2 3 40 5] [1 2 3 40] 4 5 false
// [0 1 2 3 40 5] [-1 2 50] 3 4 false true
// 1 77
// [1 3 40] [0 1 3 40 40 5]
// [1 8 9 3 40]
// [40 3 9 8 1]
// [40 8]
// [["0" "" "z"] ["1" ""]] 2 4
// xyzll 3 xyzll 0 1 xyzll
// 16 9 4 1 0
// [b c] a 2 2
// [{c 0} {a 1} {b 2}]
// true 200
// 2000 true
// [[0 2 9] [0 4 9]] 1000
// [0 0 0 0 0 0 0] [0 0] []
// [[] [] [1]] true false
// true 6 3 true
