package main

type I interface{ M() }
type T struct{}

func (*T) M() {}

func main() {
	var i I
	switch i.(type) {
	case T:
	case *T:
	case int:
	case nothing:
	case 5:
	}
	switch x := i.(type) {
	case *T:
		fallthrough
	case nil:
		_ = x
	}
	_ = i.(type)
	_ = i.(T)
	_ = T{}.(I)
}

// Errors:
// ./type_switch_errors.go:11:7: impossible type switch case: T
// 	i (variable of interface type I) cannot have dynamic type T (method M has pointer receiver)
// ./type_switch_errors.go:13:7: impossible type switch case: int
// 	i (variable of interface type I) cannot have dynamic type int (missing method M)
// ./type_switch_errors.go:14:7: undefined: nothing
// ./type_switch_errors.go:15:7: 5 is not a type
// ./type_switch_errors.go:19:3: cannot fallthrough in type switch
// ./type_switch_errors.go:23:6: invalid syntax tree: use of .(type) outside type switch
// ./type_switch_errors.go:24:6: impossible type assertion: i.(T)
// 	T does not implement I (method M has pointer receiver)
// ./type_switch_errors.go:25:6: invalid operation: T{} (value of struct type T) is not an interface
