// Corners of the library where this one once differed from Go's.
package main

import (
	"fmt"
	"time"
)

const greeting = "hello"

func main() {
	var n int
	fmt.Println(fmt.Sscanf("7 8", "%d", &n, &n))
	fmt.Println(fmt.Sscanf("abc", "a", &n))

	// A constant becomes an array of just its length.
	fmt.Println(cap([]byte(greeting)), cap([]byte("")), []byte("") == nil, cap([]byte("a"+greeting)))

	fmt.Println(time.Parse(time.UnixDate, "Mon Jan  2 15:04:05 GMT+3 2006"))
	t := time.Date(2009, 11, 10, 9, 8, 7, 0, time.FixedZone("", -3723))
	b, err := t.MarshalBinary()
	fmt.Println(err, t.UnmarshalBinary(b), t)
	_, err = time.LoadLocation("Europe")
	fmt.Println(err)
}

// Output:
// 1 too many operands
// 0 too many operands
// 5 0 false 6
// 2006-01-02 18:04:05 +0300 GMT+3 <nil>
// <nil> <nil> 2009-11-10 09:08:07 -0102 -0102
// is a directory
