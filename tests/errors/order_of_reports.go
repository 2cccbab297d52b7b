package main

import "os"

func late() int { undefined3(); return "x" }

var v string = 5

type T struct{ u undefined1 }

func main() {
	unused := 1
	undefined2()
}

const c int = "s"

func (T) m() missing { return nil }

// Errors:
// ./order_of_reports.go:3:8: "os" imported and not used
// ./order_of_reports.go:5:19: undefined: undefined3
// ./order_of_reports.go:5:40: cannot use "x" (untyped string constant) as int value in return statement
// ./order_of_reports.go:7:16: cannot use 5 (untyped int constant) as string value in variable declaration
// ./order_of_reports.go:9:18: undefined: undefined1
// ./order_of_reports.go:12:2: declared and not used: unused
// ./order_of_reports.go:13:2: undefined: undefined2
// ./order_of_reports.go:16:15: cannot use "s" (untyped string constant) as int value in constant declaration
// ./order_of_reports.go:18:14: undefined: missing
