package main

import (
	"fmt"
	"os"
)

func main() {
	x := fmt
	fmt.Println(os)
	fmt := fmt.Sprint("shadow")
	fmt.Println(fmt)
	var t os
	_ = x
	_ = t
	os = nil
}

// Errors:
// ./package_as_value.go:5:2: "os" imported and not used
// ./package_as_value.go:9:7: use of package fmt not in selector
// ./package_as_value.go:10:14: use of package os not in selector
// ./package_as_value.go:12:6: fmt.Println undefined (type string has no field or method Println)
// ./package_as_value.go:13:8: os (package name) is not a type
// ./package_as_value.go:16:2: use of package os not in selector
