// Package hostcall is the Go side of calls from the host: a loop on the main goroutine that waits for the host, runs the
// function that the host asks for on a goroutine of its own, and hands results, or the panic, back. Programs do not
// import it; the file that the front door adds to a program does.
//
// Arguments and results travel as streams of 8-byte words. A number is a word (complex: two); a string or []byte its
// length and its bytes, padded to words; a slice of numbers likewise, as they lie in memory; other slices and maps their
// length and their elements; a nil slice or map has length -1.
package hostcall

import (
	"runtime"
	"unsafe"
)

// hostpark stops the machine until the host wants something; it returns when the host goes on.
//
//go:linkname hostpark runtime.hostpark
func hostpark()

//go:linkname currentgoid runtime.currentgoid
func currentgoid() uint64

//go:linkname typetext runtime.typetext
func typetext(v interface{}) string

//go:linkname paniccause runtime.paniccause
func paniccause(v interface{}) string

// The natives. next gives the function to call and the bytes of its arguments, fetch copies these to p, reply takes the
// results.
func next() (fn int, size int)

//go:noescape
func fetch(p unsafe.Pointer, n int)

//go:noescape
func reply(status int, p unsafe.Pointer, n int)

// How a call ended.
const (
	returned = 0
	panicked = 1
	exited   = 2 // by runtime.Goexit
)

// A Call is one call: its arguments, of which at have been read, and its results.
type Call struct {
	in     []byte
	at     int
	out    []byte
	status int
}

// Serve serves the host until the program ends.
func Serve(dispatch func(fn int, c *Call)) {
	for {
		hostpark()
		fn, size := next()
		c := &Call{status: exited}
		if size > 0 {
			c.in = make([]byte, size)
			fetch(unsafe.Pointer(&c.in[0]), size)
		}
		done := make(chan bool)
		go c.run(fn, dispatch, done)
		<-done
		var p unsafe.Pointer
		if len(c.out) > 0 {
			p = unsafe.Pointer(&c.out[0])
		}
		reply(c.status, p, len(c.out))
	}
}

func (c *Call) run(fn int, dispatch func(fn int, c *Call), done chan<- bool) {
	defer func() {
		if c.status != returned {
			pcs := make([]uintptr, 64)
			pcs = pcs[:runtime.Callers(1, pcs)]
			if e := recover(); e != nil {
				c.panicked(e, pcs)
			}
		}
		done <- true
	}()
	dispatch(fn, c)
	c.status = returned
}

// panicked tells about a panic: goroutine, value, the text that Go would print, and the frames.
func (c *Call) panicked(e interface{}, pcs []uintptr) {
	c.status = panicked
	c.out = nil
	c.PutUint(currentgoid())
	c.PutAny(e)
	c.PutString(paniccause(e))
	frames := runtime.CallersFrames(pcs)
	for len(pcs) > 0 {
		f, more := frames.Next()
		c.PutString(f.Function)
		c.PutString(f.File)
		c.PutInt(int64(f.Line))
		if !more {
			break
		}
	}
}

// ---- arguments

func (c *Call) word() uint64 {
	w := *(*uint64)(unsafe.Pointer(&c.in[c.at]))
	c.at += 8
	return w
}

func (c *Call) Bool() bool      { return c.word() != 0 }
func (c *Call) Int() int64      { return int64(c.word()) }
func (c *Call) Uint() uint64    { return c.word() }
func (c *Call) Float() float64  { w := c.word(); return *(*float64)(unsafe.Pointer(&w)) }
func (c *Call) Len() int        { return int(c.word()) }
func (c *Call) String() string  { return string(c.Bytes()) }
func (c *Call) Bytes() []byte   { p, n := c.Raw(1); return unsafe.Slice((*byte)(p), n) }
func (c *Call) Error() error    { return c.Any().(error) }
func (c *Call) Nil() bool       { return c.word() == 0 }

func (c *Call) Complex() complex128 {
	re := c.Float()
	return complex(re, c.Float())
}

// Raw gives a slice's elements of size bytes where they lie in the arguments, which live as long as the slice does.
func (c *Call) Raw(size int) (unsafe.Pointer, int) {
	n := c.Len()
	if n < 0 {
		return nil, 0
	}
	if n == 0 {
		return unsafe.Pointer(&none), 0
	}
	p := unsafe.Pointer(&c.in[c.at])
	c.at += (n*size + 7) &^ 7
	return p, n
}

var none uint64

type failure string

func (f failure) Error() string { return string(f) }

// NewError is an error value for a text.
func NewError(text string) error { return failure(text) }

// Kinds of dynamic values.
const (
	anyNil = iota
	anyBool
	anyInt
	anyFloat
	anyString
	anyBytes
	anySlice
	anyMap
	anyError
	anyOther
	anyUint
	anyComplex
)

// Any reads a value that says its own type.
func (c *Call) Any() interface{} {
	switch c.word() {
	case anyBool:
		return c.Bool()
	case anyInt:
		return int(c.Int())
	case anyUint:
		return c.Uint()
	case anyFloat:
		return c.Float()
	case anyComplex:
		return c.Complex()
	case anyString:
		return c.String()
	case anyBytes:
		return c.Bytes()
	case anySlice:
		s := make([]interface{}, c.Len())
		for i := range s {
			s[i] = c.Any()
		}
		return s
	case anyMap:
		n := c.Len()
		m := make(map[string]interface{}, n)
		for ; n > 0; n-- {
			k := c.String()
			m[k] = c.Any()
		}
		return m
	case anyError:
		return NewError(c.String())
	}
	return nil
}

// ---- results

func (c *Call) put(w uint64) {
	n := len(c.out)
	c.room(8)
	*(*uint64)(unsafe.Pointer(&c.out[n])) = w
}

// room makes the results n bytes longer; their begin stays a word's.
func (c *Call) room(n int) {
	have := len(c.out)
	if have+n > cap(c.out) {
		out := make([]byte, have, 2*cap(c.out)+n+64)
		copy(out, c.out)
		c.out = out
	}
	c.out = c.out[:have+n]
}

func (c *Call) PutBool(v bool) {
	if v {
		c.put(1)
	} else {
		c.put(0)
	}
}

func (c *Call) PutInt(v int64)      { c.put(uint64(v)) }
func (c *Call) PutUint(v uint64)    { c.put(v) }
func (c *Call) PutFloat(v float64)  { c.put(*(*uint64)(unsafe.Pointer(&v))) }
func (c *Call) PutLen(n int)        { c.put(uint64(n)) }
func (c *Call) PutBytes(v []byte)   { c.PutRaw(unsafe.Pointer(unsafe.SliceData(v)), len(v), 1, v == nil) }
func (c *Call) PutString(v string)  { c.PutRaw(unsafe.Pointer(unsafe.StringData(v)), len(v), 1, false) }

func (c *Call) PutComplex(v complex128) {
	c.PutFloat(real(v))
	c.PutFloat(imag(v))
}

func (c *Call) PutError(e error) {
	if e == nil {
		c.put(anyNil)
		return
	}
	c.put(anyError)
	c.PutString(e.Error())
}

// PutRaw appends n elements of size bytes as they lie in memory.
func (c *Call) PutRaw(p unsafe.Pointer, n, size int, isnil bool) {
	if isnil {
		c.PutInt(-1)
		return
	}
	c.PutLen(n)
	if n == 0 {
		return
	}
	at := len(c.out)
	c.room((n*size + 7) &^ 7)
	copy(c.out[at:], unsafe.Slice((*byte)(p), n*size))
}

// PutAny appends a value with its type. What has no form of its own is told by its type and, if it has one, its text.
func (c *Call) PutAny(v interface{}) {
	switch v := v.(type) {
	case nil:
		c.put(anyNil)
	case error:
		c.PutError(v)
	case bool:
		c.put(anyBool)
		c.PutBool(v)
	case int:
		c.putDynamicInt(int64(v))
	case int8:
		c.putDynamicInt(int64(v))
	case int16:
		c.putDynamicInt(int64(v))
	case int32:
		c.putDynamicInt(int64(v))
	case int64:
		c.putDynamicInt(v)
	case uint:
		c.putDynamicUint(uint64(v))
	case uint8:
		c.putDynamicUint(uint64(v))
	case uint16:
		c.putDynamicUint(uint64(v))
	case uint32:
		c.putDynamicUint(uint64(v))
	case uint64:
		c.putDynamicUint(v)
	case uintptr:
		c.putDynamicUint(uint64(v))
	case float32:
		c.put(anyFloat)
		c.PutFloat(float64(v))
	case float64:
		c.put(anyFloat)
		c.PutFloat(v)
	case complex64:
		c.put(anyComplex)
		c.PutComplex(complex128(v))
	case complex128:
		c.put(anyComplex)
		c.PutComplex(v)
	case string:
		c.put(anyString)
		c.PutString(v)
	case []byte:
		c.put(anyBytes)
		c.PutBytes(v)
	case []interface{}:
		c.put(anySlice)
		c.PutLen(len(v))
		for _, e := range v {
			c.PutAny(e)
		}
	case []string:
		c.put(anySlice)
		c.PutLen(len(v))
		for _, e := range v {
			c.PutAny(e)
		}
	case []int:
		c.put(anySlice)
		c.PutLen(len(v))
		for _, e := range v {
			c.putDynamicInt(int64(e))
		}
	case []float64:
		c.put(anySlice)
		c.PutLen(len(v))
		for _, e := range v {
			c.put(anyFloat)
			c.PutFloat(e)
		}
	case map[string]interface{}:
		c.put(anyMap)
		c.PutLen(len(v))
		for k, e := range v {
			c.PutString(k)
			c.PutAny(e)
		}
	case interface{ String() string }:
		c.put(anyOther)
		c.PutString(v.String())
	default:
		c.put(anyOther)
		c.PutString(typetext(v))
	}
}

func (c *Call) putDynamicInt(v int64) {
	c.put(anyInt)
	c.PutInt(v)
}

func (c *Call) putDynamicUint(v uint64) {
	c.put(anyUint)
	c.PutUint(v)
}
