package main
type A = A
type B = C
type C = B
type D = []D
type E = *E
type F = struct { f F }
type G = func(G)
type H = interface { m(H) }
type I = map[I]int
type J = [len(J{})]int
type K struct { k L }
type L = K
type M = N
type N struct { *M; m []M }
type O = P; type P = Q; type Q struct { o O }
func main() {}

// Errors:
// ./alias_cycles.go:2:6: invalid recursive type: A refers to itself
// ./alias_cycles.go:3:6: invalid recursive type B
// 	./alias_cycles.go:3:6: B refers to C
// 	./alias_cycles.go:4:6: C refers to B
// ./alias_cycles.go:5:6: invalid recursive type: D refers to itself
// ./alias_cycles.go:6:6: invalid recursive type: E refers to itself
// ./alias_cycles.go:7:6: invalid recursive type: F refers to itself
// ./alias_cycles.go:8:6: invalid recursive type: G refers to itself
// ./alias_cycles.go:9:6: invalid recursive type: H refers to itself
// ./alias_cycles.go:10:6: invalid recursive type: I refers to itself
// ./alias_cycles.go:11:6: invalid recursive type: J refers to itself
// ./alias_cycles.go:12:6: invalid recursive type: K refers to itself
// ./alias_cycles.go:12:6: too many errors
