// run

// Packages container/heap, container/list, container/ring.
package main

import (
	"container/heap"
	"container/list"
	"container/ring"
	"fmt"
	"sort"
)

type ints struct{ sort.IntSlice }

func (h *ints) Push(x any) { h.IntSlice = append(h.IntSlice, x.(int)) }
func (h *ints) Pop() any {
	n := len(h.IntSlice) - 1
	x := h.IntSlice[n]
	h.IntSlice = h.IntSlice[:n]
	return x
}

func show(l *list.List) {
	for e := l.Front(); e != nil; e = e.Next() {
		fmt.Print(e.Value, " ")
	}
	fmt.Print("| ")
	for e := l.Back(); e != nil; e = e.Prev() {
		fmt.Print(e.Value, " ")
	}
	fmt.Println(l.Len())
}

func main() {
	h := &ints{[]int{5, 2, 8, 9, 1, 7, 3}}
	heap.Init(h)
	heap.Push(h, 4)
	heap.Push(h, 0)
	h.IntSlice[3] = 10
	heap.Fix(h, 3)
	fmt.Println(heap.Remove(h, 2), h.IntSlice)
	for h.Len() > 0 {
		fmt.Print(heap.Pop(h), " ")
	}
	fmt.Println()

	l := list.New()
	four := l.PushBack(4)
	one := l.PushFront(1)
	l.InsertBefore(3, four)
	two := l.InsertAfter(2, one)
	show(l)
	l.MoveToFront(four)
	l.MoveToBack(one)
	l.MoveBefore(two, four)
	l.MoveAfter(four, one)
	show(l)
	fmt.Println(l.Remove(two), two.Next() == nil, l.InsertAfter(9, two) == nil, l.Remove(two))
	var zero list.List
	zero.PushBack("z")
	zero.PushBackList(l)
	zero.PushFrontList(&zero)
	show(&zero)
	show(l.Init())
	fmt.Println(l.Front() == nil)

	r := ring.New(5)
	for i := 0; i < r.Len(); i++ {
		r.Value = i
		r = r.Next()
	}
	r.Move(-2).Do(func(v any) { fmt.Print(v, " ") })
	cut := r.Unlink(2)
	fmt.Println(r.Len(), cut.Len(), r.Prev().Value, cut.Value)
	r.Link(cut)
	r.Do(func(v any) { fmt.Print(v, " ") })
	fmt.Println(ring.New(0) == nil, new(ring.Ring).Len(), (*ring.Ring)(nil).Len())
}

// Output:
// 3 [0 1 7 4 5 10 8 9]
// 0 1 4 5 7 8 9 10
// 1 2 3 4 | 4 3 2 1 4
// 2 3 1 4 | 4 1 3 2 4
// 2 true true 2
// z 3 1 4 z 3 1 4 | 4 1 3 z 4 1 3 z 8
// | 0
// true
// 3 4 0 1 2 3 2 4 1
// 0 1 2 3 4 true 1 0
