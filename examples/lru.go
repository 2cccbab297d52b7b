// Lru compares replacement policies of a cache over several access patterns: least recently used, first in first out,
// least frequently used and random, with container/list, container/heap and a map each.
package main

import (
	"container/heap"
	"container/list"
	"fmt"
	"strings"
)

// A cache remembers at most its capacity of keys; get says whether the key was there and makes it so.
type cache interface {
	get(key int) bool
	len() int
}

type lru struct {
	capacity int
	order    *list.List // front: most recently used
	where    map[int]*list.Element
}

func newLRU(n int) cache { return &lru{n, list.New(), make(map[int]*list.Element, n)} }

func (c *lru) get(key int) bool {
	if e, ok := c.where[key]; ok {
		c.order.MoveToFront(e)
		return true
	}
	if c.order.Len() == c.capacity {
		last := c.order.Back()
		delete(c.where, c.order.Remove(last).(int))
	}
	c.where[key] = c.order.PushFront(key)
	return false
}

func (c *lru) len() int { return c.order.Len() }

type fifo struct {
	ring []int
	next int
	in   map[int]bool
}

func newFIFO(n int) cache { return &fifo{ring: make([]int, 0, n), in: map[int]bool{}} }

func (c *fifo) get(key int) bool {
	if c.in[key] {
		return true
	}
	if len(c.ring) < cap(c.ring) {
		c.ring = append(c.ring, key)
	} else {
		delete(c.in, c.ring[c.next])
		c.ring[c.next] = key
		c.next = (c.next + 1) % len(c.ring)
	}
	c.in[key] = true
	return false
}

func (c *fifo) len() int { return len(c.in) }

type use struct{ key, count, age, index int }

type uses []*use

func (u uses) Len() int { return len(u) }
func (u uses) Less(i, j int) bool {
	if u[i].count != u[j].count {
		return u[i].count < u[j].count
	}
	return u[i].age < u[j].age
}
func (u uses) Swap(i, j int) {
	u[i], u[j] = u[j], u[i]
	u[i].index, u[j].index = i, j
}
func (u *uses) Push(x interface{}) {
	e := x.(*use)
	e.index = len(*u)
	*u = append(*u, e)
}
func (u *uses) Pop() interface{} {
	old := *u
	e := old[len(old)-1]
	*u = old[:len(old)-1]
	return e
}

type lfu struct {
	capacity, clock int
	queue           uses
	where           map[int]*use
}

func newLFU(n int) cache { return &lfu{capacity: n, where: map[int]*use{}} }

func (c *lfu) get(key int) bool {
	c.clock++
	if e, ok := c.where[key]; ok {
		e.count++
		e.age = c.clock
		heap.Fix(&c.queue, e.index)
		return true
	}
	if len(c.queue) == c.capacity {
		delete(c.where, heap.Pop(&c.queue).(*use).key)
	}
	e := &use{key: key, count: 1, age: c.clock}
	heap.Push(&c.queue, e)
	c.where[key] = e
	return false
}

func (c *lfu) len() int { return len(c.queue) }

// random is a linear congruential generator, so that every run prints the same.
type random uint32

func (r *random) next(n int) int {
	*r = *r*1664525 + 1013904223
	return int(uint64(*r) * uint64(n) >> 32)
}

type replaceAny struct {
	keys []int
	in   map[int]bool
	rnd  random
}

func newRandom(n int) cache { return &replaceAny{make([]int, 0, n), map[int]bool{}, 7} }

func (c *replaceAny) get(key int) bool {
	if c.in[key] {
		return true
	}
	if len(c.keys) < cap(c.keys) {
		c.keys = append(c.keys, key)
	} else {
		i := c.rnd.next(len(c.keys))
		delete(c.in, c.keys[i])
		c.keys[i] = key
	}
	c.in[key] = true
	return false
}

func (c *replaceAny) len() int { return len(c.in) }

// A pattern calls visit for each access of a run.
type pattern struct {
	name string
	run  func(n int, visit func(key int))
}

var patterns = []pattern{
	{"uniform", func(n int, visit func(int)) {
		r := random(1)
		for i := 0; i < n; i++ {
			visit(r.next(500))
		}
	}},
	{"skewed", func(n int, visit func(int)) {
		r := random(2)
		for i := 0; i < n; i++ {
			visit(r.next(1 + r.next(1+r.next(1000))))
		}
	}},
	{"loop", func(n int, visit func(int)) {
		for i := 0; i < n; i++ {
			visit(i % 120)
		}
	}},
	{"moving", func(n int, visit func(int)) {
		r := random(3)
		for i := 0; i < n; i++ {
			visit(i/50 + r.next(80))
		}
	}},
	{"scans", func(n int, visit func(int)) {
		r := random(4)
		for i := 0; i < n; {
			if r.next(20) == 0 {
				start := 1000 + r.next(10000)
				for j := 0; j < 60 && i < n; j++ {
					visit(start + j)
					i++
				}
				continue
			}
			visit(r.next(60))
			i++
		}
	}},
}

func main() {
	const accesses, capacity = 10000, 100
	policies := []struct {
		name string
		make func(int) cache
	}{{"lru", newLRU}, {"fifo", newFIFO}, {"lfu", newLFU}, {"random", newRandom}}

	fmt.Printf("hit rate of a cache of %d over %d accesses\n\n%-10s", capacity, accesses, "pattern")
	for _, p := range policies {
		fmt.Printf("%9s", p.name)
	}
	fmt.Println()
	for _, pat := range patterns {
		fmt.Printf("%-10s", pat.name)
		best, bestName := -1, ""
		for _, p := range policies {
			c, hits := p.make(capacity), 0
			pat.run(accesses, func(key int) {
				if c.get(key) {
					hits++
				}
			})
			if c.len() > capacity {
				panic(p.name + " holds too much")
			}
			if hits > best {
				best, bestName = hits, p.name
			}
			fmt.Printf("%8.2f%%", 100*float64(hits)/accesses)
		}
		fmt.Println("  ", bestName)
	}

	fmt.Println("\nlru by capacity, pattern skewed:")
	for n := 10; n <= 640; n *= 2 {
		c, hits := newLRU(n), 0
		patterns[1].run(accesses, func(key int) {
			if c.get(key) {
				hits++
			}
		})
		fmt.Printf("%5d %6.2f%% %s\n", n, 100*float64(hits)/accesses, strings.Repeat("*", hits*50/accesses))
	}
}
