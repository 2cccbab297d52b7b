// Sudoku solves puzzles by constraint propagation and search, counts solutions, and shows how much it had to guess.
package main

import (
	"errors"
	"fmt"
	"math/bits"
	"strings"
)

type board struct {
	cells [81]uint16 // a set of candidates: bit d-1 for digit d
	open  int        // cells with more than one candidate
}

const (
	all      = 1<<9 - 1
	patience = 1000 // guesses
)

var (
	units [27][9]int
	peers [81][20]int
)

func init() {
	for i := 0; i < 9; i++ {
		for j := 0; j < 9; j++ {
			units[i][j] = i*9 + j
			units[9+i][j] = j*9 + i
			units[18+i][j] = (i/3*3+j/3)*9 + i%3*3 + j%3
		}
	}
	for c := range peers {
		seen, n := map[int]bool{c: true}, 0
		for _, u := range units {
			in := false
			for _, d := range u {
				in = in || d == c
			}
			for _, d := range u {
				if in && !seen[d] {
					seen[d] = true
					peers[c][n] = d
					n++
				}
			}
		}
	}
}

var errContradiction = errors.New("contradiction")

func parse(text string) (*board, error) {
	b := &board{open: 81}
	for i := range b.cells {
		b.cells[i] = all
	}
	c := 0
	for _, r := range text {
		switch {
		case r >= '1' && r <= '9':
			if c > 80 {
				return nil, fmt.Errorf("more than 81 cells")
			}
			if err := b.set(c, 1<<uint(r-'1')); err != nil {
				return nil, fmt.Errorf("cell %d,%d: %w", c/9+1, c%9+1, err)
			}
			c++
		case r == '.' || r == '0':
			c++
		}
	}
	if c != 81 {
		return nil, fmt.Errorf("%d cells, not 81", c)
	}
	return b, nil
}

func (b *board) set(c int, bit uint16) error {
	if b.cells[c]&bit == 0 {
		return errContradiction
	}
	return b.remove(c, b.cells[c]&^bit)
}

// remove takes candidates away; a cell with one left takes it from its peers, a unit with one place left fills it.
func (b *board) remove(c int, mask uint16) error {
	before := b.cells[c]
	after := before &^ mask
	if after == before {
		return nil
	}
	if after == 0 {
		return errContradiction
	}
	b.cells[c] = after
	if after&(after-1) == 0 {
		b.open--
		for _, p := range peers[c] {
			if err := b.remove(p, after); err != nil {
				return err
			}
		}
	}
	for u := range units {
		if u < 9 && u != c/9 || u >= 9 && u < 18 && u-9 != c%9 || u >= 18 && u-18 != c/27*3+c%9/3 {
			continue
		}
		for gone := before & mask; gone != 0; gone &= gone - 1 {
			bit := gone & -gone
			place, count := -1, 0
			for _, d := range units[u] {
				if b.cells[d]&bit != 0 {
					place = d
					count++
				}
			}
			if count == 0 {
				return errContradiction
			}
			if count == 1 {
				if err := b.set(place, bit); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

type search struct {
	guesses, depth, limit int // limit: how many solutions to look for
	found                 []board
}

func (s *search) run(b board, depth int) {
	if depth > s.depth {
		s.depth = depth
	}
	if b.open == 0 {
		s.found = append(s.found, b)
		return
	}
	best, least := -1, 10
	for c, set := range b.cells {
		if n := bits.OnesCount16(set); n > 1 && n < least {
			best, least = c, n
		}
	}
	for set := b.cells[best]; set != 0 && len(s.found) < s.limit && s.guesses < patience; set &= set - 1 {
		next := b
		s.guesses++
		if next.set(best, set&-set) == nil {
			s.run(next, depth+1)
		}
	}
}

func (b *board) String() string {
	var s strings.Builder
	for i, c := range b.cells {
		switch {
		case i%27 == 0 && i > 0:
			s.WriteString("\n------+-------+------\n")
		case i%9 == 0 && i > 0:
			s.WriteString("\n")
		case i%3 == 0 && i%9 != 0:
			s.WriteString("| ")
		}
		if c&(c-1) == 0 {
			fmt.Fprintf(&s, "%d ", bits.TrailingZeros16(c)+1)
		} else {
			s.WriteString(". ")
		}
	}
	lines := strings.Split(s.String(), "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return strings.Join(lines, "\n")
}

func (b *board) check() bool {
	for _, u := range units {
		var seen uint16
		for _, c := range u {
			seen |= b.cells[c]
		}
		if seen != all {
			return false
		}
	}
	return b.open == 0
}

func main() {
	puzzles := []struct{ name, text string }{
		{"easy", `53..7.... 6..195... .98....6. 8...6...3 4..8.3..1 7...2...6 .6....28. ...419..5 ....8..79`},
		{"hard", `4.....8.5 .3....... ...7..... .2.....6. ....8.4.. ....1.... ...6.3.7. 5..2..... 1.4......`},
		{"harder", `8........ ..36..... .7..9.2.. .5...7... ....457.. ...1...3. ..1....68 ..85...1. .9....4..`},
		{"17 clues", `000000010 400000000 020000000 000050407 008000300 001090000 300400200 050100000 000806000`},
		{"two ways", `.34.7891. 672.95.4. 19834256. 85976.4.3 426853791 7.3..4.56 9.1.37.8. .87.1963. .4.286179`},
		{"impossible", `55....... ......... ......... ......... ......... ......... ......... ......... .........`},
		{"no solution", `1234567.. ........8 ......... ......... .......8. ......... ......... ......... .......9.`},
		{"hopeless", `.....5.8. ...6.1.43 ......... .1.5..... ...1.6... 3.......5 53.....61 ........4 .........`},
		{"empty", strings.Repeat(".", 81)},
		{"short", "123"},
	}
	for _, p := range puzzles {
		b, err := parse(p.text)
		if err != nil {
			fmt.Printf("%s: %v (%v)\n\n", p.name, err, errors.Is(err, errContradiction))
			continue
		}
		s := &search{limit: 3}
		s.run(*b, 0)
		fmt.Printf("%s: %d open after reading, %d guesses, depth %d, ", p.name, b.open, s.guesses, s.depth)
		switch n := len(s.found); {
		case s.guesses == patience:
			fmt.Println("given up")
		case n == 0:
			fmt.Println("no solution")
		case n == 1:
			fmt.Println("one solution")
		case n == s.limit:
			fmt.Println("many solutions")
		default:
			fmt.Println(len(s.found), "solutions")
		}
		if len(s.found) > 0 {
			fmt.Println(&s.found[0])
			for _, f := range s.found {
				if !f.check() {
					panic("wrong solution")
				}
			}
		}
		fmt.Println()
	}
}
