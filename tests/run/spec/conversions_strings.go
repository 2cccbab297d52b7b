// run

// Conversions between strings, bytes and runes, with broken UTF-8 and named types, and that they copy.
package main

import "fmt"

type (
	myString string
	myBytes  []byte
	myRunes  []rune
	myByte   byte
	myRune   rune
)

func main() {
	fmt.Println(string(rune('a')), string(rune(0xf8)), string(rune(0x65e5)), string(rune(-1)), string(rune(0xd800)), string(rune(0x110000)) == "\uFFFD")
	fmt.Println(myString(rune(0x65e5)), string(myRune('q')), string([]byte{'h', 'e', 'l', 'l', '\xc3', '\xb8'}), string([]byte{}), string([]byte(nil)) == "")
	fmt.Println(string(myBytes{'m', 'b'}), myString(myBytes("conv")), string([]rune{0x767d, 0x9d6c, 0x7fd4}), string(myRunes{'x', -5, 'y'}))
	fmt.Println([]byte("hellø"), []byte(""), myBytes("hø"), []byte(myString("w")))
	fmt.Println([]rune("hellø"), []rune(""), myRunes("♫♬"), []rune(myString("añ")), []rune("a\xffb\xc3\xe4\xb8"))
	s := "immutable"
	b := []byte(s)
	b[0] = 'I'
	t := string(b)
	b[1] = 'M'
	fmt.Println(s, t, string(b))
	r := []rune(s)
	r[0] = '世'
	fmt.Println(string(r), len(string(r)), len(r))
	for i, r := range "a\xc0\x80b\xed\xa0\x80\xf8" {
		fmt.Printf("%d:%U ", i, r)
	}
	fmt.Println()
	m := map[string]int{"key": 1}
	k := []byte("key")
	fmt.Println(m[string(k)], string(k) == "key", "<"+string(k)+">", len(string(k)))
	m[string(k)]++
	k[0] = 'K'
	fmt.Println(m)
	for i, c := range []byte("xyz") {
		fmt.Print(i, c, " ")
	}
	for i, c := range []rune("äz") {
		fmt.Print(i, c, " ")
	}
	fmt.Println()
	var any interface{} = myString("dyn")
	_, isString := any.(string)
	fmt.Println(isString, string(any.(myString)))
	fmt.Println(append([]byte("a"), "bc"...), copy(b, "zz"), string(b), string(append(myBytes(nil), 'q', "rs"[1])))
	long := ""
	for i := range 100 {
		long += string(rune('a'+i%26)) + string([]byte{'0' + byte(i%10)})
	}
	fmt.Println(len(long), long[190:], string([]rune(long)[:6]), string([]byte(long)[10:16]))
	type bytesAlias = []byte
	fmt.Println(string(bytesAlias("alias")), []byte("é")[0], "é"[1], string("é"[0]) == "Ã")
	fmt.Println([]byte("cap")[:2:2], len([]rune("日本")), string([]rune("日本")[1:]))
}

// Output:
// a ø 日 � � true
// 日 q hellø  true
// mb conv 白鵬翔 x�y
// [104 101 108 108 195 184] [] [104 195 184] [119]
// [104 101 108 108 248] [] [9835 9836] [97 241] [97 65533 98 65533 65533 65533]
// immutable Immutable IMmutable
// 世mmutable 11 9
// 0:U+0061 1:U+FFFD 2:U+FFFD 3:U+0062 4:U+FFFD 5:U+FFFD 6:U+FFFD 7:U+FFFD
// 1 true <key> 3
// map[key:2]
// 0 120 1 121 2 122 0 228 1 122
// false dyn
// [97 98 99] 2 zzmutable qs
// 200 r5s6t7u8v9 a0b1c2 f5g6h7
// alias 195 169 true
// [99 97] 2 本
