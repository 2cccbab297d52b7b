// run

// Method sets, method values and method expressions for values, pointers, embedded types and interfaces.
package main

import "fmt"

type T struct{ a int }

func (tv T) Mv(x int) int         { return tv.a + x }
func (tp *T) Mp(f float32) float32 { tp.a++; return f + float32(tp.a) }

type I interface{ Mv(int) int }

type P interface {
	I
	Mp(float32) float32
}

type S struct{ T }
type SP struct{ *T }

type fn func() string

func (f fn) String() string { return "fn:" + f() }

type counter map[string]int

func (c counter) inc(k string) int { c[k]++; return c[k] }

type ints []int

func (s ints) Len() int       { return len(s) }
func (s *ints) Push(x int)    { *s = append(*s, x) }
func (s ints) Each(f func(int)) {
	for _, x := range s {
		f(x)
	}
}

type recursive struct{ next *recursive }

func (r *recursive) depth() int {
	if r == nil {
		return 0
	}
	return r.next.depth() + 1
}

func main() {
	t := T{5}
	pt := &t
	fmt.Println(t.Mv(7), T.Mv(t, 7), (T).Mv(t, 7), (*T).Mv(pt, 7), pt.Mv(1))
	f1, f2 := T.Mv, (*T).Mp
	fmt.Println(f1(t, 1), f2(&t, 0.5), t.a)
	g := t.Mv
	h := pt.Mp
	t.a = 100
	fmt.Println(g(1), h(0.25), t.a)
	fmt.Printf("%T %T %T %T\n", T.Mv, (*T).Mp, t.Mv, I.Mv)
	var i I = t
	t.a = 0
	fmt.Println(i.Mv(1), I.Mv(i, 2))
	k := i.Mv
	i = T{1000}
	fmt.Println(k(0), i.Mv(0))
	var p P = &t
	p.Mp(0)
	fmt.Println(t.a, p.(I).Mv(0))
	s, sp := S{T{1}}, SP{&T{2}}
	s.Mp(0)
	sp.Mp(0)
	fmt.Println(s.a, sp.a, S.Mv(s, 0), SP.Mp(sp, 0), (*S).Mp(&s, 0))
	var is []P = []P{&s, sp, &sp}
	for _, x := range is {
		x.Mp(0)
		fmt.Print(x.Mv(0), " ")
	}
	fmt.Println()
	_, ok := interface{}(s).(P)
	_, ok2 := interface{}(sp).(P)
	fmt.Println(ok, ok2)
	fmt.Println(fn(func() string { return "called" }))
	c := counter{}
	c.inc("a")
	inc := c.inc
	fmt.Println(inc("a"), counter.inc(c, "b"), c)
	var l ints
	l.Push(1)
	l.Push(2)
	push := l.Push
	push(3)
	sum := 0
	l.Each(func(x int) { sum += x })
	fmt.Println(l, l.Len(), sum, ints.Len(l), (*ints).Len(&l))
	fmt.Println((&recursive{&recursive{&recursive{}}}).depth(), (*recursive)(nil).depth())
	methods := []func(int) int{t.Mv, T{7}.Mv, (&T{8}).Mv}
	for _, m := range methods {
		fmt.Print(m(1), " ")
	}
	fmt.Println()
	for i, x := range []T{{1}, {2}} {
		defer func(f func(int) int) { fmt.Print(f(i), " ") }(x.Mv)
	}
	type local struct{ T }
	fmt.Println(local{T{3}}.Mv(1))
	var np *T
	defer func() { fmt.Println("recovered", recover() != nil) }()
	bad := np.Mv
	fmt.Println("not reached", bad)
}

// Output:
// 12 12 12 12 6
// 6 6.5 6
// 7 101.25 101
// func(main.T, int) int func(*main.T, float32) float32 func(int) int func(main.I, int) int
// 102 103
// 101 1000
// 1 1
// 3 4 2 4 3
// 4 5 6
// false true
// fn:called
// 2 1 map[a:2 b:1]
// [1 2 3] 3 6 3 3
// 3 0
// 2 8 9
// 4
// recovered true
// 3 1
