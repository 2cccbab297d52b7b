package main

import (
	"bytes"
	"io"
	"os"
	"time"
)

func main() {
	var r io.Reader = bytes.Buffer{}
	var d time.Duration = "5s"
	var x int = time.Second
	var f *os.File = os.Stdout.Name
	var w io.Writer = 5
	var rw io.ReadWriter = os.Args
	time.Sleep(1.5)
	time.Sleep(x)
	var e error = os.ErrNotExist.Error()
	var b bytes.Buffer = new(bytes.Buffer)
	_, _, _, _, _, _, _ = r, d, f, w, rw, e, b
}

// Errors:
// ./named_type_text.go:11:20: cannot use bytes.Buffer{} (value of struct type bytes.Buffer) as io.Reader value in variable declaration: bytes.Buffer does not implement io.Reader (method Read has pointer receiver)
// ./named_type_text.go:12:24: cannot use "5s" (untyped string constant) as time.Duration value in variable declaration
// ./named_type_text.go:13:14: cannot use time.Second (constant 1000000000 of int64 type time.Duration) as int value in variable declaration
// ./named_type_text.go:14:19: cannot use os.Stdout.Name (value of type func() string) as *os.File value in variable declaration
// ./named_type_text.go:15:20: cannot use 5 (constant of type int) as io.Writer value in variable declaration: int does not implement io.Writer (missing method Write)
// ./named_type_text.go:16:25: cannot use os.Args (variable of type []string) as io.ReadWriter value in variable declaration: []string does not implement io.ReadWriter (missing method Read)
// ./named_type_text.go:17:13: cannot use 1.5 (untyped float constant) as time.Duration value in argument to time.Sleep (truncated)
// ./named_type_text.go:18:13: cannot use x (variable of type int) as time.Duration value in argument to time.Sleep
// ./named_type_text.go:19:16: cannot use os.ErrNotExist.Error() (value of type string) as error value in variable declaration: string does not implement error (missing method Error)
// ./named_type_text.go:20:23: cannot use new(bytes.Buffer) (value of type *bytes.Buffer) as bytes.Buffer value in variable declaration
// ./named_type_text.go:20:23: too many errors
