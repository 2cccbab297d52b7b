Āackage main

func main() {}

// Errors:
// syntax_package_letters.go:1:1: expected 'package', found Āackage
