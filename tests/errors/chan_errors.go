package main

func main() {
	var r <-chan int
	var s chan<- int
	r <- 1
	<-s
	close(r)
	for range s {
	}
	c := make(chan int)
	c <- "x"
	var str string = <-c
	x := 1
	<-x
	x <- 1
	close(x)
	for a, b := range c {
	}
	_ = str
}

// Errors:
// ./chan_errors.go:6:2: invalid operation: cannot send to receive-only channel <-chan int r (variable of type <-chan int)
// ./chan_errors.go:7:4: invalid operation: cannot receive from send-only channel chan<- int s (variable of type chan<- int)
// ./chan_errors.go:8:8: invalid operation: cannot close receive-only channel r (variable of type <-chan int)
// ./chan_errors.go:9:12: cannot range over s (variable of type chan<- int): receive from send-only channel chan<- int
// ./chan_errors.go:12:7: cannot use "x" (untyped string constant) as int value in send
// ./chan_errors.go:13:19: cannot use <-c (comma, ok expression of type int) as string value in variable declaration
// ./chan_errors.go:15:4: invalid operation: cannot receive from non-channel int x (variable of type int)
// ./chan_errors.go:16:2: invalid operation: cannot send to non-channel int x (variable of type int)
// ./chan_errors.go:17:8: invalid operation: cannot close non-channel x (variable of type int)
// ./chan_errors.go:18:9: range over c (variable of type chan int) permits only one iteration variable
// ./chan_errors.go:18:9: too many errors
