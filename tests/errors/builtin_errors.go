package main

func main() {
	_ = len(5)
	_ = cap("abc")
	_ = cap(map[int]int{})
	_ = make(int)
	_ = make([]int)
	_ = make([]int, "a")
	_ = make([]int, 5, 2)
	_ = make([]int, -1)
	_ = make(map[int]int, 1, 2)
	_ = new(5)
	_ = len()
	_ = len(1, 2)
}

// Errors:
// ./builtin_errors.go:4:10: invalid argument: 5 (untyped int constant) for built-in len
// ./builtin_errors.go:5:10: invalid argument: "abc" (untyped string constant) for built-in cap
// ./builtin_errors.go:6:10: invalid argument: map[int]int{} (value of type map[int]int) for built-in cap
// ./builtin_errors.go:7:11: invalid argument: cannot make int: type must be slice, map, or channel
// ./builtin_errors.go:8:6: invalid operation: make([]int) expects 2 or 3 arguments; found 1
// ./builtin_errors.go:9:18: cannot convert "a" (untyped string constant) to type int
// ./builtin_errors.go:10:18: invalid argument: length and capacity swapped
// ./builtin_errors.go:11:18: invalid argument: index -1 (constant of type int) must not be negative
// ./builtin_errors.go:12:6: invalid operation: make(map[int]int, 1, 2) expects 1 or 2 arguments; found 3
// ./builtin_errors.go:14:6: invalid operation: not enough arguments for len() (expected 1, found 0)
// ./builtin_errors.go:14:6: too many errors
