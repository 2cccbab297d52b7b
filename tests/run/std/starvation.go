// Two goroutines that always wake each other do not starve a third.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

func main() {
	var (
		wg   sync.WaitGroup
		stop atomic.Bool
		c    = make(chan bool, 1)
	)
	wg.Add(2)
	go func() {
		for !stop.Load() {
			c <- true
		}
		close(c)
		wg.Done()
	}()
	go func() {
		for range c {
		}
		wg.Done()
	}()
	time.AfterFunc(time.Microsecond, func() { stop.Store(true) })
	wg.Wait()
	fmt.Println("done")
}

// Output:
// done
