package main

const a = "x" + 1
const b = "x" - "y"
const c = true + true
const d = !5
const e = -"a"
const f = "a" < 1
const g = 1 && true
const h = 5 % 0.0
const i = 'a' + "b"
const j uint = -1
const k = ^1.5
const l = len(5)

func main() {}

// Errors:
// ./const_ops.go:3:11: invalid operation: "x" + 1 (mismatched types untyped string and untyped int)
// ./const_ops.go:4:11: invalid operation: operator - not defined on "x" (untyped string constant)
// ./const_ops.go:5:11: invalid operation: operator + not defined on true (untyped bool constant)
// ./const_ops.go:6:12: invalid operation: operator ! not defined on 5 (untyped int constant)
// ./const_ops.go:7:12: invalid operation: operator - not defined on "a" (untyped string constant)
// ./const_ops.go:8:17: invalid operation: "a" < 1 (mismatched types untyped string and untyped int)
// ./const_ops.go:9:11: invalid operation: 1 && true (mismatched types untyped int and untyped bool)
// ./const_ops.go:10:11: invalid operation: operator % not defined on 5 (untyped float constant)
// ./const_ops.go:11:11: invalid operation: 'a' + "b" (mismatched types untyped rune and untyped string)
// ./const_ops.go:12:16: cannot use -1 (untyped int constant) as uint value in constant declaration (overflows)
// ./const_ops.go:12:16: too many errors
