package main

const a = 1 / 0
const b = f()
const c int = "x"
const d
const e = len([]int{1})
const f1, g1 = 1
const h = nil
const i []int = nil
const j uint8 = 255 + 1
const k = 1 << -1

func f() int { return 1 }

func main() {
	const x = 5
	x = 6
	x++
	_ = &x
	y := 10
	const z = y
}

// Errors:
// ./const_errors.go:3:15: invalid operation: division by zero
// ./const_errors.go:4:11: f() (value of type int) is not constant
// ./const_errors.go:5:15: cannot use "x" (untyped string constant) as int value in constant declaration
// ./const_errors.go:6:7: missing init expr for d
// ./const_errors.go:7:11: len([]int{…}) (value of type int) is not constant
// ./const_errors.go:8:11: missing init expr for g1
// ./const_errors.go:9:11: nil is not constant
// ./const_errors.go:10:9: invalid constant type []int
// ./const_errors.go:11:17: cannot use 255 + 1 (untyped int constant 256) as uint8 value in constant declaration (overflows)
// ./const_errors.go:12:16: invalid operation: negative shift count -1 (untyped int constant)
// ./const_errors.go:12:16: too many errors
