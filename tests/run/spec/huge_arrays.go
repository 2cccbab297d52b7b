// Arrays of many pointers: as variables, made at run time, and types too large to be made, which are never made here.
package main

import (
	"fmt"
	"runtime"
)

type node struct {
	next *node
	v    int
}

type pair struct {
	n int
	p *int
}

var (
	table [1 << 18]*node
	names [100000]string
	pairs [100000]pair
	sink  any
)

func main() {
	p := new([1 << 17]pair)
	for i := range p {
		if i%1000 == 0 {
			x := i
			p[i].p, pairs[i/2].p = &x, &x
			table[i] = &node{table[i/2], i}
			names[i/2] = fmt.Sprint("name ", i)
		}
	}
	runtime.GC()
	sum := 0
	for i := range p {
		if q := p[i].p; q != nil {
			sum += *q + *pairs[i/2].p + table[i].v + len(names[i/2])
		}
	}
	fmt.Println(sum, len(table), table[128000].next.next.v)
	if sink != nil {
		sink = new([1 << 40]*byte)
		sink = new([1 << 40]uintptr)
		sink = new([1 << 38]pair)
		sink = new([1 << 41]struct {
			x *byte
			y [32]uintptr
		})
	}
}

// Output:
// 25939339 262144 32000
