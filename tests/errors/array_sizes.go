package main

const n = -1

var a [n]int
var b [1.5]int
var c ["a"]int
var d [1 << 62]int
var e [x]int
var x = 5
var f [2.0]int
var g [len("abc")]int
var h = [3]int{1, 2, 3, 4}
var i [3]int = [4]int{}
var j [undefined]int

func main() { _, _, _, _, _, _, _, _, _, _ = a, b, c, d, e, f, g, h, i, j }

// Errors:
// ./array_sizes.go:5:8: invalid array length n (untyped int constant -1)
// ./array_sizes.go:6:8: array length 1.5 (untyped float constant) must be integer
// ./array_sizes.go:7:8: array length "a" (untyped string constant) must be integer
// ./array_sizes.go:9:8: invalid array length x
// ./array_sizes.go:13:25: index 3 is out of bounds (>= 3)
// ./array_sizes.go:14:16: cannot use [4]int{} (value of type [4]int) as [3]int value in variable declaration
// ./array_sizes.go:15:8: undefined array length undefined or missing type constraint
