// run

// The values of run-time panics: types, texts, whether they are errors, and state after recovery.
package main

import (
	"errors"
	"fmt"
	"runtime"
)

type inter interface{ M() }
type impl struct{ x int }

func (i impl) M() {}

//go:noinline
func hidden(i inter) inter { return i }

func catch(name string, f func()) {
	defer func() {
		r := recover()
		re, isRuntime := r.(runtime.Error)
		err, isError := r.(error)
		var tae *runtime.TypeAssertionError
		fmt.Printf("%s: %v | %T %v %v %v\n", name, r, r, isRuntime, isError, isError && errors.As(err, &tae))
		if isRuntime {
			re.RuntimeError()
		}
	}()
	f()
}

func main() {
	zero, five, neg := 0, 5, -1
	var np *impl
	var ni inter
	var nm map[string]int
	var nf func()
	s := []int{1, 2, 3}
	var e interface{} = "str"
	catch("divide", func() { fmt.Println(five / zero) })
	catch("divide int8", func() { fmt.Println(int8(five) % int8(zero)) })
	catch("nil deref", func() { fmt.Println(np.x) })
	catch("nil method", func() { ni.M() })
	catch("nil value method", func() { hidden(np).M() })
	catch("nil func", func() { nf() })
	catch("nil map", func() { nm["a"] = 1 })
	catch("index", func() { s[five] = 1 })
	catch("index neg", func() { s[neg] = 1 })
	catch("slice", func() { s = s[five:] })
	catch("array ptr", func() { fmt.Println((*[5]int)(s)) })
	catch("assert", func() { fmt.Println(e.(int)) })
	catch("assert iface", func() { fmt.Println(e.(inter)) })
	catch("assert nil", func() { e = nil; fmt.Println(e.(inter)) })
	catch("compare", func() { var a, b interface{} = s, s; fmt.Println(a == b) })
	catch("hash", func() { m := map[interface{}]int{}; m[s] = 1 })
	catch("make", func() { fmt.Println(make([]int, neg)) })
	catch("make cap", func() { fmt.Println(make([]int, five, zero)) })
	catch("chan", func() { fmt.Println(make(chan int, neg)) })
	catch("close nil", func() { var c chan int; close(c) })
	catch("close twice", func() { c := make(chan int); close(c); close(c) })
	catch("send closed", func() { c := make(chan int, 1); close(c); c <- 1 })
	catch("shift", func() { fmt.Println(1 << neg) })
	catch("custom", func() { panic(fmt.Errorf("custom %d", 1)) })
	catch("string", func() { panic("text") })
	catch("nil", func() { panic(nil) })
	catch("none", func() {})
	catch("goexit-like value", func() { panic(struct{ a, b int }{1, 2}) })
	catch("pointer", func() { panic(&impl{3}) })
	fmt.Println(len(s), nm == nil, np == nil)
	i := 0
	func() {
		defer func() { recover() }()
		i = 1
		s[0], s[five] = 100, 200
	}()
	fmt.Println(i, s)
	var arr [3]int
	idx := 3
	catch("array", func() { arr[idx]++ })
	catch("string index", func() { fmt.Println("abc"[idx]) })
	catch("map of nil func", func() { map[string]func(){}["x"]() })
	catch("chain", func() {
		var l *struct{ next *struct{ v int } }
		l = &struct{ next *struct{ v int } }{}
		fmt.Println(l.next.v)
	})
}

// Output:
// divide: runtime error: integer divide by zero | runtime.errorString true true false
// divide int8: runtime error: integer divide by zero | runtime.errorString true true false
// nil deref: runtime error: invalid memory address or nil pointer dereference | runtime.errorString true true false
// nil method: runtime error: invalid memory address or nil pointer dereference | runtime.errorString true true false
// nil value method: value method main.impl.M called using nil *impl pointer | runtime.plainError true true false
// nil func: runtime error: invalid memory address or nil pointer dereference | runtime.errorString true true false
// nil map: assignment to entry in nil map | runtime.plainError true true false
// index: runtime error: index out of range [5] with length 3 | runtime.boundsError true true false
// index neg: runtime error: index out of range [-1] | runtime.boundsError true true false
// slice: runtime error: slice bounds out of range [5:3] | runtime.boundsError true true false
// array ptr: runtime error: cannot convert slice with length 3 to array or pointer to array with length 5 | runtime.boundsError true true false
// assert: interface conversion: interface {} is string, not int | *runtime.TypeAssertionError true true true
// assert iface: interface conversion: string is not main.inter: missing method M | *runtime.TypeAssertionError true true true
// assert nil: interface conversion: interface is nil, not main.inter | *runtime.TypeAssertionError true true true
// compare: runtime error: comparing uncomparable type []int | runtime.errorString true true false
// hash: runtime error: hash of unhashable type []int | runtime.errorString true true false
// make: runtime error: makeslice: len out of range | runtime.errorString true true false
// make cap: runtime error: makeslice: cap out of range | runtime.errorString true true false
// chan: makechan: size out of range | runtime.plainError true true false
// close nil: close of nil channel | runtime.plainError true true false
// close twice: close of closed channel | runtime.plainError true true false
// send closed: send on closed channel | runtime.plainError true true false
// shift: runtime error: negative shift amount | runtime.errorString true true false
// custom: custom 1 | *errors.errorString false true false
// string: text | string false false false
// nil: runtime error: panic called with nil argument | *runtime.PanicNilError true true false
// none: <nil> | <nil> false false false
// goexit-like value: {1 2} | struct { a int; b int } false false false
// pointer: &{3} | *main.impl false false false
// 3 true true
// 1 [100 2 3]
// array: runtime error: index out of range [3] with length 3 | runtime.boundsError true true false
// string index: runtime error: index out of range [3] with length 3 | runtime.boundsError true true false
// map of nil func: runtime error: invalid memory address or nil pointer dereference | runtime.errorString true true false
// chain: runtime error: invalid memory address or nil pointer dereference | runtime.errorString true true false
