package main

type T struct{}

func (T) m() int { return v }

var v = T{}.m()

var fn = func() int { return g() }

func g() int { return fn() }

func main() {}

// Errors:
// ./init_cycle_methods.go:7:5: initialization cycle for v
// 	./init_cycle_methods.go:7:5: v refers to m
// 	./init_cycle_methods.go:5:10: m refers to v
// ./init_cycle_methods.go:9:5: initialization cycle for fn
// 	./init_cycle_methods.go:9:5: fn refers to g
// 	./init_cycle_methods.go:11:6: g refers to fn
