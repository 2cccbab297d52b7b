package main

type large struct{ b [1500000000]byte }

func local() {
	z := new([1 << 51]int)
	_ = z
	d := make(chan large)
	_ = d
}

func main() {}

// Errors:
// ./too_large_locals.go:6:2: type [2251799813685248]int larger than address space
// ./too_large_locals.go:8:2: channel element type too large (>64kB)
