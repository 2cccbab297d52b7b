package main
type T struct{ x int; f func(A) A }
func (T) m() {}
func (*T) p() {}
type A = T
type PA = *T
type S = []T
type SA = []A
type M = map[string]A
type F = func(A, ...int) (x A, err error)
type I = interface{ m(); n(A) }
type C = chan A
type AI = interface{}
type N = int
type AN = N
type E = error
type St = struct { A; x N }
type Arr = [3]N
func main() {
	var a A; var pa PA; var s S; var sa SA; var m M; var f F; var i I; var c C; var ai AI; var n N; var an AN; var e E; var st St; var arr Arr
	var bad chan<- bool
	a.q()
	pa.q()
	a.x.y = 1
	A.q()
	_ = A{z: 1}
	_ = St{1, 2, 3}
	_ = i.(A)
	_ = ai.(A).q
	_ = a == i
	_ = s == sa
	_ = a < a
	_, _, _, _, _, _, _, _, _, _, _, _, _, _, _ = a, pa, s, sa, m, f, i, c, ai, n, an, e, st, arr, bad
}

// Errors:
// ./alias_names_in_operators.go:22:4: a.q undefined (type A has no field or method q)
// ./alias_names_in_operators.go:23:5: pa.q undefined (type PA has no field or method q)
// ./alias_names_in_operators.go:24:6: a.x.y undefined (type int has no field or method y)
// ./alias_names_in_operators.go:25:4: A.q undefined (type A has no field or method q)
// ./alias_names_in_operators.go:26:8: unknown field z in struct literal of type A
// ./alias_names_in_operators.go:27:9: cannot use 1 (untyped int constant) as A value in struct literal
// ./alias_names_in_operators.go:27:15: too many values in struct literal of type St
// ./alias_names_in_operators.go:28:6: impossible type assertion: i.(A)
// 	A does not implement I (missing method n)
// ./alias_names_in_operators.go:29:13: ai.(A).q undefined (type A has no field or method q)
// ./alias_names_in_operators.go:30:11: invalid operation: a == i (mismatched types A and I)
// ./alias_names_in_operators.go:30:11: too many errors
