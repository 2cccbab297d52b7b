package main
type S struct { X }
type X struct { Undefined }
func (s S) p() { s.q(); s.Undefined = 1; s.X.r() }
func main() { S{}.z(); var f func() = S{}.y; S.w(S{}); (*S).v(nil); _ = S{}.z + 1; _ = f }

// Errors:
// ./embedded_undefined_deeper.go:3:17: undefined: Undefined
// ./embedded_undefined_deeper.go:4:20: s.q undefined (type S has no field or method q)
// ./embedded_undefined_deeper.go:4:46: s.X.r undefined (type X has no field or method r)
// ./embedded_undefined_deeper.go:5:19: S{}.z undefined (type S has no field or method z)
// ./embedded_undefined_deeper.go:5:43: S{}.y undefined (type S has no field or method y)
// ./embedded_undefined_deeper.go:5:48: S.w undefined (type S has no field or method w)
// ./embedded_undefined_deeper.go:5:61: (*S).v undefined (type *S has no field or method v)
// ./embedded_undefined_deeper.go:5:77: S{}.z undefined (type S has no field or method z)
