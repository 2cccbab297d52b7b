// Interfaces calls methods of four types through an interface, and switches on types.
//
//	interfaces [N]
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

type shape interface {
	area() float64
	scale(f float64)
}

type (
	square   struct{ side float64 }
	rect     struct{ w, h float64 }
	circle   struct{ r float64 }
	triangle struct{ base, height float64 }
)

func (s *square) area() float64     { return s.side * s.side }
func (s *square) scale(f float64)   { s.side *= f }
func (r *rect) area() float64       { return r.w * r.h }
func (r *rect) scale(f float64)     { r.w *= f; r.h *= f }
func (c *circle) area() float64     { return 3.14159 * c.r * c.r }
func (c *circle) scale(f float64)   { c.r *= f }
func (t *triangle) area() float64   { return t.base * t.height / 2 }
func (t *triangle) scale(f float64) { t.base *= f }

func main() {
	n := size(300000000)
	shapes := make([]shape, 1000)
	for i := range shapes {
		f := 1 + float64(i%10)
		switch i * 7 % 4 {
		case 0:
			shapes[i] = &square{f}
		case 1:
			shapes[i] = &rect{f, 2}
		case 2:
			shapes[i] = &circle{f}
		case 3:
			shapes[i] = &triangle{f, 3}
		}
	}
	total, circles := 0.0, 0
	for i := 0; i < n; i++ {
		s := shapes[i%1000]
		total += s.area()
		if i%15 == 0 {
			switch s := s.(type) {
			case *circle:
				circles++
			case *square:
				s.scale(1)
			}
		}
	}
	fmt.Printf("%.3f %d\n", total, circles)
}
