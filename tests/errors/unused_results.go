package main

import (
	"errors"
	"fmt"
	"strings"
)

func main() {
	errors.New("x")
	fmt.Sprintf("x")
	strings.ToUpper
	"a" + "b"
	fmt.Errorf
	(fmt.Println)
	struct{}{}
	[]string{"a"}
	&struct{}{}
	!true
}

// Errors:
// ./unused_results.go:12:2: strings.ToUpper (value of type func(s string) string) is not used
// ./unused_results.go:13:2: "a" + "b" (untyped string constant "ab") is not used
// ./unused_results.go:14:2: fmt.Errorf (value of type func(format string, a ...any) (err error)) is not used
// ./unused_results.go:15:2: (fmt.Println) (value of type func(a ...any) (n int, err error)) is not used
// ./unused_results.go:16:2: struct{}{} (value of type struct{}) is not used
// ./unused_results.go:17:2: []string{…} (value of type []string) is not used
// ./unused_results.go:18:2: &struct{}{} (value of type *struct{}) is not used
// ./unused_results.go:19:2: !true (untyped bool constant false) is not used
