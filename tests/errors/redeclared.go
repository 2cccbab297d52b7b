package main

import "fmt"

var x int
var x string

func f() {}
func f() int { return 1 }

type T struct{}
type T int

const fmt = 1

func (T) M() {}
func (T) M() {}

func main() {
	var a int
	var a string
	_ = a
}

func main() {}

// Errors:
// ./redeclared.go:3:8: "fmt" imported and not used
// ./redeclared.go:6:5: x redeclared in this block
// 	./redeclared.go:5:5: other declaration of x
// ./redeclared.go:9:6: f redeclared in this block
// 	./redeclared.go:8:6: other declaration of f
// ./redeclared.go:12:6: T redeclared in this block
// 	./redeclared.go:11:6: other declaration of T
// ./redeclared.go:14:7: fmt already declared through import of package fmt ("fmt")
// 	./redeclared.go:3:8: other declaration of fmt
// ./redeclared.go:17:10: method T.M already declared at ./redeclared.go:16:10
// ./redeclared.go:21:6: a redeclared in this block
// 	./redeclared.go:20:6: other declaration of a
// ./redeclared.go:25:6: main redeclared in this block
// 	./redeclared.go:19:6: other declaration of main
