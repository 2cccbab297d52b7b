package main
type B [0x]int
func main() {
	var b B
	for range b {}
	_ = b
}

// Errors:
// ./range_over_bad_array.go:2:11: hexadecimal literal has no digits
// ./range_over_bad_array.go:5:12: cannot range over b (variable of invalid type type B)
