package main

import "fmt"

func main() {
	var a, b, c int
	b = 1
	x := func(p int) (q int) {
		r := p
		s := r
		return
	}
	for i, v := range []int{} {
		fmt.Println(i)
	}
	for k := range map[int]int{} {
	}
	if v, ok := interface{}(1).(int); ok {
	}
	var unused = func() {
		deep := 1
	}
	const notReported = 1
	type alsoNot int
	select {
	case v := <-make(chan int):
	}
	y, err := fmt.Println()
	_ = y
	c++
}

// Errors:
// ./unused_inner.go:6:6: declared and not used: a
// ./unused_inner.go:6:9: declared and not used: b
// ./unused_inner.go:8:2: declared and not used: x
// ./unused_inner.go:10:3: declared and not used: s
// ./unused_inner.go:13:9: declared and not used: v
// ./unused_inner.go:16:6: declared and not used: k
// ./unused_inner.go:18:5: declared and not used: v
// ./unused_inner.go:20:6: declared and not used: unused
// ./unused_inner.go:21:3: declared and not used: deep
// ./unused_inner.go:28:5: declared and not used: err
// ./unused_inner.go:18:5: too many errors
