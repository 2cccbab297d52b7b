package main

type P struct{ x, y int }

func main() {
	_ = map[string]int{1: 1}
	_ = map[string]int{"a"}
	_ = []string{1, 2}
	_ = int{1}
	_ = []int{"a": 1}
	_ = &int{}
	_ = [2]P{{1, 2}, {3}}
	_ = []*P{{1, "a"}}
	_ = [...]int{}
	var a [...]int
	_ = a
	n := 3
	var b [n]int
	_ = b
}

// Errors:
// ./composite_literals2.go:6:21: cannot use 1 (untyped int constant) as string value in map literal
// ./composite_literals2.go:7:21: missing key in map literal
// ./composite_literals2.go:8:15: cannot use 1 (untyped int constant) as string value in array or slice literal
// ./composite_literals2.go:8:18: cannot use 2 (untyped int constant) as string value in array or slice literal
// ./composite_literals2.go:9:6: invalid composite literal type int
// ./composite_literals2.go:10:12: cannot convert "a" (untyped string constant) to type int
// ./composite_literals2.go:11:7: invalid composite literal type int
// ./composite_literals2.go:12:21: too few values in struct literal of type P
// ./composite_literals2.go:13:15: cannot use "a" (untyped string constant) as int value in struct literal
// ./composite_literals2.go:15:8: invalid use of [...] array (outside a composite literal)
// ./composite_literals2.go:15:8: too many errors
