// run

// Comments of both kinds, semicolons written and inserted, statements on one line, blanks and tabs everywhere.
package main /* a general comment */

import "fmt" // a line comment

/* a general comment
over several lines
acts like a newline */
var a = 1 /* inside */ + /* an */ 2 // expression

var (b = 3; c = 4)

func f( x, y int, ) int { return x + y }

type t struct { x, y int; s string }

func main() {
	fmt.Println(a, b, c); fmt.Println(f(1, 2))
	if x := 1; x > 0 { fmt.Println("one line") }
	for i := 0; i < 2; i++ { fmt.Print(i, " ") }; fmt.Println()
	v := t{1,
		2,
		"s", // trailing comma
	}
	fmt.Println(v.
		s, v.x +
		v.y)
	fmt.Println("/* not a comment */ // nor this")
	fmt.Println(`// raw /* */`)
	g := func() int { return 5 }; fmt.Println(g())
	;;
	switch { case true: fmt.Println("case"); default: }
	{ { fmt.Println("blocks") } }
	x := 5; y := &x; z := x /*div*/ / *y
	fmt.Println(z)
	/**/ fmt.Println("after empty comment") /***/
	return
}

// Output:
// 3 3 4
// 3
// one line
// 0 1
// s 3
// /* not a comment */ // nor this
// // raw /* */
// 5
// case
// blocks
// 1
// after empty comment
