// run

// Pointer and function types: identity, comparison with nil, pointers to everything, functions as map values and fields.
package main

import "fmt"

type op func(float64, float64) float64

func (o op) apply(x, y float64) float64 { return o(x, y) }

type handler struct {
	name string
	fn   func(args ...string) (int, error)
}

type visitor func(n int) visitor

func add(a, b float64) float64 { return a + b }

func multi() (a, b int, c string) { return 1, 2, "three" }

func take(a, b int, c string) string { return fmt.Sprint(a, b, c) }

func makeOps() map[string]op {
	return map[string]op{"+": add, "*": func(a, b float64) float64 { return a * b }, "max": func(a, b float64) float64 {
		if a > b {
			return a
		}
		return b
	}}
}

func variadic(pre string, xs ...interface{}) string { return fmt.Sprint(pre, len(xs), xs) }

func counter() (inc func() int, get func() int) {
	n := 0
	inc = func() int { n++; return n }
	get = func() int { return n }
	return
}

func deferOrder() (s string) {
	for i := range 3 {
		defer func() { s += fmt.Sprint(i) }()
	}
	return "r"
}

func main() {
	ops := makeOps()
	fmt.Println(ops["+"](1, 2), ops["*"].apply(3, 4), ops["max"](5, -5), ops["none"] == nil, op(add).apply(1, 1))
	fmt.Println(take(multi()))
	fmt.Println(variadic("a"), variadic("b", 1, "x"), variadic("c", []interface{}{1, 2}...), variadic("d", nil), variadic("e", []int{1}))
	inc, get := counter()
	inc()
	inc()
	fmt.Println(get(), deferOrder())
	hs := []handler{{"one", func(a ...string) (int, error) { return len(a), nil }}, {name: "none"}}
	for _, h := range hs {
		if h.fn == nil {
			fmt.Println(h.name, "has no function")
			continue
		}
		n, err := h.fn("x", "y")
		fmt.Println(h.name, n, err)
	}
	sum := 0
	var v visitor
	v = func(n int) visitor {
		sum += n
		if n == 0 {
			return nil
		}
		return v
	}
	for i, f := 3, v; f != nil; i-- {
		f = f(i)
	}
	fmt.Println(sum)
	x, y := 1, 1
	p, q := &x, &x
	pp := &p
	fmt.Println(p == q, p == &y, *p == y, **pp, pp == &p)
	**pp = 5
	fmt.Println(x, *q)
	type pair struct{ a, b *int }
	pr := pair{&x, &y}
	pr2 := pr
	*pr2.a = 8
	fmt.Println(*pr.a, pr == pr2, pr == pair{&y, &x})
	ps := &[]int{1, 2, 3}
	*ps = append(*ps, 4)
	(*ps)[0] = 9
	pm := &map[string]int{"a": 1}
	(*pm)["b"] = 2
	pf := &ops
	fmt.Println(*ps, len(*pm), (*pf)["+"](2, 2), *&x)
	pst := &struct{ a, b int }{1, 2}
	pst.a, (*pst).b = pst.b, pst.a
	fmt.Println(*pst, pst)
	var np *pair
	fmt.Println(np == nil, np)
	compose := func(fs ...func(int) int) func(int) int {
		return func(x int) int {
			for _, f := range fs {
				x = f(x)
			}
			return x
		}
	}
	fmt.Println(compose(func(x int) int { return x + 1 }, func(x int) int { return x * 10 })(4))
	var fib func(int) int
	fib = func(n int) int {
		if n < 2 {
			return n
		}
		return fib(n-1) + fib(n-2)
	}
	fmt.Println(fib(15))
	fmt.Printf("%T %T %T %T\n", add, variadic, v, makeOps)
}

// Output:
// 3 12 5 true 2
// 1 2three
// a0 [] b2 [1 x] c2 [1 2] d1 [<nil>] e1 [[1]]
// 2 r210
// one 2 <nil>
// none has no function
// 6
// true false true 1 true
// 5 5
// 8 true false
// [9 2 3 4] 2 4 8
// {2 1} &{2 1}
// true <nil>
// 50
// 610
// func(float64, float64) float64 func(string, ...interface {}) string main.visitor func() map[string]main.op
