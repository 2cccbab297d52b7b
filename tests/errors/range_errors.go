package main

func main() {
	for i := range 1.5 {
	}
	for i, j := range 10 {
	}
	for i := range true {
	}
	var p *[]int
	for range p {
	}
	for i, j, k := range []int{} {
	}
	var s string
	for s = range []int{1} {
	}
	for _, s = range []int{1} {
	}
	var st struct{}
	for range st {
	}
	for i := range main {
	}
}

// Errors:
// ./range_errors.go:4:17: cannot range over 1.5 (untyped float constant)
// ./range_errors.go:6:9: range over 10 (untyped int constant) permits only one iteration variable
// ./range_errors.go:8:17: cannot range over true (untyped bool constant)
// ./range_errors.go:11:12: cannot range over p (variable of type *[]int)
// ./range_errors.go:13:12: range clause permits at most two iteration variables
// ./range_errors.go:15:6: declared and not used: s
// ./range_errors.go:16:6: cannot use s (value of type int) as string value in assignment
// ./range_errors.go:18:9: cannot use s (value of type int) as string value in assignment
// ./range_errors.go:21:12: cannot range over st (variable of type struct{})
// ./range_errors.go:23:17: cannot range over main (value of type func()): func must be func(yield func(...) bool): wrong argument count
// ./range_errors.go:15:6: too many errors
