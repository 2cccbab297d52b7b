package main;

func main() {;
	x := 1;;
	;
	println(x); println(x) println(x)
};

// Errors:
// ./syntax_semicolon.go:6:25: syntax error: unexpected name println at end of statement
