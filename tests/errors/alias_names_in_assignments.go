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
	i = a
	i = pa
	e = a
	a = st
	pa = a
	s = sa
	sa = s
	n = "x"
	an = 1.5
	n = an + "x"
	_, _, _, _, _, _, _, _, _, _, _, _, _, _, _ = a, pa, s, sa, m, f, i, c, ai, n, an, e, st, arr, bad
}

// Errors:
// ./alias_names_in_assignments.go:22:6: cannot use a (variable of struct type A) as I value in assignment: T does not implement interface{m(); n(A)} (missing method n)
// ./alias_names_in_assignments.go:23:6: cannot use pa (variable of pointer type PA) as I value in assignment: *T does not implement interface{m(); n(A)} (missing method n)
// ./alias_names_in_assignments.go:24:6: cannot use a (variable of struct type A) as E value in assignment: T does not implement error (missing method Error)
// ./alias_names_in_assignments.go:25:6: cannot use st (variable of struct type St) as A value in assignment
// ./alias_names_in_assignments.go:26:7: cannot use a (variable of struct type A) as PA value in assignment
// ./alias_names_in_assignments.go:29:6: cannot use "x" (untyped string constant) as N value in assignment
// ./alias_names_in_assignments.go:30:7: cannot use 1.5 (untyped float constant) as AN value in assignment (truncated)
// ./alias_names_in_assignments.go:31:6: invalid operation: an + "x" (mismatched types AN and untyped string)
