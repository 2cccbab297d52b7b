package main

import fmt
import "fmt" as f
import 'x'
import ("os" "io")

func main() {}

// Errors:
// syntax_import_forms.go:3:11: missing import path
