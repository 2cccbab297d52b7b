package main

func main() {
	int := 5
	var x int
	string := "s"
	_ = string(65)
	true := false
	if true {
	}
	len := 3
	_ = len("abc")
	_, _ = x, int
	error := 1
	var e error
}

// Errors:
// ./shadowed_types.go:5:8: int (local variable) is not a type
// ./shadowed_types.go:7:6: invalid operation: cannot call string (variable of type string): string is not a function
// ./shadowed_types.go:12:6: invalid operation: cannot call len (variable of type int): int is not a function
// ./shadowed_types.go:15:6: declared and not used: e
// ./shadowed_types.go:15:8: error (local variable) is not a type
