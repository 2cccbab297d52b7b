// run

// Embedded fields: promotion through values and pointers, depth, shadowing, ambiguity, interfaces in structs, cycles.
package main

import "fmt"

type base struct {
	id   int
	name string
}

func (b base) Describe() string   { return fmt.Sprintf("base(%d,%s)", b.id, b.name) }
func (b *base) SetID(n int)       { b.id = n }
func (b base) virtual() string    { return "base" }
func (b base) callVirtual() string { return b.virtual() }

type middle struct {
	base
	extra string
}

func (m middle) virtual() string { return "middle" }

type outer struct {
	*middle
	name string
}

type logger interface{ log(string) string }

type prefix string

func (p prefix) log(s string) string { return string(p) + s }

type service struct {
	logger
	base
	int
	fmt.Stringer
}

type left struct{ v, only int }
type right struct{ v int }
type ambiguous struct {
	left
	right
}

type node struct {
	*node
	val int
}

type tagged struct {
	A    int `json:"a,omitempty"`
	base `k:"v"`
}

type generic interface {
	Describe() string
	SetID(int)
}

type alias = base
type withAlias struct{ alias }

func main() {
	m := middle{base{1, "m"}, "x"}
	o := outer{&m, "own"}
	o.SetID(5)
	fmt.Println(o.id, m.id, o.name, o.base.name, o.middle.base.name, o.Describe(), o.virtual(), o.callVirtual())
	o.middle.name = "changed"
	fmt.Println(m.name, o.extra)
	var g generic = &m
	g.SetID(9)
	fmt.Println(g.Describe())
	g = o
	g.SetID(10)
	fmt.Println(m.id)
	s := service{logger: prefix("> "), base: base{2, "s"}, int: 7}
	fmt.Println(s.log("hello"), s.int, s.Describe(), s.Stringer == nil, s.name)
	a := ambiguous{left{1, 2}, right{3}}
	fmt.Println(a.left.v, a.right.v, a.only)
	n := node{&node{nil, 2}, 1}
	fmt.Println(n.val, n.node.val, n.node.node == nil)
	fmt.Printf("%v %+v\n", m, a)
	fmt.Printf("%+v %T\n", tagged{1, base{2, "b"}}, tagged{})
	f := o.Describe
	h := (*middle).SetID
	h(&m, 77)
	fmt.Println(f(), o.Describe(), middle.Describe(m), outer.virtual(o))
	w := withAlias{alias{3, "al"}}
	fmt.Println(w.alias.id, w.Describe(), w)
	anon := struct {
		base
		prefix
	}{base{4, "anon"}, "p:"}
	fmt.Println(anon.Describe(), anon.log("x"), anon.id)
	defer func() { fmt.Println("recovered:", recover()) }()
	var none outer
	fmt.Println(none.name, none.id)
}

// Output:
// 5 5 own m m base(5,m) middle base
// changed x
// base(9,changed)
// 10
// > hello 7 base(2,s) true s
// 1 3 2
// 1 2 true
// {{10 changed} x} {left:{v:1 only:2} right:{v:3}}
// {A:1 base:{id:2 name:b}} main.tagged
// base(10,changed) base(77,changed) base(77,changed) middle
// 3 base(3,al) {{3 al}}
// base(4,anon) p:x 4
// recovered: runtime error: invalid memory address or nil pointer dereference
