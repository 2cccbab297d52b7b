package main

func main() {
	_ = min()
	_ = min(1, "a")
	_ = max([]int{1})
	_ = min(true, false)
	x := len
	_ = append
	var y make
	append := 1
	_ = append([]int{})
	_ = complex(1.5, float32(2))
	print := 5
	print("x")
	_ = cap
	_, _ = x, y
}

// Errors:
// ./builtin_errors3.go:4:6: invalid operation: not enough arguments for min() (expected 1, found 0)
// ./builtin_errors3.go:5:13: invalid argument: mismatched types untyped int (previous argument) and untyped string (type of "a")
// ./builtin_errors3.go:6:10: invalid argument: []int{…} (value of type []int) cannot be ordered
// ./builtin_errors3.go:7:10: invalid argument: true (untyped bool constant) cannot be ordered
// ./builtin_errors3.go:8:7: len (built-in) must be called
// ./builtin_errors3.go:9:6: append (built-in) must be called
// ./builtin_errors3.go:10:8: make (built-in function) is not a type
// ./builtin_errors3.go:12:6: invalid operation: cannot call append (variable of type int): int is not a function
// ./builtin_errors3.go:15:2: invalid operation: cannot call print (variable of type int): int is not a function
// ./builtin_errors3.go:16:6: cap (built-in) must be called
// ./builtin_errors3.go:16:6: too many errors
