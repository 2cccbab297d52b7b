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

// The slices of basic types are sorted by code of their own: elements that compare equal
// cannot be told apart, so no order need be kept, and no function is called per comparison.

// IntSlice sorts ints in increasing order.
type IntSlice []int

func (x IntSlice) Len() int { return len(x) }

func (x IntSlice) Less(i, j int) bool { return x[i] < x[j] }

func (x IntSlice) Swap(i, j int) { x[i], x[j] = x[j], x[i] }

// Sort is Sort(x).
func (x IntSlice) Sort() { Sort(x) }

// Float64Slice sorts floats in increasing order, NaNs first.
type Float64Slice []float64

func (x Float64Slice) Len() int { return len(x) }

func (x Float64Slice) Less(i, j int) bool { return x[i] < x[j] || x[i] != x[i] && x[j] == x[j] }

func (x Float64Slice) Swap(i, j int) { x[i], x[j] = x[j], x[i] }

// Sort is Sort(x).
func (x Float64Slice) Sort() { Sort(x) }

// StringSlice sorts strings in increasing order.
type StringSlice []string

func (x StringSlice) Len() int { return len(x) }

func (x StringSlice) Less(i, j int) bool { return x[i] < x[j] }

func (x StringSlice) Swap(i, j int) { x[i], x[j] = x[j], x[i] }

// Sort is Sort(x).
func (x StringSlice) Sort() { Sort(x) }

// Ints sorts x in increasing order.
func Ints(x []int) { sortInts(x, 2*bitLength(len(x))) }

// Float64s sorts x in increasing order, NaNs first.
func Float64s(x []float64) {
	n := 0 // NaNs found so far
	for i, v := range x {
		if v != v {
			x[i], x[n] = x[n], v
			n++
		}
	}
	sortFloats(x[n:], 2*bitLength(len(x)))
}

// Strings sorts x in increasing order.
func Strings(x []string) { sortStrings(x, 2*bitLength(len(x))) }

// smallSize is the length up to which insertion is the quickest.
const smallSize = 12

// sortInts is quicksort around the median of three, with heapsort below depth levels.
func sortInts(x []int, depth int) {
	for len(x) > smallSize {
		if depth == 0 {
			heapSort(IntSlice(x), 0, len(x))
			return
		}
		depth--
		j := len(x) - 1
		a, p, b := x[0], x[j>>1], x[j]
		if a > b {
			a, b = b, a
		}
		if p < a {
			p = a
		} else if p > b {
			p = b
		}
		i := 0
		for i <= j {
			for x[i] < p {
				i++
			}
			for p < x[j] {
				j--
			}
			if i <= j {
				x[i], x[j] = x[j], x[i]
				i++
				j--
			}
		}
		// What lies between j and i equals p. Recur for the smaller side.
		if j < len(x)-i {
			sortInts(x[:j+1], depth)
			x = x[i:]
		} else {
			sortInts(x[i:], depth)
			x = x[:j+1]
		}
	}
	for i := 1; i < len(x); i++ {
		v := x[i]
		j := i
		for j > 0 && v < x[j-1] {
			x[j] = x[j-1]
			j--
		}
		x[j] = v
	}
}

// sortFloats is sortInts for floats other than NaN.
func sortFloats(x []float64, depth int) {
	for len(x) > smallSize {
		if depth == 0 {
			heapSort(Float64Slice(x), 0, len(x))
			return
		}
		depth--
		j := len(x) - 1
		a, p, b := x[0], x[j>>1], x[j]
		if a > b {
			a, b = b, a
		}
		if p < a {
			p = a
		} else if p > b {
			p = b
		}
		i := 0
		for i <= j {
			for x[i] < p {
				i++
			}
			for p < x[j] {
				j--
			}
			if i <= j {
				x[i], x[j] = x[j], x[i]
				i++
				j--
			}
		}
		// What lies between j and i equals p. Recur for the smaller side.
		if j < len(x)-i {
			sortFloats(x[:j+1], depth)
			x = x[i:]
		} else {
			sortFloats(x[i:], depth)
			x = x[:j+1]
		}
	}
	for i := 1; i < len(x); i++ {
		v := x[i]
		j := i
		for j > 0 && v < x[j-1] {
			x[j] = x[j-1]
			j--
		}
		x[j] = v
	}
}

// sortStrings is sortInts for strings.
func sortStrings(x []string, depth int) {
	for len(x) > smallSize {
		if depth == 0 {
			heapSort(StringSlice(x), 0, len(x))
			return
		}
		depth--
		j := len(x) - 1
		a, p, b := x[0], x[j>>1], x[j]
		if a > b {
			a, b = b, a
		}
		if p < a {
			p = a
		} else if p > b {
			p = b
		}
		i := 0
		for i <= j {
			for x[i] < p {
				i++
			}
			for p < x[j] {
				j--
			}
			if i <= j {
				x[i], x[j] = x[j], x[i]
				i++
				j--
			}
		}
		// What lies between j and i equals p. Recur for the smaller side.
		if j < len(x)-i {
			sortStrings(x[:j+1], depth)
			x = x[i:]
		} else {
			sortStrings(x[i:], depth)
			x = x[:j+1]
		}
	}
	for i := 1; i < len(x); i++ {
		v := x[i]
		j := i
		for j > 0 && v < x[j-1] {
			x[j] = x[j-1]
			j--
		}
		x[j] = v
	}
}

// IntsAreSorted reports whether x is in increasing order.
func IntsAreSorted(x []int) bool {
	for i := 1; i < len(x); i++ {
		if x[i] < x[i-1] {
			return false
		}
	}
	return true
}

// Float64sAreSorted reports whether x is in increasing order, NaNs first.
func Float64sAreSorted(x []float64) bool {
	for i := 1; i < len(x); i++ {
		if x[i] < x[i-1] || x[i] != x[i] && x[i-1] == x[i-1] {
			return false
		}
	}
	return true
}

// StringsAreSorted reports whether x is in increasing order.
func StringsAreSorted(x []string) bool {
	for i := 1; i < len(x); i++ {
		if x[i] < x[i-1] {
			return false
		}
	}
	return true
}
