package main

import (
	"fmt"
	"reflect"
)

type T struct{ n int }

func (t T) M()      { fmt.Println("M", recover()) }
func (t *T) P(x int) { fmt.Println("P", x, recover()) }

func try(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(name, "not recovered:", r)
		} else {
			fmt.Println(name, "ok")
		}
	}()
	f()
}

type I interface{ M() }

func main() {
	try("direct", func() { defer T{}.M(); panic(1) })
	try("value method interface", func() {
		f := reflect.ValueOf(T{}).Method(0).Interface().(func())
		defer f()
		panic(2)
	})
	try("value method p", func() {
		f := reflect.ValueOf(&T{}).MethodByName("P").Interface().(func(int))
		defer f(3)
		panic(3)
	})
	try("type method", func() {
		f := reflect.TypeOf(T{}).Method(0).Func.Interface().(func(T))
		defer f(T{})
		panic(4)
	})
	try("Call", func() {
		v := reflect.ValueOf(T{}).Method(0)
		defer v.Call(nil)
		panic(5)
	})
	try("Call func", func() {
		v := reflect.ValueOf(func() { fmt.Println("F", recover()) })
		defer v.Call(nil)
		panic(6)
	})
	try("MakeFunc", func() {
		f := reflect.MakeFunc(reflect.TypeOf(func() {}), func([]reflect.Value) []reflect.Value {
			fmt.Println("made", recover())
			return nil
		}).Interface().(func())
		defer f()
		panic(7)
	})
	try("MakeFunc deeper", func() {
		f := reflect.MakeFunc(reflect.TypeOf(func() {}), func([]reflect.Value) []reflect.Value {
			func() { fmt.Println("made deeper", recover()) }()
			return nil
		}).Interface().(func())
		defer f()
		panic(8)
	})
	try("interface method", func() {
		var i I = T{}
		f := reflect.ValueOf(&i).Elem().Method(0).Interface().(func())
		defer f()
		panic(9)
	})
	try("twice", func() {
		f := reflect.ValueOf(T{}).Method(0).Interface().(func())
		g := reflect.ValueOf(f).Interface().(func())
		defer g()
		panic(10)
	})
	try("method value calls", func() {
		f := reflect.ValueOf(T{}).Method(0).Interface().(func())
		defer func() { f() }()
		panic(11)
	})
	try("panic in M", func() {
		f := reflect.MakeFunc(reflect.TypeOf(func() {}), func([]reflect.Value) []reflect.Value {
			panic("second")
		}).Interface().(func())
		defer f()
		panic(12)
	})
}

// Output:
// M 1
// direct ok
// M 2
// value method interface ok
// P 3 3
// value method p ok
// M 4
// type method ok
// M <nil>
// Call not recovered: 5
// F <nil>
// Call func not recovered: 6
// made 7
// MakeFunc ok
// made deeper <nil>
// MakeFunc deeper not recovered: 8
// M 9
// interface method ok
// M 10
// twice ok
// M <nil>
// method value calls not recovered: 11
// panic in M not recovered: second
