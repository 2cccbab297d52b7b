package main
type A = int
func (A) m() {}
type B = struct{}
func (B) m() {}
type C = *D
type D struct{}
func (C) m() {}
func (*C) n() {}
type E = D
func (E) o() {}
func (e *E) o() {}
func (E) p() { var x int = E{} }
type F = interface{}
func (F) m() {}
type G = error
func (G) m() {}
type H = []E
func (H) m() {}
var d D = D{}.p
var e int = (*E).o
func main() { D{}.o(); D{}.m(); E{}.q() ; type L = D; var l L; l.z(); type Q = L; var q Q = 5; _ = q; type W = struct{ a Q }; var w int = W{}; _ = w }

// Errors:
// ./alias_receivers.go:3:7: cannot define new methods on non-local type A
// ./alias_receivers.go:5:7: invalid receiver type B
// ./alias_receivers.go:9:8: invalid receiver type *C
// ./alias_receivers.go:12:13: method D.o already declared at ./alias_receivers.go:11:10
// ./alias_receivers.go:13:20: declared and not used: x
// ./alias_receivers.go:13:28: cannot use E{} (value of struct type E) as int value in variable declaration
// ./alias_receivers.go:15:7: invalid receiver type F
// ./alias_receivers.go:17:7: cannot define new methods on non-local type G
// ./alias_receivers.go:20:11: cannot use D{}.p (value of type func()) as D value in variable declaration
// ./alias_receivers.go:21:13: cannot use (*E).o (value of type func(*E)) as int value in variable declaration
// ./alias_receivers.go:17:7: too many errors
