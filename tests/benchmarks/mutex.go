// Mutex counts under a lock from many goroutines.
//
//	mutex [N]
package main

import (
	"fmt"
	"os"
	"runtime"
	"sync"
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

func main() {
	n := size(50000000)
	const workers = 8
	var mu sync.Mutex
	var rw sync.RWMutex
	var wg sync.WaitGroup
	counter, reads := 0, 0
	for w := 0; w < workers; w++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			seen := 0
			for i := 0; i < n/workers; i++ {
				if i%4 == 0 {
					rw.RLock()
					seen += counter & 0
					rw.RUnlock()
				}
				mu.Lock()
				counter++
				mu.Unlock()
				if i%64 == 0 {
					runtime.Gosched()
				}
			}
			mu.Lock()
			reads += seen + 1
			mu.Unlock()
		}()
	}
	wg.Wait()
	fmt.Println(counter, reads)
}
