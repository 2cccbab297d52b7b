// run

// Identity of types seen through interfaces and conversions: names, tags, order of fields, parameters, channels, aliases.
package main

import "fmt"

type (
	A0 = []string
	A1 = A0
	A2 = struct{ a, b int }
	A3 = int
	A4 = func(A3, float64) *A0
	B0 A0
	B1 []string
	B2 struct{ a, b int }
	B4 func(x int, y float64) *[]string
	C0 = B0
)

func same(a, b interface{}) bool {
	return fmt.Sprintf("%T", a) == fmt.Sprintf("%T", b)
}


func main() {
	var i interface{} = []string{"x"}
	_, a0 := i.(A0)
	_, a1 := i.(A1)
	_, b0 := i.(B0)
	fmt.Println(a0, a1, b0)
	i = B0{}
	_, b1 := i.(B1)
	_, c0 := i.(C0)
	fmt.Println(b1, c0)
	i = struct{ a, b int }{1, 2}
	_, x := i.(A2)
	_, y := i.(B2)
	_, z := i.(struct {
		a int
		b int
	})
	_, tagged := i.(struct {
		a int `t:"x"`
		b int
	})
	_, order := i.(struct{ b, a int })
	fmt.Println(x, y, z, tagged, order)
	i = func(n int, f float64) *[]string { return nil }
	_, f1 := i.(A4)
	_, f2 := i.(B4)
	_, f3 := i.(func(int, float64) *[]string)
	_, f4 := i.(func(int, float64) []string)
	fmt.Println(f1, f2, f3, f4)
	i = make(chan int)
	_, c1 := i.(chan int)
	_, c2 := i.(<-chan int)
	fmt.Println(c1, c2)
	i = func(...int) {}
	_, v1 := i.(func(...int))
	_, v2 := i.(func([]int))
	fmt.Println(v1, v2)
	i = map[string][]int{}
	_, m1 := i.(map[string][]int)
	_, m2 := i.(map[A3][]int)
	fmt.Println(m1, m2)
	i = byte(1)
	_, u := i.(uint8)
	_, r := interface{}('x').(int32)
	_, e := interface{}(nil).(interface{})
	fmt.Println(u, r, e)
	b := B0{"q"}
	var s []string = b
	b = s
	var b2 B2 = struct{ a, b int }{3, 4}
	st := struct {
		a, b int `tag:"ignored in conversion"`
	}(b2)
	fmt.Println(s, b, b2, st)
	type T struct{ x int }
	outer := interface{}(T{1})
	{
		type T struct{ x int }
		_, inner := outer.(T)
		fmt.Println(inner, outer == interface{}(T{1}))
	}
	fmt.Println(same(A0{}, []string{}), same(B0{}, A0{}), same([3]int{}, [3]A3{}))
	fmt.Printf("%T %T %T %T %T\n", A0{}, B0{}, A2{}, B4(nil), C0{})
	var e1 interface{ M() }
	var e2 interface{ M() } = e1
	fmt.Println(e1 == e2)
}

// Output:
// true true false
// false true
// true false true false false
// true false true false
// true false
// true false
// true false
// true true false
// [q] [q] {3 4} {3 4}
// false false
// true false true
// []string main.B0 struct { a int; b int } main.B4 main.B0
// true
