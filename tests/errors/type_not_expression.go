package main

type T struct{}

func main() {
	x := T
	_ = int
	T
	y := 5
	var z y
	_ = T + 1
	_ = []int
	f(int)
	_, _ = x, z
	var a main
	_ = a
}

func f(int) {}

// Errors:
// ./type_not_expression.go:6:7: T (type) is not an expression
// ./type_not_expression.go:7:6: int (type) is not an expression
// ./type_not_expression.go:8:2: T (type) is not an expression
// ./type_not_expression.go:10:8: y (local variable) is not a type
// ./type_not_expression.go:11:6: T (type) is not an expression
// ./type_not_expression.go:12:6: []int (type) is not an expression
// ./type_not_expression.go:13:4: int (type) is not an expression
// ./type_not_expression.go:15:8: main (function) is not a type
