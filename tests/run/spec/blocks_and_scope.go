// run

// Scope: package, file, function and implicit blocks; shadowing in if, for, switch and select; declarations that refer to themselves.
package main

import (
	"errors"
	"fmt"
)

var x = "package"

type T struct{ x string }

func param(x int) (y int) {
	{
		x := x + 1
		y := x * 2
		_ = y
		x++
	}
	y = x
	return
}

func named() (err error) {
	if _, err := fmt.Sprint(), errors.New("inner"); err != nil {
		_ = err
	}
	return
}

func main() {
	fmt.Println(x)
	x := x + " shadowed"
	fmt.Println(x)
	{
		x := 5
		x += 2
		fmt.Println(x)
	}
	if x := 1; x > 2 {
		fmt.Println("no")
	} else if y := x + 1; y > 5 {
		fmt.Println("no", x)
	} else {
		x, z := "else", y
		fmt.Println(x, z)
	}
	for x := 0; x < 2; x++ {
		x := x * 10
		fmt.Print(x, " ")
	}
	switch x := interface{}(x).(type) {
	case string:
		x += "!"
		fmt.Println(x)
	}
	switch x := 3; x {
	case 3:
		x := "case"
		fmt.Println(x)
	}
	c := make(chan int, 1)
	c <- 9
	select {
	case x := <-c:
		fmt.Println(x)
	}
	fmt.Println(x, param(1), named())
	type T int
	var t T = 4
	fmt.Printf("%v %T\n", t, t)
	func() {
		x := func() string { return x + " in closure" }
		fmt.Println(x())
	}()
	fact := func(n int) int { return n }
	fact = func(n int) int {
		if n == 0 {
			return 1
		}
		return n * fact(n-1)
	}
	fmt.Println(fact(5))
	const k = 3
	{
		const k = k * k
		var a [k]int
		fmt.Println(len(a))
	}
	a, b := 1, 2
	{
		a, c := b, a
		b = a + c
	}
	fmt.Println(a, b)
	type node struct {
		next *node
		v    int
	}
	n := &node{&node{nil, 2}, 1}
	fmt.Println(n.next.v)
	var f func(int) int
	f = func(n int) int {
		if n <= 0 {
			return 0
		}
		f := f
		return n + f(n-1)
	}
	fmt.Println(f(4))
	for i := range 2 {
		defer func() { fmt.Print("d", i, x[:3], " ") }()
	}
}

// Output:
// package
// package shadowed
// 7
// else 2
// 0 10 package shadowed!
// case
// 9
// package shadowed 1 <nil>
// 4 main.T
// package shadowed in closure
// 120
// 9
// 1 3
// 2
// 10
// d1pac d0pac
