package main

const (
	a, b = iota, iota << 1
	c
	d, e
	f, g, h
)

func main() {}

// Errors:
// ./inherited_values_too_many.go:5:2: extra init expr at ./inherited_values_too_many.go:4:20
// ./inherited_values_too_many.go:7:8: missing init expr for h
