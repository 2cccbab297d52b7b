package main

import (
	"fmt"
	"strings"
)

func main() {
	var b strings.Builder
	b.writeString("x")
	b.Writestring("x")
	fmt.Sprintff("x")
	fmt.Printf
	var r fmt.stringer
	_ = r
	fmt.Stringer.String()
	_ = fmt
	fmt = nil
}

// Errors:
// ./unexported_method_names.go:10:4: b.writeString undefined (type strings.Builder has no field or method writeString, but does have method WriteString)
// ./unexported_method_names.go:11:4: b.Writestring undefined (type strings.Builder has no field or method Writestring, but does have method WriteString)
// ./unexported_method_names.go:12:6: undefined: fmt.Sprintff
// ./unexported_method_names.go:13:2: fmt.Printf (value of type func(format string, a ...any) (n int, err error)) is not used
// ./unexported_method_names.go:14:12: undefined: fmt.stringer (but have Stringer)
// ./unexported_method_names.go:16:2: not enough arguments in call to fmt.Stringer.String
// 	have ()
// 	want (fmt.Stringer)
// ./unexported_method_names.go:17:6: use of package fmt not in selector
// ./unexported_method_names.go:18:2: use of package fmt not in selector
