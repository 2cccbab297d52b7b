package main

func main() {
	var a = []
	x := map[string]
}

// Errors:
// ./types_in_wrong_place.go:4:12: syntax error: unexpected newline, expected type
// ./types_in_wrong_place.go:5:18: syntax error: unexpected newline, expected type
