// Fnv hashes N megabytes byte by byte.
//
//	fnv [MEGABYTES]
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

func hash(data []byte, h uint64) uint64 {
	for _, b := range data {
		h = (h ^ uint64(b)) * 1099511628211
	}
	return h
}

func main() {
	n := size(1000)
	data := make([]byte, 1<<20)
	for i := range data {
		data[i] = byte(i ^ i>>8)
	}
	h := uint64(14695981039346656037)
	for i := 0; i < n; i++ {
		h = hash(data, h)
	}
	fmt.Printf("%016x\n", h)
}
