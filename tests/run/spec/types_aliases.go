// run

// Aliases of every kind of type: identity, methods, embedding, assertions, conversions, keys, what reflection shows.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"reflect"
	"sort"
	"unicode"
)

type (
	Node  struct{ next *N; val Int; do func(N) PN }
	N     = Node
	PN    = *N
	Int   = int
	Str   = string
	Bytes = []byte
	Strs  = []Str
	Table = map[Str]N2
	Num   float64
	N2    = Num
	Fn    = func(N2, ...Int) (sum N2, err Err)
	Err   = error
	Shape = interface{ Area() N2 }
	Any   = interface{}
	Pair  = struct{ A, B Int }
	Grid  = [2][2]Int
	Pipe  = chan N2
	Rd    = io.Reader
	Mode  = os.FileMode
)

func (n *N) Push(v Int) PN   { return &N{next: n, val: v} }
func (n Node) Sum() (s Int) {
	for p := &n; p != nil; p = p.next {
		s += p.val
	}
	return
}
func (n N2) Area() Num { return n * n }

type (
	Emb  struct{ N; PP }
	PP   = *Other
	Other struct{ name Str }
	Both struct{ Shape; Err }
)

func (o Other) Name() Str { return o.name }

type byVal = sort.IntSlice

type list struct{ elems Strs }
type stack = list

func (s *stack) push(x Str) { s.elems = append(s.elems, x) }

func kind(x Any) Str {
	switch v := x.(type) {
	case Int:
		return fmt.Sprint("Int ", v)
	case Str:
		return "Str " + v
	case N:
		return fmt.Sprint("N ", v.val)
	case PN:
		return fmt.Sprint("PN ", v.val)
	case Pair:
		return fmt.Sprint("Pair ", v.A+v.B)
	case Shape:
		return fmt.Sprint("Shape ", v.Area())
	case Bytes:
		return "Bytes " + Str(v)
	case Err:
		return "Err " + v.Error()
	case nil:
		return "nil"
	}
	return fmt.Sprintf("other %T", x)
}

func main() {
	var n PN
	for i := range 4 {
		n = n.Push(i)
	}
	fmt.Println(n.Sum(), Node.Sum(*n), N.Sum(*n), (*Node).Push(n, 9).Sum(), PN.Push(n, 7).val)
	for _, x := range []Any{1, "s", *n, n, Node{val: 5}, &Node{val: 6}, Pair{1, 2}, struct{ A, B int }{3, 4}, N2(2), Num(3), Bytes("b"), []byte("c"), errors.New("e"), nil, 1.5, Grid{{1}}, Fn(nil), Pipe(nil), Mode(0o644), Table{}} {
		fmt.Println(kind(x))
	}
	e := Emb{N{val: 8}, &Other{"o"}}
	fmt.Println(e.Sum(), e.Name(), e.N.val, e.PP.name, e.Push(1).Sum())
	b := Both{N2(3), errors.New("both")}
	fmt.Println(b.Area(), b.Error(), b.Shape == Shape(Num(3)))
	var fn Fn = func(x Num, more ...int) (Num, error) {
		for _, m := range more {
			x += N2(m)
		}
		return x, nil
	}
	var plain func(Num, ...int) (Num, error) = fn
	fmt.Println(plain(1, 2, 3))
	t := Table{"a": 1}
	t["b"] = N2(2)
	var m map[string]Num = t
	fmt.Println(len(m), m["b"], reflect.TypeOf(t) == reflect.TypeOf(m), reflect.TypeOf(fn) == reflect.TypeOf(plain))
	fmt.Printf("%T %T %T %T %T %T %T\n", t, fn, e, b, Grid{}, Pair{}, Rd(nil))
	fmt.Println(reflect.TypeOf(N{}), reflect.TypeOf(e).Field(0).Name, reflect.TypeOf(e).Field(1).Name, reflect.TypeOf(N{}).NumMethod(), reflect.TypeOf(PN(nil)).NumMethod())
	keys := map[Any]Int{Pair{1, 2}: 1, Int(3): 2, N2(3): 3}
	fmt.Println(keys[struct{ A, B int }{1, 2}], keys[3], keys[Num(3)], keys[3.0])
	p := make(Pipe, 1)
	go func(c chan<- N2) { c <- 6 }(p)
	var r <-chan Num = p
	fmt.Println(<-r)
	var g Grid
	g[1][0] = 5
	q := [2][2]int(g)
	fmt.Println(q == g, Strs{"x"}[0], len(Bytes("abc")))
	s := byVal{3, 1, 2}
	sort.Sort(s)
	s.Swap(0, 2)
	fmt.Println(s, unicode.Is(unicode.Latin, 'x'), Mode(0o755))
	var st stack
	st.push("u")
	l := list(st)
	l.push("v")
	fmt.Println(st.elems, l.elems)
	type Loc struct{ v Int }
	type L = Loc
	type PL = *L
	var pl PL = &Loc{4}
	var x Any = L{5}
	_, ok := x.(Loc)
	fmt.Println(pl.v, ok)
	n.do = func(n N) PN { return n.next.Push(100) }
	fmt.Println(n.do(*n).Sum())
	defer func() { fmt.Println(recover()) }()
	fmt.Println(Any(n).(Shape))
}

// Output:
// 6 6 6 15 7
// Int 1
// Str s
// N 3
// PN 3
// N 5
// PN 6
// Pair 3
// Pair 7
// Shape 4
// Shape 9
// Bytes b
// Bytes c
// Err e
// nil
// other float64
// other [2][2]int
// other func(main.Num, ...int) (main.Num, error)
// other chan main.Num
// other fs.FileMode
// other map[string]main.Num
// 8 o 8 o 9
// 9 both true
// 6 <nil>
// 2 2 true true
// map[string]main.Num func(main.Num, ...int) (main.Num, error) main.Emb main.Both [2][2]int struct { A int; B int } <nil>
// main.Node N PP 1 2
// 1 2 3 0
// 6
// true x 3
// [3 2 1] true -rwxr-xr-x
// [u] [u v]
// 4 true
// 103
// interface conversion: *main.Node is not interface { Area() main.Num }: missing method Area
