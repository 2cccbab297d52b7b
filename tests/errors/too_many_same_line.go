package main

func main() {
	a1(); a2(); a3(); a4(); a5(); a6(); a7(); a8(); a9(); a10(); a11(); a12()
}

// Errors:
// ./too_many_same_line.go:4:2: undefined: a1
// ./too_many_same_line.go:4:8: undefined: a2
// ./too_many_same_line.go:4:14: undefined: a3
// ./too_many_same_line.go:4:20: undefined: a4
// ./too_many_same_line.go:4:26: undefined: a5
// ./too_many_same_line.go:4:32: undefined: a6
// ./too_many_same_line.go:4:38: undefined: a7
// ./too_many_same_line.go:4:44: undefined: a8
// ./too_many_same_line.go:4:50: undefined: a9
// ./too_many_same_line.go:4:56: undefined: a10
// ./too_many_same_line.go:4:56: too many errors
