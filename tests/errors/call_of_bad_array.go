package main
type B [0x]int
func main() {
	var b B
	b()
	_ = b
}

// Errors:
// ./call_of_bad_array.go:2:11: hexadecimal literal has no digits
// ./call_of_bad_array.go:5:2: invalid operation: cannot call b (variable of invalid type type B): B is not a function
