package main

func main() {
	x := nil
	var y = nil
	_ = nil
	nil.foo()
	nil()
	_ = *nil
	nil := 5
	_ = nil
	_, _ = x, y
}

// Errors:
// ./nil_use.go:4:7: use of untyped nil in assignment
// ./nil_use.go:5:10: use of untyped nil in variable declaration
// ./nil_use.go:6:6: use of untyped nil in assignment to _ identifier
// ./nil_use.go:7:6: nil.foo undefined (type untyped nil has no field or method foo)
// ./nil_use.go:8:2: invalid operation: cannot call nil: untyped nil is not a function
// ./nil_use.go:9:7: invalid operation: cannot indirect nil
