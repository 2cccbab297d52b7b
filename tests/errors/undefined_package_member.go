package main

import (
	"fmt"
	"strings"
)

func main() {
	fmt.Printn("x")
	fmt.println("x")
	var b strings.builder
	_ = b
	_ = strings.Nope
}

// Errors:
// ./undefined_package_member.go:9:6: undefined: fmt.Printn
// ./undefined_package_member.go:10:6: undefined: fmt.println (but have Println)
// ./undefined_package_member.go:11:16: undefined: strings.builder (but have Builder)
// ./undefined_package_member.go:13:14: undefined: strings.Nope
