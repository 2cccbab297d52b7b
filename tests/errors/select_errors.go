package main

func main() {
	c := make(chan int)
	x := 1
	select {
	case x:
	case x := 5:
	case c:
	case <-x:
	case c <- "a":
	default:
	default:
	}
}

// Errors:
// ./select_errors.go:7:7: select case must be send or receive (possibly with assignment)
// ./select_errors.go:8:7: select case must be send or receive (possibly with assignment)
// ./select_errors.go:9:7: select case must be send or receive (possibly with assignment)
// ./select_errors.go:10:9: invalid operation: cannot receive from non-channel int x (variable of type int)
// ./select_errors.go:11:12: cannot use "a" (untyped string constant) as int value in send
// ./select_errors.go:13:2: multiple defaults (first at ./select_errors.go:12:2)
