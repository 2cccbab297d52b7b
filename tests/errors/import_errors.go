package main

import (
	"fmt"
	"fmt"
	f "fmt"
	. "strings"
	_ "os"
	m "math"
)

var fmt = 1

func main() {
	f.Println(m.Pi)
	ToUpper2("x")
}

// Errors:
// ./import_errors.go:4:2: "fmt" imported and not used
// ./import_errors.go:5:2: fmt redeclared in this block
// 	./import_errors.go:4:2: other declaration of fmt
// ./import_errors.go:5:2: "fmt" imported and not used
// ./import_errors.go:7:2: "strings" imported and not used
// ./import_errors.go:12:5: fmt already declared through import of package fmt ("fmt")
// 	./import_errors.go:4:2: other declaration of fmt
// ./import_errors.go:16:2: undefined: ToUpper2
