// Package sort sorts slices and other indexed collections.
package sort

// Interface is an indexed collection that can be sorted.
type Interface interface {
	Len() int
	Less(i, j int) bool // whether element i must sort before element j
	Swap(i, j int)
}

// lessSwap is the part of an Interface that the algorithms use, as two functions.
type lessSwap struct {
	Less func(i, j int) bool
	Swap func(i, j int)
}

// bitLength returns how many bits n needs.
func bitLength(n int) int {
	k := 0
	for ; n > 0; n >>= 1 {
		k++
	}
	return k
}

// Sort sorts data by its Less; equal elements may change their order.
func Sort(data Interface) {
	n := data.Len()
	if n > 1 {
		pdqsort(data, 0, n, bitLength(n))
	}
}

// Stable sorts data by its Less and keeps the order of equal elements.
func Stable(data Interface) { stable(data, data.Len()) }

// IsSorted reports whether data is sorted.
func IsSorted(data Interface) bool {
	for i := data.Len() - 1; i > 0; i-- {
		if data.Less(i, i-1) {
			return false
		}
	}
	return true
}

type reverse struct {
	Interface
}

func (r reverse) Less(i, j int) bool { return r.Interface.Less(j, i) }

// Reverse returns data with the order of its Less reversed.
func Reverse(data Interface) Interface { return &reverse{data} }

// Search returns the smallest i in [0, n) for which f holds, or n; f must hold from there on.
func Search(n int, f func(int) bool) int {
	i, j := 0, n
	for i < j {
		if m := int(uint(i+j) >> 1); f(m) {
			j = m
		} else {
			i = m + 1
		}
	}
	return i
}

// Find returns the smallest i in [0, n) with cmp(i) <= 0, or n, and whether cmp(i) is 0.
// cmp must be positive below some index, then zero, then negative.
func Find(n int, cmp func(int) int) (i int, found bool) {
	i, j := 0, n
	for i < j {
		if m := int(uint(i+j) >> 1); cmp(m) > 0 {
			i = m + 1
		} else {
			j = m
		}
	}
	return i, i < n && cmp(i) == 0
}
