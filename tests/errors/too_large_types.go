package main

var c chan [2 << 16]byte

type T struct{ x [1 << 60]int }

var t *T

type U [1 << 62]int64

var u *U

type Two struct{ a, b [1 << 49]byte }

type half [1 << 49]byte

func main() {}

// Errors:
// ./too_large_types.go:3:5: channel element type too large (>64kB)
// ./too_large_types.go:5:6: type [1152921504606846976]int larger than address space
// ./too_large_types.go:9:6: type [4611686018427387904]int64 larger than address space
