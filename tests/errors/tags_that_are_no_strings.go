package main

type T struct {
	a    int "fine"
	b    int 'x'
	c    int 5
	d, e int 1.5
	f    x   `raw`
}

func main() {}

// Errors:
// ./tags_that_are_no_strings.go:5:11: invalid syntax tree: incorrect tag syntax: "'x'"
// ./tags_that_are_no_strings.go:6:11: invalid syntax tree: incorrect tag syntax: "5"
// ./tags_that_are_no_strings.go:7:11: invalid syntax tree: incorrect tag syntax: "1.5"
// ./tags_that_are_no_strings.go:8:7: undefined: x
