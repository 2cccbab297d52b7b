package main

type T struct{ a int }

func (t T) Get() int  { return t.a }
func (t *T) Set(a int) { t.a = a }

func main() {
	var t T
	t.get()
	t.b = 1
	t.Sett(2)
	var p *T
	p.A = 3
	var pp **T
	pp.Get()
	var i interface{ M() }
	i.m()
	i.N()
}

// Errors:
// ./undefined_method.go:10:4: t.get undefined (type T has no field or method get, but does have method Get)
// ./undefined_method.go:11:4: t.b undefined (type T has no field or method b)
// ./undefined_method.go:12:4: t.Sett undefined (type T has no field or method Sett)
// ./undefined_method.go:14:4: p.A undefined (type *T has no field or method A, but does have field a)
// ./undefined_method.go:16:5: pp.Get undefined (type **T has no field or method Get)
// ./undefined_method.go:18:4: i.m undefined (type interface{M()} has no field or method m, but does have method M)
// ./undefined_method.go:19:4: i.N undefined (type interface{M()} has no field or method N)
