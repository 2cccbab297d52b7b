package main

func main() {
	a := [3]int{}
	s := []int{}
	m := map[string]int{}
	_ = a[3]
	_ = a[-1]
	_ = s[-1]
	_ = s["x"]
	_ = m[1]
	_ = "abc"[5]
	x := 1
	_ = x[0]
	_ = a[1.5]
	var p *[]int
	_ = p[0]
	_ = s[1<<70]
}

// Errors:
// ./index_errors.go:7:8: invalid argument: index 3 out of bounds [0:3]
// ./index_errors.go:8:8: invalid argument: index -1 (constant of type int) must not be negative
// ./index_errors.go:9:8: invalid argument: index -1 (constant of type int) must not be negative
// ./index_errors.go:10:8: cannot convert "x" (untyped string constant) to type int
// ./index_errors.go:11:8: cannot use 1 (untyped int constant) as string value in map index
// ./index_errors.go:12:12: invalid argument: index 5 out of bounds [0:3]
// ./index_errors.go:14:7: cannot index x (variable of type int)
// ./index_errors.go:15:8: 1.5 (untyped float constant) truncated to int
// ./index_errors.go:17:7: cannot index p (variable of type *[]int)
// ./index_errors.go:18:8: 1 << 70 (untyped int constant 1180591620717411303424) overflows int
// ./index_errors.go:18:8: too many errors
