package main

func main() {
	s := "abc"
	s[0] = 'x'
	_ = s + 'x'
	_ = s + 1
	_ = s * 2
	_ = s.len()
	_ = s == 'a'
	for i, r := range s {
		var b byte = r
		_ = b
		_ = i
	}
	_ = s[0] == "a"
	var c rune = "x"
	_ = &s[0]
	_ = string(3.5)
	_ = c
}

// Errors:
// ./string_errors.go:5:2: cannot assign to s[0] (neither addressable nor a map index expression)
// ./string_errors.go:6:6: invalid operation: s + 'x' (mismatched types string and untyped rune)
// ./string_errors.go:7:6: invalid operation: s + 1 (mismatched types string and untyped int)
// ./string_errors.go:8:6: invalid operation: s * 2 (mismatched types string and untyped int)
// ./string_errors.go:9:8: s.len undefined (type string has no field or method len)
// ./string_errors.go:10:11: invalid operation: s == 'a' (mismatched types string and untyped rune)
// ./string_errors.go:12:16: cannot use r (variable of type rune) as byte value in variable declaration
// ./string_errors.go:16:14: invalid operation: s[0] == "a" (mismatched types byte and untyped string)
// ./string_errors.go:17:15: cannot use "x" (untyped string constant) as rune value in variable declaration
// ./string_errors.go:18:7: invalid operation: cannot take address of s[0] (value of type byte)
// ./string_errors.go:18:7: too many errors
