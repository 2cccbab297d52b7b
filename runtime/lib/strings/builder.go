package strings

import (
	"internal/bytealg"
	"unicode/utf8"
	"unsafe"
)

// Builder builds a string by writing to it. The zero value is ready; it must not be copied.
type Builder struct {
	addr *Builder // where the Builder was first written to, to notice copies
	buf  []byte
}

// own notes where b is, or finds that it was copied.
func (b *Builder) own() {
	if b.addr != nil {
		panic("strings: illegal use of non-zero Builder copied by value")
	}
	// The detour hides from escape analysis that b now points to itself: a Builder may
	// stay in its frame.
	b.addr = (*Builder)(hide(unsafe.Pointer(b)))
}

// hide returns p, without a data flow that escape analysis could follow.
//
//go:nosplit
func hide(p unsafe.Pointer) unsafe.Pointer {
	x := uintptr(p)
	return unsafe.Pointer(x ^ 0)
}

// String returns what was written.
func (b *Builder) String() string { return *(*string)(unsafe.Pointer(&b.buf)) }

// Len returns the number of bytes written.
func (b *Builder) Len() int { return len(b.buf) }

// Cap returns the capacity for bytes, written ones included.
func (b *Builder) Cap() int { return cap(b.buf) }

// Reset makes b empty.
func (b *Builder) Reset() {
	b.addr = nil
	b.buf = nil
}

// Grow makes room for n more bytes.
func (b *Builder) Grow(n int) {
	if b.addr != b {
		b.own()
	}
	if n < 0 {
		panic("strings.Builder.Grow: negative count")
	}
	if cap(b.buf)-len(b.buf) < n {
		grown := bytealg.MakeNoZero(2*cap(b.buf) + n)[:len(b.buf)]
		copy(grown, b.buf)
		b.buf = grown
	}
}

// Write appends p; the error is always nil.
func (b *Builder) Write(p []byte) (int, error) {
	if b.addr != b {
		b.own()
	}
	b.buf = append(b.buf, p...)
	return len(p), nil
}

// WriteByte appends c; the error is always nil.
func (b *Builder) WriteByte(c byte) error {
	if b.addr != b {
		b.own()
	}
	b.buf = append(b.buf, c)
	return nil
}

// WriteRune appends r; the error is always nil.
func (b *Builder) WriteRune(r rune) (int, error) {
	if b.addr != b {
		b.own()
	}
	if uint32(r) < utf8.RuneSelf {
		b.buf = append(b.buf, byte(r))
		return 1, nil
	}
	n := len(b.buf)
	b.buf = utf8.AppendRune(b.buf, r)
	return len(b.buf) - n, nil
}

// WriteString appends s; the error is always nil.
func (b *Builder) WriteString(s string) (int, error) {
	if b.addr != b {
		b.own()
	}
	b.buf = append(b.buf, s...)
	return len(s), nil
}
