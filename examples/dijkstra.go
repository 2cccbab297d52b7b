// Dijkstra finds the cheapest way through a map whose cells cost 1 to 9 to enter, draws it, and compares how many cells
// Dijkstra's algorithm, A* and breadth-first search look at.
package main

import (
	"container/heap"
	"fmt"
	"os"
	"strings"
)

type point struct{ x, y int }

type grid struct {
	w, h int
	cost []int // 0 is a wall
}

// random is a linear congruential generator: the map is the same in every run.
type random uint64

func (r *random) below(n int) int {
	*r = *r*6364136223846793005 + 1442695040888963407
	return int(uint64(*r)>>33) % n
}

func newGrid(w, h int, seed random) *grid {
	g := &grid{w, h, make([]int, w*h)}
	for i := range g.cost {
		g.cost[i] = 1 + seed.below(9)
	}
	for i := 0; i < w*h/40; i++ {
		x, y, dx, n := seed.below(w), seed.below(h), seed.below(2), 3+seed.below(8)
		for j := 0; j < n && x < w && y < h; j++ {
			g.cost[y*w+x] = 0
			x, y = x+dx, y+1-dx
		}
	}
	g.cost[0], g.cost[w*h-1] = 1, 1
	return g
}

func (g *grid) at(p point) int { return p.y*g.w + p.x }

func (g *grid) around(p point, visit func(point)) {
	for _, d := range [...]point{{1, 0}, {0, 1}, {-1, 0}, {0, -1}} {
		q := point{p.x + d.x, p.y + d.y}
		if q.x >= 0 && q.y >= 0 && q.x < g.w && q.y < g.h && g.cost[g.at(q)] > 0 {
			visit(q)
		}
	}
}

type item struct {
	p        point
	priority int
	seq      int
}

type frontier []item

func (f frontier) Len() int { return len(f) }
func (f frontier) Less(i, j int) bool {
	if f[i].priority != f[j].priority {
		return f[i].priority < f[j].priority
	}
	return f[i].seq < f[j].seq
}
func (f frontier) Swap(i, j int)       { f[i], f[j] = f[j], f[i] }
func (f *frontier) Push(x interface{}) { *f = append(*f, x.(item)) }
func (f *frontier) Pop() interface{} {
	old := *f
	last := old[len(old)-1]
	*f = old[:len(old)-1]
	return last
}

type route struct {
	path    []point
	cost    int
	visited int
}

// search is Dijkstra's algorithm when estimate gives 0, and A* when it never overestimates what is left.
func (g *grid) search(from, to point, estimate func(point) int) (route, bool) {
	const unknown = 1 << 60
	dist := make([]int, len(g.cost))
	prev := make(map[point]point)
	for i := range dist {
		dist[i] = unknown
	}
	dist[g.at(from)] = 0
	q, seq := frontier{{from, estimate(from), 0}}, 0
	done := make([]bool, len(g.cost))
	r := route{}
	for q.Len() > 0 {
		it := heap.Pop(&q).(item)
		if done[g.at(it.p)] {
			continue
		}
		done[g.at(it.p)] = true
		r.visited++
		if it.p == to {
			r.cost = dist[g.at(to)]
			for p := to; p != from; p = prev[p] {
				r.path = append(r.path, p)
			}
			r.path = append(r.path, from)
			return r, true
		}
		g.around(it.p, func(n point) {
			if d := dist[g.at(it.p)] + g.cost[g.at(n)]; d < dist[g.at(n)] {
				dist[g.at(n)] = d
				prev[n] = it.p
				seq++
				heap.Push(&q, item{n, d + estimate(n), seq})
			}
		})
	}
	return r, false
}

func (g *grid) fewestSteps(from, to point) (route, bool) {
	prev := map[point]point{from: from}
	queue, r := []point{from}, route{}
	for len(queue) > 0 {
		p := queue[0]
		queue = queue[1:]
		r.visited++
		if p == to {
			for ; p != from; p = prev[p] {
				r.path = append(r.path, p)
				r.cost += g.cost[g.at(p)]
			}
			r.path = append(r.path, from)
			return r, true
		}
		g.around(p, func(n point) {
			if _, seen := prev[n]; !seen {
				prev[n] = p
				queue = append(queue, n)
			}
		})
	}
	return r, false
}

func (g *grid) draw(r route) string {
	rows := make([][]byte, g.h)
	for y := range rows {
		rows[y] = make([]byte, g.w)
		for x := range rows[y] {
			if c := g.cost[y*g.w+x]; c == 0 {
				rows[y][x] = '#'
			} else {
				rows[y][x] = " .,:-=+*%"[c-1]
			}
		}
	}
	for _, p := range r.path {
		rows[p.y][p.x] = 'o'
	}
	var b strings.Builder
	for _, row := range rows {
		b.WriteString(strings.TrimRight(string(row), " "))
		b.WriteByte('\n')
	}
	return b.String()
}

func abs(x int) int {
	if x < 0 {
		return -x
	}
	return x
}

func main() {
	g := newGrid(72, 24, 2024)
	from, to := point{0, 0}, point{g.w - 1, g.h - 1}
	ways := []struct {
		name string
		find func() (route, bool)
	}{
		{"dijkstra", func() (route, bool) { return g.search(from, to, func(point) int { return 0 }) }},
		{"a*", func() (route, bool) {
			return g.search(from, to, func(p point) int { return abs(p.x-to.x) + abs(p.y-to.y) })
		}},
		{"fewest steps", func() (route, bool) { return g.fewestSteps(from, to) }},
	}
	var best route
	for i, way := range ways {
		r, ok := way.find()
		if !ok {
			fmt.Println(way.name, "finds no way")
			os.Exit(1)
		}
		fmt.Printf("%-12s cost %4d, %3d steps, %4d cells looked at\n", way.name, r.cost, len(r.path)-1, r.visited)
		if i == 0 {
			best = r
		} else if r.cost < best.cost {
			panic("a cheaper way than the cheapest")
		}
	}
	fmt.Println()
	fmt.Print(g.draw(best))

	fmt.Println("\ncost of the cheapest way by seed:")
	for seed := random(1); seed <= 12; seed++ {
		h := newGrid(30, 30, seed)
		if r, ok := h.search(point{}, point{29, 29}, func(point) int { return 0 }); ok {
			fmt.Printf("%4d", r.cost)
		} else {
			fmt.Print("   -")
		}
	}
	fmt.Println()
}
