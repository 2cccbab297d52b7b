package main

func f(b bool)         {}
func g(p *int)         {}
func h(x ...interface{}) {}

func main() {
	f(nil)
	f(1)
	f("true")
	g(0)
	g(false)
	var s string = nil
	var i int = nil
	var st struct{} = nil
	h(nil, undefinedX)
	if nil == nil {
	}
	return nil
}

// Errors:
// ./untyped_nil_and_bool.go:8:4: cannot use nil as bool value in argument to f
// ./untyped_nil_and_bool.go:9:4: cannot use 1 (untyped int constant) as bool value in argument to f
// ./untyped_nil_and_bool.go:10:4: cannot use "true" (untyped string constant) as bool value in argument to f
// ./untyped_nil_and_bool.go:11:4: cannot use 0 (untyped int constant) as *int value in argument to g
// ./untyped_nil_and_bool.go:12:4: cannot use false (untyped bool constant) as *int value in argument to g
// ./untyped_nil_and_bool.go:13:17: cannot use nil as string value in variable declaration
// ./untyped_nil_and_bool.go:14:14: cannot use nil as int value in variable declaration
// ./untyped_nil_and_bool.go:15:20: cannot use nil as struct{} value in variable declaration
// ./untyped_nil_and_bool.go:16:9: undefined: undefinedX
// ./untyped_nil_and_bool.go:17:12: invalid operation: nil == nil (operator == not defined on untyped nil)
// ./untyped_nil_and_bool.go:17:12: too many errors
