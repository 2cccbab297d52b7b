package sort

// Search is SearchInts(p, x).
func (p IntSlice) Search(x int) int { return SearchInts(p, x) }

// Search is SearchFloat64s(p, x).
func (p Float64Slice) Search(x float64) int { return SearchFloat64s(p, x) }

// Search is SearchStrings(p, x).
func (p StringSlice) Search(x string) int { return SearchStrings(p, x) }

// SearchInts returns where x is, or would be inserted, in the sorted a.
func SearchInts(a []int, x int) int {
	i, j := 0, len(a)
	for i < j {
		if m := int(uint(i+j) >> 1); a[m] >= x {
			j = m
		} else {
			i = m + 1
		}
	}
	return i
}

// SearchFloat64s returns where x is, or would be inserted, in the sorted a.
func SearchFloat64s(a []float64, x float64) int {
	i, j := 0, len(a)
	for i < j {
		if m := int(uint(i+j) >> 1); a[m] >= x {
			j = m
		} else {
			i = m + 1
		}
	}
	return i
}

// SearchStrings returns where x is, or would be inserted, in the sorted a.
func SearchStrings(a []string, x string) int {
	i, j := 0, len(a)
	for i < j {
		if m := int(uint(i+j) >> 1); a[m] >= x {
			j = m
		} else {
			i = m + 1
		}
	}
	return i
}

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
