package sort

import "reflect"

// Slice sorts the slice x by less; equal elements may change their order.
func Slice(x any, less func(i, j int) bool) {
	n := reflect.ValueOf(x).Len()
	swap := reflect.Swapper(x)
	pdqsort_func(lessSwap{less, swap}, 0, n, bitLength(n))
}

// SliceStable sorts the slice x by less and keeps the order of equal elements.
func SliceStable(x any, less func(i, j int) bool) {
	n := reflect.ValueOf(x).Len()
	swap := reflect.Swapper(x)
	stable_func(lessSwap{less, swap}, n)
}

// SliceIsSorted reports whether the slice x is sorted by less.
func SliceIsSorted(x any, less func(i, j int) bool) bool {
	for i := reflect.ValueOf(x).Len() - 1; i > 0; i-- {
		if less(i, i-1) {
			return false
		}
	}
	return true
}
