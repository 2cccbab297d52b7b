package main

import "fmt"

const big = 0o9i

func main() {
	fmt.Println(0b301i, 0o9i, 0b2i+1, 0o19i)
	x := 0b12i
}

// Errors:
// ./literals_malformed.go:5:13: malformed constant: 0o9i
// ./literals_malformed.go:8:14: malformed constant: 0b301i
// ./literals_malformed.go:8:22: malformed constant: 0o9i
// ./literals_malformed.go:8:28: malformed constant: 0b2i
// ./literals_malformed.go:8:36: malformed constant: 0o19i
// ./literals_malformed.go:9:2: declared and not used: x
// ./literals_malformed.go:9:7: malformed constant: 0b12i
