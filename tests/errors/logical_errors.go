package main

func main() {
	x, s := 1, "s"
	if x {
	}
	if s && true {
	}
	for x {
	}
	if x = 5; x {
	}
	_ = x && s
	_ = !s
	_ = x == 1 && s
	if nil {
	}
	if main() {
	}
	if 1 {
	}
}

// Errors:
// ./logical_errors.go:5:5: non-boolean condition in if statement
// ./logical_errors.go:7:5: invalid operation: s && true (mismatched types string and untyped bool)
// ./logical_errors.go:9:6: non-boolean condition in for statement
// ./logical_errors.go:11:12: non-boolean condition in if statement
// ./logical_errors.go:13:6: invalid operation: x && s (mismatched types int and string)
// ./logical_errors.go:14:7: invalid operation: operator ! not defined on s (variable of type string)
// ./logical_errors.go:15:6: invalid operation: x == 1 && s (mismatched types untyped bool and string)
// ./logical_errors.go:16:5: non-boolean condition in if statement
// ./logical_errors.go:18:5: main() (no value) used as value
// ./logical_errors.go:20:5: non-boolean condition in if statement
// ./logical_errors.go:20:5: too many errors
