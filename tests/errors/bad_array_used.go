package main
type B [0x]int
func main() {
	var b B
	_ = b[0]
	if b {}
	b++
	_ = b + b
	_ = -b
	switch b {}
	switch b { case 1: }
	for range b {}
	_ = b << 1
	_ = 1 << b
	_ = b.(int)
	switch b.(type) {}
	_ = min(b, b)
	_ = []int{}[b]
	_ = make([]int, b)
	_ = len(b)
	_ = b.x
	b()
	_ = *b
	<-b
	b <- 1
	_ = b[:]
	_ = B(1)
	_ = int(b)
	_ = b == b
	_ = map[B]int{}
	var i interface{ m() } = b
	var e int = b
	b = 1
	b = nil
	return b
	for b {}
	_ = !b
	_ = b && true
	defer b
	close(b)
	delete(b, 1)
	copy(b, b)
	_ = append(b, 1)
	_ = B{1}
	_ = &B{1}
	_ = func() B { return 1 }
	b.x = 1
	b[0] = 1
	*b = 1
	const c B = 1
	panic(b)
	_ = [b]int{}
	go b()
	_ = real(b)
	clear(b)
}

// Errors:
// ./bad_array_used.go:2:11: hexadecimal literal has no digits
// ./bad_array_used.go:5:7: cannot index b (variable of invalid type type B)
// ./bad_array_used.go:6:5: non-boolean condition in if statement
// ./bad_array_used.go:7:2: invalid operation: b++ (non-numeric type B)
// ./bad_array_used.go:27:8: cannot convert 1 (untyped int constant) to type B
// ./bad_array_used.go:33:6: cannot use 1 (untyped int constant) as B value in assignment
// ./bad_array_used.go:34:6: cannot use nil as B value in assignment
// ./bad_array_used.go:35:9: too many return values
// 	have (B)
// 	want ()
// ./bad_array_used.go:36:6: non-boolean condition in for statement
// ./bad_array_used.go:38:6: invalid operation: b && true (mismatched types B and untyped bool)
// ./bad_array_used.go:38:6: too many errors
