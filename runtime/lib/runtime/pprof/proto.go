package pprof

import (
	"io"
	"runtime"
)

// The binary form of a profile: the protocol buffer perftools.profiles.Profile, in a gzip
// file whose blocks are stored as they are.

// message builds one protocol buffer message.
type message struct{ b []byte }

func (m *message) varint(x uint64) {
	for x >= 0x80 {
		m.b = append(m.b, byte(x)|0x80)
		x >>= 7
	}
	m.b = append(m.b, byte(x))
}

func (m *message) uint(tag int, x uint64) {
	if x != 0 {
		m.varint(uint64(tag) << 3)
		m.varint(x)
	}
}

func (m *message) int(tag int, x int64) { m.uint(tag, uint64(x)) }

func (m *message) bytes(tag int, b []byte) {
	m.varint(uint64(tag)<<3 | 2)
	m.varint(uint64(len(b)))
	m.b = append(m.b, b...)
}

func (m *message) packed(tag int, xs []uint64) {
	var in message
	for _, x := range xs {
		in.varint(x)
	}
	m.bytes(tag, in.b)
}

// builder collects the tables of a profile.
type builder struct {
	out       message
	strings   map[string]uint64
	table     []string
	functions map[string]uint64
	locations map[uintptr]uint64
	last      uint64 // number of the newest location
}

func newBuilder() *builder {
	b := &builder{
		strings:   map[string]uint64{},
		functions: map[string]uint64{},
		locations: map[uintptr]uint64{},
	}
	b.str("")
	return b
}

func (b *builder) str(s string) uint64 {
	if n, ok := b.strings[s]; ok {
		return n
	}
	n := uint64(len(b.table))
	b.strings[s] = n
	b.table = append(b.table, s)
	return n
}

// valueType writes a ValueType.
func (b *builder) valueType(tag int, typ, unit string) {
	var m message
	m.uint(1, b.str(typ))
	m.uint(2, b.str(unit))
	b.out.bytes(tag, m.b)
}

func (b *builder) function(name, file string) uint64 {
	key := name + "\x00" + file
	if id, ok := b.functions[key]; ok {
		return id
	}
	id := uint64(len(b.functions) + 1)
	b.functions[key] = id
	var m message
	m.uint(1, id)
	m.uint(2, b.str(name))
	m.uint(3, b.str(name))
	m.uint(4, b.str(file))
	b.out.bytes(5, m.b)
	return id
}

// location answers the number of a return pc's location, 0 for one that nobody knows.
func (b *builder) location(pc uintptr) uint64 {
	if id, ok := b.locations[pc]; ok {
		return id
	}
	frame, _ := runtime.CallersFrames([]uintptr{pc}).Next()
	if frame.Function == "" || frame.Function == "runtime.goexit" {
		b.locations[pc] = 0
		return 0
	}
	f := b.function(frame.Function, frame.File)
	b.last++
	id := b.last
	b.locations[pc] = id
	var line message
	line.uint(1, f)
	line.int(2, int64(frame.Line))
	var m message
	m.uint(1, id)
	m.uint(2, 1)
	m.uint(3, uint64(frame.PC))
	m.bytes(4, line.b)
	b.out.bytes(4, m.b)
	return id
}

// sample writes a Sample of a stack of return pcs.
func (b *builder) sample(stack []uintptr, values []int64, labels *labelMap) {
	var ids []uint64
	for _, pc := range stack {
		if id := b.location(pc); id != 0 {
			ids = append(ids, id)
		}
	}
	var m message
	m.packed(1, ids)
	var vs []uint64
	for _, v := range values {
		vs = append(vs, uint64(v))
	}
	m.packed(2, vs)
	if labels != nil {
		for _, lbl := range labels.list {
			var l message
			l.uint(1, b.str(lbl.key))
			l.uint(2, b.str(lbl.value))
			m.bytes(3, l.b)
		}
	}
	b.out.bytes(2, m.b)
}

// finish writes what is left and the whole profile to w.
func (b *builder) finish(w io.Writer) error {
	var mapping message
	mapping.uint(1, 1)
	mapping.uint(2, 0x400000)
	mapping.uint(3, 0x10000000)
	mapping.uint(5, b.str("morestack"))
	mapping.uint(7, 1)
	mapping.uint(8, 1)
	mapping.uint(9, 1)
	mapping.uint(10, 1)
	b.out.bytes(3, mapping.b)
	for _, s := range b.table {
		b.out.bytes(6, []byte(s))
	}
	return writeGzip(w, b.out.b)
}

// writeGzip writes data as a gzip file of stored blocks (RFC 1951, 1952).
func writeGzip(w io.Writer, data []byte) error {
	out := []byte{0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255}
	rest := data
	for {
		n := len(rest)
		final := byte(1)
		if n > 0xFFFF {
			n = 0xFFFF
			final = 0
		}
		out = append(out, final, byte(n), byte(n>>8), ^byte(n), ^byte(n>>8))
		out = append(out, rest[:n]...)
		rest = rest[n:]
		if final == 1 {
			break
		}
	}
	crc := crc32(data)
	size := uint32(len(data))
	out = append(out, byte(crc), byte(crc>>8), byte(crc>>16), byte(crc>>24))
	out = append(out, byte(size), byte(size>>8), byte(size>>16), byte(size>>24))
	_, err := w.Write(out)
	return err
}

func crc32(data []byte) uint32 {
	var table [256]uint32
	for i := range table {
		c := uint32(i)
		for k := 0; k < 8; k++ {
			if c&1 != 0 {
				c = c>>1 ^ 0xEDB88320
			} else {
				c >>= 1
			}
		}
		table[i] = c
	}
	c := ^uint32(0)
	for _, x := range data {
		c = table[byte(c)^x] ^ c>>8
	}
	return ^c
}
