package main

func main() {
	x := _
	_ = _ + 1
	_.foo()
	_()
	_ = x
	var _ int
	println(_)
}

// Errors:
// ./blank_use.go:4:7: cannot use _ as value or type
// ./blank_use.go:5:6: cannot use _ as value or type
// ./blank_use.go:6:2: cannot use _ as value or type
// ./blank_use.go:7:2: cannot use _ as value or type
// ./blank_use.go:10:10: cannot use _ as value or type
