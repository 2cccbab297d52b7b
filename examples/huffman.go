// Huffman packs a file, unpacks the result and compares: canonical codes, a bit stream, a checksum and a table of codes.
//
//	huffman FILE
package main

import (
	"bytes"
	"container/heap"
	"errors"
	"fmt"
	"os"
	"sort"
	"strconv"
)

type node struct {
	weight, order int
	symbol        byte
	left, right   *node
}

type queue []*node

func (q queue) Len() int { return len(q) }
func (q queue) Less(i, j int) bool {
	return q[i].weight < q[j].weight || q[i].weight == q[j].weight && q[i].order < q[j].order
}
func (q queue) Swap(i, j int)       { q[i], q[j] = q[j], q[i] }
func (q *queue) Push(x interface{}) { *q = append(*q, x.(*node)) }
func (q *queue) Pop() interface{} {
	old := *q
	n := old[len(old)-1]
	*q = old[:len(old)-1]
	return n
}

// lengths gives each byte the depth of its leaf in the tree of least weight.
func lengths(data []byte) (depth [256]uint8) {
	var count [256]int
	for _, b := range data {
		count[b]++
	}
	var q queue
	for b, n := range count {
		if n > 0 {
			q = append(q, &node{weight: n, order: b, symbol: byte(b)})
		}
	}
	if len(q) == 1 {
		depth[q[0].symbol] = 1
		return
	}
	heap.Init(&q)
	for order := 256; q.Len() > 1; order++ {
		a, b := heap.Pop(&q).(*node), heap.Pop(&q).(*node)
		heap.Push(&q, &node{weight: a.weight + b.weight, order: order, left: a, right: b})
	}
	var walk func(n *node, d uint8)
	walk = func(n *node, d uint8) {
		if n.left == nil {
			depth[n.symbol] = d
			return
		}
		walk(n.left, d+1)
		walk(n.right, d+1)
	}
	if len(q) == 1 {
		walk(q[0], 0)
	}
	return
}

type code struct {
	symbol byte
	length uint8
	bits   uint32
}

// canonical numbers the codes by length, then by symbol: the lengths alone are enough to rebuild them.
func canonical(depth [256]uint8) []code {
	var codes []code
	for s, d := range depth {
		if d > 0 {
			codes = append(codes, code{symbol: byte(s), length: d})
		}
	}
	sort.SliceStable(codes, func(i, j int) bool { return codes[i].length < codes[j].length })
	next := uint32(0)
	for i := range codes {
		if i > 0 {
			next = (next + 1) << (codes[i].length - codes[i-1].length)
		}
		codes[i].bits = next
	}
	return codes
}

type bitWriter struct {
	out  []byte
	acc  uint64
	held uint
}

func (w *bitWriter) write(bits uint32, n uint8) {
	w.acc = w.acc<<n | uint64(bits)
	w.held += uint(n)
	for w.held >= 8 {
		w.held -= 8
		w.out = append(w.out, byte(w.acc>>w.held))
	}
}

func (w *bitWriter) close() []byte {
	if w.held > 0 {
		w.out = append(w.out, byte(w.acc<<(8-w.held)))
	}
	return w.out
}

func checksum(data []byte) uint32 {
	a, b := uint32(1), uint32(0)
	for _, c := range data {
		a = (a + uint32(c)) % 65521
		b = (b + a) % 65521
	}
	return b<<16 | a
}

func put32(out []byte, v uint32) []byte {
	return append(out, byte(v>>24), byte(v>>16), byte(v>>8), byte(v))
}

func get32(in []byte) uint32 {
	return uint32(in[0])<<24 | uint32(in[1])<<16 | uint32(in[2])<<8 | uint32(in[3])
}

const magic = "HUF1"

func pack(data []byte) []byte {
	out := put32(put32([]byte(magic), uint32(len(data))), checksum(data))
	depth := lengths(data)
	out = append(out, depth[:]...)
	var table [256]code
	for _, c := range canonical(depth) {
		table[c.symbol] = c
	}
	w := bitWriter{out: out}
	for _, b := range data {
		w.write(table[b].bits, table[b].length)
	}
	return w.close()
}

var (
	errMagic = errors.New("not a packed file")
	errShort = errors.New("packed file is cut short")
	errSum   = errors.New("checksum differs")
)

func unpack(in []byte) ([]byte, error) {
	if len(in) < 4 || string(in[:4]) != magic {
		return nil, errMagic
	}
	if len(in) < 12+256 {
		return nil, errShort
	}
	size, sum := int(get32(in[4:])), get32(in[8:])
	var depth [256]uint8
	copy(depth[:], in[12:])
	codes := canonical(depth)
	// first[l] is the first code of length l, and at[l] its place in codes.
	var first, count [33]uint32
	var at [33]int
	for i := len(codes) - 1; i >= 0; i-- {
		l := codes[i].length
		first[l], at[l] = codes[i].bits, i
		count[l]++
	}
	out := make([]byte, 0, size)
	bits, length := uint32(0), 0
	for _, b := range in[12+256:] {
		for i := 7; i >= 0 && len(out) < size; i-- {
			bits = bits<<1 | uint32(b>>uint(i)&1)
			length++
			if count[length] > 0 && bits-first[length] < count[length] {
				out = append(out, codes[at[length]+int(bits-first[length])].symbol)
				bits, length = 0, 0
			}
		}
	}
	if len(out) < size {
		return nil, fmt.Errorf("%w: %d of %d bytes", errShort, len(out), size)
	}
	if got := checksum(out); got != sum {
		return nil, fmt.Errorf("%w: %08x, not %08x", errSum, got, sum)
	}
	return out, nil
}

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: huffman FILE")
		os.Exit(2)
	}
	data, err := os.ReadFile(os.Args[1])
	if err != nil {
		fmt.Fprintln(os.Stderr, "huffman:", err)
		os.Exit(1)
	}
	packed := pack(data)
	back, err := unpack(packed)
	if err != nil || !bytes.Equal(back, data) {
		fmt.Println("round trip failed:", err)
		os.Exit(1)
	}
	fmt.Printf("%d bytes packed into %d, %.1f%%, checksum %08x\n\n", len(data), len(packed),
		100*float64(len(packed))/float64(len(data)), checksum(data))

	var count [256]int
	for _, b := range data {
		count[b]++
	}
	codes := canonical(lengths(data))
	fmt.Println("symbol   count  code")
	for i, c := range codes {
		if i < 12 || i >= len(codes)-4 {
			fmt.Printf("%-6s %7d  %0*b\n", strconv.QuoteRune(rune(c.symbol)), count[c.symbol], int(c.length), c.bits)
		} else if i == 12 {
			fmt.Println("...")
		}
	}

	fmt.Println("\nother inputs:")
	for _, in := range [][]byte{nil, []byte("a"), []byte("aaaaaaaa"), []byte("abracadabra"), bytes.Repeat([]byte{0, 255}, 500)} {
		p := pack(in)
		out, err := unpack(p)
		fmt.Printf("%5d bytes, %4d of code, same %v, error %v\n", len(in), len(p)-268, bytes.Equal(in, out), err)
	}
	fmt.Println("\ndamaged files:")
	for _, f := range []func([]byte) []byte{
		func(p []byte) []byte { return p[:3] },
		func(p []byte) []byte { return p[:100] },
		func(p []byte) []byte { return p[:len(p)-50] },
		func(p []byte) []byte { p[len(p)/2] ^= 4; return p },
	} {
		_, err := unpack(f(append([]byte(nil), packed...)))
		fmt.Println(err, "/", errors.Is(err, errShort), errors.Is(err, errMagic), errors.Is(err, errSum))
	}
}
