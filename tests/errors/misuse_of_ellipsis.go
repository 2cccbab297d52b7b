package main

func f(a ...int) {}

func main() {
	var x [...]int
	_ = [...]int{1, 2}
	f(1, 2...)
	s := []int{1}
	_ = append(s, s)
	_ = append(s...)
	f(s..., 1)
}

// Errors:
// ./misuse_of_ellipsis.go:8:10: syntax error: unexpected ., expected name or (
// ./misuse_of_ellipsis.go:12:10: syntax error: unexpected literal 1, expected )
