package main

func main() {
	undefinedOne()
	x := `raw`
	undefinedTwo()
}

// Errors:
// ./crlf_and_dos.go:4:2: undefined: undefinedOne
// ./crlf_and_dos.go:5:2: declared and not used: x
// ./crlf_and_dos.go:6:2: undefined: undefinedTwo
