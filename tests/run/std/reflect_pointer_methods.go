package main

import (
	"fmt"
	"reflect"
)

type S int

func (s S) M() { fmt.Println("M of", int(s)) }

type Q struct{ n int }

func (q *Q) Inc()          { q.n++ }
func (q *Q) String() string { return fmt.Sprint("Q", q.n) }

type In struct{ Q }

func main() {
	t := reflect.TypeOf(S(0))
	fn, ok := reflect.PointerTo(t).MethodByName("M")
	fmt.Println(ok)
	v := reflect.New(t)
	v.Elem().SetInt(4)
	fn.Func.Call([]reflect.Value{v})
	// Nothing names *Q, *In.
	q := reflect.New(reflect.TypeOf(Q{3}))
	q.MethodByName("Inc").Call(nil)
	fmt.Println(q.Interface(), q.NumMethod())
	in := reflect.New(reflect.TypeOf([]In{}).Elem())
	in.Interface().(interface{ Inc() }).Inc()
	fmt.Println(in.Interface().(fmt.Stringer).String())
}

// Output:
// true
// M of 4
// Q1 2
// Q1
