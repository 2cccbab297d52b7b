package "main"

func main() {}

// Errors:
// syntax_package_name.go:1:9: expected 'IDENT', found "main"
