// Package bufio reads and writes through buffers, and cuts input into tokens.
package bufio

import (
	"errors"
	"internal/bytealg"
	"io"
	"unicode/utf8"
	"unsafe"
)

var (
	ErrInvalidUnreadByte = errors.New("bufio: invalid use of UnreadByte")
	ErrInvalidUnreadRune = errors.New("bufio: invalid use of UnreadRune")
	ErrBufferFull        = errors.New("bufio: buffer full")
	ErrNegativeCount     = errors.New("bufio: negative count")

	errNegativeRead  = errors.New("bufio: reader returned negative count from Read")
	errNegativeWrite = errors.New("bufio: writer returned negative count from Write")
)

const (
	defaultSize = 4096
	leastSize   = 16
	mostEmpty   = 100 // reads without data or error in a row, before giving up
)

// Reader reads ahead from another reader.
type Reader struct {
	buf      []byte
	rd       io.Reader
	r, w     int   // what was read ahead is buf[r:w]
	err      error // what rd returned after it
	lastByte int   // the last byte read, -1 if it cannot be unread
	lastRune int   // the width of the last rune read, -1 if it cannot be unread
}

// NewReaderSize returns a reader with a buffer of at least the given size; rd itself, if it is
// one.
func NewReaderSize(rd io.Reader, size int) *Reader {
	if b, ok := rd.(*Reader); ok && len(b.buf) >= size {
		return b
	}
	if size < leastSize {
		size = leastSize
	}
	return &Reader{buf: make([]byte, size), rd: rd, lastByte: -1, lastRune: -1}
}

// NewReader returns a reader with a buffer of the default size.
func NewReader(rd io.Reader) *Reader { return NewReaderSize(rd, defaultSize) }

// Size returns the size of the buffer.
func (b *Reader) Size() int { return len(b.buf) }

// Reset drops what is buffered and makes b read from r.
func (b *Reader) Reset(r io.Reader) {
	if b == r {
		return
	}
	if b.buf == nil {
		b.buf = make([]byte, defaultSize)
	}
	*b = Reader{buf: b.buf, rd: r, lastByte: -1, lastRune: -1}
}

// fill reads once more into the buffer, which is not full.
func (b *Reader) fill() {
	if b.r > 0 {
		copy(b.buf, b.buf[b.r:b.w])
		b.w -= b.r
		b.r = 0
	}
	if b.w >= len(b.buf) {
		panic("bufio: tried to fill full buffer")
	}
	for i := 0; i < mostEmpty; i++ {
		n, err := b.rd.Read(b.buf[b.w:])
		if n < 0 {
			panic(errNegativeRead)
		}
		b.w += n
		if err != nil {
			b.err = err
			return
		}
		if n > 0 {
			return
		}
	}
	b.err = io.ErrNoProgress
}

// takeErr returns the pending error, once.
func (b *Reader) takeErr() error {
	err := b.err
	b.err = nil
	return err
}

// Peek returns the next n bytes without reading them, fewer with an error. They are valid
// until the next read.
func (b *Reader) Peek(n int) ([]byte, error) {
	if n < 0 {
		return nil, ErrNegativeCount
	}
	b.lastByte, b.lastRune = -1, -1
	for b.w-b.r < n && b.w-b.r < len(b.buf) && b.err == nil {
		b.fill()
	}
	if n > len(b.buf) {
		return b.buf[b.r:b.w], ErrBufferFull
	}
	var err error
	if have := b.w - b.r; have < n {
		n = have
		if err = b.takeErr(); err == nil {
			err = ErrBufferFull
		}
	}
	return b.buf[b.r : b.r+n], err
}

// Discard skips n bytes; fewer come with an error.
func (b *Reader) Discard(n int) (discarded int, err error) {
	if n < 0 {
		return 0, ErrNegativeCount
	}
	if n == 0 {
		return 0, nil
	}
	b.lastByte, b.lastRune = -1, -1
	left := n
	for {
		if b.r == b.w {
			b.fill()
		}
		k := b.w - b.r
		if k > left {
			k = left
		}
		b.r += k
		left -= k
		if left == 0 {
			return n, nil
		}
		if b.err != nil {
			return n - left, b.takeErr()
		}
	}
}

// Read reads from at most one Read of the underlying reader.
func (b *Reader) Read(p []byte) (n int, err error) {
	if len(p) == 0 {
		if b.w > b.r {
			return 0, nil
		}
		return 0, b.takeErr()
	}
	if b.r == b.w {
		if b.err != nil {
			return 0, b.takeErr()
		}
		direct := len(p) >= len(b.buf)
		into := p
		if !direct {
			b.r, b.w = 0, 0
			into = b.buf
		}
		n, b.err = b.rd.Read(into)
		if n < 0 {
			panic(errNegativeRead)
		}
		if direct {
			if n > 0 {
				b.lastByte, b.lastRune = int(p[n-1]), -1
			}
			return n, b.takeErr()
		}
		if n == 0 {
			return 0, b.takeErr()
		}
		b.w = n
	}
	n = copy(p, b.buf[b.r:b.w])
	b.r += n
	b.lastByte, b.lastRune = int(b.buf[b.r-1]), -1
	return n, nil
}

// ReadByte reads one byte.
func (b *Reader) ReadByte() (byte, error) {
	b.lastRune = -1
	for b.r == b.w {
		if b.err != nil {
			return 0, b.takeErr()
		}
		b.fill()
	}
	c := b.buf[b.r]
	b.r++
	b.lastByte = int(c)
	return c, nil
}

// UnreadByte takes back the last byte read.
func (b *Reader) UnreadByte() error {
	if b.lastByte < 0 || b.r == 0 && b.w > 0 {
		return ErrInvalidUnreadByte
	}
	if b.r > 0 {
		b.r--
	} else {
		b.w = 1
	}
	b.buf[b.r] = byte(b.lastByte)
	b.lastByte, b.lastRune = -1, -1
	return nil
}

// ReadRune reads one rune; an invalid byte gives utf8.RuneError of width 1.
func (b *Reader) ReadRune() (r rune, size int, err error) {
	for b.r+utf8.UTFMax > b.w && b.err == nil && b.w-b.r < len(b.buf) && !utf8.FullRune(b.buf[b.r:b.w]) {
		b.fill()
	}
	b.lastRune = -1
	if b.r == b.w {
		return 0, 0, b.takeErr()
	}
	r, size = rune(b.buf[b.r]), 1
	if r >= utf8.RuneSelf {
		r, size = utf8.DecodeRune(b.buf[b.r:b.w])
	}
	b.r += size
	b.lastByte, b.lastRune = int(b.buf[b.r-1]), size
	return r, size, nil
}

// UnreadRune takes back the rune just read.
func (b *Reader) UnreadRune() error {
	if b.lastRune < 0 || b.r < b.lastRune {
		return ErrInvalidUnreadRune
	}
	b.r -= b.lastRune
	b.lastByte, b.lastRune = -1, -1
	return nil
}

// Buffered returns how many bytes were read ahead.
func (b *Reader) Buffered() int { return b.w - b.r }

// ReadSlice reads up to and including delim and returns the buffer's own memory, valid until
// the next read. What comes without delim comes with an error.
func (b *Reader) ReadSlice(delim byte) (line []byte, err error) {
	seen := 0 // bytes already searched
	for {
		if i := bytealg.IndexByte(b.buf[b.r+seen:b.w], delim); i >= 0 {
			end := b.r + seen + i + 1
			line = b.buf[b.r:end]
			b.r = end
			break
		}
		if b.err != nil {
			line = b.buf[b.r:b.w]
			b.r = b.w
			err = b.takeErr()
			break
		}
		if b.w-b.r >= len(b.buf) {
			b.r = b.w
			line = b.buf
			err = ErrBufferFull
			break
		}
		seen = b.w - b.r
		b.fill()
	}
	if n := len(line); n > 0 {
		b.lastByte, b.lastRune = int(line[n-1]), -1
	}
	return line, err
}

// ReadLine reads a line without its end, or as much of it as the buffer holds, which isPrefix
// tells. The bytes are valid until the next read.
func (b *Reader) ReadLine() (line []byte, isPrefix bool, err error) {
	line, err = b.ReadSlice('\n')
	n := len(line)
	if err == ErrBufferFull {
		if n > 0 && line[n-1] == '\r' {
			// It may belong to the line's end: leave it for the next call.
			if b.r == 0 {
				panic("bufio: tried to rewind past start of buffer")
			}
			b.r--
			n--
		}
		return line[:n], true, nil
	}
	if n == 0 {
		if err != nil {
			line = nil
		}
		return line, false, err
	}
	if line[n-1] == '\n' {
		n--
		if n > 0 && line[n-1] == '\r' {
			n--
		}
	}
	return line[:n], false, nil
}

// ReadBytes reads up to and including delim; what comes without delim comes with an error.
func (b *Reader) ReadBytes(delim byte) ([]byte, error) {
	out, last, err := b.collectFragments(delim)
	if out == nil {
		out = []byte{}
	}
	return append(out, last...), err
}

// ReadString is ReadBytes for a string.
func (b *Reader) ReadString(delim byte) (string, error) {
	out, last, err := b.collectFragments(delim)
	if out == nil {
		return string(last), err
	}
	out = append(out, last...)
	return *(*string)(unsafe.Pointer(&out)), err
}

// collectFragments reads up to and including delim: what filled the buffer before, nil if that did not happen, and the
// last piece, which still lies in the buffer.
func (b *Reader) collectFragments(delim byte) (full, last []byte, err error) {
	for {
		last, err = b.ReadSlice(delim)
		if err != ErrBufferFull {
			return full, last, err
		}
		full = append(full, last...)
	}
}

// WriteTo writes all that is left to w.
func (b *Reader) WriteTo(w io.Writer) (n int64, err error) {
	b.lastByte, b.lastRune = -1, -1
	if b.r < b.w {
		n, err = b.drain(w)
		if err != nil {
			return n, err
		}
	}
	if from, ok := b.rd.(io.WriterTo); ok {
		m, err := from.WriteTo(w)
		return n + m, err
	}
	if to, ok := w.(io.ReaderFrom); ok {
		m, err := to.ReadFrom(b.rd)
		return n + m, err
	}
	if b.w-b.r < len(b.buf) {
		b.fill()
	}
	for b.r < b.w {
		m, err := b.drain(w)
		n += m
		if err != nil {
			return n, err
		}
		b.fill()
	}
	if b.err == io.EOF {
		b.err = nil
	}
	return n, b.takeErr()
}

// drain writes what was read ahead.
func (b *Reader) drain(w io.Writer) (int64, error) {
	n, err := w.Write(b.buf[b.r:b.w])
	if n < 0 {
		panic(errNegativeWrite)
	}
	b.r += n
	return int64(n), err
}

// Writer collects writes for another writer. After an error all writes fail with it. Flush
// writes the last bytes.
type Writer struct {
	err error
	buf []byte
	n   int // how much of buf is used
	wr  io.Writer
}

// NewWriterSize returns a writer with a buffer of at least the given size; w itself, if it is
// one.
func NewWriterSize(w io.Writer, size int) *Writer {
	if b, ok := w.(*Writer); ok && len(b.buf) >= size {
		return b
	}
	if size <= 0 {
		size = defaultSize
	}
	return &Writer{buf: make([]byte, size), wr: w}
}

// NewWriter returns a writer with a buffer of the default size.
func NewWriter(w io.Writer) *Writer { return NewWriterSize(w, defaultSize) }

// Size returns the size of the buffer.
func (b *Writer) Size() int { return len(b.buf) }

// Reset drops what is buffered, and any error, and makes b write to w.
func (b *Writer) Reset(w io.Writer) {
	if b == w {
		return
	}
	if b.buf == nil {
		b.buf = make([]byte, defaultSize)
	}
	*b = Writer{buf: b.buf, wr: w}
}

// Flush writes what is buffered.
func (b *Writer) Flush() error {
	if b.err != nil {
		return b.err
	}
	if b.n == 0 {
		return nil
	}
	n, err := b.wr.Write(b.buf[:b.n])
	if n < b.n && err == nil {
		err = io.ErrShortWrite
	}
	if err != nil {
		if 0 < n && n < b.n {
			copy(b.buf, b.buf[n:b.n])
		}
		b.n -= n
		b.err = err
		return err
	}
	b.n = 0
	return nil
}

// Available returns how many bytes fit into the buffer.
func (b *Writer) Available() int { return len(b.buf) - b.n }

// AvailableBuffer returns an empty slice with the buffer's free capacity, to append to and
// then pass to Write.
func (b *Writer) AvailableBuffer() []byte { return b.buf[b.n:][:0] }

// Buffered returns how many bytes are in the buffer.
func (b *Writer) Buffered() int { return b.n }

func (b *Writer) Write(p []byte) (nn int, err error) {
	for len(p) > len(b.buf)-b.n && b.err == nil {
		var n int
		if b.n == 0 {
			// Larger than the buffer: write it as it is.
			n, b.err = b.wr.Write(p)
		} else {
			n = copy(b.buf[b.n:], p)
			b.n += n
			b.Flush()
		}
		nn += n
		p = p[n:]
	}
	if b.err != nil {
		return nn, b.err
	}
	n := copy(b.buf[b.n:], p)
	b.n += n
	return nn + n, nil
}

// WriteByte writes one byte.
func (b *Writer) WriteByte(c byte) error {
	if b.err != nil {
		return b.err
	}
	if b.n >= len(b.buf) && b.Flush() != nil {
		return b.err
	}
	b.buf[b.n] = c
	b.n++
	return nil
}

// WriteRune writes one rune and returns its width.
func (b *Writer) WriteRune(r rune) (size int, err error) {
	if uint32(r) < utf8.RuneSelf {
		if err = b.WriteByte(byte(r)); err != nil {
			return 0, err
		}
		return 1, nil
	}
	if b.err != nil {
		return 0, b.err
	}
	if len(b.buf)-b.n < utf8.UTFMax {
		if b.Flush(); b.err != nil {
			return 0, b.err
		}
		if len(b.buf) < utf8.UTFMax {
			return b.WriteString(string(r))
		}
	}
	size = utf8.EncodeRune(b.buf[b.n:], r)
	b.n += size
	return size, nil
}

// WriteString writes a string.
func (b *Writer) WriteString(s string) (int, error) {
	nn := 0
	for len(s) > len(b.buf)-b.n && b.err == nil {
		var n int
		sw, direct := b.wr.(io.StringWriter)
		if direct && b.n == 0 {
			n, b.err = sw.WriteString(s)
		} else {
			n = copy(b.buf[b.n:], s)
			b.n += n
			b.Flush()
		}
		nn += n
		s = s[n:]
	}
	if b.err != nil {
		return nn, b.err
	}
	n := copy(b.buf[b.n:], s)
	b.n += n
	return nn + n, nil
}

// ReadFrom writes all that r has until EOF, which is no error.
func (b *Writer) ReadFrom(r io.Reader) (n int64, err error) {
	if b.err != nil {
		return 0, b.err
	}
	to, direct := b.wr.(io.ReaderFrom)
	for err == nil {
		if b.n == len(b.buf) {
			if err := b.Flush(); err != nil {
				return n, err
			}
		}
		if direct && b.n == 0 {
			m, err := to.ReadFrom(r)
			b.err = err
			return n + m, err
		}
		m := 0
		for i := 0; m == 0 && err == nil; i++ {
			if i == mostEmpty {
				return n, io.ErrNoProgress
			}
			m, err = r.Read(b.buf[b.n:])
			if m < 0 {
				panic(errNegativeRead)
			}
		}
		b.n += m
		n += int64(m)
	}
	if err == io.EOF {
		err = nil
		if b.n == len(b.buf) {
			err = b.Flush()
		}
	}
	return n, err
}

// ReadWriter is a Reader and a Writer in one.
type ReadWriter struct {
	*Reader
	*Writer
}

// NewReadWriter joins r and w.
func NewReadWriter(r *Reader, w *Writer) *ReadWriter { return &ReadWriter{r, w} }
