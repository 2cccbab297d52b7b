package main

func main() {
	a := [3]int{}
	s := []int{}
	_ = s[2:1]
	_ = a[:5]
	_ = "abc"[1:2:3]
	_ = "abc"[3:1]
	_ = s[:-1]
	_ = s["a":]
	x := 1
	_ = x[1:]
	_ = [3]int{}[:]
	_ = map[int]int{}[1:2]
	_ = s[1::2]
	_ = s[1:2:]
}

// Errors:
// ./slice_errors.go:6:10: invalid slice indices: 1 < 2
// ./slice_errors.go:7:9: invalid argument: index 5 out of bounds [0:4]
// ./slice_errors.go:8:16: invalid operation: 3-index slice of string
// ./slice_errors.go:9:14: invalid slice indices: 1 < 3
// ./slice_errors.go:10:9: invalid argument: index -1 (constant of type int) must not be negative
// ./slice_errors.go:11:8: cannot convert "a" (untyped string constant) to type int
// ./slice_errors.go:13:6: cannot slice x (variable of type int)
// ./slice_errors.go:14:6: cannot slice unaddressable value [3]int{} (value of type [3]int)
// ./slice_errors.go:16:10: middle index required in 3-index slice
// ./slice_errors.go:17:12: final index required in 3-index slice
// ./slice_errors.go:14:6: too many errors
