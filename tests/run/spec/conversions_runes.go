// Slices of runes made strings: every width, and what is no code point.
package main

import "fmt"


func main() {
	r := []rune{'a', 0x7f, 0x80, 'é', 0x7ff, 0x800, 'ह', 0xd7ff, 0xd800, 0xdfff, 0xe000, 0xfffd, 0xffff, 0x10000, '😀', 0x10ffff, 0x110000, -1, 'z'}
	for i := range r {
		s := string(r[i:])
		fmt.Println(len(s), s, len(string(r[:i])))
		if string([]rune(s)) != s {
			fmt.Println("differs")
		}
	}
	fmt.Println(string([]rune{}) == "")
}

// Output:
// 51 aé߿ࠀह퟿���￿𐀀😀􏿿��z 0
// 50 é߿ࠀह퟿���￿𐀀😀􏿿��z 1
// 49 é߿ࠀह퟿���￿𐀀😀􏿿��z 2
// 47 é߿ࠀह퟿���￿𐀀😀􏿿��z 4
// 45 ߿ࠀह퟿���￿𐀀😀􏿿��z 6
// 43 ࠀह퟿���￿𐀀😀􏿿��z 8
// 40 ह퟿���￿𐀀😀􏿿��z 11
// 37 ퟿���￿𐀀😀􏿿��z 14
// 34 ���￿𐀀😀􏿿��z 17
// 31 ��￿𐀀😀􏿿��z 20
// 28 �￿𐀀😀􏿿��z 23
// 25 �￿𐀀😀􏿿��z 26
// 22 ￿𐀀😀􏿿��z 29
// 19 𐀀😀􏿿��z 32
// 15 😀􏿿��z 36
// 11 􏿿��z 40
// 7 ��z 44
// 4 �z 47
// 1 z 50
// true
