// run

// Package bufio: Reader, Writer, Scanner.
package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
)

type bytewise struct{ r io.Reader }

func (b bytewise) Read(p []byte) (int, error) {
	if len(p) > 1 {
		p = p[:1]
	}
	return b.r.Read(p)
}

type stuck struct{}

func (stuck) Read(p []byte) (int, error) { return 0, nil }

type broken struct{ n int }

func (b *broken) Write(p []byte) (int, error) {
	b.n -= len(p)
	if b.n < 0 {
		return 0, errors.New("disk full")
	}
	return len(p), nil
}

func scan(name, text string, split bufio.SplitFunc) {
	s := bufio.NewScanner(bytewise{strings.NewReader(text)})
	if split != nil {
		s.Split(split)
	}
	fmt.Print(name)
	for s.Scan() {
		fmt.Printf(" %q", s.Text())
	}
	fmt.Println(" end:", s.Err())
}

func main() {
	text := "first line\nsecond\r\n\nlast é世\xff"
	scan("lines", text, nil)
	scan("words", " a bb\tccc\u2003dé\n", bufio.ScanWords)
	scan("runes", "aé\xff世", bufio.ScanRunes)
	scan("bytes", "aé", bufio.ScanBytes)
	scan("empty", "", nil)
	scan("long", strings.Repeat("x", bufio.MaxScanTokenSize), nil)
	scan("final", "1,2,STOP,3", func(data []byte, atEOF bool) (int, []byte, error) {
		i := strings.IndexByte(string(data), ',')
		if i < 0 {
			if !atEOF {
				return 0, nil, nil
			}
			i = len(data) - 1
		}
		if string(data[:i]) == "STOP" {
			return 0, nil, bufio.ErrFinalToken
		}
		return i + 1, data[:i], nil
	})
	scan("negative", "abc", func(data []byte, atEOF bool) (int, []byte, error) { return -1, nil, nil })
	scan("too far", "abc", func(data []byte, atEOF bool) (int, []byte, error) { return len(data) + 1, nil, nil })
	s := bufio.NewScanner(stuck{})
	fmt.Println(s.Scan(), s.Err())
	s = bufio.NewScanner(strings.NewReader("abcdefgh\nij\n"))
	s.Buffer(make([]byte, 2), 4)
	fmt.Println(s.Scan(), s.Err())

	r := bufio.NewReaderSize(strings.NewReader(text), 16)
	p, err := r.Peek(5)
	fmt.Printf("%q %v %d\n", p, err, r.Buffered())
	line, err := r.ReadString('\n')
	fmt.Printf("%q %v\n", line, err)
	c, err := r.ReadByte()
	fmt.Printf("%c %v %v %v\n", c, err, r.UnreadByte(), r.UnreadByte())
	b, prefix, err := r.ReadLine()
	fmt.Printf("%q %v %v\n", b, prefix, err)
	k, err := r.Discard(6)
	fmt.Println(k, err)
	ch, size, err := r.ReadRune()
	fmt.Printf("%c %d %v %v %v\n", ch, size, err, r.UnreadRune(), r.UnreadRune())
	rest, err := r.ReadBytes('!')
	fmt.Printf("%q %v\n", rest, err)
	_, err = r.ReadByte()
	fmt.Println(err)
	r.Reset(strings.NewReader("a very long line that does not fit\nx"))
	for i := 0; i < 5; i++ {
		b, prefix, err := r.ReadLine()
		fmt.Printf("%q %v %v\n", b, prefix, err)
	}
	r.Reset(strings.NewReader("a very long line that does not fit\nx"))
	b, err = r.ReadSlice('\n')
	fmt.Printf("%q %v\n", b, err)
	_, err = r.Peek(17)
	fmt.Println(err)
	_, err = r.Peek(-1)
	fmt.Println(err)
	n, err := r.WriteTo(os.Stdout)
	fmt.Println(" ", n, err)

	w := bufio.NewWriterSize(os.Stdout, 8)
	fmt.Fprintf(w, "%s-%d", "abc", 12345)
	fmt.Println("|", w.Buffered(), w.Available(), w.Size())
	w.WriteByte('!')
	w.WriteRune('世')
	w.WriteString(" and a long string ")
	w.Flush()
	n, err = w.ReadFrom(strings.NewReader("from a reader\n"))
	w.Flush()
	fmt.Println(n, err)
	w = bufio.NewWriterSize(&broken{10}, 8)
	for i := 0; i < 4; i++ {
		k, err := w.WriteString("12345")
		fmt.Println(k, err)
	}
	fmt.Println(w.Flush(), w.WriteByte('x'))
	rw := bufio.NewReadWriter(bufio.NewReader(strings.NewReader("in")), bufio.NewWriter(os.Stdout))
	in, _ := rw.ReadString(0)
	rw.WriteString(in + "out\n")
	rw.Flush()
	defer func() { fmt.Println(recover()) }()
	s.Split(nil)
}

// Output:
// lines "first line" "second" "" "last é世\xff" end: <nil>
// words "a" "bb" "ccc" "dé" end: <nil>
// runes "a" "é" "�" "世" end: <nil>
// bytes "a" "\xc3" "\xa9" end: <nil>
// empty end: <nil>
// long end: bufio.Scanner: token too long
// final "1" "2" end: <nil>
// negative end: bufio.Scanner: SplitFunc returns negative advance count
// too far end: bufio.Scanner: SplitFunc returns advance count beyond input
// false multiple Read calls return no data or error
// false bufio.Scanner: token too long
// "first" <nil> 16
// "first line\n" <nil>
// s <nil> <nil> bufio: invalid use of UnreadByte
// "second" false <nil>
// 6 <nil>
// é 2 <nil> <nil> bufio: invalid use of UnreadRune
// "é世\xff" EOF
// EOF
// "a very long line" true <nil>
// " that does not f" true <nil>
// "it" false <nil>
// "x" false <nil>
// "" false EOF
// "a very long line" bufio: buffer full
// bufio: buffer full
// bufio: negative count
//  that does not fit
// x  20 <nil>
// abc-12345| 0 8 8
// !世 and a long string from a reader
// 14 <nil>
// 5 <nil>
// 5 <nil>
// 5 <nil>
// 1 disk full
// disk full disk full
// inout
// Split called after Scan
