// run

// String literals, raw and interpreted, with every escape.
package main

import "fmt"

func main() {
	fmt.Println(`abc`, `\n
\n`, "\n", "\"", "Hello, world!\n", "日本語", "\u65e5本\U00008a9e", "\xff\u00FF")
	same := []string{
		"日本語", `日本語`, "\u65e5\u672c\u8a9e", "\U000065e5\U0000672c\U00008a9e", "\xe6\x97\xa5\xe6\x9c\xac\xe8\xaa\x9e",
		"\346\227\245\346\234\254\350\252\236",
	}
	for _, s := range same {
		fmt.Print(s == same[0], len(s), " ")
	}
	fmt.Println()
	fmt.Printf("%q %x % x %X %d\n", "\a\b\f\n\r\t\v\\\"'", "hello", "hello", "hello", []byte("hi"))
	fmt.Printf("%q %+q %#q %s|%8s|%-8s|%.2s|%08.3s\n", "añ\xff\u2028", "añ\xff\u2028", "raw`", "s", "right", "left", "cut", "abcdef")
	fmt.Println(len(""), len("\x00"), len("ä"), len(`a\tb`), "a"+`b`+"c")
	const multi = `first
	second	tab
"quoted" and 'single' \ back`
	fmt.Println(multi, len(multi))
	fmt.Println("tab\there", "nul\x00byte" == "nul\000byte")
	var s string
	fmt.Printf("%q %v %d\n", s, s == "", len(s))
}

// Output:
// abc \n
// \n
//  " Hello, world!
//  日本語 日本語 \xffÿ
// true 9 true 9 true 9 true 9 true 9 true 9
// "\a\b\f\n\r\t\v\\\"'" 68656c6c6f 68 65 6c 6c 6f 68656C6C6F [104 105]
// "añ\xff\u2028" "a\u00f1\xff\u2028" "raw`" s|   right|left    |cu|00000abc
// 0 1 2 4 abc
// first
// 	second	tab
// "quoted" and 'single' \ back 46
// tab	here true
// "" true 0
