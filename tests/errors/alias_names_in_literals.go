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
	bad = A{}
	bad = S{}
	bad = []A{}
	bad = [2]PA{}
	bad = map[N]AN{}
	bad = func(A) {}
	bad = struct{ A }{}
	bad = A.m
	bad = PA.p
	bad = (*A).p
	_, _, _, _, _, _, _, _, _, _, _, _, _, _, _ = a, pa, s, sa, m, f, i, c, ai, n, an, e, st, arr, bad
}

// Errors:
// ./alias_names_in_literals.go:22:8: cannot use A{} (value of struct type A) as chan<- bool value in assignment
// ./alias_names_in_literals.go:23:8: cannot use S{} (value of slice type S) as chan<- bool value in assignment
// ./alias_names_in_literals.go:24:8: cannot use []A{} (value of type []A) as chan<- bool value in assignment
// ./alias_names_in_literals.go:25:8: cannot use [2]PA{} (value of type [2]PA) as chan<- bool value in assignment
// ./alias_names_in_literals.go:26:8: cannot use map[N]AN{} (value of type map[N]AN) as chan<- bool value in assignment
// ./alias_names_in_literals.go:27:8: cannot use func(A) {} (value of type func(A)) as chan<- bool value in assignment
// ./alias_names_in_literals.go:28:8: cannot use struct{A}{} (value of type struct{A}) as chan<- bool value in assignment
// ./alias_names_in_literals.go:29:8: cannot use A.m (value of type func(A)) as chan<- bool value in assignment
// ./alias_names_in_literals.go:30:8: cannot use PA.p (value of type func(PA)) as chan<- bool value in assignment
// ./alias_names_in_literals.go:31:8: cannot use (*A).p (value of type func(*A)) as chan<- bool value in assignment
// ./alias_names_in_literals.go:31:8: too many errors
