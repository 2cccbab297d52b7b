package main

func main() {
	x := 1 # 2
	y := 1 ? 2 : 3
	z := a$b
	w := @
	v := “quoted”
}

// Errors:
// ./syntax_illegal_character.go:4:9: invalid character U+0023 '#'
// ./syntax_illegal_character.go:4:11: syntax error: unexpected literal 2 at end of statement
// ./syntax_illegal_character.go:5:9: invalid character U+003F '?'
// ./syntax_illegal_character.go:5:11: syntax error: unexpected literal 2 at end of statement
// ./syntax_illegal_character.go:6:8: invalid character U+0024 '$'
// ./syntax_illegal_character.go:6:9: syntax error: unexpected name b at end of statement
// ./syntax_illegal_character.go:7:7: invalid character U+0040 '@'
// ./syntax_illegal_character.go:8:4: syntax error: unexpected := at end of statement
// ./syntax_illegal_character.go:8:7: invalid character U+201C '“' in identifier
// ./syntax_illegal_character.go:8:16: invalid character U+201D '”' in identifier
// ./syntax_illegal_character.go:8:16: too many errors
