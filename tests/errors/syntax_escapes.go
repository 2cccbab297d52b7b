package main

func main() {
	a := "\q"
	b := "\x4g"
	c := "\8"
	d := "\u12"
	e := "\'"
	f := '\"'
}

// Errors:
// ./syntax_escapes.go:4:2: declared and not used: a
// ./syntax_escapes.go:4:9: unknown escape
// ./syntax_escapes.go:5:2: declared and not used: b
// ./syntax_escapes.go:5:11: invalid character 'g' in hexadecimal escape
// ./syntax_escapes.go:6:2: declared and not used: c
// ./syntax_escapes.go:6:9: unknown escape
// ./syntax_escapes.go:7:2: declared and not used: d
// ./syntax_escapes.go:7:12: invalid character '"' in hexadecimal escape
// ./syntax_escapes.go:8:9: unknown escape
// ./syntax_escapes.go:9:9: unknown escape
// ./syntax_escapes.go:7:2: too many errors
