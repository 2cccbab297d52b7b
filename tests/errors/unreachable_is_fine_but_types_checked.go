package main

func f() int {
	return 1
	x := "a" + 1
	return x
}

func main() {
	for {
	}
	undefinedAfter()
}

// Errors:
// ./unreachable_is_fine_but_types_checked.go:5:7: invalid operation: "a" + 1 (mismatched types untyped string and untyped int)
// ./unreachable_is_fine_but_types_checked.go:12:2: undefined: undefinedAfter
