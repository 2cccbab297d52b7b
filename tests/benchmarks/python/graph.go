package main

import "fmt"

type point struct{ x, y int }

// Breadth-first search on a grid whose cells are keys of maps.
func main() {
	walls := map[point]bool{}
	seed := 12345
	for i := 0; i < 6000; i++ {
		seed = (seed*1103515245 + 12345) % 2147483648
		walls[point{seed / 65536 % 160, seed / 97 % 120}] = true
	}
	delete(walls, point{0, 0})
	distance := map[point]int{{0, 0}: 0}
	queue := []point{{0, 0}}
	for len(queue) > 0 {
		p := queue[0]
		queue = queue[1:]
		for _, d := range []point{{1, 0}, {-1, 0}, {0, 1}, {0, -1}} {
			n := point{p.x + d.x, p.y + d.y}
			if n.x < 0 || n.y < 0 || n.x >= 160 || n.y >= 120 || walls[n] {
				continue
			}
			if _, ok := distance[n]; !ok {
				distance[n] = distance[p] + 1
				queue = append(queue, n)
			}
		}
	}
	far := 0
	for _, d := range distance {
		if d > far {
			far = d
		}
	}
	names := map[int]string{}
	for i := 0; i < 10000; i++ {
		names[i] = fmt.Sprintf("node-%04d", i)
	}
	length := 0
	for _, name := range names {
		length += len(name)
	}
	fmt.Println(len(distance), far, length)
}
