// Nbody follows the sun and the four large planets for some thousand steps and shows that energy and momentum are kept;
// then a second system of a hundred bodies in a cube, by the same code.
//
//	nbody [STEPS]
package main

import (
	"fmt"
	"math"
	"os"
	"strconv"
)

type vec [3]float64

func (a vec) add(b vec, k float64) vec { return vec{a[0] + k*b[0], a[1] + k*b[1], a[2] + k*b[2]} }
func (a vec) dot(b vec) float64        { return a[0]*b[0] + a[1]*b[1] + a[2]*b[2] }
func (a vec) length() float64          { return math.Sqrt(a.dot(a)) }

type body struct {
	name     string
	pos, vel vec
	mass     float64
}

const (
	year      = 365.24
	solarMass = 4 * math.Pi * math.Pi
)

func solarSystem() []body {
	s := []body{
		{name: "sun", mass: solarMass},
		{"jupiter", vec{4.84143144246472090, -1.16032004402742839, -0.103622044471123109},
			vec{0.00166007664274403694 * year, 0.00769901118419740425 * year, -0.0000690460016972063023 * year},
			0.000954791938424326609 * solarMass},
		{"saturn", vec{8.34336671824457987, 4.12479856412430479, -0.403523417114321381},
			vec{-0.00276742510726411012 * year, 0.00499852801234917238 * year, 0.0000230417297573763929 * year},
			0.000285885980666130812 * solarMass},
		{"uranus", vec{12.8943695621391310, -15.1111514016986312, -0.223307578892655734},
			vec{0.00296460137564761618 * year, 0.00237847173959480950 * year, -0.0000296589568540237556 * year},
			0.0000436624404335156298 * solarMass},
		{"neptune", vec{15.3796971148509165, -25.9193146099879641, 0.179258772950371181},
			vec{0.00268067772490389322 * year, 0.00162824170038242295 * year, -0.0000951592254519715870 * year},
			0.0000515138902046611451 * solarMass},
	}
	still(s)
	return s
}

// still gives the first body the speed that makes the momentum of all zero.
func still(s []body) {
	var p vec
	for _, b := range s {
		p = p.add(b.vel, b.mass)
	}
	s[0].vel = s[0].vel.add(p, -1/s[0].mass)
}

func advance(s []body, dt float64) {
	for i := range s {
		a := &s[i]
		for j := i + 1; j < len(s); j++ {
			b := &s[j]
			d := a.pos.add(b.pos, -1)
			r2 := d.dot(d) + 1e-12
			mag := dt / (r2 * math.Sqrt(r2))
			a.vel = a.vel.add(d, -b.mass*mag)
			b.vel = b.vel.add(d, a.mass*mag)
		}
	}
	for i := range s {
		s[i].pos = s[i].pos.add(s[i].vel, dt)
	}
}

func energy(s []body) (e float64) {
	for i, a := range s {
		e += a.mass * a.vel.dot(a.vel) / 2
		for _, b := range s[i+1:] {
			e -= a.mass * b.mass / a.pos.add(b.pos, -1).length()
		}
	}
	return
}

func momentum(s []body) float64 {
	var p vec
	for _, b := range s {
		p = p.add(b.vel, b.mass)
	}
	return p.length()
}

func cube(n int) []body {
	seed := uint32(99)
	next := func() float64 {
		seed = seed*1664525 + 1013904223
		return float64(seed>>8)/(1<<24)*2 - 1
	}
	s := make([]body, n)
	for i := range s {
		s[i] = body{name: fmt.Sprint("body", i), pos: vec{next(), next(), next()}, mass: 1 / float64(n)}
	}
	return s
}

func main() {
	steps := 4000
	if len(os.Args) > 1 {
		n, err := strconv.Atoi(os.Args[1])
		if err != nil {
			fmt.Fprintln(os.Stderr, "nbody:", err)
			os.Exit(2)
		}
		steps = n
	}
	s := solarSystem()
	start := energy(s)
	fmt.Printf("%8s %16s %14s\n", "step", "energy", "momentum small")
	for i := 0; i <= steps; i++ {
		if i%(steps/4) == 0 {
			fmt.Printf("%8d %16.9f %14v\n", i, energy(s), momentum(s) < 1e-12)
		}
		advance(s, 0.01)
	}
	fmt.Printf("energy changed by less than a thousandth: %v\n\n", math.Abs((energy(s)-start)/start) < 1e-3)
	for _, b := range s {
		fmt.Printf("%-8s at (%10.5f %10.5f %10.5f), speed %8.5f\n", b.name, b.pos[0], b.pos[1], b.pos[2], b.vel.length())
	}

	c := cube(60)
	fmt.Printf("\n%d bodies in a cube: energy %.6f", len(c), energy(c))
	for i := 0; i < 50; i++ {
		advance(c, 0.002)
	}
	fmt.Printf(", after 50 steps %.6f, momentum small %v\n", energy(c), momentum(c) < 1e-12)
}
