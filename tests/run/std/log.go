// run

// Package log: prefixes, flags, panics.
package main

import (
	"bytes"
	"fmt"
	"io"
	"log"
	"os"
)

// shape shows text with its digits replaced.
func shape(s string) string {
	b := []byte(s)
	for i, c := range b {
		if '0' <= c && c <= '9' {
			b[i] = '0'
		}
	}
	return fmt.Sprintf("%q", b)
}

func inner(l *log.Logger) { l.Output(2, "from the caller") }

func main() {
	l := log.New(os.Stdout, "pre: ", 0)
	l.Print("a", 1, 2, "b")
	l.Printf("%d-%s\n", 5, "x")
	l.Println("two", "words")
	l.SetFlags(log.Lshortfile)
	l.Print("here")
	inner(l)
	l.SetFlags(log.Lshortfile | log.Lmsgprefix)
	l.SetPrefix("[m] ")
	l.Println("with prefix", l.Prefix(), l.Flags())
	l.Print("")
	fmt.Println(l.Writer() == os.Stdout, log.Writer() == os.Stderr, log.Flags() == log.LstdFlags)

	var buf bytes.Buffer
	log.SetOutput(&buf)
	log.Print("std")
	fmt.Println(shape(buf.String()))
	buf.Reset()
	log.SetFlags(log.Ltime | log.Lmicroseconds | log.LUTC)
	log.Println("std")
	fmt.Println(shape(buf.String()))
	log.SetOutput(os.Stdout)
	log.SetFlags(0)
	log.SetPrefix("std ")
	log.Println("hello", log.Prefix())
	func() {
		defer func() { fmt.Printf("recovered %q\n", recover()) }()
		log.Panicf("bad %d", 3)
	}()
	func() {
		defer func() { fmt.Printf("recovered %q\n", recover()) }()
		l.Panicln("bad", 4)
	}()
	l.SetOutput(io.Discard)
	l.Println("nothing")
	log.SetFlags(log.Lshortfile)
	log.Print("line")
	log.Default().Println("default")
	log.Output(1, "out")
}

// Output:
// pre: a1 2b
// pre: 5-x
// pre: two words
// pre: log.go:33: here
// pre: log.go:34: from the caller
// log.go:37: [m] with prefix [m]  80
// log.go:38: [m]
// true true true
// "0000/00/00 00:00:00 std\n"
// "00:00:00.000000 std\n"
// std hello std
// std bad 3
// recovered "bad 3"
// log.go:59: [m] bad 4
// recovered "bad 4\n"
// std log.go:64: line
// std log.go:65: default
// std log.go:66: out
