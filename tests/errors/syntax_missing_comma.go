package main

func main() {
	a := []int{
		1,
		2
	}
	f(
		1,
		2
	)
	m := map[string]int{
		"a": 1
		"b": 2,
	}
}

// Errors:
// ./syntax_missing_comma.go:6:4: syntax error: unexpected newline in composite literal; possibly missing comma or }
// ./syntax_missing_comma.go:10:4: syntax error: unexpected newline in argument list; possibly missing comma or )
// ./syntax_missing_comma.go:13:9: syntax error: unexpected newline in composite literal; possibly missing comma or }
