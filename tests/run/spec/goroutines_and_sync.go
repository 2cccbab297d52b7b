// run

// Goroutines with every primitive of sync and atomic, Goexit, panics inside, and results in order.
package main

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
	"time"
)

type stack struct {
	mu    sync.Mutex
	cond  *sync.Cond
	items []int
}

func (s *stack) push(x int) {
	s.mu.Lock()
	s.items = append(s.items, x)
	s.mu.Unlock()
	s.cond.Signal()
}

func (s *stack) pop() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	for len(s.items) == 0 {
		s.cond.Wait()
	}
	x := s.items[len(s.items)-1]
	s.items = s.items[:len(s.items)-1]
	return x
}

func main() {
	var wg sync.WaitGroup
	results := make([]int, 20)
	for i := range results {
		wg.Add(1)
		go func() {
			defer wg.Done()
			results[i] = i * i
		}()
	}
	wg.Wait()
	fmt.Println(results)
	var n int64
	var u atomic.Uint32
	var flag atomic.Bool
	var val atomic.Value
	for range 50 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			atomic.AddInt64(&n, 2)
			u.Add(1)
			flag.Store(true)
			val.Store("stored")
		}()
	}
	wg.Wait()
	fmt.Println(n, u.Load(), flag.Load(), val.Load(), atomic.CompareAndSwapInt64(&n, 100, 7), n, atomic.SwapInt64(&n, 8), atomic.LoadInt64(&n))
	var once sync.Once
	calls := 0
	for range 10 {
		wg.Add(1)
		go func() { defer wg.Done(); once.Do(func() { calls++ }) }()
	}
	wg.Wait()
	fmt.Println(calls)
	s := &stack{}
	s.cond = sync.NewCond(&s.mu)
	sum := int64(0)
	for range 5 {
		wg.Add(1)
		go func() { defer wg.Done(); atomic.AddInt64(&sum, int64(s.pop())) }()
	}
	runtime.Gosched()
	for i := range 5 {
		s.push(i)
	}
	wg.Wait()
	fmt.Println(sum, len(s.items))
	var rw sync.RWMutex
	shared := map[int]int{}
	for i := range 10 {
		wg.Add(2)
		go func() { defer wg.Done(); rw.Lock(); shared[i] = i; rw.Unlock() }()
		go func() { defer wg.Done(); rw.RLock(); _ = shared[i]; rw.RUnlock() }()
	}
	wg.Wait()
	fmt.Println(len(shared), rw.TryLock())
	pool := sync.Pool{New: func() interface{} { return new([8]int) }}
	p := pool.Get().(*[8]int)
	p[0] = 1
	pool.Put(p)
	var sm sync.Map
	for i := range 5 {
		sm.Store(i, i*i)
	}
	v, ok := sm.Load(3)
	_, loaded := sm.LoadOrStore(9, "new")
	sm.Delete(0)
	count := 0
	sm.Range(func(k, v interface{}) bool { count++; return true })
	fmt.Println(v, ok, loaded, count)
	done := make(chan string)
	go func() {
		defer func() { done <- fmt.Sprint("recovered ", recover()) }()
		panic("inside")
	}()
	fmt.Println(<-done)
	go func() {
		defer close(done)
		defer fmt.Println("deferred before exit")
		runtime.Goexit()
	}()
	_, open := <-done
	fmt.Println(open)
	ctx, cancel := context.WithCancel(context.WithValue(context.Background(), "k", "v"))
	finished := make(chan error)
	go func() { <-ctx.Done(); finished <- ctx.Err() }()
	cancel()
	fmt.Println(<-finished, ctx.Value("k"), ctx.Value("none"))
	ctx, cancel = context.WithTimeout(context.Background(), time.Millisecond)
	defer cancel()
	<-ctx.Done()
	fmt.Println(ctx.Err(), errors.Is(ctx.Err(), context.DeadlineExceeded))
	start := time.Now()
	time.Sleep(3 * time.Millisecond)
	fmt.Println(time.Since(start) >= 3*time.Millisecond)
	timer := time.AfterFunc(time.Millisecond, func() { finished <- nil })
	fmt.Println(<-finished, timer.Stop())
	busy := int32(0)
	go func() {
		for atomic.LoadInt32(&busy) == 0 {
		}
		finished <- errors.New("saw it")
	}()
	time.Sleep(time.Millisecond)
	atomic.StoreInt32(&busy, 1)
	fmt.Println(<-finished)
	for runtime.NumGoroutine() > 1 {
		time.Sleep(time.Millisecond)
	}
	fmt.Println(runtime.NumGoroutine())
}

// Output:
// [0 1 4 9 16 25 36 49 64 81 100 121 144 169 196 225 256 289 324 361]
// 8 50 true stored true 8 7 8
// 1
// 10 0
// 10 true
// 9 true false 5
// recovered inside
// deferred before exit
// false
// context canceled v <nil>
// context deadline exceeded true
// true
// <nil> false
// saw it
// 1
