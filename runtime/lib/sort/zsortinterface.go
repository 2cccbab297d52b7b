package sort

// Sort is pattern-defeating quicksort (Orson Peters, 2021), Stable is insertion sort in blocks
// joined by SymMerge (Kim and Kutzner, 2004). Thresholds, pivots and the pseudo-random swaps
// are those of the go tool's library, so that elements which compare equal end up in the same
// order as there, and functions have its names, because traces through Less show them.

const (
	insertMax  = 12 // ranges up to this length are sorted by insertion
	ninetherAt = 50 // from this length on the pivot is a median of medians
	shiftAt    = 50 // shorter ranges are not repaired by shifting
	shiftSteps = 5  // how many misplaced elements are shifted before giving up
	blockSize  = 20 // the blocks that stable sorts by insertion
)

// insertionSort sorts [a, b) by insertion.
func insertionSort(data Interface, a, b int) {
	for i := a + 1; i < b; i++ {
		for j := i; j > a && data.Less(j, j-1); j-- {
			data.Swap(j, j-1)
		}
	}
}

// siftDown restores the heap order of [lo, hi), counted from first, below its root.
func siftDown(data Interface, lo, hi, first int) {
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

// heapSort sorts [a, b) by heapsort.
func heapSort(data Interface, a, b int) {
	n := b - a
	for i := (n - 1) / 2; i >= 0; i-- {
		siftDown(data, i, n, a)
	}
	for i := n - 1; i >= 0; i-- {
		data.Swap(a, a+i)
		siftDown(data, 0, i, a)
	}
}

// pdqsort sorts [a, b). limit is the number of unbalanced partitions that remain before it
// resorts to heapsort.
func pdqsort(data Interface, a, b, limit int) {
	balanced, partitioned := true, true // how the last partition turned out
	for {
		n := b - a
		if n <= insertMax {
			insertionSort(data, a, b)
			return
		}
		if limit == 0 {
			heapSort(data, a, b)
			return
		}
		if !balanced {
			breakPatterns(data, a, b)
			limit--
		}
		p, swaps := choosePivot(data, a, b)
		if swaps == 12 {
			// Every comparison was the wrong way round: probably decreasing.
			reverseRange(data, a, b)
			p = a + b - 1 - p
			swaps = 0
		}
		if balanced && partitioned && swaps == 0 && partialInsertionSort(data, a, b) {
			return
		}
		if a > 0 && !data.Less(a-1, p) {
			// The pivot equals what lies before the range, so nothing is less than it.
			a = partitionEqual(data, a, b, p)
			continue
		}
		var m int
		m, partitioned = partition(data, a, b, p)
		left, right := m-a, b-m
		if left < right {
			balanced = left >= n/8
			pdqsort(data, a, m, limit)
			a = m + 1
		} else {
			balanced = right >= n/8
			pdqsort(data, m+1, b, limit)
			b = m
		}
	}
}

// partition moves what is less than element p before it and the rest behind it. It returns the
// pivot's new place, and whether nothing had to move.
func partition(data Interface, a, b, p int) (m int, done bool) {
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

// partitionEqual moves what equals element p, than which nothing is less, to the front, and
// returns where the rest begins.
func partitionEqual(data Interface, a, b, p int) int {
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

// partialInsertionSort shifts a few misplaced elements of a range that is nearly sorted, and reports
// whether that sorted it.
func partialInsertionSort(data Interface, a, b int) bool {
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

// breakPatterns swaps three elements near the middle with pseudo-random ones, against patterns that
// make bad pivots.
func breakPatterns(data Interface, a, b int) {
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

// choosePivot chooses an element of [a, b), and counts the comparisons on the way that were the
// wrong way round.
func choosePivot(data Interface, a, b int) (p, swaps int) {
	n := b - a
	i, j, k := a+n/4, a+n/4*2, a+n/4*3
	if n >= 8 {
		if n >= ninetherAt {
			i = medianAdjacent(data, i, &swaps)
			j = medianAdjacent(data, j, &swaps)
			k = medianAdjacent(data, k, &swaps)
		}
		j = median(data, i, j, k, &swaps)
	}
	return j, swaps
}

// order2 returns a and b, the smaller element first, and counts the exchange if that was needed.
func order2(data Interface, a, b int, swaps *int) (int, int) {
	if data.Less(b, a) {
		*swaps++
		return b, a
	}
	return a, b
}

// median returns the median of three elements.
func median(data Interface, a, b, c int, swaps *int) int {
	a, b = order2(data, a, b, swaps)
	b, c = order2(data, b, c, swaps)
	a, b = order2(data, a, b, swaps)
	return b
}

// medianAdjacent returns the median of element a and its neighbours.
func medianAdjacent(data Interface, a int, swaps *int) int { return median(data, a-1, a, a+1, swaps) }

// stable sorts the first n elements.
func stable(data Interface, n int) {
	a := 0
	for ; a+blockSize <= n; a += blockSize {
		insertionSort(data, a, a+blockSize)
	}
	insertionSort(data, a, n)
	for size := blockSize; size < n; size *= 2 {
		a = 0
		for ; a+2*size <= n; a += 2 * size {
			symMerge(data, a, a+size, a+2*size)
		}
		if m := a + size; m < n {
			symMerge(data, a, m, n)
		}
	}
}

// symMerge joins the sorted ranges [a, m) and [m, b) in place. Neither is empty.
func symMerge(data Interface, a, m, b int) {
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
		rotate(data, start, m, end)
	}
	if a < start && start < mid {
		symMerge(data, a, start, mid)
	}
	if mid < end && end < b {
		symMerge(data, mid, end, b)
	}
}

// rotate exchanges the ranges [a, m) and [m, b).
func rotate(data Interface, a, m, b int) {
	i, j := m-a, b-m
	for i != j {
		if i > j {
			swapRange(data, m-i, m, j)
			i -= j
		} else {
			swapRange(data, m-i, m+j-i, i)
			j -= i
		}
	}
	swapRange(data, m-i, m, i)
}

// reverseRange turns [a, b) round.
func reverseRange(data Interface, a, b int) {
	for i, j := a, b-1; i < j; i, j = i+1, j-1 {
		data.Swap(i, j)
	}
}

// swapRange exchanges n elements from a on with those from b on.
func swapRange(data Interface, a, b, n int) {
	for i := 0; i < n; i++ {
		data.Swap(a+i, b+i)
	}
}
