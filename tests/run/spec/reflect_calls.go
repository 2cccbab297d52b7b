// Calls whose arguments are laid out at run time: reflect.Value.Call, MakeFunc, method values, finalizers.
package main

import (
	"fmt"
	"reflect"
	"runtime"
	"sort"
	"strings"
)

type big struct {
	a [5]int
	s string
}

type T struct{ n int }

func (t T) Sum(xs ...int) int {
	for _, x := range xs {
		t.n += x
	}
	return t.n
}
func (t *T) Add(x int) *T { t.n += x; return t }

type adder interface{ Add(int) *T }

func call(f interface{}, args ...interface{}) []interface{} {
	in := make([]reflect.Value, len(args))
	for i, a := range args {
		in[i] = reflect.ValueOf(a)
	}
	var out []interface{}
	for _, v := range reflect.ValueOf(f).Call(in) {
		out = append(out, v.Interface())
	}
	return out
}

func mixed(a int8, b float64, c string, d float32, e big, f []int, g complex128, h func(int) int) (big, string, float32, error) {
	e.a[4] += int(a) + h(len(f))
	e.s += c
	return e, fmt.Sprint(b, c, g), d * 2, fmt.Errorf("%v", f)
}

func main() {
	k := 100
	add := func(a, b int) int { return a*1000 + b + k }
	for i := 0; i < 3; i++ {
		fmt.Println(call(add, i, 7)...)
	}
	fmt.Println(call(mixed, int8(-3), 2.5, "str", float32(1.25), big{a: [5]int{4: 9}}, []int{1, 2}, 1+2i, func(n int) int { return n * k })...)
	fmt.Println(call(strings.Repeat, "ab", 3)...)
	fmt.Println(call(fmt.Sprintf, "%d-%s", 1, "x")...)

	t := &T{1}
	v := reflect.ValueOf(t)
	fmt.Println(v.MethodByName("Sum").Call([]reflect.Value{reflect.ValueOf(2), reflect.ValueOf(3)})[0].Int())
	fmt.Println(v.MethodByName("Sum").CallSlice([]reflect.Value{reflect.ValueOf([]int{4, 5})})[0].Int())
	method := v.MethodByName("Add").Interface().(func(int) *T)
	fmt.Println(method(10).n, method(20) == t, t.n)
	fmt.Println(call(T.Sum, *t, 1)...)
	fmt.Println(call((*T).Add, t, 1)[0].(*T).n)
	var a adder = t
	fmt.Println(reflect.ValueOf(&a).Elem().Method(0).Call([]reflect.Value{reflect.ValueOf(1)})[0].Elem().Field(0))

	swap := func(in []reflect.Value) []reflect.Value {
		out := make([]reflect.Value, len(in))
		for i, x := range in {
			out[len(in)-1-i] = x
		}
		return out
	}
	var f func(int, string, float64) (float64, string, int)
	reflect.ValueOf(&f).Elem().Set(reflect.MakeFunc(reflect.TypeOf(f), swap))
	fmt.Println(f(1, "two", 3.5))
	var g func(big, int8, [2]float32) ([2]float32, int8, big)
	reflect.ValueOf(&g).Elem().Set(reflect.MakeFunc(reflect.TypeOf(g), swap))
	fmt.Println(g(big{s: "b"}, -1, [2]float32{0.5, 1}))
	func() {
		defer func() { fmt.Println("recovered", recover(), k) }()
		call(func() { panic(k) })
	}()

	const n = 64
	var got []int
	for i := 0; i < n; i++ {
		x := new(int16) // several of them in one block
		*x = int16(i)
		runtime.SetFinalizer(x, func(p *int16) { got = append(got, int(*p)+k) })
	}
	for i := 0; i < 10; i++ {
		runtime.GC()
		runtime.Gosched()
	}
	sort.Ints(got)
	distinct := map[int]bool{}
	for _, x := range got {
		distinct[x] = x >= k && x < k+n
	}
	fmt.Println(len(got) > n*3/4, len(distinct) == len(got), !strings.Contains(fmt.Sprint(distinct), "false"))
}

// Output:
// 107
// 1107
// 2107
// {[0 0 0 0 206] str} 2.5str(1+2i) 2.5 [1 2]
// ababab
// 1-x
// 6
// 10
// 31 true 31
// 32
// 32
// 33
// 3.5 two 1
// [0.5 1] -1 {[0 0 0 0 0] b}
// recovered 100 100
// true true true
