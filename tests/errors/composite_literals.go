package main

type P struct{ x, y int }

func main() {
	_ = P{1}
	_ = P{1, 2, 3}
	_ = P{x: 1, 2}
	_ = P{z: 1}
	_ = P{x: 1, x: 2}
	_ = P{"a", 2}
	_ = [2]int{1, 2, 3}
	_ = [...]int{5: 1, 5: 2}
	_ = []int{-1: 1}
	_ = map[string]int{"a": 1, "a": 2}
}

// Errors:
// ./composite_literals.go:6:9: too few values in struct literal of type P
// ./composite_literals.go:7:14: too many values in struct literal of type P
// ./composite_literals.go:8:14: mixture of field:value and value elements in struct literal
// ./composite_literals.go:9:8: unknown field z in struct literal of type P
// ./composite_literals.go:10:14: duplicate field name x in struct literal
// ./composite_literals.go:11:8: cannot use "a" (untyped string constant) as int value in struct literal
// ./composite_literals.go:12:19: index 2 is out of bounds (>= 2)
// ./composite_literals.go:13:21: duplicate index 5 in array or slice literal
// ./composite_literals.go:14:12: invalid argument: index -1 (constant of type int) must not be negative
// ./composite_literals.go:15:29: duplicate key "a" in map literal
// ./composite_literals.go:15:29: too many errors
