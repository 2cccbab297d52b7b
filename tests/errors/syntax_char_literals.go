package main

func main() {
	a := ''
	b := 'ab'
	c := '\q'
	d := '\x4'
	e := '\400'
	f := '\ud800'
	g := '\U00110000'
	h := '
'
}

// Errors:
// ./syntax_char_literals.go:4:2: declared and not used: a
// ./syntax_char_literals.go:4:8: empty rune literal or unescaped '
// ./syntax_char_literals.go:5:7: more than one character in rune literal
// ./syntax_char_literals.go:6:9: unknown escape
// ./syntax_char_literals.go:7:11: invalid character '\'' in hexadecimal escape
// ./syntax_char_literals.go:8:12: octal escape value 256 > 255
// ./syntax_char_literals.go:9:14: escape is invalid Unicode code point U+D800
// ./syntax_char_literals.go:10:18: escape is invalid Unicode code point U+110000
// ./syntax_char_literals.go:11:8: newline in rune literal
// ./syntax_char_literals.go:12:2: newline in rune literal
// ./syntax_char_literals.go:4:2: too many errors
