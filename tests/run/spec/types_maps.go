// run

// Maps: literals, iteration with changes, keys of many kinds, zero values, nested maps, delete during range, printing sorted.
package main

import (
	"fmt"
	"math"
	"sort"
)

type point struct{ x, y int }

type set map[string]struct{}

func (s set) add(words ...string) set {
	for _, w := range words {
		s[w] = struct{}{}
	}
	return s
}

func (s set) sorted() []string {
	var out []string
	for w := range s {
		out = append(out, w)
	}
	sort.Strings(out)
	return out
}

func main() {
	m := map[string]int{"one": 1, "two": 2, "three": 3}
	fmt.Println(m, len(m), m["two"], m["four"])
	v, ok := m["three"]
	_, none := m["x"]
	fmt.Println(v, ok, none)
	m["one"] += 10
	m["new"]++
	m["new"] <<= 4
	delete(m, "two")
	delete(m, "absent")
	fmt.Println(m)
	fmt.Println(set{}.add("b", "a", "b").sorted(), len(set{}.add("q")))
	grid := map[point]rune{{0, 0}: 'a', {1, 2}: 'b'}
	grid[point{3, 4}] = 'c'
	fmt.Println(len(grid), string(grid[point{1, 2}]), grid[point{9, 9}])
	nested := map[string]map[string][]int{}
	for i, w := range []string{"ax", "ay", "bx", "ax"} {
		k := w[:1]
		if nested[k] == nil {
			nested[k] = map[string][]int{}
		}
		nested[k][w[1:]] = append(nested[k][w[1:]], i)
	}
	fmt.Println(nested)
	floats := map[float64]string{1: "a", 0: "z", math.Inf(1): "inf"}
	floats[math.NaN()] = "n1"
	floats[math.NaN()] = "n2"
	_, found := floats[math.NaN()]
	negzero := math.Copysign(0, -1)
	fmt.Println(len(floats), found, floats[negzero], floats[math.Inf(1)])
	big := make(map[int]int, 100)
	for i := 0; i < 5000; i++ {
		big[i] = i * i
	}
	count, sum := 0, 0
	for k, v := range big {
		if k%2 == 0 {
			delete(big, k)
			delete(big, k+1)
		}
		count++
		sum += v & 1
	}
	fmt.Println(len(big) < 2500, count >= 2500)
	for k := range big {
		delete(big, k)
	}
	fmt.Println(len(big), sum >= 0)
	seen := map[int]int{}
	grow := map[int]bool{0: true}
	for k := range grow {
		seen[k]++
		if len(grow) < 1000 {
			grow[len(grow)] = true
		}
	}
	twice := 0
	for _, n := range seen {
		if n > 1 {
			twice++
		}
	}
	fmt.Println(twice, len(seen) >= 1)
	var nilMap map[string][]int
	fmt.Println(nilMap, len(nilMap), nilMap["k"] == nil, nilMap == nil)
	im := map[interface{}]int{nil: 1, 2: 2, "2": 3, 2.0: 4, point{1, 1}: 5, true: 6}
	fmt.Println(im[nil], im[2], im["2"], im[2.0], im[point{1, 1}], im[true], im[int32(2)])
	structs := map[string]struct{ n int }{"a": {1}}
	s := structs["a"]
	s.n = 50
	fmt.Println(structs["a"].n, s.n)
	ptrs := map[string]*point{"p": {1, 2}}
	ptrs["p"].x++
	fmt.Println(*ptrs["p"])
	fm := map[bool]func() string{true: func() string { return "yes" }, false: func() string { return "no" }}
	fmt.Println(fm[3 > 2](), fm[3 < 2]())
	cm := map[complex128]int{1i: 1}
	cm[1i]++
	am := map[[2]string]int{{"a", "b"}: 1}
	am[[2]string{"a", "b"}]++
	pm := map[*int]int{}
	x, y := 1, 1
	pm[&x]++
	pm[&y]++
	pm[&x]++
	chm := map[chan int]int{}
	ch := make(chan int)
	chm[ch] = 4
	fmt.Println(cm, am, len(pm), pm[&x], chm[ch])
	clear(m)
	fmt.Println(m, len(m))
	fmt.Printf("%v %T %d\n", map[int]string{3: "c", 1: "a", 2: "b"}, m, map[string]int{"z": 26, "a": 1})
	order := map[string]bool{}
	for i := 0; i < 30; i++ {
		o := ""
		for k := range map[string]int{"a": 1, "b": 2, "c": 3, "d": 4, "e": 5} {
			o += k
		}
		order[o] = true
	}
	fmt.Println(len(order) > 1)
}

// Output:
// map[one:1 three:3 two:2] 3 2 0
// 3 true false
// map[new:16 one:11 three:3]
// [a b] 1
// 3 b 0
// map[a:map[x:[0 3] y:[1]] b:map[x:[2]]]
// 5 false z inf
// true true
// 0 true
// 0 true
// map[] 0 true true
// 1 2 3 4 5 6 0
// 1 50
// {2 2}
// yes no
// map[(0+1i):2] map[[a b]:2] 2 2 4
// map[] 0
// map[1:a 2:b 3:c] map[string]int map[%!d(string=a):1 %!d(string=z):26]
// true
