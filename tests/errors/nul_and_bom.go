package main

func main() {
	x := "a﻿b"
	_ = x
	﻿y := 1
}

// Errors:
// ./nul_and_bom.go:4:9: invalid BOM in the middle of the file
// ./nul_and_bom.go:6:2: invalid BOM in the middle of the file
// ./nul_and_bom.go:6:5: declared and not used: y
