package main

func main() {
	defer 1
	go println
	defer recover
	defer int(5)
	defer len("a")
	go append([]int{}, 1)
	defer (func() {})
	defer func() {}
	go func() {}
	defer (println())
}

// Errors:
// ./defer_go_errors.go:4:8: expression in defer must be function call
// ./defer_go_errors.go:5:5: expression in go must be function call
// ./defer_go_errors.go:6:8: expression in defer must be function call
// ./defer_go_errors.go:7:8: defer requires function call, not conversion int(5) (constant 5 of type int)
// ./defer_go_errors.go:8:8: defer discards result of len("a") (constant 1 of type int)
// ./defer_go_errors.go:9:5: go discards result of append([]int{}, 1) (value of type []int)
// ./defer_go_errors.go:10:8: expression in defer must not be parenthesized
// ./defer_go_errors.go:10:9: expression in defer must be function call
// ./defer_go_errors.go:11:8: expression in defer must be function call
// ./defer_go_errors.go:13:8: expression in defer must not be parenthesized
// ./defer_go_errors.go:11:8: too many errors
