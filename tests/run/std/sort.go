// run

// Package sort: all entry points, and where equal elements end up.
package main

import (
	"fmt"
	"math"
	"sort"
)

type pair struct{ key, id int }

type byKey []pair

func (b byKey) Len() int           { return len(b) }
func (b byKey) Less(i, j int) bool { return b[i].key < b[j].key }
func (b byKey) Swap(i, j int)      { b[i], b[j] = b[j], b[i] }

func pairs(n, keys int) []pair {
	p := make([]pair, n)
	x := uint32(n)
	for i := range p {
		x = x*1664525 + 1013904223
		p[i] = pair{int(x>>16) % keys, i}
	}
	return p
}

func ids(p []pair) uint32 {
	h := uint32(2166136261)
	for _, e := range p {
		h = (h ^ uint32(e.id)) * 16777619
	}
	return h
}

func main() {
	x := []int{5, 2, 6, 3, 1, 4}
	sort.Ints(x)
	s := []string{"Go", "Bravo", "Gopher", "Alpha"}
	sort.Strings(s)
	f := []float64{2.5, -1, math.Inf(1), math.NaN(), math.Inf(-1), 0}
	sort.Float64s(f)
	fmt.Println(x, s, f, sort.IntsAreSorted(x), sort.StringsAreSorted(s), sort.Float64sAreSorted(f))
	sort.Sort(sort.Reverse(sort.IntSlice(x)))
	fmt.Println(x, sort.IsSorted(sort.IntSlice(x)))
	for _, n := range []int{0, 1, 2, 11, 12, 13, 49, 50, 60, 200, 500} {
		for _, keys := range []int{1, 3, n + 1} {
			p := pairs(n, keys)
			q := append([]pair{}, p...)
			sort.Sort(byKey(p))
			sort.Stable(byKey(q))
			r, t := pairs(n, keys), pairs(n, keys)
			sort.Slice(r, func(i, j int) bool { return r[i].key < r[j].key })
			sort.SliceStable(t, func(i, j int) bool { return t[i].key < t[j].key })
			fmt.Println(n, keys, ids(p), ids(q), ids(r) == ids(p), ids(t) == ids(q), sort.IsSorted(byKey(p)))
		}
	}
	down := make([]int, 100)
	for i := range down {
		down[i] = 100 - i
	}
	sort.Ints(down)
	fmt.Println(down[0], down[99], sort.SliceIsSorted(down, func(i, j int) bool { return down[i] < down[j] }))
	a := []int{1, 3, 6, 10, 15, 21, 28, 36, 45, 55}
	fmt.Println(sort.SearchInts(a, 6), sort.SearchInts(a, 7), sort.SearchInts(a, 99), sort.SearchStrings(s, "Go"), sort.SearchFloat64s([]float64{1, 2}, 1.5))
	fmt.Println(sort.Search(len(a), func(i int) bool { return a[i] >= 28 }), sort.IntSlice(a).Search(10))
	fmt.Println(sort.Find(len(a), func(i int) int { return 15 - a[i] }))
	fmt.Println(sort.Find(len(a), func(i int) int { return 16 - a[i] }))
}

// Output:
// [1 2 3 4 5 6] [Alpha Bravo Go Gopher] [NaN -Inf -1 0 2.5 +Inf] true true true
// [6 5 4 3 2 1] false
// 0 1 2166136261 2166136261 true true true
// 0 3 2166136261 2166136261 true true true
// 0 1 2166136261 2166136261 true true true
// 1 1 84696351 84696351 true true true
// 1 3 84696351 84696351 true true true
// 1 2 84696351 84696351 true true true
// 2 1 276207162 276207162 true true true
// 2 3 3950255460 3950255460 true true true
// 2 3 3950255460 3950255460 true true true
// 11 1 1187282152 1187282152 true true true
// 11 3 1563442374 1563442374 true true true
// 11 12 461607994 461607994 true true true
// 12 1 1246796121 1246796121 true true true
// 12 3 2174504429 2174504429 true true true
// 12 13 254700063 254700063 true true true
// 13 1 1373724879 1373724879 true true true
// 13 3 2594085901 3504634695 true true true
// 13 14 3894732747 4125786923 true true true
// 49 1 527181919 527181919 true true true
// 49 3 951555313 3696230355 true true true
// 49 50 727365985 2403367509 true true true
// 50 1 3846415658 3846415658 true true true
// 50 3 1546304322 2068155766 true true true
// 50 51 75017032 4216541734 true true true
// 60 1 1009434569 1009434569 true true true
// 60 3 169463885 2085791697 true true true
// 60 61 1212044259 2655386185 true true true
// 200 1 587660125 587660125 true true true
// 200 3 2061551125 232615651 true true true
// 200 201 1273649763 1313571971 true true true
// 500 1 1694029025 1694029025 true true true
// 500 3 2263758605 2596228977 true true true
// 500 501 3864852183 445160849 true true true
// 1 100 true
// 2 3 10 2 1
// 6 3
// 4 true
// 5 false
