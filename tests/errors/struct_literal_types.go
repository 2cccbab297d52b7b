package main

type T struct {
	a int
	b string
	c []int
	d map[string]T
	e *T
	f func()
}

func main() {
	_ = T{a: "x"}
	_ = T{b: 1}
	_ = T{c: 5}
	_ = T{d: map[string]int{}}
	_ = T{e: T{}}
	_ = T{f: main()}
	_ = T{1, "b", nil, nil, nil}
	_ = T{T.a: 1}
	_ = T{"a": 1}
	_ = T{a, b}
}

// Errors:
// ./struct_literal_types.go:13:11: cannot use "x" (untyped string constant) as int value in struct literal
// ./struct_literal_types.go:14:11: cannot use 1 (untyped int constant) as string value in struct literal
// ./struct_literal_types.go:15:11: cannot use 5 (untyped int constant) as []int value in struct literal
// ./struct_literal_types.go:16:11: cannot use map[string]int{} (value of type map[string]int) as map[string]T value in struct literal
// ./struct_literal_types.go:17:11: cannot use T{} (value of struct type T) as *T value in struct literal
// ./struct_literal_types.go:18:11: main() (no value) used as value
// ./struct_literal_types.go:19:29: too few values in struct literal of type T
// ./struct_literal_types.go:20:8: invalid field name T.a in struct literal
// ./struct_literal_types.go:21:8: invalid field name "a" in struct literal
// ./struct_literal_types.go:22:8: undefined: a
// ./struct_literal_types.go:22:8: too many errors
