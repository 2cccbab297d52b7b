package main

type P struct{ x int }

func f() P   { return P{} }
func g() int { return 1 }

func main() {
	f().x = 1
	g() = 2
	1 = 2
	m := map[string]P{}
	m["a"].x = 3
	"abc"[0] = 'x'
	s := "str"
	s[0] = 'a'
	_ = &g()
	_ = &m["a"]
	_ = &1
	(1 + 2) = 3
	g()++
	f = nil
	P = 1
	nil = 1
}

// Errors:
// ./lvalue_errors.go:9:2: cannot assign to f().x (neither addressable nor a map index expression)
// ./lvalue_errors.go:10:2: cannot assign to g() (neither addressable nor a map index expression)
// ./lvalue_errors.go:11:2: cannot assign to 1 (neither addressable nor a map index expression)
// ./lvalue_errors.go:13:2: cannot assign to struct field m["a"].x in map
// ./lvalue_errors.go:14:2: cannot assign to "abc"[0] (neither addressable nor a map index expression)
// ./lvalue_errors.go:16:2: cannot assign to s[0] (neither addressable nor a map index expression)
// ./lvalue_errors.go:17:7: invalid operation: cannot take address of g() (value of type int)
// ./lvalue_errors.go:18:7: invalid operation: cannot take address of m["a"] (map index expression of struct type P)
// ./lvalue_errors.go:19:7: invalid operation: cannot take address of 1 (untyped int constant)
// ./lvalue_errors.go:20:2: cannot assign to (1 + 2) (neither addressable nor a map index expression)
// ./lvalue_errors.go:20:2: too many errors
