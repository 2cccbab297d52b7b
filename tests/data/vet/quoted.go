package main

import "fmt"

type R rune
type B byte
type I int

func main() {
	var r rune
	var b byte
	var i int
	var i8 int8
	var u32 uint32
	var R R
	var B B
	var I I
	fmt.Printf("%q", 65)
	fmt.Printf("%q", r)
	fmt.Printf("%q", b)
	fmt.Printf("%q", i)
	fmt.Printf("%q", i8)
	fmt.Printf("%q", u32)
	fmt.Printf("%q", R)
	fmt.Printf("%q", B)
	fmt.Printf("%q", I)
	fmt.Printf("%q", []rune{1})
	fmt.Printf("%q", []int{1})
	fmt.Printf("%q", []byte{1})
	fmt.Printf("%q", 'x')
	fmt.Printf("%q", &[]int{1})
	fmt.Printf("%c", i)
	fmt.Printf("%U", i)
	fmt.Printf("%q", []any{1})
	fmt.Printf("%q", func() int { return 1 }())
	fmt.Printf("%d", func() string { return "s" }())
	fmt.Printf("%d", struct{ a string }{"x"})
	fmt.Printf("%d", map[string]string{
		"a": "b",
	})
	fmt.Printf("%d", "a"+string(r))
	fmt.Printf("%s", i+1)
	fmt.Printf("%s", (i))
	fmt.Printf("%s", nil)
	fmt.Printf("%s", []error{})
	fmt.Printf("%s", [2]int{})
	fmt.Printf("%d", "x" /* c */)
}
