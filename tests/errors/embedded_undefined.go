package main
type S struct { X; a int }
type T struct { *X; Y }
type Y struct { S }
type U struct { X.Z }
type I interface { X; m() }
func main() {
	var s S; s.b(); s.a = 1; s.X = 1; S.b(); _ = S{b: 1}
	var t T; t.b(); t.Y.c = 1; t.X.d = 1; (&t).e()
	var u U; u.f(); u.Z = 1
	var i I; i.g(); i.m()
	var e interface{ q() } = s
	e = t; e = &u; e = i; _ = e.(S); _ = e.(I)
}

// Errors:
// ./embedded_undefined.go:2:17: undefined: X
// ./embedded_undefined.go:3:18: undefined: X
// ./embedded_undefined.go:5:17: undefined: X
// ./embedded_undefined.go:6:20: undefined: X
// ./embedded_undefined.go:8:13: s.b undefined (type S has no field or method b)
// ./embedded_undefined.go:8:38: S.b undefined (type S has no field or method b)
// ./embedded_undefined.go:8:49: unknown field b in struct literal of type S
// ./embedded_undefined.go:9:13: t.b undefined (type T has no field or method b)
// ./embedded_undefined.go:9:22: t.Y.c undefined (type Y has no field or method c)
// ./embedded_undefined.go:9:45: (&t).e undefined (type *T has no field or method e)
// ./embedded_undefined.go:9:45: too many errors
