// run

// The zero value of every type, declared, in composite types, from maps, channels and new, and after clear.
package main

import (
	"fmt"
	"sync"
	"time"
)

type all struct {
	b   bool
	i   int
	u   uint8
	f   float64
	c   complex128
	s   string
	p   *int
	sl  []int
	m   map[string]int
	ch  chan int
	fn  func()
	e   error
	any interface{}
	arr [2]string
	st  struct{ x, y int }
	t   time.Duration
	mu  sync.Mutex
}

func none() (a int, b string, c []int, d error) { return }

func main() {
	var v all
	fmt.Println(v.b, v.i, v.u, v.f, v.c, v.s == "", v.p == nil, v.sl == nil, v.m == nil, v.ch == nil, v.fn == nil, v.e == nil, v.any == nil, v.arr, v.st, v.t)
	w := new(all)
	w.mu.Lock()
	w.mu.Unlock()
	fmt.Printf("%q %v %v\n", w.arr, w.m["x"], len(w.sl))
	fmt.Println(none())
	m := map[int]all{}
	fmt.Println(m[5].st, m[5].any, len(m))
	c := make(chan struct{ a string }, 1)
	close(c)
	fmt.Printf("%+v\n", <-c)
	a := make([]struct{ n int }, 2)
	var arr [3][2]float32
	fmt.Println(a, arr)
	for i := 0; i < 2; i++ {
		var x int
		var s []int
		x++
		s = append(s, x)
		fmt.Print(x, s, " ")
	}
	fmt.Println()
	var x, y = 5, "set"
	{
		var x int
		fmt.Println(x, y)
	}
	x++
	var f func() = nil
	fmt.Println(f == nil, x)
	type node struct {
		l, r *node
		v    int
	}
	n := &node{v: 1}
	fmt.Println(n.l == nil, *n)
	var i8 int8
	var up uintptr
	var r rune
	fmt.Println(i8, up, r, string(r) == "\x00")
	var once sync.Once
	once.Do(func() { fmt.Println("once") })
	once.Do(func() { fmt.Println("twice") })
	var t time.Time
	fmt.Println(t.IsZero(), t.Unix() < 0)
}

// Output:
// false 0 0 0 (0+0i) true true true true true true true true [ ] {0 0} 0s
// ["" ""] 0 0
// 0  [] <nil>
// {0 0} <nil> 0
// {a:}
// [{0} {0}] [[0 0] [0 0] [0 0]]
// 1 [1] 1 [1]
// 0 set
// true 6
// true {<nil> <nil> 1}
// 0 0 0 true
// once
// true true
