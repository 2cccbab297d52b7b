package main

import "fmt"

type X struct{ f A }
type A = []*T
type T struct {
	next A
	n    int
}
type H func(C)
type C = map[string]func(D)
type D struct{ c C; h H }

func main() {
	x := X{f: A{{n: 1, next: A{{n: 2}}}}}
	fmt.Println(x.f[0].next[0].n, len(x.f[0].next))
	var d D
	d.c = C{"a": func(d D) { fmt.Println(len(d.c)) }}
	d.c["a"](d)
}

type Y struct{ f A1 }
type A1 = (B1)
type B1 = []T1
type T1 struct{ a A1; p *P1 }
type P1 = struct{ q *P1s }
type P1s struct{ P1 }
type Z chan Z1
type Z1 = chan Z2
type Z2 func(Z1) Z
type AR [1]AR1
type AR1 = [2]*AR2
type AR2 struct { x AR1; y AR }
type IF struct{ i IF1 }
type IF1 = interface{ M() IF2 }
type IF2 interface{ IF1; N() IF3 }
type IF3 struct { IF1 }

// Output:
// 2 1
// 1
