package main

import (
	"fmt"
	"sort"
	"strings"
)

const line = "the quick brown fox jumps over the lazy dog while seven wizards quietly mix a potion of old %d roots and %d leaves"

func main() {
	counts := map[string]int{}
	total := 0
	for i := 0; i < 8000; i++ {
		text := fmt.Sprintf(line, i, i%97)
		for _, word := range strings.Fields(strings.ToUpper(text)) {
			counts[strings.Trim(word, ".,;")]++
			total++
		}
	}
	words := make([]string, 0, len(counts))
	for word := range counts {
		words = append(words, word)
	}
	sort.Slice(words, func(i, j int) bool {
		if counts[words[i]] != counts[words[j]] {
			return counts[words[i]] > counts[words[j]]
		}
		return words[i] < words[j]
	})
	for _, word := range words[:20] {
		fmt.Printf("%-10s %6d\n", word, counts[word])
	}
	fmt.Println(total, len(words))
}
