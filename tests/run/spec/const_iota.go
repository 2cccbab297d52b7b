// run

// iota: implicit repetition, skipped lines, several a line, in expressions, types and nested blocks.
package main

import "fmt"

const (
	c0 = iota
	c1 = iota
	c2 = iota
)

const (
	a = 1 << iota
	b = 1 << iota
	c = 3
	d = 1 << iota
)

const (
	u         = iota * 42
	v float64 = iota * 42
	w         = iota * 42
)

const x = iota
const y = iota

const (
	bit0, mask0 = 1 << iota, 1<<iota - 1
	bit1, mask1
	_, _
	bit3, mask3
)

type day uint8

const (
	sunday day = iota
	monday
	tuesday

	saturday = sunday + 6
	count    = iota
)

func (d day) String() string { return [...]string{"sun", "mon", "tue", "", "", "", "sat"}[d] }

type size float64

const (
	_       = iota
	kb size = 1 << (10 * iota)
	mb
	gb
)

const (
	p, q = iota, iota + 10
	r, s
	t, z = "t", "z"
	m, n
	o, k = iota, len("iota") + iota
)

func main() {
	fmt.Println(c0, c1, c2, a, b, c, d, u, v, w, x, y)
	fmt.Println(bit0, mask0, bit1, mask1, bit3, mask3)
	fmt.Println(sunday, monday, tuesday, saturday, count)
	fmt.Println(kb, mb, gb, p, q, r, s, t, z, m, n, o, k)
	const (
		i = iota
		j
		g = "x"
		h
		l = iota
	)
	fmt.Println(i, j, g, h, l)
	fmt.Printf("%T %T %T %T\n", w, v, tuesday, count)
	const (
		e1 = iota + iota<<4
		e2
		e3
	)
	fmt.Println(e1, e2, e3)
	const iota = 7
	const still = iota
	fmt.Println(still)
}

// Output:
// 0 1 2 1 2 3 8 0 42 84 0 0
// 1 0 2 1 8 7
// sun mon tue sat 4
// 1024 1.048576e+06 1.073741824e+09 0 10 1 11 t z t z 4 8
// 0 1 x x 4
// int float64 main.day int
// 0 17 34
// 7
