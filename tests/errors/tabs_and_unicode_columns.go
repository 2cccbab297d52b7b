package main

func main() {
	é := 1; ü := 2; nope()
		世界 := "x"; undefinedAfterWide(世界)
	_ = "日本語" + 5
	/* comment é */ missing()
}

// Errors:
// ./tabs_and_unicode_columns.go:4:2: declared and not used: é
// ./tabs_and_unicode_columns.go:4:11: declared and not used: ü
// ./tabs_and_unicode_columns.go:4:20: undefined: nope
// ./tabs_and_unicode_columns.go:5:18: undefined: undefinedAfterWide
// ./tabs_and_unicode_columns.go:6:6: invalid operation: "日本語" + 5 (mismatched types untyped string and untyped int)
// ./tabs_and_unicode_columns.go:7:19: undefined: missing
