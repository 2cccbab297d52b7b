// Package log writes lines with a prefix and the time.
package log

import (
	"fmt"
	"io"
	"os"
	"runtime"
	"sync"
	"time"
)

// What stands before each message.
const (
	Ldate         = 1 << iota     // the date: 2009/01/23
	Ltime                         // the time: 01:23:23
	Lmicroseconds                 // with microseconds: 01:23:23.123123
	Llongfile                     // the file with its path, and the line: /a/b/c/d.go:23
	Lshortfile                    // the file without its path, and the line: d.go:23
	LUTC                          // dates and times in UTC
	Lmsgprefix                    // the prefix stands before the message, not first
	LstdFlags     = Ldate | Ltime // what the standard logger shows
)

// Logger writes each message as one line by one Write.
type Logger struct {
	mu     sync.Mutex // one Write at a time; guards what follows
	prefix string
	flag   int
	out    io.Writer
}

// New returns a logger that writes to out.
func New(out io.Writer, prefix string, flag int) *Logger {
	return &Logger{out: out, prefix: prefix, flag: flag}
}

var std = New(os.Stderr, "", LstdFlags)

// Default returns the logger of the top-level functions.
func Default() *Logger { return std }

// SetOutput sets where messages go.
func (l *Logger) SetOutput(w io.Writer) {
	l.mu.Lock()
	l.out = w
	l.mu.Unlock()
}

// Writer returns where messages go.
func (l *Logger) Writer() io.Writer {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.out
}

// Flags returns what stands before each message.
func (l *Logger) Flags() int {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.flag
}

// SetFlags sets what stands before each message.
func (l *Logger) SetFlags(flag int) {
	l.mu.Lock()
	l.flag = flag
	l.mu.Unlock()
}

// Prefix returns the prefix.
func (l *Logger) Prefix() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.prefix
}

// SetPrefix sets the prefix.
func (l *Logger) SetPrefix(prefix string) {
	l.mu.Lock()
	l.prefix = prefix
	l.mu.Unlock()
}

// digits appends n with at least the given number of digits.
func digits(b []byte, n, width int) []byte {
	if n >= 10 || width > 1 {
		b = digits(b, n/10, width-1)
	}
	return append(b, '0'+byte(n%10))
}

// header appends what stands before the message.
func (l *Logger) header(b []byte, now time.Time, file string, line int) []byte {
	if l.flag&Lmsgprefix == 0 {
		b = append(b, l.prefix...)
	}
	if l.flag&LUTC != 0 {
		now = now.UTC()
	}
	if l.flag&Ldate != 0 {
		year, month, day := now.Date()
		b = append(digits(b, year, 4), '/')
		b = append(digits(b, int(month), 2), '/')
		b = append(digits(b, day, 2), ' ')
	}
	if l.flag&(Ltime|Lmicroseconds) != 0 {
		hour, min, sec := now.Clock()
		b = append(digits(b, hour, 2), ':')
		b = append(digits(b, min, 2), ':')
		b = digits(b, sec, 2)
		if l.flag&Lmicroseconds != 0 {
			b = digits(append(b, '.'), now.Nanosecond()/1000, 6)
		}
		b = append(b, ' ')
	}
	if l.flag&(Lshortfile|Llongfile) != 0 {
		if l.flag&Lshortfile != 0 {
			for i := len(file) - 1; i > 0; i-- {
				if file[i] == '/' {
					file = file[i+1:]
					break
				}
			}
		}
		b = append(append(b, file...), ':')
		b = append(digits(b, line, 0), ": "...)
	}
	if l.flag&Lmsgprefix != 0 {
		b = append(b, l.prefix...)
	}
	return b
}

// Output writes the message s. calldepth says whose file and line to show: 1 for the caller.
func (l *Logger) Output(calldepth int, s string) error {
	return l.output(calldepth+1, func(b []byte) []byte { return append(b, s...) })
}

// buffers are those of messages, but for long ones.
var buffers = sync.Pool{New: func() any { return new([]byte) }}

const mostKept = 64 << 10

// output writes what add appends to the buffer. calldepth says whose file and line to show: 1 for its caller.
func (l *Logger) output(calldepth int, add func([]byte) []byte) error {
	if l.Writer() == io.Discard {
		return nil
	}
	now := time.Now()
	file, line := "", 0
	if l.Flags()&(Lshortfile|Llongfile) != 0 {
		var ok bool
		if _, file, line, ok = runtime.Caller(calldepth); !ok {
			file, line = "???", 0
		}
	}
	buf := buffers.Get().(*[]byte)
	b := add(l.header((*buf)[:0], now, file, line))
	if len(b) == 0 || b[len(b)-1] != '\n' {
		b = append(b, '\n')
	}
	if cap(b) <= mostKept {
		*buf = b
	}
	defer buffers.Put(buf)
	l.mu.Lock()
	defer l.mu.Unlock()
	_, err := l.out.Write(b)
	return err
}

// Print writes a message as fmt.Print formats it.
func (l *Logger) Print(v ...any) {
	l.output(2, func(b []byte) []byte { return fmt.Append(b, v...) })
}

// Printf writes a message as fmt.Printf formats it.
func (l *Logger) Printf(format string, v ...any) {
	l.output(2, func(b []byte) []byte { return fmt.Appendf(b, format, v...) })
}

// Println writes a message as fmt.Println formats it.
func (l *Logger) Println(v ...any) {
	l.output(2, func(b []byte) []byte { return fmt.Appendln(b, v...) })
}

// Fatal is Print, then os.Exit(1).
func (l *Logger) Fatal(v ...any) {
	l.output(2, func(b []byte) []byte { return fmt.Append(b, v...) })
	os.Exit(1)
}

// Fatalf is Printf, then os.Exit(1).
func (l *Logger) Fatalf(format string, v ...any) {
	l.output(2, func(b []byte) []byte { return fmt.Appendf(b, format, v...) })
	os.Exit(1)
}

// Fatalln is Println, then os.Exit(1).
func (l *Logger) Fatalln(v ...any) {
	l.output(2, func(b []byte) []byte { return fmt.Appendln(b, v...) })
	os.Exit(1)
}

// Panic is Print, then a panic with the message.
func (l *Logger) Panic(v ...any) {
	s := fmt.Sprint(v...)
	l.output(2, func(b []byte) []byte { return append(b, s...) })
	panic(s)
}

// Panicf is Printf, then a panic with the message.
func (l *Logger) Panicf(format string, v ...any) {
	s := fmt.Sprintf(format, v...)
	l.output(2, func(b []byte) []byte { return append(b, s...) })
	panic(s)
}

// Panicln is Println, then a panic with the message.
func (l *Logger) Panicln(v ...any) {
	s := fmt.Sprintln(v...)
	l.output(2, func(b []byte) []byte { return append(b, s...) })
	panic(s)
}

// Print writes a message to the standard logger as fmt.Print formats it.
func Print(v ...any) {
	std.output(2, func(b []byte) []byte { return fmt.Append(b, v...) })
}

// Printf writes a message to the standard logger as fmt.Printf formats it.
func Printf(format string, v ...any) {
	std.output(2, func(b []byte) []byte { return fmt.Appendf(b, format, v...) })
}

// Println writes a message to the standard logger as fmt.Println formats it.
func Println(v ...any) {
	std.output(2, func(b []byte) []byte { return fmt.Appendln(b, v...) })
}

// Fatal is Print, then os.Exit(1).
func Fatal(v ...any) {
	std.output(2, func(b []byte) []byte { return fmt.Append(b, v...) })
	os.Exit(1)
}

// Fatalf is Printf, then os.Exit(1).
func Fatalf(format string, v ...any) {
	std.output(2, func(b []byte) []byte { return fmt.Appendf(b, format, v...) })
	os.Exit(1)
}

// Fatalln is Println, then os.Exit(1).
func Fatalln(v ...any) {
	std.output(2, func(b []byte) []byte { return fmt.Appendln(b, v...) })
	os.Exit(1)
}

// Panic is Print, then a panic with the message.
func Panic(v ...any) {
	s := fmt.Sprint(v...)
	std.output(2, func(b []byte) []byte { return append(b, s...) })
	panic(s)
}

// Panicf is Printf, then a panic with the message.
func Panicf(format string, v ...any) {
	s := fmt.Sprintf(format, v...)
	std.output(2, func(b []byte) []byte { return append(b, s...) })
	panic(s)
}

// Panicln is Println, then a panic with the message.
func Panicln(v ...any) {
	s := fmt.Sprintln(v...)
	std.output(2, func(b []byte) []byte { return append(b, s...) })
	panic(s)
}

// SetOutput sets where the standard logger writes.
func SetOutput(w io.Writer) { std.SetOutput(w) }

// Writer returns where the standard logger writes.
func Writer() io.Writer { return std.Writer() }

// Flags returns what stands before the messages of the standard logger.
func Flags() int { return std.Flags() }

// SetFlags sets what stands before the messages of the standard logger.
func SetFlags(flag int) { std.SetFlags(flag) }

// Prefix returns the prefix of the standard logger.
func Prefix() string { return std.Prefix() }

// SetPrefix sets the prefix of the standard logger.
func SetPrefix(prefix string) { std.SetPrefix(prefix) }

// Output writes the message s to the standard logger; calldepth 1 shows the caller.
func Output(calldepth int, s string) error {
	return std.output(calldepth+1, func(b []byte) []byte { return append(b, s...) })
}
