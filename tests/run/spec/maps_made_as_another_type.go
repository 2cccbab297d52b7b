// run

// A map made as one type and used as another one with the same underlying type, for which no map was ever made: what comes
// first there is an assignment, a deletion, a look-up, a loop, clear.
package main

import "fmt"

type point struct{ x, y int }

type (
	words1   map[string]int
	words2   map[string]int
	words3   map[string]int
	words4   map[string]int
	words5   map[string]int
	small    map[int32]string
	long     map[int64]string
	points   map[point]*int
	anything map[any]float64
	floats   map[float64]bool
	wide     map[string][40]int
)

func main() {
	w := map[string]int{"a": 1}
	words1(w)["b"] = 2
	delete(words2(w), "a")
	n, ok := words3(w)["b"]
	fmt.Println(w, n, ok)
	for k, v := range words4(w) {
		fmt.Println(k, v)
	}
	clear(words5(w))
	fmt.Println(len(w))

	s := map[int32]string{1: "one"}
	small(s)[2] = "two"
	l := map[int64]string{1: "one"}
	long(l)[2] = "two"
	x := 5
	p := map[point]*int{{1, 2}: &x}
	points(p)[point{3, 4}] = &x
	*points(p)[point{1, 2}]++
	a := map[any]float64{"a": 1}
	anything(a)["b"] += 2.5
	f := map[float64]bool{1: true}
	floats(f)[2] = false
	big := map[string][40]int{"a": {39: 1}}
	wide(big)["b"] = [40]int{39: 2}
	fmt.Println(s, l, len(p), x, a, f, big["a"][39], big["b"][39])
	for i := range 100 {
		small(s)[int32(i)] = "n"
		long(l)[int64(i)] = "n"
		anything(a)[i] = 1
	}
	fmt.Println(len(s), len(l), len(a))
}

// Output:
// map[b:2] 2 true
// b 2
// 0
// map[1:one 2:two] map[1:one 2:two] 2 6 map[a:1 b:2.5] map[1:true 2:false] 1 2
// 100 100 102
