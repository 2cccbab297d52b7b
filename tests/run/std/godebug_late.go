// GODEBUG set while the program runs: the switches that follow it.
package main

import (
	"fmt"
	"math/rand"
	"os"
)

func main() {
	os.Setenv("GODEBUG", "randseednop=0")
	rand.Seed(1)
	a := rand.Int()
	rand.Seed(1)
	fmt.Println(a == rand.Int())
	os.Unsetenv("GODEBUG")
	rand.Seed(1)
	a = rand.Int()
	rand.Seed(1)
	fmt.Println(a == rand.Int())
	os.Setenv("GODEBUG", "panicnil=1")
	defer func() { fmt.Println(recover()); os.Clearenv(); defer func() { fmt.Println(recover()) }(); panic(nil) }()
	panic(nil)
}

// Output:
// true
// false
// <nil>
// runtime error: panic called with nil argument
