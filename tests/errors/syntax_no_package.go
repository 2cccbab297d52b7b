func main() {
}

// Errors:
// syntax_no_package.go:1:1: expected 'package', found 'func'
