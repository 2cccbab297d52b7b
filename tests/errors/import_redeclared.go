package main

import (
	"fmt"
	"fmt"
	strings "fmt"
	"strings"
)

func main() {
	fmt.Println(strings.ToUpper("x"))
}

// Errors:
// ./import_redeclared.go:5:2: fmt redeclared in this block
// 	./import_redeclared.go:4:2: other declaration of fmt
// ./import_redeclared.go:5:2: "fmt" imported and not used
// ./import_redeclared.go:7:2: strings redeclared in this block
// 	./import_redeclared.go:6:2: other declaration of strings
// ./import_redeclared.go:7:2: "strings" imported and not used
// ./import_redeclared.go:11:22: undefined: strings.ToUpper
