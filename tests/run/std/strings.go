// run

// Package strings: searching, splitting, changing, Builder, Reader, Replacer.
package main

import (
	"fmt"
	"io"
	"strings"
	"unicode"
)

func try(f func()) {
	defer func() { fmt.Println("panic:", recover()) }()
	f()
}

func main() {
	fmt.Println(strings.Contains("seafood", "foo"), strings.ContainsAny("x", ""), strings.ContainsRune("aé", 'é'), strings.ContainsFunc("ab1", unicode.IsDigit))
	fmt.Println(strings.Index("chicken", "ken"), strings.Index("aaab", "aab"), strings.Index("x", ""), strings.Index("ab", "abc"), strings.LastIndex("go gopher", "go"), strings.LastIndex("x", ""))
	fmt.Println(strings.IndexByte("abc", 'c'), strings.IndexRune("a世", '世'), strings.IndexRune("a\xff", unicode.ReplacementChar), strings.IndexAny("golang", "ny"), strings.LastIndexAny("golang", "gn"), strings.LastIndexByte("abca", 'a'))
	fmt.Println(strings.IndexFunc("Hello, 世界", unicode.IsUpper), strings.LastIndexFunc("go 123 x", unicode.IsNumber))
	fmt.Println(strings.Count("cheese", "e"), strings.Count("five", ""), strings.Count("aaaa", "aa"), strings.Compare("a", "b"), strings.Compare("b", "a"), strings.Compare("a", "a"))
	fmt.Printf("%q %q %q\n", strings.Split("a,b,c", ","), strings.Split("aé\xff", ""), strings.Split("", ","))
	fmt.Printf("%q %q %q %q\n", strings.SplitN("a,b,c,d", ",", 2), strings.SplitN("a,b", ",", 0), strings.SplitAfter("a,b,c", ","), strings.SplitAfterN("a,b,c", ",", 2))
	fmt.Printf("%q %q %q\n", strings.Fields("  foo bar\tbaz \u2003x  "), strings.Fields("   "), strings.FieldsFunc("a1b22c", unicode.IsDigit))
	fmt.Println(strings.Join([]string{"a", "b", "c"}, "--"), strings.Join(nil, "x"), strings.Repeat("ab", 3)+"|", strings.Repeat("x", 0))
	fmt.Println(strings.Replace("oink oink oink", "k", "ky", 2), strings.ReplaceAll("oink", "", "-"), strings.Replace("é世", "", "|", -1), strings.Replace("a", "a", "b", 0))
	fmt.Println(strings.ToUpper("hello é ß ǆ"), strings.ToLower("HELLO É İ"), strings.ToTitle("ǆ loud"), strings.Title("the o'neil_x über 9a"))
	fmt.Println(strings.ToUpperSpecial(unicode.TurkishCase, "iı"), strings.ToLowerSpecial(unicode.TurkishCase, "Iİ"))
	fmt.Printf("%q %q\n", strings.ToValidUTF8("a\xff\xfeb\xffc", "?"), strings.Map(func(r rune) rune {
		if r == 'a' {
			return -1
		}
		return r + 1
	}, "banana é\xff"))
	fmt.Printf("%q %q %q %q %q\n", strings.Trim("¡¡Hi!!", "!¡"), strings.TrimLeft("xxhixx", "x"), strings.TrimRight("xxhixx", "x"), strings.TrimSpace("\t hi \u3000\n"), strings.TrimFunc("123hi456", unicode.IsDigit))
	fmt.Println(strings.TrimPrefix("prefix-x", "prefix-"), strings.TrimSuffix("x.go", ".go"), strings.HasPrefix("abc", "ab"), strings.HasSuffix("abc", "ab"))
	fmt.Println(strings.EqualFold("Go", "GO"), strings.EqualFold("Straße", "STRASSE"), strings.EqualFold("K", "k"), strings.EqualFold("σς", "ΣΣ"), strings.EqualFold("a", "ab"))
	fmt.Println(strings.Cut("k=v=w", "="))
	fmt.Println(strings.Cut("none", "="))
	fmt.Println(strings.CutPrefix("foobar", "foo"))
	fmt.Println(strings.CutSuffix("foobar", "foo"))
	fmt.Println(strings.Clone("copy"))

	var b strings.Builder
	for i := 3; i >= 1; i-- {
		fmt.Fprintf(&b, "%d...", i)
	}
	b.WriteByte('!')
	b.WriteRune('世')
	b.WriteString("end")
	b.Write([]byte{'.'})
	fmt.Println(b.String(), b.Len(), b.Cap() >= b.Len())
	b.Reset()
	b.Grow(10)
	fmt.Println(b.Len(), b.Cap() >= 10, b.String() == "")

	r := strings.NewReader("héllo")
	fmt.Println(r.Len(), r.Size())
	c, _ := r.ReadByte()
	ch, n, _ := r.ReadRune()
	fmt.Printf("%c %c %d %v %v %v\n", c, ch, n, r.UnreadRune(), r.UnreadRune(), r.UnreadByte())
	buf := make([]byte, 4)
	k, err := r.Read(buf)
	fmt.Printf("%d %v %q\n", k, err, buf[:k])
	k, err = r.ReadAt(buf, 3)
	fmt.Printf("%d %v %q\n", k, err, buf[:k])
	pos, err := r.Seek(-2, io.SeekEnd)
	fmt.Println(pos, err)
	rest, err := io.ReadAll(r)
	fmt.Println(string(rest), err)
	_, err = r.Read(buf)
	fmt.Println(err)
	_, err = r.Seek(-1, io.SeekStart)
	fmt.Println(err)
	_, err = r.ReadAt(buf, -1)
	fmt.Println(err)
	r.Reset("again")
	var w strings.Builder
	m, err := r.WriteTo(&w)
	fmt.Println(m, err, w.String(), r.Len())

	rep := strings.NewReplacer("<", "&lt;", ">", "&gt;", "aa", "2", "a", "1", "", "_")
	fmt.Println(rep.Replace("<aaa>b"), strings.NewReplacer("a", "1", "b", "2", "a", "3").Replace("abc"), strings.NewReplacer("hello", "HI", "hell", "x").Replace("hello hell he"))
	rep.WriteString(&w, "<>")
	fmt.Println(w.String())

	try(func() { strings.Repeat("x", -1) })
	try(func() { strings.Repeat("xy", 1<<62) })
	try(func() { strings.NewReplacer("odd") })
	try(func() { b.Grow(-1) })
	try(func() {
		var b strings.Builder
		b.WriteByte('x')
		c := b
		c.WriteByte('y')
	})
}

// Output:
// true false true true
// 4 1 0 -1 3 1
// 2 1 1 4 5 3
// 0 5
// 3 5 2 -1 1 0
// ["a" "b" "c"] ["a" "é" "\xff"] [""]
// ["a" "b,c,d"] [] ["a," "b," "c"] ["a," "b,c"]
// ["foo" "bar" "baz" "x"] [] ["a" "b" "c"]
// a--b--c  ababab|
// oinky oinky oink -o-i-n-k- |é|世| a
// HELLO É ß Ǆ hello é i ǅ LOUD The O'Neil_x Über 9a
// İI ıi
// "a?b?c" "coo!ê\ufffe"
// "Hi" "hixx" "xxhi" "hi" "hi"
// x x true false
// true false true true false
// k v=w true
// none  false
// bar true
// foobar false
// copy
// 3...2...1...!世end. 20 true
// 0 true true
// 6 6
// h é 2 <nil> strings.Reader.UnreadRune: previous operation was not ReadRune <nil>
// 4 <nil> "hél"
// 3 EOF "llo"
// 4 <nil>
// lo <nil>
// EOF
// strings.Reader.Seek: negative position
// strings.Reader.ReadAt: negative offset
// 5 <nil> again 0
// &lt;21&gt;_b_ 12c HI x he
// again&lt;&gt;_
// panic: strings: negative Repeat count
// panic: strings: Repeat output length overflow
// panic: strings.NewReplacer: odd argument count
// panic: strings.Builder.Grow: negative count
// panic: strings: illegal use of non-zero Builder copied by value
