// run

// Conversions of structs, pointers, channels, functions, interfaces and slices to arrays.
package main

import (
	"fmt"
	"io"
	"strings"
)

type celsius float64
type temp celsius

type person struct {
	Name string `json:"n"`
	Age  int
}
type employee struct {
	Name string
	Age  int `xml:"a"`
}

func (e employee) greet() string { return "hi " + e.Name }

type fn func(int) int

func (f fn) twice(x int) int { return f(f(x)) }

type list []int

func (l list) sum() (s int) {
	for _, x := range l {
		s += x
	}
	return
}

type pint *int

func main() {
	p := person{"ann", 30}
	fmt.Println(employee(p).greet(), employee(p) == employee{"ann", 30})
	pp := &p
	pe := (*employee)(pp)
	pe.Age++
	fmt.Println(p.Age, (*pe).greet())
	anon := struct {
		Name string
		Age  int
	}(p)
	p = person(anon)
	p = anon2(anon)
	fmt.Println(p)
	fmt.Println(fn(func(x int) int { return x * 3 }).twice(2), list([]int{1, 2, 3}).sum(), []int(list{4})[0])
	fmt.Println(temp(celsius(36.6)), float64(temp(1)), celsius(100)*9/5+32)
	c := make(chan int, 1)
	in, out := (chan<- int)(c), (<-chan int)(c)
	in <- 5
	fmt.Println(<-out)
	var r io.Reader = strings.NewReader("text")
	rs := io.ReadSeeker(r.(*strings.Reader))
	rs.Seek(1, io.SeekStart)
	b, _ := io.ReadAll(io.Reader(rs))
	fmt.Println(string(b), error(nil) == nil)
	x := 5
	var pi pint = &x
	*pi = 6
	fmt.Println(x, *(*int)(pi), pint(&x) == pi)
	s := []int{1, 2, 3, 4}
	a3 := [3]int(s)
	ap := (*[4]int)(s)
	ap[0] = 100
	fmt.Println(a3, s[0], *ap, (*[0]int)(s[:0]) != nil, (*[0]int)([]int(nil)) == nil)
	func() {
		defer func() { fmt.Println(recover()) }()
		_ = (*[5]int)(s)
	}()
	m := map[string]int(map[string]int{"a": 1})
	type M map[string]int
	mm := M(m)
	mm["b"] = 2
	fmt.Println(len(m), interface{}(mm) == nil)
	fmt.Println((func() int)(func() int { return 9 })(), (interface{})(5), []interface{}{int8(1), celsius(2)}, (*int)(nil) == nil, []int(nil) == nil)
}

func anon2(a struct {
	Name string
	Age  int
}) person {
	return person(a)
}

// Output:
// hi ann true
// 31 hi ann
// {ann 31}
// 18 6 4
// 36.6 1 212
// 5
// ext true
// 6 6 true
// [1 2 3] 100 [100 2 3 4] true true
// runtime error: cannot convert slice with length 4 to array or pointer to array with length 5
// 2 false
// 9 5 [1 2] true true
