// run

// Identifiers: Unicode letters and digits, predeclared names shadowed, the blank identifier, keywords as parts of names.
package main

import "fmt"

type größe int

var (
	αβ   = 1
	_x9  = 2
	ThisVariableIsExported = 3
	日本   = 4
	été٣ = 5
	func_, if1, rangex = 6, 7, 8
	_    = fmt.Sprint("evaluated")
)

func _() { panic("never called") }
func _() {}

type _ struct{}

const _ = iota

type s struct {
	_ int
	a int
	_ string
}

func blank(_ int, _ string) (_ int, err error) { return 9, nil }

func main() {
	fmt.Println(αβ, _x9, ThisVariableIsExported, 日本, été٣, func_, if1, rangex)
	var ä größe = 10
	fmt.Printf("%v %T\n", ä, ä)
	true, false := false, true
	fmt.Println(true, false)
	nil := 3
	fmt.Println(nil)
	len := func(string) int { return 42 }
	fmt.Println(len("x"))
	int := 3.5
	fmt.Println(int)
	iota := "iota"
	fmt.Println(iota)
	_, e := blank(1, "")
	fmt.Println(e)
	_, _ = 1, 2
	for _ = range []string{"a"} {
	}
	for _, _ = range []string{"b"} {
	}
	v := s{a: 1}
	fmt.Println(v.a, v == s{a: 1})
	string := func(x string2) string2 { return x + x }
	fmt.Println(string("ab"))
	var _ = "declared and dropped"
	var any interface{ error } 
	fmt.Println(any == any)
	append := 1
	append++
	fmt.Println(append)
}

type string2 = string

// Output:
// 1 2 3 4 5 6 7 8
// 10 main.größe
// false true
// 3
// 42
// 3.5
// iota
// <nil>
// 1 true
// abab
// true
// 2
