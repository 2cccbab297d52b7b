package main

type celsius float64

func main() {
	var a int = "s"
	var b string = 1
	var c float64 = "x"
	a = 2.5
	a = "t"
	b = 'x'
	var d celsius = 1
	var e float64 = d
	var f []int = [3]int{}
	var g *int = a
	_, _, _, _, _, _ = b, c, e, f, g, a
}

// Errors:
// ./assign_mismatch_types.go:6:14: cannot use "s" (untyped string constant) as int value in variable declaration
// ./assign_mismatch_types.go:7:17: cannot use 1 (untyped int constant) as string value in variable declaration
// ./assign_mismatch_types.go:8:18: cannot use "x" (untyped string constant) as float64 value in variable declaration
// ./assign_mismatch_types.go:9:6: cannot use 2.5 (untyped float constant) as int value in assignment (truncated)
// ./assign_mismatch_types.go:10:6: cannot use "t" (untyped string constant) as int value in assignment
// ./assign_mismatch_types.go:11:6: cannot use 'x' (untyped rune constant 120) as string value in assignment
// ./assign_mismatch_types.go:13:18: cannot use d (variable of float64 type celsius) as float64 value in variable declaration
// ./assign_mismatch_types.go:14:16: cannot use [3]int{} (value of type [3]int) as []int value in variable declaration
// ./assign_mismatch_types.go:15:15: cannot use a (variable of type int) as *int value in variable declaration
