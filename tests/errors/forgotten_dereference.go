package main

type T struct{ n int }

func (t *T) inc() { t.n++ }

func take(t T)   {}
func takeP(t *T) {}

func main() {
	t := T{}
	p := &t
	take(p)
	takeP(t)
	t = p
	p = t
	_ = p + 1
	*t = T{}
	pp := &p
	pp.n = 1
	pp.inc()
	var m map[string]T
	m["a"].inc()
	m["a"].n++
	(&m["a"]).inc()
}

// Errors:
// ./forgotten_dereference.go:13:7: cannot use p (variable of type *T) as T value in argument to take
// ./forgotten_dereference.go:14:8: cannot use t (variable of struct type T) as *T value in argument to takeP
// ./forgotten_dereference.go:15:6: cannot use p (variable of type *T) as T value in assignment
// ./forgotten_dereference.go:16:6: cannot use t (variable of struct type T) as *T value in assignment
// ./forgotten_dereference.go:17:6: invalid operation: p + 1 (mismatched types *T and untyped int)
// ./forgotten_dereference.go:18:3: invalid operation: cannot indirect t (variable of struct type T)
// ./forgotten_dereference.go:20:5: pp.n undefined (type **T has no field or method n)
// ./forgotten_dereference.go:21:5: pp.inc undefined (type **T has no field or method inc)
// ./forgotten_dereference.go:23:9: cannot call pointer method inc on T
// ./forgotten_dereference.go:24:2: cannot assign to struct field m["a"].n in map
// ./forgotten_dereference.go:24:2: too many errors
