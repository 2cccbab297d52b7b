package main

type large struct{ b [1500000000]byte }

func (x large) m() int { return 5 }

func f(x large) int { return 5 }

func g() (x large, i int) { return }

func h(x *large, y [1 << 29]byte) {}

func main() {}

// Errors:
// ./too_large_arguments.go:5:6: stack frame too large (>1GB): 0 MB locals + 1430 MB args
// ./too_large_arguments.go:7:6: stack frame too large (>1GB): 0 MB locals + 1430 MB args
// ./too_large_arguments.go:9:6: stack frame too large (>1GB): 0 MB locals + 1430 MB args
