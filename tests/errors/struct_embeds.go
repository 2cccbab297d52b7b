package main

type I interface{ M() }
type P *int
type A struct {
	*I
}
type B struct {
	P
}
type C struct {
	*P
}
type D struct {
	int
	*int
}
type X1 struct{ v int }
type X2 struct{ v int }
type Y struct {
	X1
	X2
}

func main() {
	var y Y
	y.v = 1
	_ = Y{v: 1}
	_ = y.X1.v
	y.X3.v = 2
}

// Errors:
// ./struct_embeds.go:6:2: embedded field type cannot be a pointer to an interface
// ./struct_embeds.go:9:2: embedded field type cannot be a pointer
// ./struct_embeds.go:12:2: embedded field type cannot be a pointer
// ./struct_embeds.go:16:3: int redeclared
// 	./struct_embeds.go:15:2: other declaration of int
// ./struct_embeds.go:27:4: ambiguous selector y.v
// ./struct_embeds.go:28:8: unknown field v in struct literal of type Y
// ./struct_embeds.go:30:4: y.X3 undefined (type Y has no field or method X3)
