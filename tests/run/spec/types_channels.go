// run

// Channels: synchronisation, buffering, closing, direction, nil, as elements of everything, timeouts, fan-in and fan-out.
package main

import (
	"fmt"
	"sort"
	"sync"
	"time"
)

func gen(n int) <-chan int {
	c := make(chan int)
	go func() {
		defer close(c)
		for i := range n {
			c <- i
		}
	}()
	return c
}

func merge(cs ...<-chan int) <-chan int {
	out := make(chan int)
	var wg sync.WaitGroup
	for _, c := range cs {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for v := range c {
				out <- v
			}
		}()
	}
	go func() { wg.Wait(); close(out) }()
	return out
}

type token struct{}

func main() {
	sum := 0
	for v := range merge(gen(10), gen(20), gen(5)) {
		sum += v
	}
	fmt.Println(sum)
	c := make(chan string, 3)
	c <- "a"
	c <- "b"
	fmt.Println(len(c), cap(c), <-c, len(c))
	close(c)
	v, ok := <-c
	fmt.Println(v, ok)
	v, ok = <-c
	fmt.Printf("%q %v\n", v, ok)
	var send chan<- string = c
	var recv <-chan string = c
	fmt.Printf("%T %T %T %v\n", c, send, recv, recv == c)
	done := make(chan token)
	var log []string
	go func() {
		log = append(log, "worker")
		done <- token{}
	}()
	<-done
	log = append(log, "main")
	fmt.Println(log)
	timeout := time.After(10 * time.Millisecond)
	never := make(chan int)
	select {
	case <-never:
	case <-timeout:
		fmt.Println("timed out")
	}
	reqs := make(chan chan int)
	go func() {
		n := 0
		for r := range reqs {
			n++
			r <- n * n
		}
	}()
	for range 3 {
		r := make(chan int)
		reqs <- r
		fmt.Print(<-r, " ")
	}
	fmt.Println()
	close(reqs)
	var mu sync.Mutex
	var got []int
	work, results := make(chan int), make(chan int, 100)
	var wg sync.WaitGroup
	for w := range 5 {
		wg.Add(1)
		go func(id int) {
			defer wg.Done()
			for x := range work {
				mu.Lock()
				got = append(got, x)
				mu.Unlock()
				results <- x * id * 0
			}
		}(w)
	}
	for i := range 50 {
		work <- i
	}
	close(work)
	wg.Wait()
	sort.Ints(got)
	fmt.Println(len(got), got[0], got[49], len(results))
	var nilc chan int
	select {
	case nilc <- 1:
	case <-nilc:
	default:
		fmt.Println("nil channels are never ready")
	}
	m := map[string]chan int{"x": make(chan int, 1)}
	m["x"] <- 5
	arr := [2]chan int{make(chan int, 1), nil}
	arr[0] <- <-m["x"] + 1
	st := struct{ c chan<- int }{arr[0]}
	fmt.Println(<-arr[0], len(st.c))
	ticks := 0
	t := time.NewTicker(2 * time.Millisecond)
	for range t.C {
		if ticks++; ticks == 3 {
			t.Stop()
			break
		}
	}
	fmt.Println("ticks", ticks)
	sem := make(chan token, 2)
	active, most := 0, 0
	for range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			sem <- token{}
			mu.Lock()
			active++
			if active > most {
				most = active
			}
			mu.Unlock()
			time.Sleep(time.Millisecond)
			mu.Lock()
			active--
			mu.Unlock()
			<-sem
		}()
	}
	wg.Wait()
	fmt.Println(active, most <= 2)
	big := make(chan [1000]int, 2)
	var a [1000]int
	a[999] = 7
	big <- a
	a[999] = 8
	b := <-big
	fmt.Println(b[999], a[999])
	cc := make(chan (<-chan int), 1)
	cc <- gen(3)
	for v := range <-cc {
		fmt.Print(v)
	}
	fmt.Println()
}

// Output:
// 245
// 2 3 a 1
// b true
// "" false
// chan string chan<- string <-chan string true
// [worker main]
// timed out
// 1 4 9
// 50 0 49 50
// nil channels are never ready
// 6 0
// ticks 3
// 0 true
// 7 8
// 012
