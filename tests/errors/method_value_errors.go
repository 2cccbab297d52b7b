package main

type T struct{}

func (T) V()  {}
func (*T) P() {}

type I interface{ V() }

func main() {
	_ = T.P
	_ = T.V()
	T.V(1)
	T.V(T{}, 1)
	(*T).P(T{})
	I.V(T{}, 2)
	I.V(5)
	_ = T.X
	_ = I.P
	t := T{}
	t.V = nil
	_ = t.V == t.V
	_ = &t.V
	f := t.P
	f(1)
}

// Errors:
// ./method_value_errors.go:11:8: invalid method expression T.P (needs pointer receiver (*T).P)
// ./method_value_errors.go:12:6: not enough arguments in call to T.V
// 	have ()
// 	want (T)
// ./method_value_errors.go:12:6: T.V() (no value) used as value
// ./method_value_errors.go:13:6: cannot use 1 (untyped int constant) as T value in argument to T.V
// ./method_value_errors.go:14:11: too many arguments in call to T.V
// 	have (T, number)
// 	want (T)
// ./method_value_errors.go:15:9: cannot use T{} (value of struct type T) as *T value in argument to (*T).P
// ./method_value_errors.go:16:11: too many arguments in call to I.V
// 	have (T, number)
// 	want (I)
// ./method_value_errors.go:17:6: cannot use 5 (constant of type int) as I value in argument to I.V: int does not implement I (missing method V)
// ./method_value_errors.go:18:8: T.X undefined (type T has no field or method X)
// ./method_value_errors.go:19:8: I.P undefined (type I has no field or method P)
// ./method_value_errors.go:19:8: too many errors
