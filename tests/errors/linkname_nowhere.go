package main

import _ "unsafe"

//go:linkname foo runtime.notThere
func foo() int

//go:linkname bar runtime.alsoNotThere
func bar() int

func g() int { return foo() + bar() }

func main() { println(foo(), g()) }

// Errors:
// main.g: relocation target runtime.notThere not defined
// main.g: relocation target runtime.alsoNotThere not defined
// main.main: relocation target runtime.notThere not defined
