package main

func main() {
	x := recover() + 1
	var e error = recover()
	if recover() == "a" && recover() {
	}
	s := recover().(string)
	s = 5
	defer panic
	_ = panic("x")
	_, _ = x, e
}

// Errors:
// ./recover_misuse.go:4:7: invalid operation: recover() + 1 (mismatched types interface{} and untyped int)
// ./recover_misuse.go:5:16: cannot use recover() (value of type interface{}) as error value in variable declaration: interface{} does not implement error (missing method Error)
// ./recover_misuse.go:6:5: invalid operation: recover() == "a" && recover() (mismatched types bool and interface{})
// ./recover_misuse.go:8:2: declared and not used: s
// ./recover_misuse.go:9:6: cannot use 5 (untyped int constant) as string value in assignment
// ./recover_misuse.go:10:8: expression in defer must be function call
// ./recover_misuse.go:11:6: panic("x") (no value) used as value
