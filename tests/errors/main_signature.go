package main

func main(args []string) int { return 0 }

func init() int { return 1 }

func init(x int) {}

var init = 1

// Errors:
// ./main_signature.go:3:6: func main must have no arguments and no return values
// ./main_signature.go:5:6: func init must have no arguments and no return values
// ./main_signature.go:7:6: func init must have no arguments and no return values
// ./main_signature.go:9:5: cannot declare init - must be func
