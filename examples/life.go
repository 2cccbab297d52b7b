// Life runs Conway's game on a torus and on an endless plane: patterns in plain text, generations, periods and speeds.
package main

import (
	"fmt"
	"sort"
	"strings"
)

type cell struct{ x, y int }

type plane map[cell]bool

func parse(text string) plane {
	p := plane{}
	for y, line := range strings.Split(strings.TrimSpace(text), "\n") {
		for x, r := range strings.TrimSpace(line) {
			if r == 'O' {
				p[cell{x, y}] = true
			}
		}
	}
	return p
}

func (p plane) next() plane {
	counts := make(map[cell]int, 4*len(p))
	for c := range p {
		for dy := -1; dy <= 1; dy++ {
			for dx := -1; dx <= 1; dx++ {
				if dx != 0 || dy != 0 {
					counts[cell{c.x + dx, c.y + dy}]++
				}
			}
		}
	}
	q := make(plane, len(p))
	for c, n := range counts {
		if n == 3 || n == 2 && p[c] {
			q[c] = true
		}
	}
	return q
}

func (p plane) bounds() (min, max cell) {
	first := true
	for c := range p {
		if first {
			min, max, first = c, c, false
			continue
		}
		if c.x < min.x {
			min.x = c.x
		}
		if c.y < min.y {
			min.y = c.y
		}
		if c.x > max.x {
			max.x = c.x
		}
		if c.y > max.y {
			max.y = c.y
		}
	}
	return
}

// shape is the pattern moved to the corner, as text: equal for equal patterns wherever they are.
func (p plane) shape() (string, cell) {
	min, _ := p.bounds()
	cells := make([]cell, 0, len(p))
	for c := range p {
		cells = append(cells, cell{c.x - min.x, c.y - min.y})
	}
	sort.Slice(cells, func(i, j int) bool {
		return cells[i].y < cells[j].y || cells[i].y == cells[j].y && cells[i].x < cells[j].x
	})
	return fmt.Sprint(cells), min
}

func (p plane) String() string {
	if len(p) == 0 {
		return "(nothing lives)\n"
	}
	min, max := p.bounds()
	var b strings.Builder
	for y := min.y; y <= max.y; y++ {
		line := make([]byte, 0, max.x-min.x+1)
		for x := min.x; x <= max.x; x++ {
			if p[cell{x, y}] {
				line = append(line, 'O')
			} else {
				line = append(line, '.')
			}
		}
		b.Write(append(line, '\n'))
	}
	return b.String()
}

// fate runs p until it repeats a shape, dies, or the limit is reached.
func fate(p plane, limit int) string {
	seen, where := map[string]int{}, map[string]cell{}
	for g := 0; g <= limit; g++ {
		if len(p) == 0 {
			return fmt.Sprintf("dies in generation %d", g)
		}
		s, at := p.shape()
		if first, ok := seen[s]; ok {
			period, from := g-first, where[s]
			dx, dy := at.x-from.x, at.y-from.y
			switch {
			case dx != 0 || dy != 0:
				return fmt.Sprintf("flies by (%d,%d) every %d generations", dx, dy, period)
			case period == 1:
				return fmt.Sprintf("is still from generation %d on, %d cells", first, len(p))
			}
			return fmt.Sprintf("repeats every %d generations from %d on, %d cells", period, first, len(p))
		}
		seen[s], where[s] = g, at
		p = p.next()
	}
	return fmt.Sprintf("is still changing after %d generations, %d cells", limit, len(p))
}

// A torus is a fixed board whose edges meet, in two buffers.
type torus struct {
	w, h     int
	now, old []uint8
}

func newTorus(w, h int) *torus { return &torus{w, h, make([]uint8, w*h), make([]uint8, w*h)} }

func (t *torus) step() {
	t.now, t.old = t.old, t.now
	for y := 0; y < t.h; y++ {
		up, down := (y+t.h-1)%t.h*t.w, (y+1)%t.h*t.w
		row := y * t.w
		for x := 0; x < t.w; x++ {
			l, r := (x+t.w-1)%t.w, (x+1)%t.w
			n := t.old[up+l] + t.old[up+x] + t.old[up+r] + t.old[row+l] + t.old[row+r] +
				t.old[down+l] + t.old[down+x] + t.old[down+r]
			t.now[row+x] = 0
			if n == 3 || n == 2 && t.old[row+x] == 1 {
				t.now[row+x] = 1
			}
		}
	}
}

func (t *torus) alive() (n int) {
	for _, c := range t.now {
		n += int(c)
	}
	return
}

func (t *torus) String() string {
	var b strings.Builder
	for y := 0; y < t.h; y += 2 {
		for x := 0; x < t.w; x++ {
			top, bottom := t.now[y*t.w+x], t.now[(y+1)*t.w+x]
			b.WriteString([]string{" ", "▄", "▀", "█"}[top*2+bottom])
		}
		b.WriteString("|\n")
	}
	return b.String()
}

const gun = `
	........................O...........
	......................O.O...........
	............OO......OO............OO
	...........O...O....OO............OO
	OO........O.....O...OO..............
	OO........O...O.OO....O.O...........
	..........O.....O.......O...........
	...........O...O....................
	............OO......................`

func main() {
	patterns := []struct{ name, text string }{
		{"block", "OO\nOO"}, {"blinker", "OOO"}, {"toad", ".OOO\nOOO."}, {"glider", ".O.\n..O\nOOO"},
		{"spaceship", ".O..O\nO....\nO...O\nOOOO."}, {"row of ten", "OOOOOOOOOO"}, {"diehard", "......O.\nOO......\n.O...OOO"},
		{"pi", "OOO\nO.O\nO.O"}, {"lone", "O"}, {"r pentomino", ".OO\nOO.\n.O."},
	}
	for _, p := range patterns {
		fmt.Printf("%-12s %s\n", p.name, fate(parse(p.text), 150))
	}

	p := parse(gun)
	fmt.Println("\ncells of the glider gun:")
	for g := 0; g <= 90; g++ {
		if g%30 == 0 {
			fmt.Printf("generation %3d: %d\n", g, len(p))
		}
		if g == 60 {
			fmt.Print(p)
		}
		p = p.next()
	}

	t := newTorus(64, 32)
	seed := uint32(12345)
	for i := range t.now {
		seed = seed*1664525 + 1013904223
		if seed>>24 < 90 {
			t.now[i] = 1
		}
	}
	fmt.Println("\nsoup on a torus:")
	for g := 0; g <= 100; g++ {
		if g%20 == 0 {
			fmt.Printf("generation %3d: %d alive\n", g, t.alive())
		}
		if g < 100 {
			t.step()
		}
	}
	fmt.Print(t)
}
