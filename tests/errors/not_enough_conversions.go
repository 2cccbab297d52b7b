package main

type T struct{ a int }
type I interface{ M() }

func main() {
	_ = int("5")
	_ = string(1.5)
	_ = []byte(5)
	_ = T(1)
	_ = (*int)(5)
	_ = I(T{})
	_ = int()
	_ = int(1, 2)
	_ = []int([]string{})
	_ = bool(1)
	_ = func()(1)
	_ = map[string]int(nil, nil)
}

// Errors:
// ./not_enough_conversions.go:17:13: syntax error: unexpected literal 1, expected )
