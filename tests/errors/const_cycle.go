package main

const a = b
const b = a

const c = len([c]int{})

type t [len(x)]int

var x t

func main() {}

// Errors:
// ./const_cycle.go:3:7: initialization cycle for a
// 	./const_cycle.go:3:7: a refers to b
// 	./const_cycle.go:4:7: b refers to a
// ./const_cycle.go:6:7: initialization cycle: c refers to itself
// ./const_cycle.go:8:6: invalid recursive type t
// 	./const_cycle.go:8:6: t refers to x
// 	./const_cycle.go:10:5: x refers to t
