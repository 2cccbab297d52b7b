package main

func main() {
	switch x := 1; x {
	case 1
		println()
	case :
	case 2, :
	default 3:
	}
}

// Errors:
// ./syntax_switch_body.go:5:8: syntax error: unexpected newline, expected :
// ./syntax_switch_body.go:7:7: syntax error: unexpected :, expected expression
// ./syntax_switch_body.go:10:2: syntax error: unexpected }, expected :
