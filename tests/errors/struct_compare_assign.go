package main

type A struct{ x int }
type B struct{ x int }
type C struct{ y int }

func main() {
	var a A
	var b B
	a = b
	_ = a == b
	a = A(b)
	_ = C(a)
	a = struct{ x int }{1}
	a = struct{ y int }{1}
	_ = a < b
	a.z = 1
	_ = a.x.y
	_ = &a.q
	a.x = "s"
	a.x()
}

// Errors:
// ./struct_compare_assign.go:10:6: cannot use b (variable of struct type B) as A value in assignment
// ./struct_compare_assign.go:11:11: invalid operation: a == b (mismatched types A and B)
// ./struct_compare_assign.go:13:8: cannot convert a (variable of struct type A) to type C
// ./struct_compare_assign.go:15:6: cannot use struct{y int}{…} (value of type struct{y int}) as A value in assignment
// ./struct_compare_assign.go:16:10: invalid operation: a < b (mismatched types A and B)
// ./struct_compare_assign.go:17:4: a.z undefined (type A has no field or method z)
// ./struct_compare_assign.go:18:10: a.x.y undefined (type int has no field or method y)
// ./struct_compare_assign.go:19:9: a.q undefined (type A has no field or method q)
// ./struct_compare_assign.go:20:8: cannot use "s" (untyped string constant) as int value in assignment
// ./struct_compare_assign.go:21:2: invalid operation: cannot call a.x (variable of type int): int is not a function
// ./struct_compare_assign.go:21:2: too many errors
