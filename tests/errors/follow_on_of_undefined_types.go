package main

type (
	A = Undefined
	B A
	C []string
)

func int32(s []int32, i int) {}

func main() {
	b := B{"q"}
	var s []string = b
	b = s
	var c C = b
	b = c
	int32(1)
	_ = [0x]int8{1}
}

// Errors:
// ./follow_on_of_undefined_types.go:4:6: undefined: Undefined
// ./follow_on_of_undefined_types.go:9:16: int32 (function) is not a type
// ./follow_on_of_undefined_types.go:14:6: cannot use s (variable of type []string) as B value in assignment
// ./follow_on_of_undefined_types.go:16:6: cannot use c (variable of slice type C) as B value in assignment
// ./follow_on_of_undefined_types.go:17:8: not enough arguments in call to int32
// 	have (number)
// 	want ([]invalid type, int)
// ./follow_on_of_undefined_types.go:18:9: hexadecimal literal has no digits
