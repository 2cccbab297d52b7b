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
	**D
}
type D struct {
	[]int
}
type E struct {
	a int "tag" "two"
}

func main() {}

// Errors:
// ./struct_tags_and_embeds.go:12:3: syntax error: unexpected *, expected name
// ./struct_tags_and_embeds.go:15:2: syntax error: unexpected [, expected field name or embedded type
// ./struct_tags_and_embeds.go:18:14: syntax error: unexpected literal "two" in struct type; possibly missing semicolon or newline or }
