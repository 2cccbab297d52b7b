// run

// defer: evaluation of function and arguments, order, results, loops, recover in all positions, panics replaced and nested.
package main

import (
	"errors"
	"fmt"
)

func order() {
	for i := 0; i < 3; i++ {
		defer fmt.Print(i, " ")
	}
	fmt.Print("body ")
}

func result() (r int) {
	defer func() { r += 1 }()
	defer func() { r *= 10 }()
	return 4
}

func args() {
	x := 1
	f := func(n int) { fmt.Print("f", n, x, " ") }
	defer f(x)
	x = 2
	f = func(n int) { fmt.Print("other") }
	_ = f
	s := []int{1}
	defer fmt.Println(len(s), s)
	s[0] = 9
	s = append(s, 2)
}

type res struct{ name string }

func (r res) close()   { fmt.Print("close ", r.name, " ") }
func (r *res) closeP() { fmt.Print("closeP ", r.name, " ") }

func methods() {
	r := res{"a"}
	defer r.close()
	defer r.closeP()
	var i interface{ close() } = r
	defer i.close()
	r.name = "b"
}

func safe(f func()) (err error) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case error:
			err = fmt.Errorf("recovered: %w", r)
		default:
			err = fmt.Errorf("recovered %T: %v", r, r)
		}
	}()
	f()
	return nil
}

var errX = errors.New("x")

func replaced() {
	defer func() { fmt.Print(recover(), " ") }()
	defer func() { panic("second") }()
	panic("first")
}

func inner() {
	defer func() {
		defer func() { fmt.Print("inner got ", recover(), " ") }()
		panic("in deferred")
	}()
	panic("outer")
}

func early(n int) (s string) {
	defer func() { s = "<" + s + ">" }()
	if n == 0 {
		return "zero"
	}
	defer func() { s += "!" }()
	return "more"
}

func recoverValue() (v interface{}) {
	defer func() { v = recover() }()
	panic(fmt.Sprint("v", 1))
}

func notCalledDirectly() (s string) {
	defer func() {
		if r := recover(); r != nil {
			s = fmt.Sprint("outer ", r)
		}
	}()
	defer func() {
		func() { recover() }()
	}()
	panic("still here")
}

func deferRecover() (s string) {
	defer func() { s = fmt.Sprint("after ", recover()) }()
	defer recover()
	panic("direct recover")
}

func continueAfter() string {
	for i := 0; i < 3; i++ {
		func() {
			defer func() { recover() }()
			if i == 1 {
				panic(i)
			}
			fmt.Print("ok", i, " ")
		}()
	}
	return "done"
}

func big() (sum int) {
	for i := 0; i < 1000; i++ {
		defer func(k int) { sum += k }(i)
	}
	return 1
}

func nilFunc() (s string) {
	defer func() { s = fmt.Sprint(recover()) }()
	var f func()
	defer f()
	fmt.Print("before ")
	return "normal"
}

func closureState() (out []int) {
	n := 0
	defer func() { out = append(out, n) }()
	for ; n < 5; n++ {
		defer func() { out = append(out, n) }()
	}
	return
}

func main() {
	order()
	fmt.Println(result())
	args()
	methods()
	fmt.Println()
	fmt.Println(safe(func() {}), safe(func() { panic("p") }), safe(func() { panic(errX) }), errors.Is(safe(func() { panic(errX) }), errX))
	fmt.Println(safe(func() { var a []int; a[3] = 1 }), safe(func() { panic(3.5) }), safe(func() { panic(nil) }))
	replaced()
	func() {
		defer func() { fmt.Println("then", recover()) }()
		inner()
	}()
	fmt.Println(early(0), early(1), recoverValue(), notCalledDirectly())
	fmt.Println(safe(func() { fmt.Print(deferRecover(), " ") }))
	fmt.Println(continueAfter(), big(), nilFunc(), closureState(), recover())
	err := safe(func() {
		defer func() {
			if r := recover(); r != nil {
				panic(fmt.Errorf("wrapped: %w", r.(error)))
			}
		}()
		panic(errX)
	})
	fmt.Println(err, errors.Is(err, errX))
	defer func() {
		r := recover()
		fmt.Println("main recovered", r)
	}()
	defer fmt.Println("deferred before the panic leaves")
	func() {
		panic([]int{1, 2})
	}()
}

// Output:
// body 2 1 0 41
// 1 [9]
// f1 2 close a closeP b close a
// <nil> recovered string: p recovered: x true
// recovered: runtime error: index out of range [3] with length 0 recovered float64: 3.5 recovered: runtime error: panic called with nil argument
// second inner got in deferred then outer
// <zero> <more!> v1 outer still here
// after direct recover <nil>
// ok0 ok2 before done 499501 runtime error: invalid memory address or nil pointer dereference [5 5 5 5 5 5] <nil>
// recovered: wrapped: x true
// deferred before the panic leaves
// main recovered [1 2]
