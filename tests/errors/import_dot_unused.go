package main

import (
	. "fmt"
	. "strings"
	s "sort"
)

func main() {
	Println("x")
}

// Errors:
// ./import_dot_unused.go:5:2: "strings" imported and not used
// ./import_dot_unused.go:6:2: "sort" imported as s and not used
