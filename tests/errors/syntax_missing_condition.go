package main

func main() {
	if {
	}
	if x := 1; {
	}
	for x := 1; {
	}
	switch x := 1 {
	}
}

// Errors:
// ./syntax_missing_condition.go:4:5: syntax error: missing condition in if statement
// ./syntax_missing_condition.go:6:11: syntax error: missing condition in if statement
// ./syntax_missing_condition.go:8:14: syntax error: unexpected {, expected for loop condition
// ./syntax_missing_condition.go:10:11: syntax error: cannot use x := 1 as value
