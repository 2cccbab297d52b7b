// Stringbuild joins, slices, converts and searches strings.
//
//	stringbuild [N]
package main

import (
	"fmt"
	"os"
	"strconv"
	"strings"
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
	n := size(7000000)
	var b strings.Builder
	for i := 0; i < n; i++ {
		b.WriteString(strconv.Itoa(i))
		b.WriteByte(',')
		if i%50 == 0 {
			b.WriteString("größe")
		}
	}
	text := b.String()
	fields, digits := 0, 0
	for _, part := range strings.Split(text, ",") {
		if strings.HasSuffix(part, "7") {
			fields++
		}
		if v, err := strconv.Atoi(part); err == nil {
			digits += v & 15
		}
	}
	s := ""
	for i := 0; i < 2000; i++ {
		s += string(rune('a' + i%26))
	}
	upper := strings.ToUpper(text[:len(text)/4])
	runes := 0
	for _, r := range text {
		if r > 127 {
			runes++
		}
	}
	fmt.Println(len(text), fields, digits, len(s), strings.Count(upper, "GRÖSSE")+strings.Count(upper, "GRÖßE"), runes)
}
