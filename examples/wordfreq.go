// Wordfreq counts the words of a text and shows the most frequent ones, the longest ones and how word lengths spread.
//
//	wordfreq [-n 20] [-min 1] FILE...
package main

import (
	"bufio"
	"flag"
	"fmt"
	"os"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

type entry struct {
	word  string
	count int
}

type tally struct {
	words map[string]int
	total int
	lines int
	runes int
}

// add splits a line into words: runs of letters, with apostrophes inside.
func (t *tally) add(line string) {
	t.lines++
	t.runes += utf8.RuneCountInString(line) + 1
	start := -1
	flush := func(end int) {
		if start < 0 {
			return
		}
		if word := strings.Trim(strings.ToLower(line[start:end]), "'"); word != "" {
			t.words[word]++
			t.total++
		}
		start = -1
	}
	for i, r := range line {
		if unicode.IsLetter(r) || r == '\'' {
			if start < 0 {
				start = i
			}
			continue
		}
		flush(i)
	}
	flush(len(line))
}

func (t *tally) read(name string) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	in := bufio.NewScanner(f)
	for in.Scan() {
		t.add(in.Text())
	}
	return in.Err()
}

// ranked returns the words by falling count, then by alphabet.
func (t *tally) ranked() []entry {
	list := make([]entry, 0, len(t.words))
	for word, count := range t.words {
		list = append(list, entry{word, count})
	}
	sort.Slice(list, func(i, j int) bool {
		if list[i].count != list[j].count {
			return list[i].count > list[j].count
		}
		return list[i].word < list[j].word
	})
	return list
}

func bar(n, most, width int) string { return strings.Repeat("#", (n*width+most-1)/most) }

func main() {
	n := flag.Int("n", 20, "how many words to show")
	least := flag.Int("min", 1, "ignore words shorter than this")
	flag.Parse()
	if flag.NArg() == 0 {
		fmt.Fprintln(os.Stderr, "usage: wordfreq [-n 20] [-min 1] FILE...")
		os.Exit(2)
	}
	t := &tally{words: map[string]int{}}
	for _, name := range flag.Args() {
		if err := t.read(name); err != nil {
			fmt.Fprintln(os.Stderr, "wordfreq:", err)
			os.Exit(1)
		}
	}
	list := t.ranked()
	fmt.Printf("%d lines, %d characters, %d words, %d different\n\n", t.lines, t.runes, t.total, len(list))

	shown := 0
	for _, e := range list {
		if utf8.RuneCountInString(e.word) < *least {
			continue
		}
		if shown++; shown > *n {
			break
		}
		fmt.Printf("%4d. %-14s %6d  %5.2f%%  %s\n", shown, e.word, e.count,
			100*float64(e.count)/float64(t.total), bar(e.count, list[0].count, 30))
	}

	lengths, most := map[int]int{}, 0
	once := 0
	for _, e := range list {
		l := utf8.RuneCountInString(e.word)
		lengths[l] += e.count
		if lengths[l] > most {
			most = lengths[l]
		}
		if e.count == 1 {
			once++
		}
	}
	fmt.Printf("\nwords that occur once: %d\n\nlength  words\n", once)
	var keys []int
	for l := range lengths {
		keys = append(keys, l)
	}
	sort.Ints(keys)
	for _, l := range keys {
		fmt.Printf("%6d %6d %s\n", l, lengths[l], bar(lengths[l], most, 40))
	}

	sort.SliceStable(list, func(i, j int) bool { return len(list[i].word) > len(list[j].word) })
	fmt.Println("\nlongest words:")
	for i, e := range list {
		if i == 10 {
			break
		}
		fmt.Printf("%4d %s\n", len(e.word), e.word)
	}
}
