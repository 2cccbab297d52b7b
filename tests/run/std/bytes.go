// run

// Package bytes: the functions whose results are slices, and Buffer.
package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode"
)

type slow struct{ n int }

func (s *slow) Read(p []byte) (int, error) {
	if s.n == 0 {
		return 0, errors.New("broken")
	}
	s.n--
	return copy(p, "data "), nil
}

func main() {
	b := []byte("the quick brown fox")
	fmt.Println(bytes.Index(b, []byte("quick")), bytes.LastIndex(b, []byte("o")), bytes.IndexByte(b, 'k'), bytes.IndexRune(b, 'w'), bytes.IndexAny(b, "xyz"), bytes.LastIndexByte(b, 'o'))
	fmt.Println(bytes.Equal(nil, []byte{}), bytes.Compare([]byte("a"), []byte("b")), bytes.Contains(b, []byte("fox")), bytes.Count(b, []byte("o")), bytes.HasPrefix(b, []byte("the")), bytes.EqualFold([]byte("É"), []byte("é")))
	fmt.Printf("%q %q\n", bytes.Split(b, []byte(" ")), bytes.SplitN([]byte("a,b,c"), []byte(","), 2))
	fmt.Printf("%q %q %q\n", bytes.Fields([]byte(" a  b\u2003c ")), bytes.FieldsFunc([]byte("a1b2"), unicode.IsDigit), bytes.SplitAfter([]byte("a,b"), []byte(",")))
	fmt.Printf("%s %s %s %s\n", bytes.Join([][]byte{[]byte("x"), []byte("y")}, []byte(", ")), bytes.Repeat([]byte("-"), 5), bytes.ToUpper([]byte("é abc")), bytes.Title([]byte("go is fun")))
	fmt.Printf("%q %v %q %q\n", bytes.TrimSpace([]byte(" x ")), bytes.TrimSpace([]byte("  ")) == nil, bytes.Trim([]byte("xxaxx"), "x"), bytes.TrimFunc([]byte("1a1"), unicode.IsDigit))
	fmt.Printf("%s %s %q\n", bytes.Replace([]byte("aaaa"), []byte("a"), []byte("bc"), 2), bytes.ReplaceAll([]byte("ab"), nil, []byte("-")), bytes.Map(func(r rune) rune { return r + 1 }, []byte("HAL")))
	before, after, ok := bytes.Cut([]byte("k:v"), []byte(":"))
	fmt.Printf("%s %s %v %q %v\n", before, after, ok, bytes.Runes([]byte("é\xff")), bytes.Clone(nil) == nil)
	s := bytes.Split([]byte("a,b"), []byte(","))[0]
	fmt.Println(len(s), cap(s))

	var buf bytes.Buffer
	buf.WriteString("hello ")
	buf.Write([]byte("world"))
	buf.WriteByte('!')
	buf.WriteRune('世')
	fmt.Fprintf(&buf, " %d", 42)
	fmt.Println(buf.String(), buf.Len())
	line, err := buf.ReadString(' ')
	fmt.Printf("%q %v\n", line, err)
	c, _ := buf.ReadByte()
	fmt.Printf("%c %v %v\n", c, buf.UnreadByte(), buf.UnreadByte())
	fmt.Printf("%s\n", buf.Next(6))
	r, n, _ := buf.ReadRune()
	fmt.Printf("%c %d %v %v\n", r, n, buf.UnreadRune(), buf.UnreadRune())
	buf.Truncate(3)
	fmt.Printf("%q\n", buf.Bytes())
	line2, err := buf.ReadBytes('?')
	fmt.Printf("%q %v\n", line2, err)
	_, err = buf.Read(make([]byte, 1))
	fmt.Println(err, buf.Len())
	m, err := buf.ReadFrom(strings.NewReader(strings.Repeat("0123456789", 200)))
	fmt.Println(m, err, buf.Len())
	var out strings.Builder
	m, err = buf.WriteTo(&out)
	fmt.Println(m, err, buf.Len(), len(out.String()))
	m, err = buf.ReadFrom(&slow{3})
	fmt.Println(m, err, buf.String())
	buf.Reset()
	buf.Grow(100)
	fmt.Println(buf.Len(), buf.Cap() >= 100, buf.Available() >= 100)
	fmt.Println((*bytes.Buffer)(nil).String(), bytes.NewBufferString("init").String())
	nb := bytes.NewBuffer([]byte("abc"))
	io.Copy(nb, strings.NewReader("def"))
	fmt.Println(nb)
	rd := bytes.NewReader([]byte("reader"))
	rd.Seek(2, io.SeekStart)
	all, _ := io.ReadAll(rd)
	fmt.Printf("%s %d %v\n", all, rd.Size(), rd.UnreadRune())
	for _, f := range []func(){func() { buf.Truncate(-1) }, func() { buf.Grow(-1) }, func() { bytes.Repeat(nil, -1) }} {
		func() {
			defer func() { fmt.Println(recover()) }()
			f()
		}()
	}
}

// Output:
// 4 17 8 13 18 17
// true -1 true 2 true true
// ["the" "quick" "brown" "fox"] ["a" "b,c"]
// ["a" "b" "c"] ["a" "b"] ["a," "b"]
// x, y ----- É ABC Go Is Fun
// "x" true "a" "a"
// bcbcaa -a-b- "IBM"
// k v true ['é' '�'] true
// 1 1
// hello world!世 42 18
// "hello " <nil>
// w <nil> bytes.Buffer: UnreadByte: previous operation was not a successful read
// world!
// 世 3 <nil> bytes.Buffer: UnreadRune: previous operation was not a successful ReadRune
// "世"
// "世" EOF
// EOF 0
// 2000 <nil> 2000
// 2000 <nil> 0 2000
// 15 broken data data data
// 0 true true
// <nil> init
// abcdef
// ader 6 bytes.Reader.UnreadRune: previous operation was not ReadRune
// bytes.Buffer: truncation out of range
// bytes.Buffer.Grow: negative count
// bytes: negative Repeat count
