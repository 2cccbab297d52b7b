// run

// select: ready, blocked and nil cases, send and receive, assignment forms, default, evaluation of operands, loops.
package main

import (
	"fmt"
	"time"
)

var order []string

func ch(name string, c chan int) chan int { order = append(order, name); return c }
func val(name string, v int) int          { order = append(order, name); return v }

func main() {
	a, b := make(chan int, 1), make(chan int, 1)
	a <- 1
	var x int
	var ok bool
	select {
	case ch("b", b) <- val("v", 5):
		fmt.Println("sent")
	case x = <-ch("nil", nil):
	}
	fmt.Println(order, <-b)
	arr := [3]int{}
	idx := func() int { order = append(order, "idx"); return 2 }
	select {
	case arr[idx()], ok = <-a:
	}
	fmt.Println(arr, ok)
	close(a)
	select {
	case x, ok = <-a:
		fmt.Println(x, ok)
	}
	m := map[string]int{}
	b <- 7
	select {
	case m["k"] = <-b:
	default:
		fmt.Println("never")
	}
	fmt.Println(m)
	select {
	case v := <-b:
		fmt.Println(v)
	default:
		fmt.Println("default")
	}
	b <- 1
	select {
	case b <- 2:
		fmt.Println("never")
	default:
		fmt.Println("full")
	}
	<-b
	done := make(chan bool)
	data := make(chan int)
	go func() {
		defer close(done)
		for i := range 5 {
			data <- i
		}
	}()
	sum := 0
loop:
	for {
		select {
		case v := <-data:
			if v == 2 {
				continue loop
			}
			sum += v
		case <-done:
			break loop
		}
	}
	fmt.Println(sum)
	select {
	case <-time.After(5 * time.Millisecond):
		fmt.Println("after")
	case <-data:
	}
	counts := [3]int{}
	c0, c1 := make(chan int), make(chan int)
	close(c0)
	close(c1)
	for range 2000 {
		select {
		case <-c0:
			counts[0]++
		case <-c1:
			counts[1]++
		case <-c0:
			counts[2]++
		}
	}
	fair := true
	for _, n := range counts {
		fair = fair && n > 400
	}
	fmt.Println(fair, counts[0]+counts[1]+counts[2])
	in, out := make(chan int), make(chan int)
	go func() {
		for i := range 5 {
			in <- i
		}
		close(in)
	}()
	go func() {
		var queue []int
		src := in
		for src != nil || len(queue) > 0 {
			var dst chan int
			var head int
			if len(queue) > 0 {
				dst, head = out, queue[0]
			}
			select {
			case v, ok := <-src:
				if !ok {
					src = nil
					continue
				}
				queue = append(queue, v*v)
			case dst <- head:
				queue = queue[1:]
			}
		}
		close(out)
	}()
	for v := range out {
		fmt.Print(v, " ")
	}
	fmt.Println()
	s := make(chan struct{ a, b string }, 1)
	s <- struct{ a, b string }{"p", "q"}
	select {
	case v := <-s:
		fmt.Println(v.a, v.b)
	}
	func() {
		defer func() { fmt.Println(recover()) }()
		closed := make(chan int)
		close(closed)
		select {
		case closed <- 1:
		default:
			fmt.Println("never")
		}
	}()
	var e error
	errs := make(chan error, 1)
	errs <- nil
	select {
	case e = <-errs:
		fmt.Println(e == nil)
	}
	select {
	case <-func() chan int { c := make(chan int, 1); c <- 3; return c }():
		fmt.Println("operand evaluated")
	}
	timeout := time.NewTimer(time.Hour)
	tick := time.NewTicker(time.Millisecond)
	n := 0
	for n < 3 {
		select {
		case <-tick.C:
			n++
		case <-timeout.C:
			n = 100
		}
	}
	tick.Stop()
	fmt.Println(n, timeout.Stop())
}

// Output:
// sent
// [b v nil] 5
// [0 0 1] true
// 0 false
// map[k:7]
// default
// full
// 8
// after
// true 2000
// 0 1 4 9 16
// p q
// send on closed channel
// true
// operand evaluated
// 3 true
