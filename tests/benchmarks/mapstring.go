// Mapstring counts words in a map of strings.
//
//	mapstring [N]
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
	n := size(40000000)
	syllables := []string{"ka", "lo", "mi", "ne", "ru", "sa", "ti", "vo"}
	words := make([]string, 4096)
	for i := range words {
		w := ""
		for k := i | 1<<12; k > 1; k >>= 3 {
			w += syllables[k&7]
		}
		words[i] = w
	}
	counts := map[string]int{}
	buf := make([]byte, 0, 32)
	x := uint32(7)
	for i := 0; i < n; i++ {
		x = x*1664525 + 1013904223
		w := words[x>>20]
		if i%4 == 0 {
			buf = append(buf[:0], w...)
			buf[0] = 'K'
			counts[string(buf)]++
			continue
		}
		counts[w]++
	}
	most, sum := "", 0
	for w, c := range counts {
		sum += c * len(w)
		if c > counts[most] || c == counts[most] && w < most {
			most = w
		}
	}
	fmt.Println(len(counts), most, counts[most], sum)
}
