// run

// Built-in functions, && and || keep their places among the calls of an expression; variables and conversions do not.
package main

import "fmt"

type names map[string]int

//go:noinline
func put(m map[int]int, s *[]int, c chan int) int {
	m[len(m)] = 1
	*s = append(*s, 1)
	c <- 1
	return 0
}

//go:noinline
func inc(i *int) int { *i++; return 0 }

//go:noinline
func turn(c *complex128) int { *c += 1 + 1i; return 0 }

//go:noinline
func show(args ...int) { fmt.Println("show", args) }

func main() {
	m, s, c := map[int]int{}, []int{}, make(chan int, 100)
	x, y, z, w := len(m), len(s), len(c), put(m, &s, c)
	fmt.Println(x, y, z, w)
	show(len(m), len(s), len(c), put(m, &s, c))
	a := [4]int{len(m), len(s), len(c), put(m, &s, c)}
	b := []int{len(m), len(s[1:]), len(c), put(m, &s, c)}
	fmt.Println(a, b, len(m)+put(m, &s, c), len(s)*2+put(m, &s, c), -len(c)+put(m, &s, c))
	i, k := 1, 1+1i
	fmt.Println(min(i, 100), max(i, 0), inc(&i))
	fmt.Println(real(k), imag(k), complex(real(k), 0), turn(&k))
	show(i, i+1, -i, inc(&i))
	fmt.Println(i > 2 && i < 4, i > 3 || i < 0, inc(&i))
	t := map[string]int(map[string]int{"a": 1})
	n := names(t)
	n["b"] = 2
	fmt.Println(len(t), len(n), interface{}(n) == nil)
}

// Output:
// 0 0 0 0
// show [1 1 1 0]
// [2 2 2 0] [3 2 3 0] 4 10 -6
// 1 1 0
// 1 1 (1+0i) 0
// show [3 4 -3 0]
// true false 0
// 2 2 false
