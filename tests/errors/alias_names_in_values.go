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
	bad = a
	bad = pa
	bad = s
	bad = sa
	bad = m
	bad = f
	bad = i
	bad = c
	bad = ai
	bad = n
	_, _, _, _, _, _, _, _, _, _, _, _, _, _, _ = a, pa, s, sa, m, f, i, c, ai, n, an, e, st, arr, bad
}

// Errors:
// ./alias_names_in_values.go:22:8: cannot use a (variable of struct type A) as chan<- bool value in assignment
// ./alias_names_in_values.go:23:8: cannot use pa (variable of pointer type PA) as chan<- bool value in assignment
// ./alias_names_in_values.go:24:8: cannot use s (variable of slice type S) as chan<- bool value in assignment
// ./alias_names_in_values.go:25:8: cannot use sa (variable of slice type SA) as chan<- bool value in assignment
// ./alias_names_in_values.go:26:8: cannot use m (variable of map type M) as chan<- bool value in assignment
// ./alias_names_in_values.go:27:8: cannot use f (variable of func type F) as chan<- bool value in assignment
// ./alias_names_in_values.go:28:8: cannot use i (variable of interface type I) as chan<- bool value in assignment
// ./alias_names_in_values.go:29:8: cannot use c (variable of chan type C) as chan<- bool value in assignment
// ./alias_names_in_values.go:30:8: cannot use ai (variable of interface type AI) as chan<- bool value in assignment: need type assertion
// ./alias_names_in_values.go:31:8: cannot use n (variable of int type N) as chan<- bool value in assignment
// ./alias_names_in_values.go:31:8: too many errors
