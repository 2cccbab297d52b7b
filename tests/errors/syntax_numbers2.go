package main

func main() {
	a := 0_x1
	b := 1_e5
	c := 0b1.0
	d := 0o1e5
	e := 09.5
	f := 0x1p
	g := 089
	h := 1._5
	i := 0bi
	_, _, _, _, _, _, _, _, _ = a, b, c, d, e, f, g, h, i
}

// Errors:
// ./syntax_numbers2.go:4:8: '_' must separate successive digits
// ./syntax_numbers2.go:4:9: syntax error: unexpected name x1 at end of statement
// ./syntax_numbers2.go:5:8: '_' must separate successive digits
// ./syntax_numbers2.go:6:10: invalid radix point in binary literal
// ./syntax_numbers2.go:7:10: 'e' exponent requires decimal mantissa
// ./syntax_numbers2.go:9:11: exponent has no digits
// ./syntax_numbers2.go:10:8: invalid digit '8' in octal literal
// ./syntax_numbers2.go:11:9: '_' must separate successive digits
// ./syntax_numbers2.go:12:9: binary literal has no digits
