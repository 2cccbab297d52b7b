package main

func f() int { return 1 }

func main() {
	1
	x := 2
	x
	x + 1
	f
	f()
	-x
	len("abc")
	append([]int{}, 1)
	[]int{1}[0]
	func() {}
	<-make(chan int)
	x == 2
	int(x)
	"str"
	cap([]int{})
}

// Errors:
// ./expression_unused.go:6:2: 1 (untyped int constant) is not used
// ./expression_unused.go:8:2: x (variable of type int) is not used
// ./expression_unused.go:9:2: x + 1 (value of type int) is not used
// ./expression_unused.go:10:2: f (value of type func() int) is not used
// ./expression_unused.go:12:2: -x (value of type int) is not used
// ./expression_unused.go:13:2: len("abc") (constant 3 of type int) is not used
// ./expression_unused.go:14:2: append([]int{}, 1) (value of type []int) is not used
// ./expression_unused.go:15:2: []int{…}[0] (variable of type int) is not used
// ./expression_unused.go:16:2: func() {} (value of type func()) is not used
// ./expression_unused.go:18:2: x == 2 (untyped bool value) is not used
// ./expression_unused.go:18:2: too many errors
