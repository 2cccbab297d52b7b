package main

func main() {
	x := "﻿"
	y := 5 // ﻿
	println(x)
}

// Errors:
// ./bom_inside.go:4:8: invalid BOM in the middle of the file
// ./bom_inside.go:5:2: declared and not used: y
// ./bom_inside.go:5:12: invalid BOM in the middle of the file
