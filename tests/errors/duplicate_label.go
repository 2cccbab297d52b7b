package main

func main() {
L:
	for {
		break L
	}
L:
	for {
		continue L
	}
}

// Errors:
// ./duplicate_label.go:8:1: label L already defined at ./duplicate_label.go:4:1
// ./duplicate_label.go:10:12: invalid continue label L
