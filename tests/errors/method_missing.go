package main

type I interface {
	A()
	B(int) string
}

type none struct{}
type one struct{}

func (one) A() {}

type ptr struct{}

func (*ptr) A()             {}
func (*ptr) B(int) string   { return "" }

type wrong struct{}

func (wrong) A()       {}
func (wrong) B() string { return "" }

type cased struct{}

func (cased) a()           {}
func (cased) B(int) string { return "" }

func take(I) {}

func give() I { return none{} }

func main() {
	var i I = none{}
	i = one{}
	i = ptr{}
	i = &ptr{}
	i = wrong{}
	i = cased{}
	take(5)
	take(nil)
	_ = []I{none{}}
	_ = map[string]I{"a": one{}}
	_ = i.(wrong)
	var p *I
	p.A()
}

// Errors:
// ./method_missing.go:30:24: cannot use none{} (value of struct type none) as I value in return statement: none does not implement I (missing method A)
// ./method_missing.go:33:12: cannot use none{} (value of struct type none) as I value in variable declaration: none does not implement I (missing method A)
// ./method_missing.go:34:6: cannot use one{} (value of struct type one) as I value in assignment: one does not implement I (missing method B)
// ./method_missing.go:35:6: cannot use ptr{} (value of struct type ptr) as I value in assignment: ptr does not implement I (method A has pointer receiver)
// ./method_missing.go:37:6: cannot use wrong{} (value of struct type wrong) as I value in assignment: wrong does not implement I (wrong type for method B)
// 		have B() string
// 		want B(int) string
// ./method_missing.go:38:6: cannot use cased{} (value of struct type cased) as I value in assignment: cased does not implement I (missing method A)
// 		have a()
// 		want A()
// ./method_missing.go:39:7: cannot use 5 (constant of type int) as I value in argument to take: int does not implement I (missing method A)
// ./method_missing.go:41:10: cannot use none{} (value of struct type none) as I value in array or slice literal: none does not implement I (missing method A)
// ./method_missing.go:42:24: cannot use one{} (value of struct type one) as I value in map literal: one does not implement I (missing method B)
// ./method_missing.go:43:6: impossible type assertion: i.(wrong)
// 	wrong does not implement I (wrong type for method B)
// 		have B() string
// 		want B(int) string
// ./method_missing.go:43:6: too many errors
