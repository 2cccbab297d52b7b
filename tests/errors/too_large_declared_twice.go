package main

// A type without a name is reported wherever it is declared.
type V [1 << 50]byte

var X [1 << 50]byte

func main() {}

// Errors:
// ./too_large_declared_twice.go:4:6: type [1125899906842624]byte larger than address space
// ./too_large_declared_twice.go:6:5: type [1125899906842624]byte larger than address space
