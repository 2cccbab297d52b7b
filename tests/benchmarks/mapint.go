// Mapint inserts, looks up, updates and deletes integer keys.
//
//	mapint [N]
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

func main() {
	n := size(4000000)
	m := make(map[int]int)
	x := uint32(1)
	for i := 0; i < n; i++ {
		x = x*1664525 + 1013904223
		m[int(x>>12)] += i
	}
	hits, sum := 0, 0
	for i := 0; i < 2*n; i++ {
		x = x*1664525 + 1013904223
		if v, ok := m[int(x>>12)]; ok {
			hits++
			sum += v
		}
	}
	size := len(m)
	for i := 0; i < n; i++ {
		x = x*1664525 + 1013904223
		delete(m, int(x>>12))
	}
	keys := 0
	for k := range m {
		keys ^= k
	}
	fmt.Println(size, hits, sum, len(m), keys)
}
