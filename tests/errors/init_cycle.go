package main

var a = b
var b = c
var c = f()

func f() int { return a }

var x = x

func main() {}

// Errors:
// ./init_cycle.go:3:5: initialization cycle for a
// 	./init_cycle.go:3:5: a refers to b
// 	./init_cycle.go:4:5: b refers to c
// 	./init_cycle.go:5:5: c refers to f
// 	./init_cycle.go:7:6: f refers to a
// ./init_cycle.go:9:5: initialization cycle: x refers to itself
