package main

type T struct{}

func (*T) M() {}
func f() T    { return T{} }

func main() {
	f().M()
	T{}.M()
	map[int]T{}[0].M()
	var i interface{} = T{}
	i.M()
	_ = T.M
	_ = (*T).M
	var p **T
	p.M()
	_ = &f()
	_ = *5
	x := 1
	*x = 2
}

// Errors:
// ./address_errors.go:9:6: cannot call pointer method M on T
// ./address_errors.go:10:6: cannot call pointer method M on T
// ./address_errors.go:11:17: cannot call pointer method M on T
// ./address_errors.go:13:4: i.M undefined (type interface{} has no field or method M)
// ./address_errors.go:14:8: invalid method expression T.M (needs pointer receiver (*T).M)
// ./address_errors.go:17:4: p.M undefined (type **T has no field or method M)
// ./address_errors.go:18:7: invalid operation: cannot take address of f() (value of struct type T)
// ./address_errors.go:19:7: invalid operation: cannot indirect 5 (untyped int constant)
// ./address_errors.go:21:3: invalid operation: cannot indirect x (variable of type int)
