package main

func main() {
L:
	for {
		break
	}
M:
	println()
}

// Errors:
// ./unused_label.go:4:1: label L defined and not used
// ./unused_label.go:8:1: label M defined and not used
