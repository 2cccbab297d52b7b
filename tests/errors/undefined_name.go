package main

func main() {
	x := y + 1
	foo()
	var z T
	_ = x
	_ = z
	println(undefinedThing.field)
}

// Errors:
// ./undefined_name.go:4:7: undefined: y
// ./undefined_name.go:5:2: undefined: foo
// ./undefined_name.go:6:8: undefined: T
// ./undefined_name.go:9:10: undefined: undefinedThing
