// Primes is the sieve in which every prime is a goroutine that lets through what it does not divide.
//
//	primes [COUNT]
package main

import (
	"fmt"
	"os"
	"runtime"
	"strconv"
)

func integers(out chan<- int, stop <-chan struct{}) {
	for n := 2; ; n++ {
		select {
		case out <- n:
		case <-stop:
			close(out)
			return
		}
	}
}

func filter(in <-chan int, out chan<- int, prime int) {
	for n := range in {
		if n%prime != 0 {
			out <- n
		}
	}
	close(out)
}

// sieve returns a channel of primes; closing stop ends the source, and the chain of filters is drained behind it.
func sieve(stop <-chan struct{}) <-chan int {
	primes := make(chan int)
	go func() {
		defer close(primes)
		ch := make(chan int)
		go integers(ch, stop)
		for {
			p, ok := <-ch
			if !ok {
				return
			}
			select {
			case primes <- p:
			case <-stop:
				for range ch {
				}
				return
			}
			next := make(chan int)
			go filter(ch, next, p)
			ch = next
		}
	}()
	return primes
}

func main() {
	count := 200
	if len(os.Args) > 1 {
		n, err := strconv.Atoi(os.Args[1])
		if err != nil || n < 1 {
			fmt.Fprintln(os.Stderr, "usage: primes [COUNT]")
			os.Exit(2)
		}
		count = n
	}
	stop := make(chan struct{})
	primes := sieve(stop)
	sum, last, gap, gapAt, twins := 0, 0, 0, 0, 0
	for i := 1; i <= count; i++ {
		p := <-primes
		fmt.Printf("%6d", p)
		if i%10 == 0 || i == count {
			fmt.Println()
		}
		if last != 0 && p-last > gap {
			gap, gapAt = p-last, last
		}
		if last != 0 && p-last == 2 {
			twins++
		}
		sum += p
		last = p
	}
	close(stop)
	for range primes {
	}
	fmt.Printf("sum %d, largest gap %d after %d, %d pairs of twins\n", sum, gap, gapAt, twins)
	for runtime.NumGoroutine() > 1 {
		runtime.Gosched()
	}
	fmt.Println("all filters have ended")
}
