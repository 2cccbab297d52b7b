package main

import "strings"

func (int) A()             {}
func (x undefinedT) B()    {}
func (b strings.Builder) C() {}
func (p **T) D()           {}
func (i I) E()             {}
func (a, b T) F()          {}
func () G()                {}
func (p P) H()             {}
func (x []T) J()           {}

type T struct{}
type I interface{ M() }
type P *T

func main() {}

// Errors:
// ./receiver_errors.go:5:7: cannot define new methods on non-local type int
// ./receiver_errors.go:6:9: undefined: undefinedT
// ./receiver_errors.go:7:9: cannot define new methods on non-local type strings.Builder
// ./receiver_errors.go:8:10: invalid receiver type **T
// ./receiver_errors.go:9:9: invalid receiver type I (pointer or interface type)
// ./receiver_errors.go:10:15: method has multiple receivers
// ./receiver_errors.go:11:9: method has no receiver
// ./receiver_errors.go:12:9: invalid receiver type P (pointer or interface type)
// ./receiver_errors.go:13:9: invalid receiver type []T
