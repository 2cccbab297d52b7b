// Code generated from zsortinterface.go by gen, with lessSwap in place of Interface; DO NOT EDIT.

package sort

// insertionSort_func sorts [a, b) by insertion.
func insertionSort_func(data lessSwap, a, b int) {
	for i := a + 1; i < b; i++ {
		for j := i; j > a && data.Less(j, j-1); j-- {
			data.Swap(j, j-1)
		}
	}
}

// siftDown_func restores the heap order of [lo, hi), counted from first, below its root.
func siftDown_func(data lessSwap, lo, hi, first int) {
	for child := 2*lo + 1; child < hi; child = 2*lo + 1 {
		if child+1 < hi && data.Less(first+child, first+child+1) {
			child++
		}
		if !data.Less(first+lo, first+child) {
			return
		}
		data.Swap(first+lo, first+child)
		lo = child
	}
}

// heapSort_func sorts [a, b) by heapsort.
func heapSort_func(data lessSwap, a, b int) {
	n := b - a
	for i := (n - 1) / 2; i >= 0; i-- {
		siftDown_func(data, i, n, a)
	}
	for i := n - 1; i >= 0; i-- {
		data.Swap(a, a+i)
		siftDown_func(data, 0, i, a)
	}
}

// pdqsort_func sorts [a, b). limit is the number of unbalanced partitions that remain before it
// resorts to heapsort.
func pdqsort_func(data lessSwap, a, b, limit int) {
	balanced, partitioned := true, true // how the last partition turned out
	for {
		n := b - a
		if n <= insertMax {
			insertionSort_func(data, a, b)
			return
		}
		if limit == 0 {
			heapSort_func(data, a, b)
			return
		}
		if !balanced {
			breakPatterns_func(data, a, b)
			limit--
		}
		p, swaps := choosePivot_func(data, a, b)
		if swaps == 12 {
			// Every comparison was the wrong way round: probably decreasing.
			reverseRange_func(data, a, b)
			p = a + b - 1 - p
			swaps = 0
		}
		if balanced && partitioned && swaps == 0 && partialInsertionSort_func(data, a, b) {
			return
		}
		if a > 0 && !data.Less(a-1, p) {
			// The pivot equals what lies before the range, so nothing is less than it.
			a = partitionEqual_func(data, a, b, p)
			continue
		}
		var m int
		m, partitioned = partition_func(data, a, b, p)
		left, right := m-a, b-m
		if left < right {
			balanced = left >= n/8
			pdqsort_func(data, a, m, limit)
			a = m + 1
		} else {
			balanced = right >= n/8
			pdqsort_func(data, m+1, b, limit)
			b = m
		}
	}
}

// partition_func moves what is less than element p before it and the rest behind it. It returns the
// pivot's new place, and whether nothing had to move.
func partition_func(data lessSwap, a, b, p int) (m int, done bool) {
	data.Swap(a, p)
	i, j := a+1, b-1
	for done = true; ; done = false {
		for i <= j && data.Less(i, a) {
			i++
		}
		for i <= j && !data.Less(j, a) {
			j--
		}
		if i > j {
			data.Swap(j, a)
			return j, done
		}
		data.Swap(i, j)
		i++
		j--
	}
}

// partitionEqual_func moves what equals element p, than which nothing is less, to the front, and
// returns where the rest begins.
func partitionEqual_func(data lessSwap, a, b, p int) int {
	data.Swap(a, p)
	i, j := a+1, b-1
	for {
		for i <= j && !data.Less(a, i) {
			i++
		}
		for i <= j && data.Less(a, j) {
			j--
		}
		if i > j {
			return i
		}
		data.Swap(i, j)
		i++
		j--
	}
}

// partialInsertionSort_func shifts a few misplaced elements of a range that is nearly sorted, and reports
// whether that sorted it.
func partialInsertionSort_func(data lessSwap, a, b int) bool {
	i := a + 1
	for step := 0; step < shiftSteps; step++ {
		for i < b && !data.Less(i, i-1) {
			i++
		}
		if i == b {
			return true
		}
		if b-a < shiftAt {
			return false
		}
		data.Swap(i, i-1)
		if i-a >= 2 {
			for j := i - 1; j >= 1 && data.Less(j, j-1); j-- {
				data.Swap(j, j-1)
			}
		}
		if b-i >= 2 {
			for j := i + 1; j < b && data.Less(j, j-1); j++ {
				data.Swap(j, j-1)
			}
		}
	}
	return false
}

// breakPatterns_func swaps three elements near the middle with pseudo-random ones, against patterns that
// make bad pivots.
func breakPatterns_func(data lessSwap, a, b int) {
	n := b - a
	if n < 8 {
		return
	}
	random := uint64(n)
	mask := uint64(1)<<uint(bitLength(n)) - 1
	middle := a + n/4*2
	for i := middle - 1; i <= middle+1; i++ {
		random ^= random << 13
		random ^= random >> 7
		random ^= random << 17
		other := int(random & mask)
		if other >= n {
			other -= n
		}
		data.Swap(i, a+other)
	}
}

// choosePivot_func chooses an element of [a, b), and counts the comparisons on the way that were the
// wrong way round.
func choosePivot_func(data lessSwap, a, b int) (p, swaps int) {
	n := b - a
	i, j, k := a+n/4, a+n/4*2, a+n/4*3
	if n >= 8 {
		if n >= ninetherAt {
			i = medianAdjacent_func(data, i, &swaps)
			j = medianAdjacent_func(data, j, &swaps)
			k = medianAdjacent_func(data, k, &swaps)
		}
		j = median_func(data, i, j, k, &swaps)
	}
	return j, swaps
}

// order2_func returns a and b, the smaller element first, and counts the exchange if that was needed.
func order2_func(data lessSwap, a, b int, swaps *int) (int, int) {
	if data.Less(b, a) {
		*swaps++
		return b, a
	}
	return a, b
}

// median_func returns the median of three elements.
func median_func(data lessSwap, a, b, c int, swaps *int) int {
	a, b = order2_func(data, a, b, swaps)
	b, c = order2_func(data, b, c, swaps)
	a, b = order2_func(data, a, b, swaps)
	return b
}

// medianAdjacent_func returns the median of element a and its neighbours.
func medianAdjacent_func(data lessSwap, a int, swaps *int) int { return median_func(data, a-1, a, a+1, swaps) }

// stable_func sorts the first n elements.
func stable_func(data lessSwap, n int) {
	a := 0
	for ; a+blockSize <= n; a += blockSize {
		insertionSort_func(data, a, a+blockSize)
	}
	insertionSort_func(data, a, n)
	for size := blockSize; size < n; size *= 2 {
		a = 0
		for ; a+2*size <= n; a += 2 * size {
			symMerge_func(data, a, a+size, a+2*size)
		}
		if m := a + size; m < n {
			symMerge_func(data, a, m, n)
		}
	}
}

// symMerge_func joins the sorted ranges [a, m) and [m, b) in place. Neither is empty.
func symMerge_func(data lessSwap, a, m, b int) {
	if m-a == 1 {
		// One element goes in front of the first that is not less than it.
		i, j := m, b
		for i < j {
			if h := int(uint(i+j) >> 1); data.Less(h, a) {
				i = h + 1
			} else {
				j = h
			}
		}
		for k := a; k < i-1; k++ {
			data.Swap(k, k+1)
		}
		return
	}
	if b-m == 1 {
		// One element goes in front of the first that is greater.
		i, j := a, m
		for i < j {
			if h := int(uint(i+j) >> 1); data.Less(m, h) {
				j = h
			} else {
				i = h + 1
			}
		}
		for k := m; k > i; k-- {
			data.Swap(k, k-1)
		}
		return
	}
	// Find, symmetrically about the middle, what must change sides.
	mid := int(uint(a+b) >> 1)
	sum := mid + m
	start, end := a, m
	if m > mid {
		start, end = sum-b, mid
	}
	for start < end {
		if c := int(uint(start+end) >> 1); data.Less(sum-1-c, c) {
			end = c
		} else {
			start = c + 1
		}
	}
	end = sum - start
	if start < m && m < end {
		rotate_func(data, start, m, end)
	}
	if a < start && start < mid {
		symMerge_func(data, a, start, mid)
	}
	if mid < end && end < b {
		symMerge_func(data, mid, end, b)
	}
}

// rotate_func exchanges the ranges [a, m) and [m, b).
func rotate_func(data lessSwap, a, m, b int) {
	i, j := m-a, b-m
	for i != j {
		if i > j {
			swapRange_func(data, m-i, m, j)
			i -= j
		} else {
			swapRange_func(data, m-i, m+j-i, i)
			j -= i
		}
	}
	swapRange_func(data, m-i, m, i)
}

// reverseRange_func turns [a, b) round.
func reverseRange_func(data lessSwap, a, b int) {
	for i, j := a, b-1; i < j; i, j = i+1, j-1 {
		data.Swap(i, j)
	}
}

// swapRange_func exchanges n elements from a on with those from b on.
func swapRange_func(data lessSwap, a, b, n int) {
	for i := 0; i < n; i++ {
		data.Swap(a+i, b+i)
	}
}
