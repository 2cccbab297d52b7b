// run

// Package variables whose initialisers depend on one another through functions, methods, closures and method values.
package main

import "fmt"

var log []string

func note(name string, v int) int { log = append(log, fmt.Sprint(name, "=", v)); return v }

var (
	a = note("a", c+b)
	b = note("b", f())
	c = note("c", 1)
	d = note("d", 3)
)

func f() int { d++; return d }

type T struct{ n int }

func (t T) m() int  { return t.n + e }
func (t *T) p() int { return g }

var viaMethod = note("viaMethod", T{1}.m())
var viaExpr = note("viaExpr", T.m(T{2}))
var viaPointer = note("viaPointer", (&T{}).p())
var viaClosure = note("viaClosure", func() int { return h * 2 }())
var viaValue = T{3}.m
var e = note("e", 100)
var g = note("g", 200)
var h = note("h", 300)

var x, y = pair()

func pair() (int, int) { return note("x", z), note("y", z+1) }

var z = note("z", 50)

var _ = note("blank", late)
var late = note("late", 60)

var arr = [...]int{note("arr0", 0), note("arr1", later2)}
var later2 = note("later2", 70)

var recursive func(int) int = func(n int) int {
	if n == 0 {
		return base
	}
	return n
}
var base = note("base", 80)

var ptr = &target
var target = note("target", 90)

var m = map[string]func() int{"k": func() int { return inMap }}
var inMap = note("inMap", 110)

var independent1, independent2 = note("i1", 1), note("i2", 2)

type iface interface{ val() int }
type impl struct{}

func (impl) val() int { return hidden }

var viaInterface = note("viaInterface", iface(impl{}).val())
var hidden = note("hidden", 120)

func init() { note("init1", a) }
func init() { note("init2", d) }

func main() {
	for i, l := range log {
		fmt.Print(l, " ")
		if i%8 == 7 {
			fmt.Println()
		}
	}
	fmt.Println()
	fmt.Println(viaValue(), *ptr, m["k"](), recursive(0), arr, x, y, viaMethod, viaExpr, viaPointer, viaClosure, viaInterface)
}

// Output:
// c=1 d=3 b=4 a=5 e=100 viaMethod=101 viaExpr=102 g=200
// viaPointer=200 h=300 viaClosure=600 z=50 x=50 y=51 late=60 blank=60
// later2=70 arr0=0 arr1=70 base=80 target=90 inMap=110 i1=1 i2=2
// viaInterface=0 hidden=120 init1=5 init2=4
// 103 90 110 80 [0 70] 50 51 101 102 200 600 0
