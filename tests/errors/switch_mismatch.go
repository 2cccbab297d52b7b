package main

func main() {
	x := 1
	switch x {
	case "a":
	case 1.5:
	case nil:
	}
	switch {
	case x:
	case 1:
	}
	var f func()
	switch f {
	case nil:
	case f:
	}
	switch x := x.(type) {
	}
	var e error
	switch e.(type) {
	case int:
	case error, interface{ Foo() }:
	}
	switch y := e.(type) {
	}
}

// Errors:
// ./switch_mismatch.go:6:7: cannot convert "a" (untyped string constant) to type int
// ./switch_mismatch.go:7:7: 1.5 (untyped float constant) truncated to int
// ./switch_mismatch.go:8:7: cannot convert nil to type int
// ./switch_mismatch.go:11:7: invalid case x in switch on true (mismatched types int and bool)
// ./switch_mismatch.go:12:7: cannot convert 1 (untyped int constant) to type bool
// ./switch_mismatch.go:17:7: invalid case f in switch on f (func can only be compared to nil)
// ./switch_mismatch.go:19:9: x declared and not used
// ./switch_mismatch.go:19:14: x (variable of type int) is not an interface
// ./switch_mismatch.go:23:7: impossible type switch case: int
// 	e (variable of interface type error) cannot have dynamic type int (missing method Error)
// ./switch_mismatch.go:26:9: y declared and not used
// ./switch_mismatch.go:26:9: too many errors
