package main

func main() {
	x := "aÿ"
	println(x) // Ã(
	þ := 1
}

// Errors:
// ./invalid_utf8.go:4:9: invalid UTF-8 encoding
// ./invalid_utf8.go:5:16: invalid UTF-8 encoding
// ./invalid_utf8.go:6:2: invalid UTF-8 encoding
// ./invalid_utf8.go:6:4: syntax error: unexpected :=, expected }
