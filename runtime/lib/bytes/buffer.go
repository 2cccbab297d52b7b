package bytes

import (
	"errors"
	"io"
	"unicode/utf8"
)

// MinRead is the least room that Buffer.ReadFrom gives to each Read.
const MinRead = 512

// firstSize is the least capacity of a buffer that grows from nothing.
const firstSize = 64

// ErrTooLarge is the panic of a buffer that cannot grow.
var ErrTooLarge = errors.New("bytes.Buffer: too large")

var (
	errNegativeRead = errors.New("bytes.Buffer: reader returned negative count from Read")
	errUnreadRune   = errors.New("bytes.Buffer: UnreadRune: previous operation was not a successful ReadRune")
	errUnreadByte   = errors.New("bytes.Buffer: UnreadByte: previous operation was not a successful read")
)

// Buffer is bytes written at one end and read at the other. The zero value is an empty one.
type Buffer struct {
	buf  []byte // what has not been read is buf[off:]
	off  int
	last readKind
}

// readKind says what the last operation was: the width of the rune read, or one of these.
type readKind int8

const (
	readOther readKind = -1 // a read, but not of a rune
	readNone  readKind = 0  // no read
)

// NewBuffer returns a buffer with the contents buf, which it takes over.
func NewBuffer(buf []byte) *Buffer { return &Buffer{buf: buf} }

// NewBufferString returns a buffer with the contents s.
func NewBufferString(s string) *Buffer { return &Buffer{buf: []byte(s)} }

// Bytes returns what has not been read; it is valid until the buffer changes.
func (b *Buffer) Bytes() []byte { return b.buf[b.off:] }

// AvailableBuffer returns an empty slice with the buffer's free capacity, to append to and
// then pass to Write.
func (b *Buffer) AvailableBuffer() []byte { return b.buf[len(b.buf):] }

// String returns what has not been read, "<nil>" for a nil buffer.
func (b *Buffer) String() string {
	if b == nil {
		return "<nil>"
	}
	return string(b.buf[b.off:])
}

// Peek returns the next n bytes without reading them, fewer with io.EOF.
func (b *Buffer) Peek(n int) ([]byte, error) {
	if b.Len() < n {
		return b.buf[b.off:], io.EOF
	}
	return b.buf[b.off : b.off+n], nil
}

// Len returns how many bytes have not been read.
func (b *Buffer) Len() int { return len(b.buf) - b.off }

// Cap returns the capacity of the whole buffer.
func (b *Buffer) Cap() int { return cap(b.buf) }

// Available returns how many bytes fit without growing.
func (b *Buffer) Available() int { return cap(b.buf) - len(b.buf) }

// Truncate keeps only the next n unread bytes.
func (b *Buffer) Truncate(n int) {
	if n == 0 {
		b.Reset()
		return
	}
	b.last = readNone
	if n < 0 || n > b.Len() {
		panic("bytes.Buffer: truncation out of range")
	}
	b.buf = b.buf[:b.off+n]
}

// Reset empties the buffer and keeps its memory.
func (b *Buffer) Reset() {
	b.buf = b.buf[:0]
	b.off = 0
	b.last = readNone
}

// grow makes room for n more bytes, extends buf by them and returns where they start.
func (b *Buffer) grow(n int) int {
	m := b.Len()
	if m == 0 && b.off != 0 {
		b.Reset()
	}
	if k := len(b.buf); n <= cap(b.buf)-k {
		b.buf = b.buf[:k+n]
		return k
	}
	if b.buf == nil && n <= firstSize {
		b.buf = make([]byte, n, firstSize)
		return 0
	}
	c := cap(b.buf)
	if n <= c/2-m {
		// Half of it is free: move the unread bytes to the front instead.
		copy(b.buf, b.buf[b.off:])
	} else {
		if c > maxInt-c-n {
			panic(ErrTooLarge)
		}
		b.buf = enlarge(b.buf[b.off:], b.off+n)
	}
	b.off = 0
	b.buf = b.buf[:m+n]
	return m
}

// enlarge returns a copy of b with room for n more bytes, and at least twice its capacity.
func enlarge(b []byte, n int) []byte {
	defer func() {
		if recover() != nil {
			panic(ErrTooLarge)
		}
	}()
	c := len(b) + n
	if c < 2*cap(b) {
		c = 2 * cap(b)
	}
	// Appending uses the whole of the memory block.
	out := append([]byte(nil), make([]byte, c)...)
	k := copy(out, b)
	return out[:k]
}

// Grow makes room for n more bytes.
func (b *Buffer) Grow(n int) {
	if n < 0 {
		panic("bytes.Buffer.Grow: negative count")
	}
	b.buf = b.buf[:b.grow(n)]
}

// Write appends p; the error is always nil.
func (b *Buffer) Write(p []byte) (n int, err error) {
	b.last = readNone
	k := len(b.buf)
	if len(p) <= cap(b.buf)-k {
		b.buf = b.buf[:k+len(p)]
	} else {
		k = b.grow(len(p))
	}
	return copy(b.buf[k:], p), nil
}

// WriteString appends s; the error is always nil.
func (b *Buffer) WriteString(s string) (n int, err error) {
	b.last = readNone
	k := len(b.buf)
	if len(s) <= cap(b.buf)-k {
		b.buf = b.buf[:k+len(s)]
	} else {
		k = b.grow(len(s))
	}
	return copy(b.buf[k:], s), nil
}

// WriteByte appends c; the error is always nil.
func (b *Buffer) WriteByte(c byte) error {
	b.last = readNone
	k := len(b.buf)
	if k < cap(b.buf) {
		b.buf = b.buf[:k+1]
	} else {
		k = b.grow(1)
	}
	b.buf[k] = c
	return nil
}

// WriteRune appends r; the error is always nil.
func (b *Buffer) WriteRune(r rune) (n int, err error) {
	if uint32(r) < utf8.RuneSelf {
		b.WriteByte(byte(r))
		return 1, nil
	}
	b.last = readNone
	k := len(b.buf)
	if k+utf8.UTFMax > cap(b.buf) {
		k = b.grow(utf8.UTFMax)
	}
	b.buf = utf8.AppendRune(b.buf[:k], r)
	return len(b.buf) - k, nil
}

// ReadFrom appends all that r has until EOF, which is no error.
func (b *Buffer) ReadFrom(r io.Reader) (n int64, err error) {
	b.last = readNone
	for {
		i := b.grow(MinRead)
		b.buf = b.buf[:i]
		m, err := r.Read(b.buf[i:cap(b.buf)])
		if m < 0 {
			panic(errNegativeRead)
		}
		b.buf = b.buf[:i+m]
		n += int64(m)
		if err == io.EOF {
			return n, nil
		}
		if err != nil {
			return n, err
		}
	}
}

// WriteTo writes what has not been read to w.
func (b *Buffer) WriteTo(w io.Writer) (n int64, err error) {
	b.last = readNone
	if want := b.Len(); want > 0 {
		m, err := w.Write(b.buf[b.off:])
		if m > want {
			panic("bytes.Buffer.WriteTo: invalid Write count")
		}
		b.off += m
		if err != nil {
			return int64(m), err
		}
		if m != want {
			return int64(m), io.ErrShortWrite
		}
		n = int64(m)
	}
	b.Reset()
	return n, nil
}

// drained empties the buffer if all was read, and reports whether.
func (b *Buffer) drained() bool {
	if b.off < len(b.buf) {
		return false
	}
	b.Reset()
	return true
}

// Read reads up to len(p) bytes, io.EOF if there are none.
func (b *Buffer) Read(p []byte) (n int, err error) {
	b.last = readNone
	if b.drained() {
		if len(p) == 0 {
			return 0, nil
		}
		return 0, io.EOF
	}
	n = copy(p, b.buf[b.off:])
	b.off += n
	if n > 0 {
		b.last = readOther
	}
	return n, nil
}

// Next reads n bytes, or as many as there are, and returns the buffer's own memory.
func (b *Buffer) Next(n int) []byte {
	b.last = readNone
	if m := b.Len(); n > m {
		n = m
	}
	data := b.buf[b.off : b.off+n]
	b.off += n
	if n > 0 {
		b.last = readOther
	}
	return data
}

// ReadByte reads one byte.
func (b *Buffer) ReadByte() (byte, error) {
	if b.drained() {
		return 0, io.EOF
	}
	c := b.buf[b.off]
	b.off++
	b.last = readOther
	return c, nil
}

// ReadRune reads one rune.
func (b *Buffer) ReadRune() (r rune, size int, err error) {
	if b.drained() {
		return 0, 0, io.EOF
	}
	if c := b.buf[b.off]; c < utf8.RuneSelf {
		b.off++
		b.last = 1
		return rune(c), 1, nil
	}
	r, n := utf8.DecodeRune(b.buf[b.off:])
	b.off += n
	b.last = readKind(n)
	return r, n, nil
}

// UnreadRune takes back the rune just read.
func (b *Buffer) UnreadRune() error {
	if b.last <= readNone {
		return errUnreadRune
	}
	if b.off >= int(b.last) {
		b.off -= int(b.last)
	}
	b.last = readNone
	return nil
}

// UnreadByte takes back the last byte just read.
func (b *Buffer) UnreadByte() error {
	if b.last == readNone {
		return errUnreadByte
	}
	b.last = readNone
	if b.off > 0 {
		b.off--
	}
	return nil
}

// readSlice reads up to and including delim, and returns the buffer's own memory.
func (b *Buffer) readSlice(delim byte) (line []byte, err error) {
	end := len(b.buf)
	if i := IndexByte(b.buf[b.off:], delim); i >= 0 {
		end = b.off + i + 1
	} else {
		err = io.EOF
	}
	line = b.buf[b.off:end]
	b.off = end
	b.last = readOther
	return line, err
}

// ReadBytes reads up to and including delim, all with io.EOF if there is none.
func (b *Buffer) ReadBytes(delim byte) (line []byte, err error) {
	slice, err := b.readSlice(delim)
	return append(line, slice...), err
}

// ReadString is ReadBytes for a string.
func (b *Buffer) ReadString(delim byte) (line string, err error) {
	slice, err := b.readSlice(delim)
	return string(slice), err
}
