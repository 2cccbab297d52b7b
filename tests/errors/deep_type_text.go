package main

type node struct{ next *node }

func main() {
	var a map[string][]func(int, ...string) (<-chan *node, error)
	var b struct {
		x, y int
		z    interface {
			M(a int) (b string)
			N()
		}
	}
	a = 1
	b = 2
	var c [3]*[]chan<- chan struct{} = nil
	var d int = a
	var e string = b
	var f func() (a int, b string) = 5
	var g interface{} = nil
	var h int = g
	_, _, _, _, _ = c, d, e, f, h
}

// Errors:
// ./deep_type_text.go:14:6: cannot use 1 (untyped int constant) as map[string][]func(int, ...string) (<-chan *node, error) value in assignment
// ./deep_type_text.go:15:6: cannot use 2 (untyped int constant) as struct{x int; y int; z interface{M(a int) (b string); N()}} value in assignment
// ./deep_type_text.go:16:37: cannot use nil as [3]*[]chan<- chan struct{} value in variable declaration
// ./deep_type_text.go:17:14: cannot use a (variable of type map[string][]func(int, ...string) (<-chan *node, error)) as int value in variable declaration
// ./deep_type_text.go:18:17: cannot use b (variable of type struct{x int; y int; z interface{M(a int) (b string); N()}}) as string value in variable declaration
// ./deep_type_text.go:19:35: cannot use 5 (untyped int constant) as func() (a int, b string) value in variable declaration
// ./deep_type_text.go:21:14: cannot use g (variable of type interface{}) as int value in variable declaration: need type assertion
