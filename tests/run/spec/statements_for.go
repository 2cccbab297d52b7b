// run

// for in all its forms: per-iteration variables in three-clause loops, captured and changed, with continue and goto.
package main

import "fmt"

func main() {
	var fs []func() int
	for i := 0; i < 3; i++ {
		fs = append(fs, func() int { i *= 10; return i })
	}
	for _, f := range fs {
		fmt.Print(f(), f(), " ")
	}
	fmt.Println()
	var ps []*int
	for i := 0; i < 6; i++ {
		if i%2 == 1 {
			continue
		}
		ps = append(ps, &i)
		i++
	}
	for _, p := range ps {
		fmt.Print(*p, " ")
	}
	fmt.Println()
	var late func()
	for i, j := 0, 10; i < j; i, j = i+1, j-2 {
		if late == nil {
			late = func() { fmt.Println("first iteration", i, j) }
		}
		defer func() { fmt.Print("(", i, j, ")") }()
	}
	late()
	for i := 0; i < 2; i++ {
		func() {
			defer func() { i += 0 }()
			for j := i; j < 3; j++ {
				if j == 2 {
					return
				}
				fmt.Print(i, j, " ")
			}
		}()
	}
	fmt.Println()
	n := 0
	for n < 5 {
		n++
	}
	for ; n < 8; n++ {
	}
	for ; ; n++ {
		if n > 10 {
			break
		}
	}
	for ; n < 20; {
		n += 4
	}
	for {
		n--
		if n%5 == 0 {
			break
		}
	}
	fmt.Println(n)
	var prints []func()
	for i := 1; i <= 3; i++ {
		prints = append(prints, func() { fmt.Print(i, " ") })
		i := i * 100
		prints = append(prints, func() { fmt.Print(i, " ") })
	}
	for _, p := range prints {
		p()
	}
	fmt.Println()
	var first, second func() int
	for i := 0; i < 2; i++ {
		inc := func() int { i++; return i }
		if first == nil {
			first = inc
			inc()
		} else {
			second = inc
		}
	}
	fmt.Println(first(), second != nil)
outer:
	for i := 0; i < 3; i++ {
		for j := 0; ; j++ {
			switch {
			case j == i:
				continue outer
			case i == 2 && j == 1:
				break outer
			}
			fmt.Print("[", i, j, "]")
		}
	}
	fmt.Println()
	i := 0
	var outside []func() int
	for i = 0; i < 3; i++ {
		outside = append(outside, func() int { return i })
	}
	fmt.Println(outside[0](), outside[2]())
	sum := 0
	for x, y := 1, 1; x < 100; x, y = y, x+y {
		sum += x
	}
	fmt.Println(sum)
	for a := [3]int{1, 2, 3}; a[0] < 3; a[0]++ {
		fmt.Print(a, " ")
	}
	for s := "x"; len(s) < 4; s += s {
		fmt.Print(s, " ")
	}
	fmt.Println()
	ch := make(chan int)
	for i := 0; i < 3; i++ {
		go func() { ch <- i }()
	}
	t := 0
	for range 3 {
		t += 1 << <-ch
	}
	fmt.Println(t)
}

// Output:
// 0 0 10 100 20 200
// 1 3 5
// first iteration 0 10
// 0 0 0 1 1 1
// 20
// 1 100 2 200 3 300
// 2 false
// [1 0][2 0]
// 3 3
// 232
// [1 2 3] [2 2 3] x xx
// 7
// (3 4)(2 6)(1 8)(0 10)
