package main

func main() {
	x := 1
	if x = 2 {
	}
	if y := 2 {
	}
	for x = 3 {
	}
	switch x = 4 {
	}
}

// Errors:
// ./syntax_assign_condition.go:5:7: syntax error: cannot use assignment x = 2 as value
// ./syntax_assign_condition.go:7:7: syntax error: cannot use y := 2 as value
// ./syntax_assign_condition.go:9:8: syntax error: cannot use assignment x = 3 as value
// ./syntax_assign_condition.go:11:11: syntax error: cannot use assignment x = 4 as value
