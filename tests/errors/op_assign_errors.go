package main

func main() {
	x := 1
	s := "a"
	b := true
	x += "a"
	s += 1
	s -= "b"
	b += true
	b &= true
	x += 1.5
	x, s += 1, "a"
	x <<= "a"
	nope += 1
	x %= 2.5
	b++
	s--
}

// Errors:
// ./op_assign_errors.go:13:7: syntax error: unexpected +=, expected := or = or comma
