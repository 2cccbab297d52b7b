package main

var x = [2][4]int8{[0x]int8{1}, {}}

func main() {}

// Errors:
// ./literals_of_bad_arrays.go:3:20: cannot use [0x]int8{…} (value with invalid type) as [4]int8 value in array or slice literal
// ./literals_of_bad_arrays.go:3:23: hexadecimal literal has no digits
