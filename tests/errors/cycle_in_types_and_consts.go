package main

type A struct{ b B }
type B [2]C
type C struct{ a A }

type I1 interface{ I2 }
type I2 interface{ I1 }

const x = y * 2
const y = z + 1
const z = x

var p = q()

func q() int { return r() }
func r() int { return p }

type L [len(l)]int

var l L

func main() {}

// Errors:
// ./cycle_in_types_and_consts.go:3:6: invalid recursive type A
// 	./cycle_in_types_and_consts.go:3:6: A refers to B
// 	./cycle_in_types_and_consts.go:4:6: B refers to C
// 	./cycle_in_types_and_consts.go:5:6: C refers to A
// ./cycle_in_types_and_consts.go:7:6: invalid recursive type I1
// 	./cycle_in_types_and_consts.go:7:6: I1 refers to I2
// 	./cycle_in_types_and_consts.go:8:6: I2 refers to I1
// ./cycle_in_types_and_consts.go:10:7: initialization cycle for x
// 	./cycle_in_types_and_consts.go:10:7: x refers to y
// 	./cycle_in_types_and_consts.go:11:7: y refers to z
// 	./cycle_in_types_and_consts.go:12:7: z refers to x
// ./cycle_in_types_and_consts.go:14:5: initialization cycle for p
// 	./cycle_in_types_and_consts.go:14:5: p refers to q
// 	./cycle_in_types_and_consts.go:16:6: q refers to r
// 	./cycle_in_types_and_consts.go:17:6: r refers to p
// ./cycle_in_types_and_consts.go:19:6: invalid recursive type L
// 	./cycle_in_types_and_consts.go:19:6: L refers to l
// 	./cycle_in_types_and_consts.go:21:5: l refers to L
