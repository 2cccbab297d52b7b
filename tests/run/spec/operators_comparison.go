// run

// Comparison of every comparable type, mixed with interfaces, and the panics of those that only seem comparable.
package main

import (
	"fmt"
	"strings"
)

type S struct {
	a int
	b string
	c interface{}
	_ float64
}

type E struct{}

type named int

func try(name string, f func() bool) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(name, "panics:", r)
		}
	}()
	fmt.Println(name, f())
}

func main() {
	a, b := "abc", strings.Repeat("abc", 1)
	fmt.Println(a == b, a < "abd", a < "ab", a >= "abc", "" < a, "Z" < "a", "é" > "z", a[:0] == "")
	x, y := 1, 1
	p, q := &x, &y
	fmt.Println(p == q, p == &x, *p == *q, p != nil)
	c, d := make(chan int), make(chan int)
	var r <-chan int = c
	fmt.Println(c == d, r == c, c != nil)
	s1, s2 := S{1, "x", 2.5, 9}, S{1, "x", 2.5, 0}
	fmt.Println(s1 == s2, s1 != S{}, S{c: []int(nil) == nil} == S{c: true})
	fmt.Println([2]S{s1, s2} == [2]S{s2, s1}, [3]int{1, 2, 3} == [...]int{1, 2, 3}, [0]int{} == [0]int{})
	fmt.Println(E{} == E{}, struct{ a int }{1} == struct{ a int }{1}, complex(1, 2) == 1+2i, true != false)
	var i, j interface{} = 1, int64(1)
	fmt.Println(i == j, i == 1, j == int64(1), i == named(1), i != nil, interface{}(nil) == nil)
	var e error
	var st fmt.Stringer
	fmt.Println(e == nil, st == nil, interface{}(e) == nil, interface{}(st) == interface{}(e))
	var np *int
	var k interface{} = np
	fmt.Println(k == nil, k == (*int)(nil), k == interface{}((*string)(nil)))
	i, j = "str", "s"+"tr"
	fmt.Println(i == j, i == interface{}(a))
	i, j = s1, s2
	fmt.Println(i == j)
	i, j = [2]interface{}{1, "a"}, [2]interface{}{1, "a"}
	fmt.Println(i == j)
	var f func()
	var m map[int]int
	var sl []int
	fmt.Println(f == nil, m == nil, sl == nil, f != nil)
	nan := 0.0
	nan /= nan
	i, j = nan, nan
	fmt.Println(nan == nan, i == j, [1]float64{nan} == [1]float64{nan}, struct{ f float64 }{nan} == struct{ f float64 }{nan})
	try("slices", func() bool { return interface{}([]int{1}) == interface{}([]int{1}) })
	try("maps", func() bool { return interface{}(map[int]int{}) == interface{}(map[int]int{}) })
	try("funcs", func() bool { return interface{}(func() {}) == interface{}(func() {}) })
	try("different types", func() bool { return interface{}([]int{1}) == interface{}([]string{}) })
	try("slice and int", func() bool { return interface{}([]int{1}) == interface{}(1) })
	try("struct with slice", func() bool { return S{c: []int{}} == S{c: []int{}} })
	try("struct differs before", func() bool { return S{a: 1, c: []int{}} == S{a: 2, c: []int{}} })
	try("array with func", func() bool { return [1]interface{}{f} == [1]interface{}{f} })
	try("key", func() bool { return map[interface{}]int{}[[]int{}] == 0 })
	try("switch", func() bool {
		switch interface{}([]int{}) {
		case 1, "a":
			return true
		}
		return false
	})
	fmt.Println(uint8(200) > 100, int8(-1) < 0, 'a' < 'b', 1.5 > 1, uintptr(1) <= 2, "a" != `a`)
}

// Output:
// true true false true true true true true
// false true true true
// false true true
// true true true
// true true true
// true true true true
// false true true false true true
// true true true true
// false true false
// true false
// true
// true
// true true true false
// false false false false
// slices panics: runtime error: comparing uncomparable type []int
// maps panics: runtime error: comparing uncomparable type map[int]int
// funcs panics: runtime error: comparing uncomparable type func()
// different types false
// slice and int false
// struct with slice panics: runtime error: comparing uncomparable type []int
// struct differs before false
// array with func panics: runtime error: comparing uncomparable type func()
// key panics: hash of unhashable type: []int
// switch false
// true true true true true false
