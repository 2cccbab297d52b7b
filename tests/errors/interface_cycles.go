package main

type A interface {
	a() interface {
		AB
	}
}

type B interface {
	b(map[string]*[]interface{ AB }) chan struct{ x [2]func() }
}

type AB interface {
	A
	B
}

type Named interface{ self() Named } // has a name

type Outer interface {
	o(interface {
		p(interface{ Outer })
	})
}

func main() {
	var x interface{ q() interface{ Named } }
	_ = x
}

// Errors:
// ./interface_cycles.go:3:8: invalid recursive type: anonymous interface refers to itself (see https://go.dev/issue/56103)
// ./interface_cycles.go:9:8: invalid recursive type: anonymous interface refers to itself (see https://go.dev/issue/56103)
// ./interface_cycles.go:20:12: invalid recursive type: anonymous interface refers to itself (see https://go.dev/issue/56103)
