// run

// Package io: copying, limits, sections, tees, pipes, sequences.
package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
)

type onlyReader struct{ io.Reader }
type onlyWriter struct{ io.Writer }

type short struct{}

func (short) Write(p []byte) (int, error) { return len(p) / 2, nil }

type liar struct{}

func (liar) Write(p []byte) (int, error) { return len(p) + 1, nil }

type failing struct{}

func (failing) Read(p []byte) (int, error) { return copy(p, "ab"), errors.New("broken") }

func main() {
	var b bytes.Buffer
	n, err := io.Copy(&b, strings.NewReader("hello"))
	fmt.Println(n, err, b.String())
	n, err = io.Copy(onlyWriter{&b}, onlyReader{strings.NewReader(" world")})
	fmt.Println(n, err, b.String())
	n, err = io.Copy(short{}, onlyReader{strings.NewReader("abcd")})
	fmt.Println(n, err)
	n, err = io.Copy(liar{}, onlyReader{strings.NewReader("abcd")})
	fmt.Println(n, err)
	n, err = io.Copy(&b, failing{})
	fmt.Println(n, err)
	n, err = io.CopyN(io.Discard, strings.NewReader("abc"), 5)
	fmt.Println(n, err)
	n, err = io.CopyN(io.Discard, strings.NewReader("abc"), 2)
	fmt.Println(n, err)
	n, err = io.CopyBuffer(onlyWriter{&b}, onlyReader{strings.NewReader("xyz")}, make([]byte, 1))
	fmt.Println(n, err)
	k, err := io.WriteString(onlyWriter{&b}, "tail")
	fmt.Println(k, err, b.String())

	buf := make([]byte, 4)
	for _, s := range []string{"", "ab", "abcdef"} {
		k, err := io.ReadFull(strings.NewReader(s), buf)
		k2, err2 := io.ReadAtLeast(strings.NewReader(s), buf, 2)
		k3, err3 := io.ReadAtLeast(strings.NewReader(s), buf, 9)
		fmt.Println(k, err, k2, err2, k3, err3)
	}
	all, err := io.ReadAll(io.LimitReader(strings.NewReader("limited text"), 7))
	fmt.Printf("%q %v\n", all, err)
	all, err = io.ReadAll(failing{})
	fmt.Printf("%q %v\n", all, err)

	sec := io.NewSectionReader(strings.NewReader("0123456789"), 2, 5)
	all, _ = io.ReadAll(sec)
	pos, err := sec.Seek(-2, io.SeekEnd)
	fmt.Println(string(all), sec.Size(), pos, err)
	k, err = sec.ReadAt(buf, 3)
	fmt.Println(k, err, string(buf[:k]))
	_, err = sec.Seek(-9, io.SeekCurrent)
	_, err2 := sec.Seek(0, 7)
	fmt.Println(err, err2)

	var copied bytes.Buffer
	all, _ = io.ReadAll(io.TeeReader(strings.NewReader("tee"), &copied))
	fmt.Println(string(all), copied.String())
	multi := io.MultiReader(strings.NewReader("one "), strings.NewReader(""), io.MultiReader(strings.NewReader("two "), strings.NewReader("three")))
	all, err = io.ReadAll(onlyReader{multi})
	fmt.Println(string(all), err)
	var x, y bytes.Buffer
	w := io.MultiWriter(&x, onlyWriter{&y})
	io.WriteString(w, "both")
	fmt.Fprint(w, "!")
	fmt.Println(x.String(), y.String())
	_, err = io.MultiWriter(short{}, &x).Write([]byte("abcd"))
	fmt.Println(err)

	pr, pw := io.Pipe()
	go func() {
		fmt.Fprint(pw, "through ")
		fmt.Fprint(pw, "the pipe")
		pw.CloseWithError(errors.New("writer's end"))
	}()
	all, err = io.ReadAll(pr)
	fmt.Println(string(all), err)
	_, err = pw.Write([]byte("x"))
	fmt.Println(err)
	pr, pw = io.Pipe()
	pr.Close()
	_, err = pw.Write([]byte("x"))
	fmt.Println(err, pw.Close())
	_, err = pr.Read(buf)
	fmt.Println(err)
	c := io.NopCloser(strings.NewReader("nop"))
	_, isTo := c.(io.WriterTo)
	fmt.Println(c.Close(), isTo)
	fmt.Println(io.EOF, io.ErrUnexpectedEOF, io.ErrNoProgress, io.ErrShortBuffer, io.ErrClosedPipe)
	defer func() { fmt.Println(recover()) }()
	io.CopyBuffer(&x, failing{}, []byte{})
}

// Output:
// 5 <nil> hello
// 6 <nil> hello world
// 2 short write
// 0 invalid write result
// 2 broken
// 3 EOF
// 2 <nil>
// 3 <nil>
// 4 <nil> hello worldabxyztail
// 0 EOF 0 EOF 0 short buffer
// 2 unexpected EOF 2 <nil> 0 short buffer
// 4 <nil> 4 <nil> 0 short buffer
// "limited" <nil>
// "ab" broken
// 23456 5 3 <nil>
// 2 EOF 56
// Seek: invalid offset Seek: invalid whence
// tee tee
// one two three <nil>
// both! both!
// short write
// through the pipe writer's end
// io: read/write on closed pipe
// io: read/write on closed pipe <nil>
// io: read/write on closed pipe
// <nil> true
// EOF unexpected EOF multiple Read calls return no data or error short buffer io: read/write on closed pipe
// empty buffer in CopyBuffer
