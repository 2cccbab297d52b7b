// run

// Rune literals: escapes of every form and the values they have.
package main

import "fmt"

func main() {
	rs := []rune{'a', 'ä', '本', '\t', '\000', '\007', '\377', '\x07', '\xff', '\u12e4', '\U00101234', '\'', '"', '\\',
		'\a', '\b', '\f', '\n', '\r', '\v', ' ', '\U0010ffff', '\ud7ff', '\ue000', '�'}
	for i, r := range rs {
		fmt.Print(r)
		if i%8 == 7 {
			fmt.Println()
		} else {
			fmt.Print(" ")
		}
	}
	fmt.Println()
	fmt.Println('a'+1, string(rune('a'+1)), 'a' < 'b', 'z'-'a', 'a'*2)
	fmt.Printf("%c %q %U %d %x %T\n", 'ä', 'ä', 'ä', 'ä', 'ä', 'ä')
	var b byte = 'A'
	var i int = 'B'
	var f float64 = 'C'
	fmt.Println(b, i, f, string(rune(b)))
	for _, r := range "a\u00e9\U0001F600" {
		fmt.Printf("%q ", r)
	}
	fmt.Println()
	switch 'x' {
	case 'a', 'x':
		fmt.Println("found")
	}
	fmt.Printf("%q %q %q %+q %#q\n", '\a', '\U0010ffff', 0x110000, '本', 'x')
}

// Output:
// 97 228 26412 9 0 7 255 7
// 255 4836 1053236 39 34 92 7 8
// 12 10 13 11 32 1114111 55295 57344
// 65533
// 98 b true 25 194
// ä 'ä' U+00E4 228 e4 int32
// 65 66 67 A
// 'a' 'é' '😀'
// found
// '\a' '\U0010ffff' '�' '\u672c' 'x'
