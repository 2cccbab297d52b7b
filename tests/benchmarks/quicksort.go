// Quicksort sorts N integers by hand.
//
//	quicksort [N]
package main

import (
	"fmt"
	"os"
)

// size is the first argument, or n.
func size(n int) int {
	if len(os.Args) > 1 {
		if _, err := fmt.Sscan(os.Args[1], &n); err != nil {
			panic(err)
		}
	}
	return n
}

func quicksort(s []int) {
	for len(s) > 12 {
		m := len(s) / 2
		if s[m] < s[0] {
			s[m], s[0] = s[0], s[m]
		}
		if s[len(s)-1] < s[0] {
			s[len(s)-1], s[0] = s[0], s[len(s)-1]
		}
		if s[len(s)-1] < s[m] {
			s[len(s)-1], s[m] = s[m], s[len(s)-1]
		}
		pivot, i, j := s[m], 0, len(s)-1
		for i <= j {
			for s[i] < pivot {
				i++
			}
			for s[j] > pivot {
				j--
			}
			if i <= j {
				s[i], s[j] = s[j], s[i]
				i++
				j--
			}
		}
		if j+1 < len(s)-i {
			quicksort(s[:j+1])
			s = s[i:]
		} else {
			quicksort(s[i:])
			s = s[:j+1]
		}
	}
	for i := 1; i < len(s); i++ {
		v, j := s[i], i
		for ; j > 0 && s[j-1] > v; j-- {
			s[j] = s[j-1]
		}
		s[j] = v
	}
}

func main() {
	n := size(10000000)
	s := make([]int, n)
	x := uint64(88172645463325252)
	for i := range s {
		x ^= x << 13
		x ^= x >> 7
		x ^= x << 17
		s[i] = int(x >> 20)
	}
	quicksort(s)
	sum := 0
	for i, v := range s {
		if i > 0 && s[i-1] > v {
			panic("not sorted")
		}
		sum = sum*31 + v
	}
	fmt.Println(n, sum)
}
