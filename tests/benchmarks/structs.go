// Structs moves, filters and updates slices of structs.
//
//	structs [N]
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

type particle struct {
	x, y, vx, vy float64
	id, life     int
	alive        bool
}

func step(ps []particle, dt float64) (energy float64) {
	for i := range ps {
		p := &ps[i]
		p.x += p.vx * dt
		p.y += p.vy * dt
		if p.x < 0 || p.x > 100 {
			p.vx = -p.vx
		}
		if p.y < 0 || p.y > 100 {
			p.vy = -p.vy
		}
		p.life--
		p.alive = p.life > 0
		energy += p.vx*p.vx + p.vy*p.vy
	}
	return
}

func filter(ps []particle) []particle {
	out := make([]particle, 0, len(ps))
	for _, p := range ps {
		if p.alive {
			out = append(out, p)
		}
	}
	return out
}

func spawn(ps []particle, n, seed int) []particle {
	for len(ps) < n {
		seed = (seed*1103515245 + 12345) & 0x7fffffff
		ps = append(ps, particle{float64(seed % 100), float64(seed >> 8 % 100), float64(seed%7 - 3), float64(seed%5 - 2),
			seed, seed>>16%100 + 1, true})
	}
	return ps
}

func main() {
	rounds := size(2400)
	var ps []particle
	total, ids := 0.0, 0
	for r := 0; r < rounds; r++ {
		ps = spawn(ps, 50000, r)
		total += step(ps, 0.1)
		ps = filter(ps)
		ids += ps[len(ps)/2].id & 0xff
	}
	fmt.Printf("%.0f %d %d\n", total, ids, len(ps))
}
