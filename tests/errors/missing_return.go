package main

func a() int {
}

func b(x int) int {
	if x > 0 {
		return 1
	}
}

func c(x int) int {
	for x < 10 {
		return 1
	}
}

func d(x int) int {
	switch x {
	case 1:
		return 1
	}
}

func e(x int) int {
L:
	for {
		break L
	}
}

func f() int {
	for {
	}
}

func g() int { panic(1) }

func h(x int) int {
	switch {
	case x > 1:
		return 1
	default:
		break
	}
}

func i(c chan int) int {
	select {
	case <-c:
		return 1
	}
}

func main() {
	_ = func() int {}
}

// Errors:
// ./missing_return.go:4:1: missing return
// ./missing_return.go:10:1: missing return
// ./missing_return.go:16:1: missing return
// ./missing_return.go:23:1: missing return
// ./missing_return.go:30:1: missing return
// ./missing_return.go:46:1: missing return
// ./missing_return.go:56:18: missing return
