// Slices of runes made strings: every width, and what is no code point.
package main

func main() {
	r := []rune{'a', 0x7f, 0x80, 'é', 0x7ff, 0x800, 'ह', 0xd7ff, 0xd800, 0xdfff, 0xe000, 0xfffd, 0xffff, 0x10000, '😀', 0x10ffff, 0x110000, -1, 'z'}
	for i := range r {
		s := string(r[i:])
		println(len(s), s, len(string(r[:i])))
		if string([]rune(s)) != s {
			println("differs")
		}
	}
	println(string([]rune{}) == "")
}
// Output:
