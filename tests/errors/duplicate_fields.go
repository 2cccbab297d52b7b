package main

type S struct {
	a int
	b string
	a bool
}

type I interface {
	M()
	M() int
}

func f(a int, a string) (b int, b error) { return }

type E struct {
	S
	*S
}

type F struct{ f int }

func (F) f() {}

func main() {}

// Errors:
// ./duplicate_fields.go:6:2: a redeclared
// 	./duplicate_fields.go:4:2: other declaration of a
// ./duplicate_fields.go:11:2: duplicate method M
// 	./duplicate_fields.go:10:2: other declaration of method M
// ./duplicate_fields.go:14:15: a redeclared in this block
// 	./duplicate_fields.go:14:8: other declaration of a
// ./duplicate_fields.go:14:33: b redeclared in this block
// 	./duplicate_fields.go:14:26: other declaration of b
// ./duplicate_fields.go:14:44: result parameter b not in scope at return
// 	./duplicate_fields.go:14:26: inner declaration of var b error
// ./duplicate_fields.go:18:3: S redeclared
// 	./duplicate_fields.go:17:2: other declaration of S
// ./duplicate_fields.go:23:10: field and method with the same name f
// 	./duplicate_fields.go:21:16: other declaration of f
