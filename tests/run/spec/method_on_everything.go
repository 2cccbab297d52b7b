// run

// Methods on every kind of named type, with value semantics, through maps, slices, functions, channels and nested types.
package main

import (
	"fmt"
	"sort"
	"strings"
)

type (
	Int    int
	Str    string
	Slice  []Int
	Map    map[Str]Int
	Func   func(Int) Int
	Chan   chan Int
	Arr    [3]Int
	Ptr    struct{ p *Int }
	Bool   bool
	Cplx   complex128
	Nested struct {
		Slice
		Map
		inner struct{ Int }
	}
)

func (i Int) Double() Int         { return i * 2 }
func (i *Int) Inc()               { *i++ }
func (s Str) Len() int            { return len(s) }
func (s *Str) Add(t Str)          { *s += t }
func (s Slice) Sum() (t Int)      { for _, x := range s { t += x }; return }
func (s Slice) Len() int          { return len(s) }
func (s Slice) Less(i, j int) bool { return s[i] > s[j] }
func (s Slice) Swap(i, j int)     { s[i], s[j] = s[j], s[i] }
func (s *Slice) Push(x Int)       { *s = append(*s, x) }
func (m Map) Keys() string {
	var ks []string
	for k := range m {
		ks = append(ks, string(k))
	}
	sort.Strings(ks)
	return strings.Join(ks, ",")
}
func (f Func) Apply(n int, x Int) Int {
	for ; n > 0; n-- {
		x = f(x)
	}
	return x
}
func (c Chan) Drain() (t Int) {
	for x := range c {
		t += x
	}
	return
}
func (a Arr) Set(i int, x Int) Arr   { a[i] = x; return a }
func (a *Arr) SetP(i int, x Int)     { a[i] = x }
func (p Ptr) Val() Int               { return *p.p }
func (b Bool) Not() Bool             { return !b }
func (c Cplx) Conj() Cplx            { return Cplx(complex(real(c), -imag(c))) }
func (Int) NoReceiverName() string   { return "anonymous receiver" }
func (_ Str) Blank() string          { return "blank receiver" }

type Celsius float64

func (c Celsius) String() string { return fmt.Sprintf("%.1f°C", float64(c)) }

type Err struct{ code int }

func (e Err) Error() string { return fmt.Sprint("err ", e.code) }

func main() {
	var i Int = 5
	i.Inc()
	fmt.Println(i, i.Double(), Int(3).Double().Double(), i.NoReceiverName())
	s := Str("ab")
	s.Add("cd")
	fmt.Println(s, s.Len(), Str("x").Blank())
	sl := Slice{1, 5, 3}
	sl.Push(4)
	sort.Sort(sl)
	fmt.Println(sl, sl.Sum(), sl[1:].Sum(), sl[0].Double())
	fmt.Println(Map{"b": 1, "a": 2}.Keys(), Func(func(x Int) Int { return x + x }).Apply(5, 1))
	c := make(Chan, 3)
	c <- 1
	c <- 2
	close(c)
	fmt.Println(c.Drain())
	var a Arr
	a.SetP(0, 7)
	fmt.Println(a.Set(1, 8), a)
	fmt.Println(Ptr{&i}.Val(), Bool(true).Not(), Cplx(1+2i).Conj())
	n := Nested{Slice: Slice{1, 2}, Map: Map{"k": 1}}
	n.Push(3)
	n.inner.Inc()
	fmt.Println(n.Sum(), n.Keys(), n.inner.Int, n.Slice.Len(), n.inner.Double())
	fmt.Println(Celsius(36.6), []Celsius{1, 2}, map[string]Celsius{"k": 3}, struct{ T Celsius }{4}, &struct{ T Celsius }{5}, Err{3}, []error{Err{1}})
	fmt.Printf("%v %s %d %+v %.2f\n", Celsius(1), Celsius(2), i, Err{4}, Celsius(3))
	m := map[string]*Int{"i": &i}
	m["i"].Inc()
	ints := []Int{1, 2}
	ints[0].Inc()
	pa := &a
	pa.SetP(2, ints[0])
	st := struct{ Int }{9}
	st.Inc()
	pp := &st
	pp.Inc()
	fmt.Println(i, ints, a, st.Int, pp.Double())
	var st2 fmt.Stringer = Celsius(0)
	fmt.Println(st2.String(), st2.(Celsius)+1)
}

// Output:
// 6 12 12 anonymous receiver
// abcd 4 blank receiver
// [5 4 3 1] 13 8 10
// a,b 32
// 3
// [7 8 0] [7 0 0]
// 6 false (1-2i)
// 6 k 1 3 2
// 36.6°C [1.0°C 2.0°C] map[k:3.0°C] {4.0°C} &{5.0°C} err 3 [err 1]
// 1.0°C 2.0°C 6 err 4 3.00
// 7 [2 2] [7 0 2] 11 22
// 0.0°C 1.0°C
