package main

func main() {
	a := 08
	b := 0b12
	c := 0x
	d := 0o8
	e := 1e
	f := 1_
	g := 1__0
	h := 0xp1
	i := 0x1.5
	j := 0b
}

// Errors:
// ./syntax_numbers.go:4:8: invalid digit '8' in octal literal
// ./syntax_numbers.go:5:10: invalid digit '2' in binary literal
// ./syntax_numbers.go:6:9: hexadecimal literal has no digits
// ./syntax_numbers.go:7:9: invalid digit '8' in octal literal
// ./syntax_numbers.go:8:9: exponent has no digits
// ./syntax_numbers.go:9:8: '_' must separate successive digits
// ./syntax_numbers.go:10:9: '_' must separate successive digits
// ./syntax_numbers.go:11:9: hexadecimal literal has no digits
// ./syntax_numbers.go:12:12: hexadecimal mantissa requires a 'p' exponent
// ./syntax_numbers.go:13:9: binary literal has no digits
// ./syntax_numbers.go:13:9: too many errors
